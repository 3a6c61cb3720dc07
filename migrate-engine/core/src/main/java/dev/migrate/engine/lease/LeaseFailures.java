package dev.migrate.engine.lease;

import dev.migrate.dialect.Capabilities;
import dev.migrate.dialect.Dialect;
import dev.migrate.engine.connect.Session;
import dev.migrate.error.Facts;
import dev.migrate.error.UnsupportedByDialectException;
import dev.migrate.report.DatabaseException;
import dev.migrate.report.LockException;
import dev.migrate.schema.QualifiedName;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/** Explains what can go wrong with a lease. */
final class LeaseFailures {

  private static final String STOPPED =
      "nothing runs any further here, and nothing more is recorded; the history says how\n"
          + "far the revision is, and whoever has the lease goes on from there";

  private LeaseFailures() {}

  /** Asks the database who holds the lease. */
  interface Question {
    Optional<String> ask() throws SQLException;
  }

  static LockException lost(Question holder, Optional<SQLException> cause) {
    String text;
    try {
      text = holder.ask().orElse("nobody");
    } catch (SQLException unknown) {
      text = "unknown"; // in a transaction that failed nothing can be asked
    }
    return new LockException(
        Facts.of("the lease of this process is lost: it was not renewed in time")
            .with("holder", text)
            .with("left", STOPPED)
            .next(
                "call again. If this process pauses for long, or its network does, give the lease\n"
                    + "a greater length with lease(…)"),
        cause.orElse(null));
  }

  static LockException overdue(Duration length, Optional<Exception> cause) {
    Facts facts =
        Facts.of("the lease could not be renewed for " + length.toMillis() + " ms, its length");
    if (cause.isPresent()) {
      Exception failure = cause.orElseThrow();
      facts =
          facts.with(
              "problem",
              failure instanceof SQLException database
                  ? Session.text(database)
                  : String.valueOf(failure.getMessage()));
    }
    return new LockException(
        facts
            .with("left", STOPPED)
            .next("check that the database can be reached, and call again: it goes on"),
        cause.orElse(null));
  }

  static DatabaseException notCreated(QualifiedName table, SQLException failure) {
    return new DatabaseException(
        Facts.of("the table " + table + " of the lease could not be created")
            .with("database", Session.text(failure))
            .with("left", "nothing was changed by this call")
            .next(
                "let the user create tables there, or keep the history elsewhere: historyTable(…)"),
        failure);
  }

  /** A name that is cut would be another table's. */
  static void requireName(Dialect dialect, QualifiedName table) {
    Capabilities limits = dialect.capabilities();
    int length =
        limits.nameLengthInBytes()
            ? table.name().getBytes(StandardCharsets.UTF_8).length
            : table.name().codePointCount(0, table.name().length());
    if (length > limits.nameLength()) {
      throw new UnsupportedByDialectException(
          "a table of the name " + table.name() + ", which a lease needs",
          limits.database(),
          "give the history table a shorter name, by " + (length - limits.nameLength()));
    }
  }

  /** This process, for others. */
  static String process() {
    return "process " + ProcessHandle.current().pid() + " on " + host();
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException unknown) {
      return "an unknown host";
    }
  }
}
