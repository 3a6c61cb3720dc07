package dev.migrate.generate;

import static dev.migrate.Ddl.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.Lineage;
import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.dialect.Dialect;
import dev.migrate.engine.Migrator;
import dev.migrate.engine.RevisionGraph;
import dev.migrate.error.DefinitionException;
import dev.migrate.model.DeclaredSchema;
import dev.migrate.model.ModelComparison;
import dev.migrate.model.SchemaSource;
import dev.migrate.report.DatabaseException;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SchemaDifference;
import dev.migrate.testkit.Databases;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A database as a model. */
class InspectedTest {

  private static final int SEEDS = Integer.getInteger("migrate.test.schemas.inspected", 25);

  private static final String SCRIPT =
      """
      -- the shop; and more
      CREATE TABLE customer (
        id INTEGER NOT NULL PRIMARY KEY, -- a number; no more
        name VARCHAR(40) DEFAULT 'a;b' NOT NULL
      );
      ;
      /* one more; */
      CREATE TABLE invoice (id INTEGER NOT NULL PRIMARY KEY, customer_id INTEGER,
        CONSTRAINT fk_invoice FOREIGN KEY (customer_id) REFERENCES customer (id));
      INSERT INTO customer VALUES (1, 'x;y');
      INSERT INTO invoice VALUES (1, 1);
      CREATE VIEW names AS SELECT name FROM customer
      """;

  @TempDir Path folder;

  /** What the revisions made is what they declare, whatever the database made of their words. */
  @ParameterizedTest
  @EnumSource(MemoryEngine.class)
  void aDatabaseThatTheRevisionsMadeIsTheirModel(MemoryEngine engine) {
    for (long seed = 1; seed <= SEEDS; seed++) {
      for (RandomSchemas pair : RandomSchemas.on(engine.dialect(), seed)) {
        DataSource database = engine.emptyDatabase();
        try (Connection kept = database.getConnection()) {
          Revision all =
              Revision.of(Lineage.of("one").root(), op -> pair.operations().forEach(op::add));
          Migrator.on(database).revisions(all).build().upgrade();
          Schema recorded = RevisionGraph.of(all).schema(engine.dialect());
          assertThat(difference(Inspected.from(kept), engine.dialect(), recorded).entries())
              .as("seed " + seed + "\n" + recorded)
              .isEmpty();
        } catch (SQLException | RuntimeException failure) {
          throw new AssertionError("seed " + seed, failure);
        }
      }
    }
  }

  /** Where something differs, it is what the database has that counts. */
  @ParameterizedTest
  @EnumSource(MemoryEngine.class)
  void aDifferenceIsFound(MemoryEngine engine) throws SQLException {
    DataSource database = engine.emptyDatabase();
    try (Connection kept = database.getConnection()) {
      execute(
          kept,
          "CREATE TABLE note (n INTEGER, text VARCHAR(9), CONSTRAINT ck CHECK (n > 10))",
          "CREATE VIEW few AS SELECT n FROM note WHERE n > 10");
      Schema recorded =
          schema(
              engine.dialect(),
              op -> {
                op.createTable(
                    "note",
                    column("n", integer()).notNull(),
                    column("text", varchar(9)),
                    check("n > 11").named("ck"));
                op.createView("few", view("SELECT n FROM note WHERE n > 11").reads("note"));
              });
      assertThat(difference(Inspected.from(kept), engine.dialect(), recorded).entries())
          .extracting(SchemaDifference.Entry::what)
          .contains("column note.n: nullability", "constraint ck of table note: condition");
    }
  }

  @Test
  void tablesOfThisLibraryAreNoPartOfTheModel() {
    DataSource database = Databases.h2();
    Revision first =
        Revision.of(Lineage.of("one").root(), op -> op.createTable("note", column("n", integer())));
    Migrator.on(database).revisions(first).build().upgrade();
    Migrator.on(database)
        .revisions(Revision.of(Lineage.of("other").root(), op -> {}))
        .historyTable("history of others")
        .build()
        .upgrade();
    assertThat(Inspected.from(database).schema().names()).containsExactly(QualifiedName.of("note"));
  }

  @Test
  void aDatabaseOfAnotherKindIsRefused() {
    SchemaSource model = Inspected.from(Databases.h2());
    assertThatThrownBy(() -> model.declared(MemoryEngine.SQLITE.dialect(), Schema.empty()))
        .isInstanceOf(DatabaseException.class)
        .hasMessageContaining("wanted     sqlite")
        .hasMessageContaining("model      h2");
  }

  @Test
  void furtherSchemasAreReadIfTheyAreAskedForOrRecorded() throws SQLException {
    DataSource database = Databases.h2();
    execute(database, "CREATE SCHEMA audit", "CREATE TABLE audit.entry (n INT)");
    Inspected model = Inspected.from(database);
    assertThat(model.schema().names()).isEmpty();
    assertThat(model.withSchemas("audit", "missing").schema().names())
        .containsExactly(QualifiedName.of("audit.entry"));
    Schema recorded = Schema.empty().withNamespace("audit");
    assertThat(model.declared(MemoryEngine.H2.dialect(), recorded).schema().names())
        .containsExactly(QualifiedName.of("audit.entry"));
  }

