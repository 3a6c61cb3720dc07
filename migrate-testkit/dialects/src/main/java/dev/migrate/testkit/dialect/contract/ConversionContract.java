package dev.migrate.testkit.dialect.contract;

import static dev.migrate.Ddl.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.migrate.Lineage;
import dev.migrate.Revision;
import dev.migrate.engine.Migrator;
import dev.migrate.report.PlanException;
import dev.migrate.report.StatementException;
import dev.migrate.schema.DataType;
import dev.migrate.testkit.dialect.database.TestDatabase;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * A column with rows gets another type: every database makes the same of them, or the change is
 * refused. A dialect's test implements this with a database.
 */
public interface ConversionContract extends DatabaseContract {

  /** What has no obvious meaning: the date that a number is, the number that a label is. */
  @TestFactory
  default Stream<DynamicTest> whatHasNoObviousMeaningIsRefused() {
    List<DataType> kinds =
        List.of(integer(), date(), time(), uuid(), enumType("size"), timestamp(), bool());
    return kinds.stream()
        .flatMap(from -> kinds.stream().filter(to -> isUnclear(from, to)).map(to -> pair(from, to)))
        .map(pair -> dynamicTest(pair.toString(), () -> requireRefused(pair.get(0), pair.get(1))));
  }

  private static List<DataType> pair(DataType from, DataType to) {
    return List.of(from, to);
  }

  private static boolean isUnclear(DataType from, DataType to) {
    List<DataType> numbers = List.of(integer(), bool());
    return !from.equals(to)
        && !(numbers.contains(from) && numbers.contains(to))
        && !(from.equals(timestamp()) && List.of(date(), time()).contains(to))
        && !(from.equals(date()) && to.equals(timestamp()));
  }

  private void requireRefused(DataType from, DataType to) throws SQLException {
    Migrator migrator = new TestDatabase(emptyDatabase()).migrator(revisions(from, to, null));
    migrator.upgrade("r1");
    PlanException refused = assertThrows(PlanException.class, migrator::upgrade);
    assertTrue(refused.getMessage().contains("nothing ran"), refused::getMessage);
  }

  /** The second label is not the label {@code 2}. */
  @Test
  default void aTextThatIsNotALabelBecomesNone() throws SQLException {
    requireKept(varchar(20), enumType("size"), "2");
  }

  @Test
  default void aTextThatIsNeitherTrueNorFalseBecomesNeither() throws SQLException {
    requireKept(varchar(20), bool(), "abc");
  }

  private void requireKept(DataType from, DataType to, String value) throws SQLException {
    TestDatabase database = new TestDatabase(emptyDatabase());
    Migrator migrator = database.migrator(revisions(from, to, value));
    migrator.upgrade("r1");
    assertThrows(StatementException.class, migrator::upgrade);
    assertEquals(List.of(value), database.query("SELECT v FROM e"));
  }

  @Test
  default void aUuidBecomesItsTextOrTheChangeIsRefused() throws SQLException {
    UUID value = UUID.fromString("00000000-0000-0000-0000-00000000000a");
    TestDatabase database = new TestDatabase(emptyDatabase());
    Migrator migrator = database.migrator(revisions(uuid(), varchar(36), value));
    migrator.upgrade("r1");
    try {
      migrator.upgrade();
      assertEquals(List.of(value.toString()), database.query("SELECT v FROM e"));
    } catch (PlanException refused) {
      assertTrue(refused.getMessage().contains("nothing ran"), refused::getMessage);
    }
  }

  @Test
  default void aTimestampBecomesItsTime() throws SQLException {
    TestDatabase database = new TestDatabase(emptyDatabase());
    LocalDateTime value = LocalDateTime.of(2020, 1, 2, 23, 4, 5);
    Migrator migrator = database.migrator(revisions(timestamp(), time(), value));
    migrator.upgrade();
    String time = database.query("SELECT v FROM e").get(0);
    assertTrue(time.startsWith("23:04:05"), time);
  }

  @Test
  default void aTimestampBecomesItsDay() throws SQLException {
    TestDatabase database = new TestDatabase(emptyDatabase());
    LocalDateTime value = LocalDateTime.of(2020, 1, 2, 23, 59, 59, 999_999_000);
    Migrator migrator = database.migrator(revisions(timestamp(), date(), value));
    migrator.upgrade();
    assertEquals(List.of("2020-01-02"), database.query("SELECT v FROM e"));
  }

  private static Revision[] revisions(DataType from, DataType to, @Nullable Object value) {
    Revision given =
        Revision.of(
            Lineage.of("r1").root(),
            op -> {
              op.createEnumType("size", "small", "large");
              op.createTable("e", column("id", integer()), column("v", from), primaryKey("id"));
              op.insert("e", columns("id", "v"), row(1, value));
            });
    Revision changed =
        Revision.of(Lineage.of("r2").after("r1"), op -> op.alterColumn("e", "v", type(to)));
    return new Revision[] {given, changed};
  }
}
