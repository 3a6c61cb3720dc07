package dev.migrate.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.Recording;
import dev.migrate.Revision;
import dev.migrate.dialect.Dialect;
import dev.migrate.engine.Migrator;
import dev.migrate.engine.RevisionGraph;
import dev.migrate.model.ModelComparison;
import dev.migrate.model.SchemaSource;
import dev.migrate.report.Drift;
import dev.migrate.report.SchemaMismatchException;
import dev.migrate.report.StampOutcome;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SchemaDifference;
import dev.migrate.schema.SchemaDifference.Entry;
import dev.migrate.schema.UnmodelledElement;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** A database that others made, and what becomes of it as a baseline. */
final class AdoptedDatabase implements AutoCloseable {

  /** What no revision can declare, and tables can need. */
  private static final Pattern NEEDED = Pattern.compile("(?i)^CREATE (?:DOMAIN|EXTENSION)\\b");

  private final TestEngine engine;
  private final DataSource database;
  private final Connection kept;
  private final Dialect dialect;
  private final List<String> needed;

  /** Makes the database. */
  AdoptedDatabase(TestEngine engine, List<String> statements) throws SQLException {
    this.engine = engine;
    this.dialect = engine.dialect();
    this.database = engine.emptyDatabase();
    this.kept = database.getConnection();
    this.needed = statements.stream().filter(NEEDED.asPredicate()).toList();
    for (String sql : statements) {
      execute(kept, sql);
    }
  }

  DataSource database() {
    return database;
  }

  void execute(String sql) throws SQLException {
    execute(kept, sql);
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute(sql);
    } catch (SQLException failure) {
      throw new SQLException(failure.getMessage() + "\n" + sql, failure);
    }
  }

  /** The files compile, the stamp is accepted, and an empty database becomes the same. */
  GeneratedBaseline requireAdopted(Baseline settings, Path folder) throws Exception {
    GeneratedBaseline baseline = settings.packageName("adopted").modelClass("AppModel").generate();
    try (CompiledRevisions compiled = new CompiledRevisions(folder)) {
      List<Revision> revisions = compiled.of(baseline.sources());
      assertThat(revisions.stream().map(Recording::of).toList())
          .isEqualTo(baseline.revisions().stream().map(Recording::of).toList());
      SchemaSource model = compiled.model(baseline.modelSource().orElseThrow(), "adopted.AppModel");
      requireStamped(revisions);
      RevisionGraph graph = RevisionGraph.of(revisions);
      for (SchemaSource source : List.of(model, baseline.model())) {
        assertThat(Generator.of(graph).model(source).dialect(dialect).generate("second"))
            .as("the second difference")
            .isEmpty();
      }
      if (baseline.schema().equals(Inspected.from(database).schema())) {
        Schema recorded = graph.schema(dialect);
        assertThat(
                ModelComparison.of(
                        recorded, Inspected.from(database).declared(dialect, recorded), dialect)
                    .difference()
                    .toString())
            .isEqualTo("no difference");
      }
      Schema there = baseline.schema();
      requireMadeAgain(revisions, there);
    }
    return baseline;
  }

  /** An attribute that no revision can declare is a difference, and has to be accepted. */
  private void requireStamped(List<Revision> revisions) {
    Set<String> unexpressed =
        Inspected.from(database).schema().unmodelled().stream()
            .filter(UnmodelledElement::isAttribute)
            .map(attribute -> attribute.owner().orElseThrow() + ": " + attribute.name())
            .collect(Collectors.toSet());
    Migrator migrator = Migrator.on(database).revisions(revisions).build();
    StampOutcome outcome;
    try {
      outcome = migrator.stamp("heads");
      assertThat(unexpressed).isEmpty();
    } catch (SchemaMismatchException differs) {
      assertThat(differs.difference().entries().stream().map(Entry::what).toList())
          .as(differs.getMessage())
          .isNotEmpty()
          .isSubsetOf(unexpressed);
      outcome = migrator.stampAccepting("no revision can declare it", "heads");
    }
    assertThat(outcome.uncompared()).as("what could not be compared").isEmpty();
    Drift drift = migrator.drift();
    assertThat(drift.difference().entries().stream().map(Entry::what).toList())
        .as(drift.toString())
        .isSubsetOf(unexpressed);
    assertThat(drift.unknown()).isEmpty();
    assertThat(migrator.upgrade().revisions()).isEmpty();
  }

  private void requireMadeAgain(List<Revision> revisions, Schema there) throws SQLException {
    DataSource empty = engine.emptyDatabase();
    try (Connection connection = empty.getConnection()) {
      for (String sql : needed) {
        execute(connection, sql);
      }
      Migrator.on(empty).revisions(revisions).build().upgrade();
      Schema made =
          Inspected.from(empty)
              .withSchemas(there.namespaces().toArray(new String[0]))
              .schema()
              .withUnmodelled(List.of());
      SchemaDifference difference =
          SchemaDifference.between(dialect.canonical(there), dialect.canonical(made));
      assertThat(difference.toString()).as("made again").isEqualTo("no difference");
      Schema recorded = RevisionGraph.of(revisions).schema(dialect);
      assertThat(
              ModelComparison.of(
                      recorded, Inspected.from(empty).declared(dialect, recorded), dialect)
                  .difference()
                  .toString())
          .as("in the database's words")
          .isEqualTo("no difference");
      made.tables()
          .forEach(
              table -> assertThat(table.columns()).isEqualTo(there.table(table.name()).columns()));
    }
  }

  @Override
  public void close() throws SQLException {
    kept.close();
  }
}
