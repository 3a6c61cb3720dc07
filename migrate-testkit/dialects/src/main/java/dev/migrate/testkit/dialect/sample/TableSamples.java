package dev.migrate.testkit.dialect.sample;

import static dev.migrate.Ddl.*;

import dev.migrate.Operations;
import dev.migrate.schema.DataType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** Samples of operations on tables. */
final class TableSamples {

  private static final UUID SOME_UUID = UUID.fromString("7c9e6679-7425-40de-944b-e07fc1f90ae7");

  private TableSamples() {}

  static void addTables(List<SampleOperations.Sample> all) {
    SampleOperations.add(all, "one column", SampleOperations::nothing, SampleOperations::team);
    SampleOperations.add(
        all,
        "with keys, indexes and comments",
        SampleOperations::team,
        op ->
            op.createTable(
                "account",
                column("id", bigint()).identity(),
                column("team_id", bigint()).notNull(),
                column("login", varchar(64)).notNull().comment("as typed; it's not an e-mail"),
                column("created_at", timestamp()).notNull().defaultTo(currentTimestamp()),
                column("age", smallint()),
                primaryKey("id"),
                unique("login"),
                foreignKey("team_id").references("team").onDelete(CASCADE).onUpdate(RESTRICT),
                check("age >= 0").named("ck_account_age"),
                index("team_id", "created_at"),
                index(desc("created_at"), asc("login")).unique().named("ux_account_newest"),
                comment("who may log in")));
    SampleOperations.add(
        all,
        "of every type",
        SampleOperations::nothing,
        op ->
            op.createTable(
                "everything",
                column("a_boolean", bool()),
                column("a_smallint", smallint()),
                column("an_integer", integer()),
                column("a_bigint", bigint()),
                column("a_real", real()),
                column("a_double", doublePrecision()),
                column("a_decimal", decimal(12, 2)),
                column("a_varchar", varchar(320)),
                column("a_char", character(2)),
                column("a_text", text()),
                column("a_binary", binary(16)),
                column("a_blob", blob()),
                column("a_date", date()),
                column("a_time", time()),
                column("a_short_time", time(0)),
                column("a_timestamp", timestamp()),
                column("a_milli_timestamp", timestamp(3)),
                column("an_instant", timestampWithTimeZone()),
                column("a_short_instant", timestampWithTimeZone(0)),
                column("a_uuid", uuid()),
                column("a_json", json())));
    SampleOperations.add(
        all,
        "with nanoseconds",
        SampleOperations::nothing,
        op -> op.createTable("watch", column("at", timestamp(9))));
    SampleOperations.add(
        all,
        "with lists",
        SampleOperations::nothing,
        op -> op.createTable("lists", column("numbers", array(integer()))));
    SampleOperations.add(
        all,
        "with every kind of default",
        op -> op.createSequence("ticket"),
        op ->
            op.createTable(
                "defaults",
                column("a_boolean", bool()).defaultTo(true),
                column("a_number", decimal(12, 2)).defaultTo(new BigDecimal("-12.50")),
                column("a_text", varchar(320)).defaultTo("it's \\ \"quoted\"; -- \u00fc"),
                column("nothing", varchar(320)).defaultTo(literal(null)),
                column("bytes", binary(4)).defaultTo(new byte[] {0, 10, -1}),
                column("a_date", date()).defaultTo(LocalDate.of(2024, 2, 29)),
                column("a_time", time()).defaultTo(LocalTime.of(10, 0)),
                column("a_timestamp", timestamp()).defaultTo(LocalDateTime.of(2024, 2, 29, 10, 0)),
                column("an_instant", timestampWithTimeZone())
                    .defaultTo(Instant.parse("2024-02-29T10:00:00.5Z")),
                column("a_uuid", uuid()).defaultTo(SOME_UUID),
                column("a_json", json()).defaultTo("{\"it's\": [1, 2]}"),
                column("now", timestamp()).notNull().defaultTo(currentTimestamp()),
                column("today", date()).notNull().defaultTo(currentDate()),
                column("ticket", bigint()).defaultTo(nextValue("ticket")),
                column("computed", integer()).defaultTo(expression("1 + 1"))));
    SampleOperations.add(
        all,
        "with numbers that only the database gives",
        SampleOperations::nothing,
        op ->
            op.createTable("invoice", column("id", integer()).identityAlways(), primaryKey("id")));
    SampleOperations.add(
        all,
        "with a computed column that is kept",
        SampleOperations::nothing,
        op ->
            op.createTable(
                "line",
                column("price", integer()).notNull(),
                column("quantity", integer()).notNull(),
                column("total", integer()).storedAs("price * quantity")));
    SampleOperations.add(
        all,
        "with a computed column that is not kept",
        SampleOperations::nothing,
        op ->
            op.createTable(
                "line",
                column("price", integer()).notNull(),
                column("gross", integer()).virtualAs("price * 2")));
    SampleOperations.add(
        all,
        "with defaults that operators compute",
        SampleOperations::nothing,
        op ->
            op.createTable(
                "flag",
                column("a", bool()).notNull().defaultTo(expression("1 IS NOT NULL")),
                column("b", bool()).notNull().defaultTo(expression("NOT (1 > 2 AND 2 > 1)")),
                column("c", bool()).notNull().defaultTo(expression("1 IN (1, 2)")),
                column("d", bool()).notNull().defaultTo(expression("'a' LIKE 'a%'")),
                column("e", integer()).notNull().defaultTo(expression("1 + 2 * 3"))));
    SampleOperations.add(
        all,
        "with a collation",
        SampleOperations::nothing,
        op -> op.createTable("note", column("body", varchar(100)).collate("de_DE")));
    SampleOperations.add(
        all,
        "with a deferrable foreign key",
        SampleOperations::team,
        op ->
            op.createTable(
                "member",
                column("team_id", bigint()),
                foreignKey("team_id").references("team").initiallyDeferred()));
    SampleOperations.add(
        all,
        "that refers to itself",
        SampleOperations::nothing,
        op ->
            op.createTable(
                "category",
                column("id", integer()).notNull(),
                column("parent_id", integer()),
                primaryKey("id"),
                foreignKey("parent_id").references("category").onDelete(SET_NULL)));
    SampleOperations.add(
        all,
        "that refers to its own unique index",
        SampleOperations::nothing,
        op ->
            op.createTable(
                "category",
                column("code", integer()).notNull(),
                column("parent", integer()),
                foreignKey("parent").references("category", "code"),
                index("code").unique()));
    SampleOperations.add(
        all,
        "that differs by dialect",
        SampleOperations::nothing,
        op ->
            op.createTable(
                "note",
                column("body", tuned(text())).defaultTo(expression("'none'").on(H2, "'nothing'")),
                check(expression("body <> ''").on(H2, "CHAR_LENGTH(body) > 0")).named("ck_body")));
    SampleOperations.add(
        all,
        "with options",
        SampleOperations::nothing,
        op ->
            op.createTable(
                "note",
                column("id", integer()).notNull(),
                primaryKey("id"),
                tableOption(SQLITE, "WITHOUT ROWID"),
                tableOption(MYSQL, "ROW_FORMAT = DYNAMIC"),
                tableOption(POSTGRESQL, "WITH (fillfactor = 70)")));
    SampleOperations.add(
        all,
        "in the database's own types",
        SampleOperations::nothing,
        op -> op.createTable("note", column("body", nativeType("varchar(7)")).notNull()));
    SampleOperations.add(
        all, "with hostile names", SampleOperations::nothing, SampleOperations::hostile);
    SampleOperations.add(
        all,
        "in a schema",
        SampleOperations::billing,
        op ->
            op.createTable(
                "billing.line",
                column("invoice_id", integer()).comment("whose"),
                foreignKey("invoice_id").references("billing.invoice"),
                index("invoice_id")));
    SampleOperations.add(
        all,
        "with an enum type",
        SampleOperations::mood,
        op ->
            op.createTable(
                "diary",
                column("mood", enumType("mood")).notNull().defaultTo("it's ok"),
                column("moods", array(enumType("mood")))));
    SampleOperations.add(all, "plain", SampleOperations::team, op -> op.dropTable("team"));
    SampleOperations.add(
        all, "in a schema", SampleOperations::billing, op -> op.dropTable("billing.invoice"));
    SampleOperations.add(
        all, "plain", SampleOperations::account, op -> op.renameTable("team", "squad"));
    SampleOperations.add(
        all,
        "with constraints that a server names after it",
        op -> {
          SampleOperations.team(op);
          op.createTable(
              "shift",
              column("team_id", bigint()),
              column("hours", integer()),
              foreignKey("team_id").references("team").named("shift_ibfk_1"),
              check("hours > 0").named("shift_chk_1"));
        },
        op -> op.renameTable("shift", "duty"));
    SampleOperations.add(
        all,
        "in a schema, to a reserved word",
        SampleOperations::billing,
        op -> op.renameTable("billing.invoice", "order"));
    SampleOperations.add(
        all, "set", SampleOperations::team, op -> op.commentOnTable("team", comment("it's us")));
    SampleOperations.add(
        all,
        "taken away",
        op -> op.createTable("team", column("id", integer()), comment("us")),
        op -> op.commentOnTable("team", noComment()));
    addOptions(all);
  }

