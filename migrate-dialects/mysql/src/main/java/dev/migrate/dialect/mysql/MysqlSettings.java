package dev.migrate.dialect.mysql;

import dev.migrate.dialect.SessionSetting;
import dev.migrate.dialect.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The session variables that statements require, so that they mean what they say whatever the
 * server or the pool is set to. They are read and set with one query each.
 *
 * @see <a href="https://dev.mysql.com/doc/refman/8.4/en/server-system-variables.html">System
 *     variables of MySQL</a>
 * @see <a href="https://mariadb.com/kb/en/server-system-variables/">and of MariaDB</a>
 */
final class MysqlSettings {

  /** A variable, the value that it needs, and the value that it usually has. */
  private record Variable(String name, String value, String usual) {

    String query() {
      return "@@SESSION." + name;
    }

    String during() {
      return name + " = " + value;
    }

    String remembered() {
      return "@migrate_" + name + " = @@SESSION." + name;
    }

    String recalled() {
      return name + " = @migrate_" + name;
    }

    String restored(String was) {
      boolean number = was.matches("\\d+");
      return name + " = " + (number ? was : "'" + was.replace("'", "''") + "'");
    }
  }

  /** No value of a variable contains it. */
  private static final String SEPARATOR = ";";

  private static final Variable UTC = new Variable("time_zone", "'+00:00'", "SYSTEM");

  /** Otherwise foreign keys are added without a look at the rows, and deletes leave orphans. */
  private static final Variable FOREIGN_KEYS = new Variable("foreign_key_checks", "1", "1");

  /** Otherwise a TIMESTAMP gets a default, and changes with every update of its row. */
  private static final Variable TIMESTAMPS =
      new Variable("explicit_defaults_for_timestamp", "1", "1");

  private MysqlSettings() {}

  static List<SessionSetting> of(List<Statement> statements, MysqlServer server) {
    List<MysqlNeeds> needs = statements.stream().map(MysqlNeeds::new).toList();
    List<Variable> variables = new ArrayList<>();
    if (needs.stream().anyMatch(MysqlNeeds::strictMode)) {
      variables.add(mode(needs, server));
    }
    if (needs.stream().anyMatch(MysqlNeeds::utc)) {
      variables.add(UTC);
    }
    if (needs.stream().anyMatch(MysqlNeeds::foreignKeys)) {
      variables.add(FOREIGN_KEYS);
    }
    if (needs.stream().anyMatch(MysqlNeeds::explicitTimestamps)) {
      variables.add(TIMESTAMPS);
    }
    return variables.isEmpty() ? List.of() : List.of(setting(variables));
  }

  /**
   * A strict mode, in which no value is cut or becomes 0; a backslash escapes, and an empty text is
   * one.
   *
   * @see <a href="https://dev.mysql.com/doc/refman/8.4/en/sql-mode.html">sql_mode in MySQL</a>
   * @see <a href="https://mariadb.com/kb/en/sql-mode/">and in MariaDB</a>
   */
  private static Variable mode(List<MysqlNeeds> needs, MysqlServer server) {
    boolean truncates = server.isMysqlFrom(8, 0, 1) && needs.stream().anyMatch(MysqlNeeds::days);
    String more =
        ",STRICT_ALL_TABLES"
            + (needs.stream().anyMatch(MysqlNeeds::zeros) ? ",NO_AUTO_VALUE_ON_ZERO" : "")
            + (needs.stream().anyMatch(MysqlNeeds::engine) ? ",NO_ENGINE_SUBSTITUTION" : "")
            + (truncates ? ",TIME_TRUNCATE_FRACTIONAL" : "");
    return new Variable(
        "sql_mode",
        "CONCAT(REPLACE(REPLACE(@@SESSION.sql_mode, 'NO_BACKSLASH_ESCAPES', ''),"
            + " 'EMPTY_STRING_IS_NULL', ''), '"
            + more
            + "')",
        "STRICT_TRANS_TABLES");
  }

  private static SessionSetting setting(List<Variable> variables) {
    String read =
        variables.stream()
            .map(Variable::query)
            .collect(Collectors.joining(", ", "SELECT CONCAT_WS('" + SEPARATOR + "', ", ")"));
    String during =
        variables.stream()
            .map(Variable::during)
            .collect(Collectors.joining(", ", "SET SESSION ", ""));
    String usual = variables.stream().map(Variable::usual).collect(Collectors.joining(SEPARATOR));
    return new SessionSetting(read, during, value -> restored(variables, value), usual)
        .inScripts(
            variables.stream()
                .map(Variable::remembered)
                .collect(Collectors.joining(", ", "SET ", "")),
            variables.stream()
                .map(Variable::recalled)
                .collect(Collectors.joining(", ", "SET SESSION ", "")));
  }

  private static String restored(List<Variable> variables, String value) {
    String[] values = value.split(SEPARATOR, -1);
    List<String> assignments = new ArrayList<>();
    for (int i = 0; i < variables.size(); i++) {
      assignments.add(variables.get(i).restored(values[i]));
    }
    return "SET SESSION " + String.join(", ", assignments);
  }
}
