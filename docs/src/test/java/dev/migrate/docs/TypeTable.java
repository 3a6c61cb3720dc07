package dev.migrate.docs;

import static dev.migrate.Ddl.array;
import static dev.migrate.Ddl.bigint;
import static dev.migrate.Ddl.binary;
import static dev.migrate.Ddl.blob;
import static dev.migrate.Ddl.bool;
import static dev.migrate.Ddl.character;
import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.date;
import static dev.migrate.Ddl.decimal;
import static dev.migrate.Ddl.doublePrecision;
import static dev.migrate.Ddl.enumType;
import static dev.migrate.Ddl.integer;
import static dev.migrate.Ddl.json;
import static dev.migrate.Ddl.real;
import static dev.migrate.Ddl.smallint;
import static dev.migrate.Ddl.text;
import static dev.migrate.Ddl.time;
import static dev.migrate.Ddl.timestamp;
import static dev.migrate.Ddl.timestampWithTimeZone;
import static dev.migrate.Ddl.uuid;
import static dev.migrate.Ddl.varchar;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.DialectProvider;
import dev.migrate.dialect.RenderContext;
import dev.migrate.error.UnsupportedByDialectException;
import dev.migrate.operation.CreateTable;
import dev.migrate.schema.DataType;
import dev.migrate.schema.DialectName;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

/** What the types are called on every database, as the newest version that is known. */
final class TypeTable {

  private static final Schema MOOD =
      Schema.empty().with(new EnumType(QualifiedName.of("mood"), List.of("happy", "sad")));

  private TypeTable() {}

  private static Map<String, DataType> types() {
    Map<String, DataType> types = new LinkedHashMap<>();
    types.put("bool()", bool());
    types.put("smallint()", smallint());
    types.put("integer()", integer());
    types.put("bigint()", bigint());
    types.put("real()", real());
    types.put("doublePrecision()", doublePrecision());
    types.put("decimal(10, 2)", decimal(10, 2));
    types.put("varchar(120)", varchar(120));
    types.put("character(2)", character(2));
    types.put("text()", text());
    types.put("binary(20)", binary(20));
    types.put("blob()", blob());
    types.put("date()", date());
    types.put("time()", time());
    types.put("timestamp()", timestamp());
    types.put("timestampWithTimeZone()", timestampWithTimeZone());
    types.put("uuid()", uuid());
    types.put("json()", json());
    types.put("enumType(\"mood\")", enumType("mood"));
    types.put("array(integer())", array(integer()));
    return types;
  }

  static String of(Map<String, DialectName> databases) {
    StringBuilder table = new StringBuilder("| in a revision |");
    databases.keySet().forEach(name -> table.append(' ').append(name).append(" |"));
    table.append("\n|---|").append("---|".repeat(databases.size())).append('\n');
    types()
        .forEach(
            (words, type) -> {
              table.append("| `").append(words).append("` |");
              for (DialectName name : databases.values()) {
                table.append(' ').append(sql(dialect(name), type)).append(" |");
              }
              table.append('\n');
            });
    return table.toString();
  }

  private static Dialect dialect(DialectName name) {
    return ServiceLoader.load(DialectProvider.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(provider -> provider.names().contains(name))
        .findFirst()
        .orElseThrow()
        .dialect(name);
  }

  private static String sql(Dialect dialect, DataType type) {
    Table table = Table.of(QualifiedName.of("t"), List.of(column("c", type)));
    try {
      String sql =
          dialect
              .renderer()
              .render(new CreateTable(table), new RenderContext(MOOD))
              .get(0)
              .sql()
              .replaceAll("\\s+", " ");
      String column = sql.substring(sql.indexOf("( c ") + 4, sql.lastIndexOf(" )"));
      return "`" + column.replaceAll(" (NULL|DEFAULT NULL)$", "").replace("|", "\\|") + "`";
    } catch (UnsupportedByDialectException refused) {
      return "no";
    }
  }
}
