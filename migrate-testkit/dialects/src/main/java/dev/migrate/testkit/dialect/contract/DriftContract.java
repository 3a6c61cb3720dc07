package dev.migrate.testkit.dialect.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migrate.Lineage;
import dev.migrate.Revision;
import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.RenderContext;
import dev.migrate.dialect.Statement;
import dev.migrate.engine.Migrator;
import dev.migrate.error.MigrateException;
import dev.migrate.operation.Operation;
import dev.migrate.report.Drift;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SchemaDifference;
import dev.migrate.schema.SchemaDifference.Entry;
import dev.migrate.testkit.dialect.database.Snapshot;
import dev.migrate.testkit.dialect.database.TestDatabase;
import dev.migrate.testkit.dialect.sample.CreateOperations;
import dev.migrate.testkit.dialect.sample.PlantedDifferences;
import dev.migrate.testkit.dialect.sample.PlantedDifferences.Plant;
import dev.migrate.testkit.dialect.sample.RandomOperations;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What {@code drift()} finds is what differs, and nothing else: attribute by attribute, also for a
 * user who can only read. A dialect proves it by implementing this interface.
 *
 * <p>{@code -Dmigrate.test.drifts=300} tries more random databases than the usual 10.
 */
public interface DriftContract extends DatabaseContract {

  /** The components whose difference every database shows. */
  Set<String> EVERYWHERE =
      Set.of(
          "Column.name",
          "Column.type",
          "Column.nullable",
          "Column.defaultValue",
          "PrimaryKey.columns",
          "Unique.columns",
          "Check.name",
          "Check.condition",
          "ForeignKey.target",
          "ForeignKey.onDelete",
          "Index.name",
          "Index.keys",
          "Index.isUnique",
          "IndexKey.column",
          "View.name",
          "View.query",
          "Table.name",
          "Table.columns",
          "Table.constraints",
          "Table.indexes");

  /** The same database for a user who can only read it, on read-only connections where they are. */
  DataSource readOnly(DataSource database);

  /** The dialect of the databases. */
  Dialect dialect();

  /**
   * Whether a user who can only read sees what an operation did.
   *
   * @return true unless the catalogue hides it
   */
  default boolean isVisibleToReaders(Operation operation) {
    return true;
  }

  /** How many random databases are tried. */
  default int randomDatabases() {
    return Integer.getInteger("migrate.test.drifts", 10);
  }

  /**
   * Each component of each kind of element, as far as the database stores it: found, and named.
   *
   * @throws SQLException if the database does not work
   */
  @Test
  default void aPlantedDifferenceOfEveryAttributeIsFound() throws SQLException {
    DataSource database = emptyDatabase();
    List<Plant> planted = planted(database);
    Revision declared =
        Revision.of(
            Lineage.of("declared").root(),
            op -> {
              Schema schema = PlantedDifferences.before();
              for (Plant plant : planted) {
                schema = union(schema, plant.declared());
              }
              CreateOperations.of(schema).forEach(op::add);
            });
    Migrator migrator = migrator(database, declared);
    migrator.stampAccepting("the differences are planted", "heads");
    requireFound(planted, migrator.drift(), false);
    requireFound(planted, migrator(readOnly(database), declared).drift(), true);
  }

  private void requireFound(List<Plant> planted, Drift drift, boolean isReader) {
    List<String> wrong = new ArrayList<>();
    Set<String> found = new TreeSet<>();
    for (Plant plant : planted) {
      Set<String> expected = new TreeSet<>();
      stored(plant).entries().stream()
          .filter(entry -> !isUndeclared(entry))
          .forEach(entry -> expected.add(entry.what()));
      Set<String> texts = new TreeSet<>();
      SchemaDifference.between(plant.declared(), plant.live()).entries().stream()
          .filter(entry -> entry.attribute().isPresent())
          .forEach(entry -> texts.add(entry.element().toString()));
      Set<String> seen = new TreeSet<>();
      Set<String> named = new TreeSet<>();
      drift.difference().entries().stream()
          .filter(entry -> plant.has(entry.element().object()))
          .forEach(entry -> seen.add(entry.what()));
      drift.unknown().stream()
          .filter(name -> plant.has(name.object()))
          .forEach(name -> named.add(name.toString()));
      boolean all =
          expected.stream().allMatch(what -> seen.contains(what) || (isReader && !named.isEmpty()));
      boolean nothingElse =
          seen.stream()
              .allMatch(
                  what -> expected.contains(what) || texts.stream().anyMatch(what::startsWith));
      if (!all || !nothingElse) {
        wrong.add(plant + ": expected " + expected + " but found " + seen + ", unknown " + named);
      }
      if (!seen.isEmpty() || !named.isEmpty()) {
        found.add(plant.type().getSimpleName() + "." + plant.component());
      }
    }
    assertEquals("", String.join("\n", wrong));
    Set<String> missed = new TreeSet<>(EVERYWHERE);
    missed.removeAll(found);
    assertEquals(Set.of(), missed, "not found");
  }

