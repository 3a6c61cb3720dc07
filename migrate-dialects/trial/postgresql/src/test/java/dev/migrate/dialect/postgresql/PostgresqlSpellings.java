package dev.migrate.dialect.postgresql;

import static dev.migrate.Ddl.asc;
import static dev.migrate.Ddl.blob;
import static dev.migrate.Ddl.bool;
import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.date;
import static dev.migrate.Ddl.decimal;
import static dev.migrate.Ddl.expression;
import static dev.migrate.Ddl.index;
import static dev.migrate.Ddl.integer;
import static dev.migrate.Ddl.nativeType;
import static dev.migrate.Ddl.text;
import static dev.migrate.Ddl.time;
import static dev.migrate.Ddl.timestamp;
import static dev.migrate.Ddl.timestampWithTimeZone;
import static dev.migrate.Ddl.type;
import static dev.migrate.Ddl.uuid;
import static dev.migrate.Ddl.varchar;

import dev.migrate.Operations;
import dev.migrate.schema.DataType;
import dev.migrate.schema.Expression;
import dev.migrate.schema.IndexKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Words that PostgreSQL does not keep. */
final class PostgresqlSpellings {

  private PostgresqlSpellings() {}

  static Map<String, BiConsumer<Operations, String>> all() {
    Map<String, BiConsumer<Operations, String>> all = new LinkedHashMap<>();
    operatorClasses().forEach((name, type) -> all.put(name, operatorClass(name, type)));
    for (String key : List.of("n COLLATE \"C\"", "(n)", "((id))", "lower(n)", "n || 'x'")) {
      all.put(
          "index on " + key,
          (op, table) ->
              op.createIndex(
                  table, index(IndexKey.expression(Expression.of(key))).named("ix_" + table)));
    }
    for (String type :
        List.of(
            "varbit(8)",
            "VARBIT",
            "timetz(3)",
            "decimal(3,5)",
            "decimal(5,-2)",
            "nchar(3)",
            "nchar",
            "national character(3)",
            "national character varying(4)",
            "national char varying(4)",
            "pg_catalog.\"bit\"(3)",
            "bit",
            "pg_catalog.int4",
            "\"varchar\"(5)",
            "interval day to second(3)",
            "timestamptz(2)",
            "float(3)",
            "int4[3]",
            "integer array",
            "json",
            "character varying",
            "bpchar",
            "pg_catalog.text",
            "numeric",
            "dec(4)",
            "\"char\"",
            "int4range",
            "name")) {
      all.put("type " + type, (op, table) -> op.addColumn(table, column("c", nativeType(type))));
    }
    all.put(
        "another type",
        (op, table) -> op.alterColumn(table, "n", type(nativeType("national char varying(9)"))));
    all.put(
        "a time beyond the last microsecond",
        (op, table) ->
            op.addColumn(
                table, column("c", time(6)).defaultTo(expression("'23:59:59.999999999'"))));
    defaults().forEach((text, type) -> all.put("default " + text, defaultTo(text, type)));
    all.put(
        "a sequence by its schema",
        (op, table) -> {
          op.createSequence("s_" + table);
          op.addColumn(
              table,
              column("c", integer()).defaultTo(expression("nextval('public.s_" + table + "')")));
        });
    return all;
  }

  private static Map<String, String> operatorClasses() {
    Map<String, String> classes = new LinkedHashMap<>();
    classes.put("inet_ops", "inet");
    classes.put("macaddr8_ops", "macaddr8");
    classes.put("money_ops", "money");
    classes.put("pg_lsn_ops", "pg_lsn");
    classes.put("xid8_ops", "xid8");
    classes.put("multirange_ops", "int4multirange");
    classes.put("pg_catalog.text_ops", "text");
    classes.put("varchar_pattern_ops", "varchar(5)");
    classes.put("gist point_ops", "point");
    classes.put("gist inet_ops", "inet");
    classes.put("brin int4_minmax_ops", "integer");
    classes.put("brin int4_bloom_ops", "integer");
    classes.put("gin jsonb_ops", "jsonb");
    classes.put("gin array_ops", "text[]");
    classes.put("hash text_ops", "text");
    return classes;
  }

  private static BiConsumer<Operations, String> operatorClass(String name, String type) {
    String[] words = name.split(" ");
    String operatorClass = words[words.length - 1];
    return (op, table) -> {
      op.addColumn(table, column("c", nativeType(type)));
      var index = index(asc("c").operatorClass(operatorClass)).named("ix_" + table);
      op.createIndex(table, words.length == 1 ? index : index.using(words[0]));
    };
  }

  private static Map<String, DataType> defaults() {
    Map<String, DataType> defaults = new LinkedHashMap<>();
    defaults.put("CAST('a' AS text)", text());
    defaults.put("'a'::varchar(1)", varchar(5));
    defaults.put("0x1F", integer());
    defaults.put("1_000", integer());
    defaults.put("+5", integer());
    defaults.put("- 5", integer());
    defaults.put("-(5)", integer());
    defaults.put("2 + 3", integer());
    defaults.put("1.50", decimal(5, 1));
    defaults.put("$$a$$", text());
    defaults.put("$q$it's$q$", varchar(9));
    defaults.put("E'a\\nb'", text());
    defaults.put("U&'\\0061'", text());
    defaults.put("'a'\n'b'", text());
    defaults.put("'Y'", bool());
    defaults.put("NOT false", bool());
    defaults.put("'20240101'", date());
    defaults.put("'January 8, 1999'", date());
    defaults.put("'epoch'", timestamp());
    defaults.put("'infinity'", timestamp());
    defaults.put("'10:00 PM'", time());
    defaults.put("'2024-01-01 10:00'", timestampWithTimeZone());
    defaults.put("'2024-01-01 10:00+02'", timestampWithTimeZone());
    defaults.put("'a0eebc999c0b4ef8bb6d6bb9bd380a11'", uuid());
    defaults.put("'abc'", blob());
    defaults.put("E'\\\\\\\\'", blob());
    defaults.put("'{}'", nativeType("jsonb"));
    defaults.put("ARRAY[1,2]", nativeType("integer[]"));
    defaults.put("'1 day'", nativeType("interval"));
    defaults.put("localtimestamp", timestamp());
    defaults.put("now()", timestampWithTimeZone());
    defaults.put("upper('a')", text());
    defaults.put("nullif('a', '')", text());
    defaults.put("gen_random_uuid()", uuid());
    return defaults;
  }

  private static BiConsumer<Operations, String> defaultTo(String text, DataType type) {
    return (op, table) -> op.addColumn(table, column("c", type).defaultTo(expression(text)));
  }
}