  @ParameterizedTest
  @EnumSource(MemoryEngine.class)
  void aScriptIsRunInAScratchDatabaseThatIsLeftAsItWas(MemoryEngine engine)
      throws SQLException, java.io.IOException {
    DataSource scratch = engine.emptyDatabase();
    try (Connection kept = scratch.getConnection()) {
      assertThat(kept.isClosed()).isFalse();
      Path file = Files.writeString(folder.resolve("schema.sql"), SCRIPT);
      SchemaSource model = Inspected.fromScript(file).on(scratch);
      for (int i = 0; i < 2; i++) {
        DeclaredSchema declared = model.declared(engine.dialect(), Schema.empty());
        assertThat(declared.remarks()).isEmpty();
        assertThat(
                declared.schema().names().stream()
                    .map(name -> name.toString().toLowerCase(java.util.Locale.ROOT)))
            .containsExactly("customer", "invoice", "names");
      }
      Schema left = Inspected.from(scratch).schema();
      assertThat(left).isEqualTo(Schema.empty());
      assertThat(left.unmodelled()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(MemoryEngine.class)
  void aStatementThatFailsIsNamedWithItsLineAndNothingIsLeft(MemoryEngine engine)
      throws SQLException {
    DataSource scratch = engine.emptyDatabase();
    try (Connection kept = scratch.getConnection()) {
      assertThat(kept.isClosed()).isFalse();
      SchemaSource model =
          Inspected.fromScript("CREATE TABLE a (n INT);\n\nCREATE TABLE\n a (n INT);").on(scratch);
      assertThatThrownBy(() -> model.declared(engine.dialect(), Schema.empty()))
          .isInstanceOf(DatabaseException.class)
          .hasMessageContaining("line       3")
          .hasMessageContaining("CREATE TABLE\n")
          .hasMessageContaining("dropped again");
      assertThat(Inspected.from(scratch).schema()).isEqualTo(Schema.empty());
    }
  }

  @Test
  void aScratchDatabaseThatIsNotEmptyIsRefused() throws SQLException {
    DataSource scratch = Databases.h2();
    execute(scratch, "CREATE TABLE mine (n INT)");
    SchemaSource model = Inspected.fromScript(SCRIPT).on(scratch);
    assertThatThrownBy(() -> model.declared(MemoryEngine.H2.dialect(), Schema.empty()))
        .isInstanceOf(DatabaseException.class)
        .hasMessageContaining("the scratch database is not empty")
        .hasMessageContaining("found      mine");
  }

  @Test
  void whatOnlyTheDatabaseCanDropIsNamed() {
    SchemaSource model =
        Inspected.fromScript("CREATE TABLE a (n INT); CREATE DOMAIN d AS INT;").on(Databases.h2());
    assertThat(model.declared(MemoryEngine.H2.dialect(), Schema.empty()).remarks())
        .hasSize(2)
        .allMatch(remark -> remark.contains("domain"))
        .anyMatch(remark -> remark.startsWith("left in the scratch database: "));
  }

  @Test
  void aTriggerOfSqliteIsOneStatement() throws SQLException {
    DataSource scratch = MemoryEngine.SQLITE.emptyDatabase();
    try (Connection kept = scratch.getConnection()) {
      assertThat(kept.isClosed()).isFalse();
      SchemaSource model =
          Inspected.fromScript(
                  """
                  CREATE TABLE a (n INT);
                  CREATE TRIGGER t AFTER INSERT ON a BEGIN
                    DELETE FROM a WHERE n = CASE WHEN 1 THEN 2 END;
                    DELETE FROM a WHERE n = 3;
                  END;
                  CREATE TABLE b (n INT);
                  """)
              .on(scratch);
      DeclaredSchema declared = model.declared(MemoryEngine.SQLITE.dialect(), Schema.empty());
      assertThat(declared.schema().tables()).hasSize(2);
      assertThat(declared.remarks()).hasSize(1).allMatch(text -> text.contains("trigger t"));
    }
  }

  @Test
  void whatTheClientExecutesIsRefusedBeforeAnythingRan() {
    SchemaSource model =
        Inspected.fromScript("CREATE TABLE a (n INT);\n.read more.sql\n")
            .on(MemoryEngine.SQLITE.emptyDatabase());
    assertThatThrownBy(() -> model.declared(MemoryEngine.SQLITE.dialect(), Schema.empty()))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("line       2")
        .hasMessageContaining(".read more.sql");
    SchemaSource open =
        Inspected.fromScript("CREATE TABLE a (n INT DEFAULT 'x);").on(Databases.h2());
    assertThatThrownBy(() -> open.declared(MemoryEngine.H2.dialect(), Schema.empty()))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("not closed");
  }

  @Test
  void aScriptThatIsNotThereIsRefused() {
    assertThatThrownBy(() -> Inspected.fromScript(folder.resolve("missing.sql")))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("missing.sql");
  }

  private static SchemaDifference difference(SchemaSource model, Dialect dialect, Schema recorded) {
    return ModelComparison.of(recorded, model.declared(dialect, recorded), dialect).difference();
  }

  private static Schema schema(Dialect dialect, Consumer<Operations> operations) {
    return RevisionGraph.of(Revision.of(Lineage.of("one").root(), operations::accept))
        .schema(dialect);
  }

  private static void execute(DataSource database, String... statements) throws SQLException {
    try (Connection connection = database.getConnection()) {
      execute(connection, statements);
    }
  }

  private static void execute(Connection connection, String... statements) throws SQLException {
    for (String sql : List.of(statements)) {
      try (Statement statement = connection.createStatement()) {
        statement.execute(sql);
      }
    }
  }
}
