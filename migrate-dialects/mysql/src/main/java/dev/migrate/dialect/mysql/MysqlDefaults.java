package dev.migrate.dialect.mysql;

import dev.migrate.dialect.ansi.AnsiDefaults;
import dev.migrate.schema.BinaryType;
import dev.migrate.schema.CharacterType;
import dev.migrate.schema.CurrentDate;
import dev.migrate.schema.CurrentTimestamp;
import dev.migrate.schema.DataType;
import dev.migrate.schema.DecimalType;
import dev.migrate.schema.EnumLabels;
import dev.migrate.schema.Expression;
import dev.migrate.schema.Literal;
import dev.migrate.schema.Literal.Kind;
import dev.migrate.schema.NativeType;
import dev.migrate.schema.NextValue;
import dev.migrate.schema.SimpleType;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How MySQL and MariaDB write defaults.
 *
 * @see <a href="https://dev.mysql.com/doc/refman/8.4/en/data-type-defaults.html">Defaults in
 *     MySQL</a>
 * @see <a href="https://mariadb.com/kb/en/create-table/#default-column-option">Defaults in
 *     MariaDB</a>
 */
final class MysqlDefaults extends AnsiDefaults {

  private static final Pattern LARGE =
      Pattern.compile("(tiny|medium|long)?(text|blob)\\b.*|json\\b.*|geometry\\b.*|point\\b.*");

  private final MysqlDefinitions mysql;

  MysqlDefaults(MysqlDefinitions definitions, DataType type) {
    super(definitions, type);
    this.mysql = definitions;
  }

  /**
   * In MySQL, what is not kept in the row has only computed defaults. MariaDB cannot store the
   * bytes of a text as the default of a LONGTEXT (it shows them in a way that it does not read
   * again), so text stands in quotes here.
   */
  @Override
  public String visit(Literal value) {
    requireFit(value, type.on(mysql.dialects()));
    boolean text = value.kind() == Kind.TEXT && type.on(mysql.dialects()) != SimpleType.JSON;
    String literal = text ? mysql.mysqlLiterals().quoted(value.text()) : mysql.value(value, type);
    if (mysql.server().isMariadb()) {
      return literal;
    }
    return isLarge(type.on(mysql.dialects()))
        ? computed("a default of a column of type " + type, literal)
        : withoutType(literal, value.kind());
  }

  /** MySQL refuses {@code DEFAULT DATE '2024-07-01'}: {@code Invalid default value}. */
  private static String withoutType(String literal, Kind kind) {
    return switch (kind) {
      case DATE, TIME, TIMESTAMP, TIMESTAMP_WITH_TIME_ZONE ->
          literal.substring(literal.indexOf('\''));
      default -> literal;
    };
  }

  /** A default is checked when it is declared: {@code Invalid default value}. */
  private void requireFit(Literal value, DataType own) {
    boolean fits = true;
    if (own instanceof CharacterType characters) {
      fits = value.text().codePointCount(0, value.text().length()) <= characters.length();
    } else if (own instanceof BinaryType bytes && value.kind() == Kind.BYTES) {
      fits = value.bytes().length <= bytes.length();
    } else if (own instanceof EnumLabels labels) {
      fits = labels.labels().contains(value.text());
    } else if (value.kind() == Kind.NUMBER) {
      fits = new BigDecimal(value.text()).abs().compareTo(limit(own)) < 0;
    }
    if (!fits) {
      throw mysql.unsupported(
          "the default " + value + " of a column of type " + own,
          "give a default that fits the type, or change the default together with the type");
    }
  }

  /** What a number has to be less than; the smallest number of each type is refused with it. */
  private static BigDecimal limit(DataType own) {
    if (own instanceof DecimalType decimal) {
      return BigDecimal.TEN.pow(decimal.precision() - decimal.scale());
    }
    return own instanceof SimpleType simple && simple.isWholeNumber()
        ? BigDecimal.valueOf(2)
            .pow(simple == SimpleType.SMALLINT ? 15 : simple == SimpleType.INTEGER ? 31 : 63)
        : new BigDecimal("1e400");
  }

  private static boolean isLarge(DataType type) {
    return type == SimpleType.TEXT
        || type == SimpleType.BLOB
        || type == SimpleType.JSON
        || (type instanceof NativeType other
            && LARGE.matcher(other.sql().toLowerCase(Locale.ROOT)).matches());
  }

  /** With as many digits as the column has; others are refused. */
  @Override
  public String visit(CurrentTimestamp value) {
    DataType own = type.on(mysql.dialects());
    String now = "CURRENT_TIMESTAMP" + MysqlTypes.digits(MysqlTypeReader.fraction(own));
    return mysql.server().isMariadb() || MysqlTypeReader.isPointInTime(own)
        ? now
        : computed("the default CURRENT_TIMESTAMP of a column of type " + own, now);
  }

  @Override
  public String visit(CurrentDate value) {
    return computed("the default CURRENT_DATE", "CURRENT_DATE");
  }

  @Override
  public String visit(NextValue value) {
    if (!mysql.server().isMariadb()) {
      throw mysql.noSequences("the default " + value);
    }
    return "NEXTVAL(" + mysql.names().name(value.sequence()) + ")";
  }

  @Override
  public String visit(Expression value) {
    String sql = mysql.expression(value);
    return computed("the default " + sql, sql);
  }

  private String computed(String what, String sql) {
    if (!mysql.server().isMariadb() && !mysql.server().isFrom(8, 0, 13)) {
      throw mysql.unsupported(
          what, "use MySQL 8.0.13 or later, or fill the column in the application");
    }
    return "(" + sql + ")";
  }
}
