package dev.migrate.dialect.sqlite;

import dev.migrate.dialect.SessionSetting;
import dev.migrate.dialect.Statement;
import dev.migrate.dialect.Statement.Kind;
import dev.migrate.dialect.Statement.Transaction;
import dev.migrate.operation.ExecuteSql;
import dev.migrate.operation.RenameTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The session settings that statements require, and the check of foreign keys that stands in for
 * one of them.
 *
 * @see <a href="https://www.sqlite.org/pragma.html">PRAGMA statements</a>
 */
final class SqliteSettings {

  private static final Set<Kind> CHANGES_ROWS = Set.of(Kind.DATA, Kind.CODE, Kind.OPAQUE);

  private static final Pattern DROPS_TABLE =
      Pattern.compile("\\bDROP\\s+TABLE\\b", Pattern.CASE_INSENSITIVE);

  /** Has no effect inside of a transaction, so it is switched off before. */
  private static final SessionSetting FOREIGN_KEYS =
      new SessionSetting(
          "PRAGMA foreign_keys",
          "PRAGMA foreign_keys = 0",
          before -> "PRAGMA foreign_keys = " + before,
          "1");

  /** Holds for rows that the revision changes, whatever the connection is set to. */
  private static final SessionSetting FOREIGN_KEYS_HOLD =
      new SessionSetting(
          "PRAGMA foreign_keys",
          "PRAGMA foreign_keys = 1",
          before -> "PRAGMA foreign_keys = " + before,
          "0");

  /** Renaming a table in the old way would not change the foreign keys of others. */
  private static final SessionSetting LEGACY_ALTER_TABLE =
      new SessionSetting(
          "PRAGMA legacy_alter_table",
          "PRAGMA legacy_alter_table = 0",
          before -> "PRAGMA legacy_alter_table = " + before,
          "0");

  /** Switched on for one statement; if that fails, it must not stay so. */
  private static final SessionSetting WRITABLE_SCHEMA =
      new SessionSetting(
          "PRAGMA writable_schema",
          "PRAGMA writable_schema = 0",
          before -> "PRAGMA writable_schema = " + before,
          "0");

  private SqliteSettings() {}

  static List<SessionSetting> of(List<Statement> statements) {
    if (statements.stream().anyMatch(each -> each.transaction() == Transaction.NEEDED)) {
      return List.of(FOREIGN_KEYS, LEGACY_ALTER_TABLE, WRITABLE_SCHEMA);
    }
    List<SessionSetting> settings = new ArrayList<>();
    if (statements.stream().anyMatch(each -> each.part() instanceof RenameTable)) {
      settings.add(LEGACY_ALTER_TABLE);
    }
    boolean rows = statements.stream().anyMatch(each -> CHANGES_ROWS.contains(each.kind()));
    if (rows && statements.stream().noneMatch(SqliteSettings::dropsTable)) {
      settings.add(FOREIGN_KEYS_HOLD);
    }
    return settings;
  }

  /** Where foreign keys hold, dropping a table deletes the rows that refer to it, or fails. */
  private static boolean dropsTable(Statement statement) {
    return statement.part() instanceof ExecuteSql && DROPS_TABLE.matcher(statement.sql()).find();
  }

  /**
   * While a table is rebuilt or raw SQL drops one, foreign keys do not hold for the other
   * statements of the revision either; so all of them are looked at in the end if those changed
   * rows.
   */
  static List<Statement> foreignKeyCheck(List<Statement> statements) {
    boolean unguarded =
        statements.stream()
            .anyMatch(each -> each.transaction() == Transaction.NEEDED || dropsTable(each));
    return statements.stream()
        .filter(each -> unguarded && CHANGES_ROWS.contains(each.kind()))
        .limit(1)
        .map(each -> Statement.check("PRAGMA foreign_key_check", each.part()).insideTransaction())
        .toList();
  }
}