  private SchemaDifference stored(Plant plant) {
    return SchemaDifference.between(
        dialect().canonical(plant.declared()), dialect().canonical(plant.live()));
  }

  private static boolean isUndeclared(Entry entry) {
    return entry.isUnexpected() && !entry.element().kind().isPart();
  }

  /** Creates what the database can have. */
  private List<Plant> planted(DataSource database) throws SQLException {
    List<Plant> planted = new ArrayList<>();
    try (Connection connection = database.getConnection()) {
      Schema before = PlantedDifferences.before();
      create(connection, CreateOperations.of(before), Schema.empty());
      for (Plant plant : PlantedDifferences.all()) {
        List<Operation> operations = new ArrayList<>();
        CreateOperations.of(plant.live()).stream()
            .filter(each -> !CreateOperations.of(before).contains(each))
            .forEach(operations::add);
        Schema there =
            plant.live().findTable(before.tables().get(0).name()).isPresent()
                ? before
                : Schema.empty();
        try {
          create(connection, operations, there);
          planted.add(plant);
        } catch (MigrateException | SQLException impossible) {
          // What a database cannot have cannot be planted.
        }
      }
    }
    return planted;
  }

  private void create(Connection connection, List<Operation> operations, Schema before)
      throws SQLException {
    Schema schema = before;
    try (java.sql.Statement statement = connection.createStatement()) {
      for (Operation operation : operations) {
        for (Operation part : operation.on(dialect().names())) {
          for (Statement each : dialect().renderer().render(part, new RenderContext(schema))) {
            statement.execute(each.sql());
          }
          schema = part.applyTo(schema);
        }
      }
    }
  }

  private static Schema union(Schema one, Schema other) {
    Schema union = one;
    for (Operation operation : CreateOperations.of(other)) {
      if (!CreateOperations.of(PlantedDifferences.before()).contains(operation)) {
        union = operation.applyTo(union);
      }
    }
    return union;
  }

  /** What revisions created does not count as drift, whatever it is. */
  @TestFactory
  default Stream<DynamicTest> whatRevisionsCreatedDoesNotCount() {
    return LongStream.rangeClosed(1, randomDatabases())
        .map(number -> number + 1_000L * Math.abs(seed().hashCode() % 1_000))
        .mapToObj(seed -> DynamicTest.dynamicTest("seed " + seed, () -> requireNoDrift(seed)));
  }

  private void requireNoDrift(long seed) throws SQLException {
    DataSource database = emptyDatabase();
    List<Operation> operations =
        RandomOperations.seeded(seed)
            .possibleOn(dialect())
            .where((operation, schema) -> isVisibleToReaders(operation))
            .sequence(25);
    Revision random = Revision.of(Lineage.of("random").root(), op -> operations.forEach(op::add));
    Migrator migrator = migrator(database, random);
    migrator.upgrade();
    Snapshot before = new TestDatabase(database).snapshot();
    for (Migrator each : List.of(migrator, migrator(readOnly(database), random))) {
      Drift drift = each.drift();
      assertTrue(drift.isEmpty(), drift::toString);
      assertEquals(List.of(), drift.undeclared());
      assertTrue(each.check().isContent(), () -> each.check().toString());
      each.validate();
    }
    new TestDatabase(database).snapshot().requireEqual(before);
  }
}
