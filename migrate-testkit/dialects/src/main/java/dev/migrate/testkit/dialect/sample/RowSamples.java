package dev.migrate.testkit.dialect.sample;

import static dev.migrate.Ddl.*;

import dev.migrate.Operations;
import dev.migrate.schema.DialectName;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** Samples of operations on rows, of raw SQL and of code. */
final class RowSamples {

  private static final UUID SOME_UUID = UUID.fromString("7c9e6679-7425-40de-944b-e07fc1f90ae7");

  private RowSamples() {}

  static void addRows(List<SampleOperations.Sample> all) {
    Consumer<Operations> values =
        op ->
            op.createTable(
                "value_of_every_kind",
                column("id", integer()).notNull(),
                column("a_boolean", bool()),
                column("a_decimal", decimal(12, 2)),
                column("a_text", text()),
                column("a_blob", blob()),
                column("a_date", date()),
                column("a_time", time()),
                column("a_timestamp", timestamp()),
                column("an_instant", timestampWithTimeZone()),
                column("a_uuid", uuid()),
                column("a_json", json()),
                primaryKey("id"));
    List<String> columns =
        columns(
            "id",
            "a_boolean",
            "a_decimal",
            "a_text",
            "a_blob",
            "a_date",
            "a_time",
            "a_timestamp",
            "an_instant",
            "a_uuid",
            "a_json");
    SampleOperations.add(
        all,
        "values of every kind",
        values,
        op ->
            op.insert(
                "value_of_every_kind",
                columns,
                row(
                    1,
                    true,
                    new BigDecimal("-12.50"),
                    "it's \\ \"quoted\"; -- \u00fc\u2603\n\tin two lines",
                    new byte[] {0, 10, -1},
                    LocalDate.of(2024, 2, 29),
                    LocalTime.of(10, 0, 0, 1000),
                    LocalDateTime.of(2024, 2, 29, 10, 0),
                    Instant.parse("2024-02-29T23:30:00Z"),
                    SOME_UUID,
                    "{\"it's\": [1, 2]}"),
                row(-2, false, 0, "", new byte[0], null, null, null, null, null, null)));
    SampleOperations.add(
        all,
        "numbers that otherwise only the database gives",
        op -> op.createTable("invoice", column("id", integer()).identityAlways(), primaryKey("id")),
        op -> op.insert("invoice", columns("id"), row(7)));
    SampleOperations.add(
        all,
        "one row",
        SampleOperations::account,
        op ->
            op.update(
                "account",
                set("nickname", "'; DROP TABLE account; --").set("age", null).where("id", 1)));
    SampleOperations.add(
        all,
        "every row",
        SampleOperations::account,
        op -> op.update("account", set("age", 18).inEveryRow()));
    SampleOperations.add(
        all,
        "rows that have nothing",
        SampleOperations::account,
        op -> op.update("account", set("age", 18).where("age", null).and("login", "x")));
    SampleOperations.add(
        all,
        "by one column",
        SampleOperations::account,
        op -> op.delete("account", columns("login"), row("x"), row("it's y")));
    SampleOperations.add(
        all,
        "by one column, with NULL",
        SampleOperations::account,
        op -> op.delete("account", columns("age"), row(1), row((Object) null)));
    SampleOperations.add(
        all,
        "by several columns",
        SampleOperations::account,
        op -> op.delete("account", columns("login", "age"), row("x", 1), row("y", null)));
    SampleOperations.add(
        all,
        "by JSON",
        values,
        op -> op.delete("value_of_every_kind", columns("a_json"), row("{\"a\": 1}")));
  }

  static void addRawSqlAndCode(List<SampleOperations.Sample> all) {
    SampleOperations.add(
        all,
        "that says nothing",
        SampleOperations::account,
        op -> op.execute(sql("UPDATE account SET age = age + 1")));
    SampleOperations.add(
        all,
        "that writes rows, and differs by dialect",
        SampleOperations::account,
        op ->
            op.execute(
                sql("UPDATE account SET nickname = lower(login)")
                    .on(MYSQL, "UPDATE `account` SET nickname = lower(login)")
                    .writes("account", "nickname")));
    SampleOperations.add(
        all,
        "that says what it means",
        SampleOperations::nothing,
        op ->
            op.execute(
                sql("CREATE TABLE legacy (id int)")
                    .means(o -> o.createTable("legacy", column("id", integer())))));
    SampleOperations.add(
        all,
        "for a database that is not there",
        SampleOperations::nothing,
        op -> op.execute(sql("VACUUM").onlyOn(new DialectName("nosuchdb")).needsNoUndo()));
    SampleOperations.add(
        all,
        "that changes rows",
        SampleOperations::account,
        op -> op.run(code("import nicknames", context -> {}).writes("account", "nickname")));
    SampleOperations.add(
        all,
        "for H2 alone",
        SampleOperations::account,
        op -> op.on(H2, h2 -> h2.createIndex("account", index("age"))));
  }
}