  private static void addOptions(List<SampleOperations.Sample> all) {
    add(
        all,
        "storage",
        op -> op.setTableOption("note", tableOption(POSTGRESQL, "WITH (fillfactor = 70)")));
    add(
        all,
        "row format",
        op -> op.setTableOption("note", tableOption(MYSQL, "ROW_FORMAT = COMPRESSED")));
    add(
        all,
        "variant",
        op -> op.setTableOption("note", tableOption(MARIADB, "ROW_FORMAT = REDUNDANT")));
    add(all, "strict", op -> op.setTableOption("note", tableOption(SQLITE, "STRICT")));
    add(all, "in memory", op -> op.setTableOption("note", tableOption(H2, "NOT PERSISTENT")));
    add(all, "for SQLite alone, taken away", op -> op.clearTableOption("note", SQLITE));
    add(all, "for MySQL alone, taken away", op -> op.clearTableOption("note", MYSQL));
    add(all, "for PostgreSQL alone, taken away", op -> op.clearTableOption("note", POSTGRESQL));
  }

  private static void add(
      List<SampleOperations.Sample> all, String name, Consumer<Operations> change) {
    SampleOperations.add(
        all,
        name,
        op ->
            op.createTable(
                "note",
                column("id", integer()).notNull(),
                column("body", varchar(20)),
                primaryKey("id"),
                tableOption(SQLITE, "WITHOUT ROWID"),
                tableOption(MYSQL, "ROW_FORMAT = DYNAMIC"),
                tableOption(POSTGRESQL, "WITH (fillfactor = 80, parallel_workers = 2)")),
        change);
  }

  private static DataType tuned(DataType type) {
    return type.on(H2, varchar(100)).on(MYSQL, nativeType("mediumtext"));
  }
}
