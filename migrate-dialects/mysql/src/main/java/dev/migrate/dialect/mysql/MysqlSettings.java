package dev.migrate.dialect.mysql;

import dev.migrate.dialect.SessionSetting;
import dev.migrate.dialect.Statement;
import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.Assignment;
import dev.migrate.operation.DeleteRows;
import dev.migrate.operation.InsertRows;
import dev.migrate.operation.Operation;
import dev.migrate.operation.Row;
import dev.migrate.operation.UpdateRows;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.Literal;
import dev.migrate.schema.Literal.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the session has to be set to, so that statements mean what they say.
 *
 * <ul>
 *   <li>Where values are written or converted, {@code sql_mode} is strict: otherwise text that is
 *       too long is cut, and NULL becomes 0. A 0 is a 0 in a column that numbers its rows. A
 *       backslash in quotes, as comments and labels may have one, escapes.
 *   <li>Where an instant is written, {@code time_zone} is UTC.
 * </ul>
 *
 * @see <a href="https://dev.mysql.com/doc/refman/8.4/en/sql-mode.html">sql_mode in MySQL</a>
 * @see <a href="https://mariadb.com/kb/en/sql-mode/">and in MariaDB</a>
 */
final class MysqlSettings {

  private static final SessionSetting STRICT = mode("STRICT_ALL_TABLES");

  private static final SessionSetting STRICT_WITH_ZERO =
      mode("STRICT_ALL_TABLES,NO_AUTO_VALUE_ON_ZERO");

  private static final SessionSetting UTC =
      new SessionSetting(
          "SELECT @@SESSION.time_zone",
          "SET SESSION time_zone = '+00:00'",
          value -> "SET SESSION time_zone = '" + value.replace("'", "''") + "'",
          "SYSTEM");

  /** An instant in a statement of the structure; as a default, MySQL takes it without its type. */
  private static final Pattern INSTANT =
      Pattern.compile("TIMESTAMP '|TIMESTAMP(\\(\\d\\))?( NOT)? NULL DEFAULT '");

  private MysqlSettings() {}

  private static SessionSetting mode(String more) {
    return new SessionSetting(
        "SELECT @@SESSION.sql_mode",
        "SET SESSION sql_mode = CONCAT(REPLACE(@@SESSION.sql_mode, 'NO_BACKSLASH_ESCAPES', ''),"
            + " ',"
            + more
            + "')",
        value -> "SET SESSION sql_mode = '" + value.replace("'", "''") + "'",
        "STRICT_TRANS_TABLES");
  }

  static List<SessionSetting> of(List<Statement> statements) {
    List<SessionSetting> settings = new ArrayList<>();
    if (statements.stream().anyMatch(MysqlSettings::isStrict)) {
      boolean zero =
          statements.stream().flatMap(s -> literals(s.part())).anyMatch(MysqlSettings::isZero);
      settings.add(zero ? STRICT_WITH_ZERO : STRICT);
    }
    if (statements.stream().anyMatch(MysqlSettings::hasInstant)) {
      settings.add(UTC);
    }
    return settings;
  }

  private static boolean isStrict(Statement statement) {
    Operation part = statement.part();
    return part instanceof AlterColumn
        || part instanceof InsertRows
        || part instanceof UpdateRows
        || statement.sql().contains("\\\\");
  }

  private static boolean isZero(Literal literal) {
    return literal.kind() == Kind.NUMBER && new BigDecimal(literal.text()).signum() == 0;
  }

  /** A definition that is restated may have a default that its operation does not mention. */
  private static boolean hasInstant(Statement statement) {
    return statement.kind() == Statement.Kind.STRUCTURE
        ? INSTANT.matcher(statement.sql()).find()
        : literals(statement.part())
            .anyMatch(literal -> literal.kind() == Kind.TIMESTAMP_WITH_TIME_ZONE);
  }

  private static Stream<Literal> literals(Operation part) {
    if (part instanceof InsertRows insert) {
      return constants(insert.rows().stream().map(Row::values).flatMap(List::stream));
    } else if (part instanceof DeleteRows delete) {
      return constants(delete.rows().stream().map(Row::values).flatMap(List::stream));
    } else if (part instanceof UpdateRows update) {
      return constants(
          Stream.concat(
                  update.change().assignments().stream(), update.change().conditions().stream())
              .map(Assignment::value));
    }
    return Stream.empty();
  }

  private static Stream<Literal> constants(Stream<DefaultValue> values) {
    return values.filter(Literal.class::isInstance).map(Literal.class::cast);
  }
}
