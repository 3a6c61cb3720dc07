package dev.migrate.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.Lineage;
import dev.migrate.Operations;
import dev.migrate.Recording;
import dev.migrate.Revision;
import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Statement;
import dev.migrate.engine.Migrator;
import dev.migrate.error.MigrateException;
import dev.migrate.operation.Operation;
import dev.migrate.report.SchemaMismatchException;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SchemaDifference;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** A database is adopted; then an attribute of it is changed, and the stamp names just that. */
class PlantedDifferencesTest {

  /** Databases spell these in their own way. */
  private static final List<String> TEXTS = List.of(": condition", ": computation", ": query");

  private static final String AT_COLUMN = "constraint item_b of table item: at column";

  private static final String CHECK_NOT_VALID = "constraint item_b of table item: not valid";

  private static final String KEY_NOT_VALID = "constraint item_place of table item: not valid";

  /** On servers, every so many changes are tried. */
  private static final int STEP = Integer.getInteger("migrate.test.planted.step", 4);

  @Test
  void h2() throws SQLException {
    Set<String> unknown = Set.of(AT_COLUMN, CHECK_NOT_VALID, KEY_NOT_VALID, "table item: options");
    requireFound(MemoryEngine.H2, "", 1, unknown);
  }

  @Test
  void sqlite() throws SQLException {
    Set<String> unknown =
        Set.of(
            AT_COLUMN,
            CHECK_NOT_VALID,
            KEY_NOT_VALID,
            "column item.a: comment",
            "table item: comment");
    requireFound(MemoryEngine.SQLITE, "NOCASE", 1, unknown);
  }

  @Test
  void postgresql() throws SQLException {
    Set<String> unknown = Set.of(AT_COLUMN, "index item_index of table item: invisible");
    requireFound(ServerEngine.POSTGRESQL, "C", STEP, unknown);
  }

  @Test
  void mariadb() throws SQLException {
    requireFound(ServerEngine.MARIADB, "utf8mb4_bin", STEP, Set.of(CHECK_NOT_VALID, KEY_NOT_VALID));
  }

  /** A database with a baseline, for as many changes as can be taken back. */
  private static final class Adopted implements AutoCloseable {

    private final LiveSchema live;
    private final Connection connection;
    private final Migrator migrator;
    private final Schema schema;

    Adopted(TestEngine engine, Dialect dialect) throws SQLException {
      DataSource database = engine.emptyDatabase();
      connection = database.getConnection();
      live = new LiveSchema(dialect, connection);
      Schema made = Schema.empty();
      for (Consumer<Operations> part :
          List.<Consumer<Operations>>of(
              PlantedDifferences::tables,
              PlantedDifferences::enumTypes,
              PlantedDifferences::sequences)) {
        List<Operation> operations = recorded(part);
        List<Statement> statements;
        try {
          statements = live.rendered(operations, made);
        } catch (MigrateException unsupported) {
          continue;
        }
        live.run(statements);
        made = Operation.applyAll(operations, made);
      }
      GeneratedBaseline baseline = Baseline.from(database).generate();
      schema = baseline.schema();
      migrator = Migrator.on(database).revisions(baseline.revisions()).build();
      migrator.stamp("heads");
    }

    @Override
    public void close() throws SQLException {
      connection.close();
    }
  }

  private static List<Operation> recorded(Consumer<Operations> part) {
    return Recording.of(Revision.of(Lineage.of("x").root(), part::accept)).upgrade();
  }

  /** What a database does not store cannot differ; what its dialect refuses, nobody can plant. */
  private static void requireFound(
      TestEngine engine, String collation, int step, Set<String> notStored) throws SQLException {
    Dialect dialect = engine.dialect();
    int number = 0;
    int planted = 0;
    List<String> problems = new ArrayList<>();
    Adopted adopted = new Adopted(engine, dialect);
    for (Map.Entry<String, Consumer<Operations>> change :
        PlantedDifferences.changes(collation).entrySet()) {
      List<Statement> statements;
      List<Operation> operations;
      if (number++ % step != 0) {
        continue;
      }
      try {
        operations = recorded(change.getValue());
        statements = adopted.live.rendered(operations, adopted.schema);
      } catch (MigrateException unsupported) {
        continue;
      }
      Set<String> expected = expected(dialect, change.getKey(), adopted.schema, operations);
      adopted.live.run(statements);
      Set<String> found = found(adopted.migrator);
      if (!found.containsAll(expected) || expected.isEmpty() != found.isEmpty()) {
        problems.add(change.getKey() + " is called " + found + ", and not " + expected);
      }
      if (expected.isEmpty() != notStored.contains(change.getKey())) {
        problems.add(change.getKey() + (expected.isEmpty() ? " is not stored" : " is stored"));
      }
      planted++;
      adopted = again(adopted, operations, engine, dialect);
    }
    adopted.close();
    assertThat(problems).isEmpty();
    assertThat(planted).isGreaterThan(20 / step);
  }

  /** What differs in the words of the database; nothing if it does not store the attribute. */
  private static Set<String> expected(
      Dialect dialect, String change, Schema schema, List<Operation> operations) {
    Schema changed = Operation.applyAll(operations, schema);
    Set<String> expected = new TreeSet<>();
    SchemaDifference.between(dialect.canonical(schema), dialect.canonical(changed))
        .entries()
        .stream()
        .filter(entry -> !entry.isUnexpected() || entry.element().kind().isPart())
        .forEach(entry -> expected.add(entry.element().toString()));
    if (TEXTS.stream().anyMatch(change::endsWith)) {
      expected.add(change.substring(0, change.indexOf(':')));
    }
    return expected;
  }

  /** What the stamp finds, or says that it cannot compare. */
  private static Set<String> found(Migrator migrator) {
    Set<String> found = new TreeSet<>();
    try {
      migrator.restamp("heads").uncompared().forEach(element -> found.add(element.toString()));
    } catch (SchemaMismatchException refused) {
      refused.difference().entries().forEach(entry -> found.add(entry.element().toString()));
    }
    return found;
  }

  /** The same database if the change can be taken back, otherwise another one. */
  private static Adopted again(
      Adopted adopted, List<Operation> operations, TestEngine engine, Dialect dialect)
      throws SQLException {
    try {
      Schema changed = Operation.applyAll(operations, adopted.schema);
      List<Operation> back = SchemaOperations.between(changed, adopted.schema);
      adopted.live.run(adopted.live.rendered(back, changed));
      return adopted;
    } catch (MigrateException | SQLException impossible) {
      adopted.close();
      return new Adopted(engine, dialect);
    }
  }
}
