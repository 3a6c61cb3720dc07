package dev.migrate.testkit.dialect.contract;

import static dev.migrate.Ddl.bigint;
import static dev.migrate.Ddl.binary;
import static dev.migrate.Ddl.bool;
import static dev.migrate.Ddl.character;
import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.columns;
import static dev.migrate.Ddl.currentDate;
import static dev.migrate.Ddl.currentTimestamp;
import static dev.migrate.Ddl.date;
import static dev.migrate.Ddl.decimal;
import static dev.migrate.Ddl.doublePrecision;
import static dev.migrate.Ddl.expression;
import static dev.migrate.Ddl.integer;
import static dev.migrate.Ddl.primaryKey;
import static dev.migrate.Ddl.real;
import static dev.migrate.Ddl.row;
import static dev.migrate.Ddl.set;
import static dev.migrate.Ddl.smallint;
import static dev.migrate.Ddl.text;
import static dev.migrate.Ddl.time;
import static dev.migrate.Ddl.timestamp;
import static dev.migrate.Ddl.timestampWithTimeZone;
import static dev.migrate.Ddl.uuid;
import static dev.migrate.Ddl.varchar;
import static dev.migrate.testkit.dialect.contract.Revisions.revision;
import static dev.migrate.testkit.dialect.contract.Revisions.upgrade;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.engine.Migrator;
import dev.migrate.schema.Column;
import dev.migrate.schema.DataType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Rows in revisions: an operation on rows hits those that it names and no others, what is inserted
 * is what was written, and numbers that rows name do not come again. A dialect's test implements
 * this with a database.
 */
public interface RowsContract extends DatabaseContract {

  /** Texts that a comparison may take for equal. */
  private static Consumer<Operations> alike(Column key) {
    return op -> {
      op.createTable("t", key, column("n", integer()));
      op.insert(
          "t",
          columns("k", "n"),
          row("a", 1),
          row("A", 1),
          row("\u00e1", 1),
          row("a ", 1),
          row("ss", 1),
          row("\u00df", 1));
    };
  }

  private static Stream<Column> texts() {
    return Stream.of(column("k", varchar(9)), column("k", text()));
  }

  /**
   * Upper case, accents and spaces at the end distinguish rows.
   *
   * @return a test for each type of text
   */
  @TestFactory
  default Stream<DynamicTest> aDeleteHitsExactlyTheRowsNamed() {
    return texts()
        .map(
            key ->
                dynamicTest(
                    key.type().toString(),
                    () -> {
                      DataSource database = emptyDatabase();
                      Revision r1 = revision("r1", "", alike(key));
                      Revision r2 =
                          revision(
                              "r2", "r1", op -> op.delete("t", columns("k", "n"), row("a", 1)));
                      Revision r3 =
                          revision(
                              "r3",
                              "r2",
                              op -> op.delete("t", columns("k"), row("a "), row("ss"), row("B")));
                      upgrade(migrator(database, r1, r2));
                      assertEquals(List.of("5"), rows(database, "SELECT COUNT(*) FROM t"));
                      upgrade(migrator(database, r1, r2, r3));
                      assertEquals(List.of("3"), rows(database, "SELECT COUNT(*) FROM t"));
                    }));
  }

  /**
   * Likewise for an update.
   *
   * @return a test for each type of text
   */
  @TestFactory
  default Stream<DynamicTest> anUpdateHitsExactlyTheRowsNamed() {
    return texts()
        .map(
            key ->
                dynamicTest(
                    key.type().toString(),
                    () -> {
                      DataSource database = emptyDatabase();
                      Revision r1 = revision("r1", "", alike(key));
                      Revision r2 =
                          revision(
                              "r2",
                              "r1",
                              op ->
                                  op.update(
                                      "t", set("n", 7).where("k", "A").and("n", 1).needsNoUndo()));
                      upgrade(migrator(database, r1, r2));
                      assertEquals(
                          List.of("1"), rows(database, "SELECT COUNT(*) FROM t WHERE n = 7"));
                    }));
  }

