package dev.migrate.engine.execute;

import dev.migrate.dialect.Statement;
import dev.migrate.dialect.Statement.Kind;
import dev.migrate.dialect.Transactions;
import dev.migrate.engine.connect.Session;
import dev.migrate.engine.history.Flight;
import dev.migrate.engine.history.HistoryEntry;
import dev.migrate.engine.render.StatementDigest;
import dev.migrate.error.Facts;
import dev.migrate.operation.ExecuteSql;
import dev.migrate.report.Direction;
import dev.migrate.report.ScriptStep;
import dev.migrate.report.StatementException;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Watches raw SQL and code inside of a transaction, which must not end it: a COMMIT can hide in a
 * second statement or in a block, and many databases commit by themselves before they change the
 * schema. Before such a statement runs, the row of the revision says in the same transaction that
 * it is in doubt; so an early commit leaves exactly that, and a rollback leaves the row as it was.
 * Not thread-safe; one for each transaction.
 */
final class EndedTransaction {

  private final Session session;
  private final Transactions transactions;
  private final ScriptStep step;
  private final RevisionRow row;
  private int number;
  private Optional<String> mark = Optional.empty();
  private boolean ended;

  EndedTransaction(Session session, ScriptStep step, RevisionRow row) {
    this.session = session;
    this.transactions = session.dialect().transactions();
    this.step = step;
    this.row = row;
  }

  /** Before a statement that may end the transaction. */
  void begin(int statement) {
    number = statement;
    row.at(flight(statement));
    try {
      mark = Optional.of(transactions.mark(session.connection()));
    } catch (SQLException failure) {
      throw Session.failed("the transaction cannot be distinguished from others", failure);
    }
  }

  private Flight flight(int statement) {
    int count = Math.min(statement, step.statements().size());
    String digest = StatementDigest.of(step.statements(), count);
    return new Flight(statement, digest, row.inFlight().flatMap(Flight::executor)).ended();
  }

  /** After the statement was executed; returns whether the transaction goes on. */
  boolean goesOn() {
    try {
      ended = !transactions.isSame(session.connection(), mark.orElseThrow());
    } catch (SQLException failure) {
      throw Session.failed("the transaction cannot be distinguished from others", failure);
    }
    boolean executed = ended && commitsByItself() && isCommitted(row.read());
    if (!ended || executed) {
      number = 0;
      ended = false;
      return true;
    }
    return false;
  }

  /**
   * Raw SQL that was executed to its end and is committed leaves nothing in doubt where revisions
   * run statement by statement.
   */
  private boolean commitsByItself() {
    return !step.inOneTransaction()
        && step.statements().get(number - 1).part() instanceof ExecuteSql;
  }

  private static boolean isCommitted(Optional<HistoryEntry> entry) {
    return entry.flatMap(HistoryEntry::flight).filter(Flight::isEnded).isPresent();
  }

  /** After the statement failed. */
  void failed() {
    try {
      ended = mark.isPresent() && !transactions.isSame(session.connection(), mark.orElseThrow());
    } catch (SQLException unknown) {
      ended = false; // the history knows
    }
  }

  /**
   * What really happened, once everything that could be rolled back is. The row records it: a
   * rollback takes the statements before with it, but not what may be committed after it.
   */
  RuntimeException explain(RuntimeException failure) {
    if (number == 0) {
      return failure;
    }
    boolean committed;
    Optional<RuntimeException> unrecorded = Optional.empty();
    int recorded = number;
    try {
      committed = isCommitted(row.read());
      if (!committed && !ended) {
        return failure;
      } else if (!committed) {
        recorded = step.inOneTransaction() ? 1 : number;
        row.at(flight(recorded));
      }
    } catch (RuntimeException second) {
      failure.addSuppressed(second);
      if (!ended) {
        return failure;
      }
      committed = false;
      unrecorded = Optional.of(second);
    }
    StatementException reported = exception(failure, committed, recorded, unrecorded.isEmpty());
    reported.addSuppressed(failure);
    return reported;
  }

  private StatementException exception(
      RuntimeException failure, boolean committed, int recorded, boolean isRecorded) {
    Statement statement = step.statements().get(number - 1);
    boolean code = statement.kind() == Kind.CODE;
    boolean up = step.step().direction() == Direction.UP;
    String of = number + " of " + step.statements().size();
    String what = committed ? "committed" : "rolled back or committed";
    Facts facts =
        Facts.of(
                "revision "
                    + step.step().title()
                    + " ended its transaction at statement "
                    + of
                    + (up ? "" : " of its downgrade"))
            .with("statement", statement.sql())
            .with(
                "problem",
                (code ? "the code" : "the SQL")
                    + " "
                    + what
                    + " the transaction that it ran in: by a word of SQL, or by a statement\n"
                    + "that commits by itself");
    if (failure.getCause() instanceof SQLException database) {
      facts = facts.with("database", Session.text(database));
    }
    facts = facts.with("left", left(committed, recorded, isRecorded, up));
    return new StatementException(
        facts.next(next(code, recorded, up)),
        step.step().id(),
        number,
        statement.sql(),
        failure.getCause() instanceof Exception cause ? cause : failure);
  }

  private String left(boolean committed, int recorded, boolean isRecorded, boolean up) {
    String before =
        number == 1
            ? ""
            : committed || !step.inOneTransaction()
                ? Flight.committed(number) + ";\n"
                : "the statements before it are rolled back;\n";
    String own =
        committed
            ? "what this one did before is committed, what it did after it may be;\n"
            : "what this one did before is lost, what it did after it may be committed;\n";
    String history =
        isRecorded
            ? "the revision is recorded as going "
                + (up ? "up" : "down")
                + " at statement "
                + recorded
            : "this could not be recorded";
    return before + own + history;
  }

  private String next(boolean code, int recorded, boolean up) {
    String call = up ? "upgrade()" : "downgrade(…)";
    String whole = recorded == number ? "statement " + number : "the revision";
    return "look at what is there. If nothing of "
        + whole
        + " is, or you have removed it, call\n"
        + "migrator.settle(RevisionId.of(\""
        + step.step().id()
        + "\"), Settlement.NOT_EXECUTED), let the "
        + (code ? "code" : "SQL")
        + " leave the\ntransaction alone, and call "
        + call
        + " again"
        + (recorded == number
            ? "; if all of it is, call settle(…, Settlement.EXECUTED)\nand "
                + call
                + ", which goes on after it"
            : "");
  }
}
