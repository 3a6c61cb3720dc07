package dev.migrate.engine.history;

import dev.migrate.RevisionId;
import dev.migrate.dialect.Dialect;
import dev.migrate.engine.connect.Session;
import dev.migrate.error.Facts;
import dev.migrate.report.DatabaseException;
import dev.migrate.report.HistoryException;
import dev.migrate.report.LockException;
import java.sql.SQLException;
import java.util.List;

/** Explains why the history table could not be created, read or written. */
record HistoryFailures(Dialect dialect, HistoryTable table) {

  DatabaseException unreadable(SQLException failure) {
    return new DatabaseException(
        Facts.of("the history table " + table + " cannot be read")
            .with("database", database(failure))
            .with("left", "nothing was changed")
            .next("check the rights of the user, and that the table is the library's own"),
        failure);
  }

  DatabaseException unwritable(String left, SQLException failure) {
    return new DatabaseException(
        Facts.of("the history table " + table + " could not be written")
            .with("database", database(failure))
            .with("left", left)
            .next(
                "check that the database can be written (rights, space, not read-only) and call"
                    + " again:\nit goes on where the history stands"),
        failure);
  }

  DatabaseException notCreated(SQLException failure) {
    return new DatabaseException(
        Facts.of("the history table " + table + " could not be created")
            .with("database", database(failure))
            .with("left", "nothing was changed; no revision ran")
            .next(
                "let the user create tables there, or name another place with "
                    + elsewhere()
                    + ";\na database or connection that is read-only cannot be migrated"),
        failure);
  }

  DatabaseException withoutNamespace(String namespace, DatabaseException failure) {
    return new DatabaseException(
        Facts.of("there is no schema " + namespace + " for the history table")
            .with("table", table.name().toString())
            .with("left", "nothing was changed; no revision ran")
            .next(
                "create the schema by hand and call again; or, if a revision is to"
                    + " create it, keep\nthe history in one that is there: leave"
                    + " historyTable(…) out, or "
                    + elsewhere()),
        failure);
  }

  HistoryException takenForTheSame(RevisionId id, String there, DatabaseException failure) {
    return new HistoryException(
        Facts.of(
                "the history table "
                    + table.name()
                    + " takes "
                    + id
                    + " and "
                    + there
                    + " for the same revision")
            .with("because", "its column id compares texts without case, accents or symbols")
            .with("left", "revision " + id + " is not recorded, and nothing of it was changed")
            .next(
                "give the columns of the history table a binary collation, such as utf8mb4_bin\n"
                    + "on MySQL and MariaDB; or give one of the two another id"),
        List.of(id, RevisionId.of(there)),
        failure);
  }

  static LockException changed(RevisionId id) {
    return new LockException(changedFacts(id));
  }

  static LockException changed(RevisionId id, Throwable cause) {
    return new LockException(changedFacts(id), cause);
  }

  private static Facts changedFacts(RevisionId id) {
    return Facts.of("the history row of revision " + id + " was changed by somebody else")
        .with(
            "left",
            "nothing runs any further here; a statement of the revision may have been\n"
                + "executed that the history does not have")
        .next("find out who else migrates this database, and call again");
  }

  /** What is left of a revision whose row could not be changed. */
  static String left(HistoryEntry entry) {
    return entry
        .flight()
        .map(
            flight ->
                "the history says that revision "
                    + entry.id()
                    + " is at statement "
                    + flight.statement()
                    + ", which may have been\nexecuted; the next call finds out")
        .orElse("the row of revision " + entry.id() + " is as it was, and nothing of it changed");
  }

  private String database(SQLException failure) {
    return dialect.capabilities().database() + ", " + Session.text(failure);
  }

  private String elsewhere() {
    return "historyTable(\"schema." + table.name().name() + "\")";
  }
}