  /**
   * A value of any kind is found again by itself.
   *
   * @return a test for each type
   */
  @TestFactory
  default Stream<DynamicTest> aDeleteFindsAValueOfAnyKind() {
    Map<DataType, List<Object>> samples = new LinkedHashMap<>();
    samples.put(bool(), List.of(true, false));
    samples.put(smallint(), List.of(0, -32_768));
    samples.put(bigint(), List.of(Long.MAX_VALUE, Long.MAX_VALUE - 1));
    samples.put(decimal(12, 3), List.of(new BigDecimal("0.1"), new BigDecimal("123456789.125")));
    samples.put(real(), List.of(0.1, 0.2));
    samples.put(doublePrecision(), List.of(0.1, 1e300));
    samples.put(character(3), List.of("ab ", "b"));
    samples.put(binary(4), List.of(new byte[] {0, -1}, new byte[] {0}));
    samples.put(date(), List.of(LocalDate.of(2024, 2, 29), LocalDate.of(1900, 1, 1)));
    samples.put(time(), List.of(LocalTime.of(23, 59, 59, 999_999_000), LocalTime.MIDNIGHT));
    samples.put(
        timestamp(),
        List.of(
            LocalDateTime.of(2024, 2, 29, 10, 0, 0, 1_000), LocalDateTime.of(2024, 2, 29, 10, 0)));
    samples.put(
        timestampWithTimeZone(),
        List.of(Instant.parse("2024-02-29T23:30:00.5Z"), Instant.parse("2024-02-29T23:30:00Z")));
    samples.put(uuid(), List.of(new UUID(1, 2), new UUID(-1, 2)));
    return samples.entrySet().stream()
        .map(
            sample ->
                dynamicTest(
                    sample.getKey().toString(),
                    () -> {
                      DataSource database = emptyDatabase();
                      Object gone = sample.getValue().get(0);
                      Object kept = sample.getValue().get(1);
                      Revision r1 =
                          revision(
                              "r1",
                              "",
                              op -> {
                                op.createTable(
                                    "t", column("k", sample.getKey()), column("n", integer()));
                                op.insert("t", columns("k", "n"), row(gone, 1), row(kept, 2));
                              });
                      Revision r2 =
                          revision(
                              "r2",
                              "r1",
                              op -> {
                                op.update("t", set("n", 3).where("k", kept).needsNoUndo());
                                op.delete("t", columns("k", "n"), row(gone, 1));
                              });
                      upgrade(migrator(database, r1, r2));
                      assertEquals(List.of("3"), rows(database, "SELECT n FROM t"));
                    }));
  }

  /** The time of the run and expressions are values like others. */
  @Test
  default void rowsCanHaveWhatTheDatabaseComputes() {
    DataSource database = emptyDatabase();
    Revision r1 =
        revision(
            "r1",
            "",
            op -> {
              op.createTable(
                  "t",
                  column("id", integer()),
                  column("born", timestamp()),
                  column("seen", timestampWithTimeZone()),
                  column("birth", date()),
                  column("name", varchar(9)),
                  column("n", integer()),
                  primaryKey("id"));
              op.insert(
                  "t",
                  columns("id", "born", "seen", "birth", "name", "n"),
                  row(
                      1,
                      currentTimestamp(),
                      currentTimestamp(),
                      currentDate(),
                      expression("lower('ADA')"),
                      expression("20 + 2")),
                  row(2, null, null, null, "bob", 1));
            });
    Revision r2 =
        revision(
            "r2",
            "r1",
            op ->
                op.update(
                    "t",
                    set("n", expression("n + 1"))
                        .set("born", currentTimestamp())
                        .where("id", 2)
                        .needsNoUndo()));
    Revision r3 =
        revision("r3", "r2", op -> op.insert("t", columns("id", "birth"), row(3, currentDate())));
    Migrator migrator = migrator(database, r1, r2, r3);
    upgrade(migrator);
    assertEquals(
        List.of("1 ada 22", "2 bob 2", "3 null null"),
        rows(database, "SELECT id, name, n FROM t ORDER BY id"));
    assertEquals(List.of("2"), rows(database, "SELECT COUNT(*) FROM t WHERE born IS NOT NULL"));
    assertEquals(
        List.of("1"),
        rows(database, "SELECT COUNT(*) FROM t WHERE seen IS NOT NULL AND birth IS NOT NULL"));
    migrator.downgrade("r2");
    assertEquals(List.of("2"), rows(database, "SELECT COUNT(*) FROM t"));
    migrator.downgrade("base");
  }
}
