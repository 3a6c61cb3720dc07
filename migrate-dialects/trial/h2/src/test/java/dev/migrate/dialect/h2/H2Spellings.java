package dev.migrate.dialect.h2;

import static dev.migrate.Ddl.bigint;
import static dev.migrate.Ddl.blob;
import static dev.migrate.Ddl.bool;
import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.date;
import static dev.migrate.Ddl.decimal;
import static dev.migrate.Ddl.expression;
import static dev.migrate.Ddl.integer;
import static dev.migrate.Ddl.nativeType;
import static dev.migrate.Ddl.text;
import static dev.migrate.Ddl.timestamp;
import static dev.migrate.Ddl.timestampWithTimeZone;
import static dev.migrate.Ddl.type;
import static dev.migrate.Ddl.uuid;
import static dev.migrate.Ddl.varchar;

import dev.migrate.Operations;
import dev.migrate.schema.DataType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Words that H2 does not keep. */
final class H2Spellings {

  private H2Spellings() {}

  static Map<String, BiConsumer<Operations, String>> all() {
    Map<String, BiConsumer<Operations, String>> all = new LinkedHashMap<>();
    types()
        .forEach(
            type ->
                all.put(
                    "type " + type,
                    (op, table) -> op.addColumn(table, column("c", nativeType(type)))));
    all.put(
        "another type", (op, table) -> op.alterColumn(table, "n", type(nativeType("varchar2(9)"))));
    defaults()
        .forEach(
            (text, type) ->
                all.put(
                    "default " + text,
                    (op, table) ->
                        op.addColumn(table, column("c", type).defaultTo(expression(text)))));
    for (String sequence : List.of("PUBLIC.s_", "public . s_")) {
      all.put(
          "next value for " + sequence,
          (op, table) -> {
            op.createSequence("s_" + table);
            op.addColumn(
                table,
                column("c", integer()).defaultTo(expression("NEXT VALUE FOR " + sequence + table)));
          });
    }
    all.put(
        "next value for a quoted sequence",
        (op, table) -> {
          String name = ("s_" + table).toUpperCase();
          op.createSequence("s_" + table);
          op.addColumn(
              table,
              column("c", integer()).defaultTo(expression("NEXT VALUE FOR \"" + name + "\"")));
        });
    return all;
  }

  private static List<String> types() {
    return List.of(
        "varchar",
        "text",
        "longtext",
        "bytea",
        "number(10,2)",
        "number",
        "varchar2(5)",
        "varchar2",
        "nvarchar(5)",
        "nchar(3)",
        "nchar",
        "char varying(7)",
        "clob(10K)",
        "character large object(5)",
        "blob(10)",
        "raw(8)",
        "raw",
        "bit",
        "mediumint",
        "tinyint",
        "int4",
        "nclob",
        "other",
        "java_object",
        "row(a int, b varchar(5))",
        "varchar_ignorecase(5)",
        "time with time zone",
        "timestamp(3) without time zone",
        "interval day to second",
        "float(10)",
        "decfloat",
        "int array",
        "int array[3]",
        "varbinary",
        "long raw",
        "signed");
  }

  private static Map<String, DataType> defaults() {
    Map<String, DataType> defaults = new LinkedHashMap<>();
    defaults.put("0x1F", integer());
    defaults.put("1_000", integer());
    defaults.put("(1 + 2) * 3", bigint());
    defaults.put("1.50", decimal(5, 1));
    defaults.put("$$a$$", varchar(5));
    defaults.put("NOT TRUE", bool());
    defaults.put("UPPER('a')", varchar(5));
    defaults.put("N'x'", varchar(5));
    defaults.put("U&'\\00e4'", varchar(5));
    defaults.put("'a' || 'b' || 'c'", text());
    defaults.put("CAST('7' AS INTEGER)", integer());
    defaults.put("'2024-01-01'", date());
    defaults.put("DATE '2024-1-1'", date());
    defaults.put("'2024-01-01 10:00:00'", timestamp());
    defaults.put("'2024-01-01 10:00:00+02'", timestampWithTimeZone());
    defaults.put("LOCALTIMESTAMP", timestamp());
    defaults.put("RANDOM_UUID()", uuid());
    defaults.put("'a0eebc999c0b4ef8bb6d6bb9bd380a11'", uuid());
    defaults.put("X'0a'", blob());
    return defaults;
  }
}
