package dev.migrate.dialect;

import dev.migrate.operation.Operation;
import dev.migrate.operation.RawOperation;
import dev.migrate.schema.ElementName;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * One statement of a script, and what it does.
 *
 * @param kind how it is carried out, and what can be known after a crash
 * @param sql the SQL without a closing semicolon; for code, a description
 * @param part the change that this statement makes: the operation itself, or the part of it that
 *     this one of several statements carries out; where several operations are carried out
 *     together, one of them
 * @param transaction whether it runs inside of a transaction
 * @param cleanup what removes the remains of an attempt that failed or was killed, before the
 *     statement is tried again
 * @param restates elements that the database knows afterwards only as the model has them: it
 *     forgets what the statement does not repeat, such as attributes of a column in MySQL's {@code
 *     MODIFY}. Named as before the statement. What {@code part} drops need not be named.
 */
public record Statement(
    Kind kind,
    String sql,
    Operation part,
    Transaction transaction,
    Optional<Cleanup> cleanup,
    Set<ElementName> restates) {

  /**
   * How the remains of an attempt are removed.
   *
   * @param query finds a row if there are remains, and if they are surely the attempt's own
   * @param removal removes them
   */
  public record Cleanup(String query, String removal) {

    /** Checks that all is there. */
    public Cleanup {
      Objects.requireNonNull(query, "query");
      Objects.requireNonNull(removal, "removal");
    }
  }

  /** How a statement is carried out, and what can be known after a crash. */
  public enum Kind {
    /**
     * Changes the schema as {@link Statement#part} does. Whether it ran can be seen by looking;
     * where it cannot, because the database stores the same before and after, running it again
     * changes nothing.
     */
    STRUCTURE,
    /** Changes rows only, so it shares a transaction with the history. */
    DATA,
    /** Raw SQL that does not declare what it does to the schema; whether it ran cannot be seen. */
    OPAQUE,
    /** Java code; shares a transaction with the history. */
    CODE,
    /**
     * A query that finds nothing if all is well. A row that it finds makes the revision fail, and
     * is shown.
     */
    CHECK
  }

  /** Whether a statement runs inside of a transaction, where the database has the choice. */
  public enum Transaction {
    /** Both will do. */
    EITHER,
    /** It is safe only together with the rest of the revision. */
    NEEDED,
    /** The database refuses it inside of one, so the revision runs statement by statement. */
    FORBIDDEN
  }

  /** Checks that all is there. */
  public Statement {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(sql, "sql");
    Objects.requireNonNull(part, "part");
    Objects.requireNonNull(transaction, "transaction");
    Objects.requireNonNull(cleanup, "cleanup");
    restates = Set.copyOf(restates);
  }

  /**
   * A statement that runs inside of a transaction or not, and leaves nothing behind if it fails.
   *
   * @param kind how it is carried out
   * @param sql the SQL
   * @param part the change that it makes
   */
  public Statement(Kind kind, String sql, Operation part) {
    this(kind, sql, part, Transaction.EITHER, Optional.empty(), Set.of());
  }

  /**
   * A statement that changes the schema.
   *
   * @param sql the SQL
   * @param part the change that it makes
   * @return the statement
   */
  public static Statement structure(String sql, Operation part) {
    return new Statement(Kind.STRUCTURE, sql, part);
  }

  /**
   * A statement that changes rows.
   *
   * @param sql the SQL
   * @param part the change that it makes
   * @return the statement
   */
  public static Statement data(String sql, Operation part) {
    return new Statement(Kind.DATA, sql, part);
  }

  /**
   * A query that must find nothing.
   *
   * @param sql the query
   * @param part the change after which it is asked
   * @return the statement
   */
  public static Statement check(String sql, Operation part) {
    return new Statement(Kind.CHECK, sql, part);
  }

  /**
   * The same, safe only together with the rest of the revision.
   *
   * @return a copy
   */
  public Statement insideTransaction() {
    return new Statement(kind, sql, part, Transaction.NEEDED, cleanup, restates);
  }

  /**
   * The same, which the database refuses inside of a transaction.
   *
   * @return a copy
   */
  public Statement outsideTransaction() {
    return new Statement(kind, sql, part, Transaction.FORBIDDEN, cleanup, restates);
  }

  /**
   * A copy with SQL that cleans up after a failed attempt.
   *
   * @param query finds a row if there are remains, and if they are surely the attempt's own
   * @param removal removes them
   * @return a copy
   */
  public Statement cleanedBy(String query, String removal) {
    return new Statement(
        kind, sql, part, transaction, Optional.of(new Cleanup(query, removal)), restates);
  }

  /**
   * The same SQL, which makes another change of the model.
   *
   * @param other the change
   * @return a copy
   */
  public Statement carryingOut(Operation other) {
    return new Statement(kind, sql, other, transaction, cleanup, restates);
  }

  /**
   * The same, which makes the database forget what it does not repeat of these elements. Before
   * anything runs, each of them is compared with the live one, and a difference is refused.
   *
   * @param first an element, named as before the statement; a table stands for all its parts too
   * @param more further elements
   * @return a copy
   */
  public Statement restating(ElementName first, ElementName... more) {
    Set<ElementName> all = new HashSet<>(restates);
    all.add(first);
    all.addAll(List.of(more));
    return new Statement(kind, sql, part, transaction, cleanup, all);
  }

  /**
   * Whether somebody else wrote it, so that it may do anything: raw SQL or code.
   *
   * @return whether it is
   */
  public boolean isForeign() {
    return part instanceof RawOperation;
  }

  @Override
  public String toString() {
    return sql;
  }
}
