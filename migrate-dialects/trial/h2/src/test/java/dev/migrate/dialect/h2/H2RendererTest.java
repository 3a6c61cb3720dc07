package dev.migrate.dialect.h2;

import static dev.migrate.Ddl.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.Lineage;
import dev.migrate.Operations;
import dev.migrate.Recording;
import dev.migrate.Revision;
import dev.migrate.dialect.Capabilities;
import dev.migrate.dialect.RenderContext;
import dev.migrate.dialect.Statement;
import dev.migrate.error.UnsupportedByDialectException;
import dev.migrate.operation.InsertRows;
import dev.migrate.operation.Operation;
import dev.migrate.operation.Row;
import dev.migrate.schema.Column;
import dev.migrate.schema.DialectName;
import dev.migrate.schema.EnumLabels;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.testkit.dialect.sample.SampleOperations;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What H2 does with the statements, and with the rows that are there. */
class H2RendererTest {

  static final H2Renderer RENDERER =
      new H2Renderer(new Capabilities("H2 2.5", false, 256, false, Set.of()));
  static final List<DialectName> NAMES = List.of(DialectName.H2);

  private Connection connection;
  private Schema schema = Schema.empty();

  @BeforeEach
  void connect() throws SQLException {
    connection = DriverManager.getConnection("jdbc:h2:mem:");
  }

  @AfterEach
  void disconnect() throws SQLException {
    connection.close();
  }

  private List<String> run(Consumer<Operations> operations) throws SQLException {
    List<String> sql = new ArrayList<>();
    for (Operation operation : recorded(operations)) {
      for (Statement statement : RENDERER.render(operation, new RenderContext(schema))) {
        execute(statement.sql());
        sql.add(statement.sql());
      }
      schema = operation.applyTo(schema);
    }
    return sql;
  }

  private static List<Operation> recorded(Consumer<Operations> operations) {
    return Recording.of(Revision.of(Lineage.of("test").root(), operations)).upgrade();
  }

  private void execute(String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute(sql);
    }
  }

  private List<String> query(String sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (var statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      while (result.next()) {
        rows.add(result.getString(1));
      }
    }
    return rows;
  }

  private static void diary(Operations op) {
    op.createEnumType("mood", "sad", "ok");
    op.createTable(
        "diary",
        column("day", date()).notNull(),
        column("mood", enumType("mood")),
        primaryKey("day"));
    op.insert(
        "diary",
        columns("day", "mood"),
        row(LocalDate.of(2024, 1, 1), "sad"),
        row(LocalDate.of(2024, 1, 2), "ok"),
        row(LocalDate.of(2024, 1, 3), null));
  }

  @Test
  void rowsKeepTheirLabelsWhenOneIsAdded() throws SQLException {
    run(H2RendererTest::diary);
    run(op -> op.addEnumValueBefore("mood", "new", "sad"));
    assertThat(query("SELECT mood FROM diary ORDER BY \"day\"")).containsExactly("sad", "ok", null);
  }

  @Test
  void rowsGetTheNewLabelWhenOneIsRenamed() throws SQLException {
    run(H2RendererTest::diary);
    run(op -> op.renameEnumValue("mood", "sad", "un'happy"));
    assertThat(query("SELECT mood FROM diary ORDER BY \"day\""))
        .containsExactly("un'happy", "ok", null);
  }

  @Test
  void labelsOfTwoColumnsThatAViewSeesAreRefused() throws SQLException {
    run(H2RendererTest::diary);
    run(
        op -> {
          op.addColumn("diary", column("evening", enumType("mood")));
          op.createView("sadness", view("SELECT mood, evening FROM diary").reads("diary"));
        });
    assertThatThrownBy(() -> run(op -> op.addEnumValue("mood", "fine")))
        .isInstanceOf(UnsupportedByDialectException.class)
        .hasMessageContaining("drop the view first");
  }

  @Test
  void labelsOfSeveralColumnsChangeOneColumnAtATime() throws SQLException {
    run(H2RendererTest::diary);
    run(op -> op.addColumn("diary", column("evening", enumType("mood"))));
    Operation operation = recorded(op -> op.addEnumValue("mood", "fine")).get(0);
    List<Statement> statements = RENDERER.render(operation, new RenderContext(schema));
    assertThat(statements).hasSize(2);

    Schema between = statements.get(0).part().applyTo(schema);
    assertThat(between.table(QualifiedName.of("diary")).columns())
        .extracting(Column::type)
        .containsExactly(date(), new EnumLabels(List.of("sad", "ok", "fine")), enumType("mood"));
    assertThat(between.enumTypes()).isEqualTo(schema.enumTypes());
    assertThat(statements.get(1).part().applyTo(between)).isEqualTo(operation.applyTo(schema));
  }

  @Test
  void labelsOfOneColumnChangeUnderAView() throws SQLException {
    run(H2RendererTest::diary);
    run(op -> op.createView("sadness", view("SELECT mood FROM diary").reads("diary", "mood")));
    run(op -> op.addEnumValue("mood", "fine"));
    assertThat(query("SELECT mood FROM sadness")).hasSize(3);
  }

  @Test
  void numbersGoOnAfterTheGreatestThatIsThere() throws SQLException {
    run(
        op -> {
          op.createTable("note", column("id", integer()), column("body", text()));
          op.insert("note", columns("id", "body"), row(7, "a"));
        });
    run(op -> op.alterColumn("note", "id", identity()));
    execute("INSERT INTO note (body) VALUES ('b')");
    assertThat(query("SELECT id FROM note ORDER BY id")).containsExactly("7", "8");
  }

  @Test
  void documentsAreDocumentsWhereverTheyStand() throws SQLException {
    run(
        op -> {
          op.createTable(
              "note",
              column("id", integer()).notNull(),
              column("doc", json()).defaultTo("{\"a\":0}"));
          op.insert("note", columns("id", "doc"), row(1, "{\"a\":1}"));
          op.insert("note", columns("id"), row(2));
        });
    assertThat(query("SELECT CAST((doc).\"a\" AS VARCHAR) FROM note ORDER BY id"))
        .containsExactly("1", "0");
    run(op -> op.update("note", set("doc", "[3]").where("doc", "{\"a\":0}")));
    assertThat(query("SELECT CAST(doc[1] AS VARCHAR) FROM note WHERE id = 2")).containsExactly("3");
    run(op -> op.delete("note", columns("doc"), row("[3]")));
    assertThat(query("SELECT id FROM note")).containsExactly("1");
  }

  @Test
  void textArrivesAsItWasGiven() throws SQLException {
    String text = SampleOperations.HOSTILE + "\\ {d '2024-01-01'} ? :name $1 \r\n\t\ud83d\ude00";
    run(
        op -> {
          op.createTable("note", column("body", text()).comment(text));
          op.insert("note", columns("body"), row(text));
        });
    assertThat(query("SELECT body FROM note")).containsExactly(text);
    assertThat(query("SELECT remarks FROM information_schema.columns WHERE table_name = 'NOTE'"))
        .containsExactly(text);
  }

  @Test
  void namesArriveAsTheyWereGiven() throws SQLException {
    run(op -> op.createTable("t", column(SampleOperations.HOSTILE, integer())));
    assertThat(query("SELECT column_name FROM information_schema.columns WHERE table_name = 'T'"))
        .containsExactly(SampleOperations.HOSTILE);
  }

  @Test
  void rowsThatOnlyTheDatabaseNumbersComeBackWithTheirNumbers() throws SQLException {
    run(
        op -> {
          op.createTable("n", column("id", integer()).identityAlways(), primaryKey("id"));
          op.insert("n", columns("id"), row(5));
        });
    assertThat(query("SELECT id FROM n")).containsExactly("5");
  }

  @Test
  void theLongestNameIsTakenAndALongerOneRefused() throws SQLException {
    run(op -> op.createTable("n".repeat(256), column("\u00fc".repeat(256), integer())));
    assertThatThrownBy(() -> run(op -> op.createSchema("n".repeat(257))))
        .isInstanceOf(UnsupportedByDialectException.class)
        .hasMessageContaining("at most 256 characters");
  }

  @Test
  void manyRowsArriveInSeveralStatements() throws SQLException {
    run(op -> op.createTable("n", column("i", integer()).notNull(), primaryKey("i")));
    var rows = new ArrayList<Row>();
    for (int i = 0; i < 1200; i++) {
      rows.add(row(i));
    }
    List<String> sql = run(op -> op.add(new InsertRows(QualifiedName.of("n"), columns("i"), rows)));
    assertThat(sql).hasSize(3);
    assertThat(query("SELECT COUNT(*) FROM n")).containsExactly("1200");
  }

  @Test
  void onlyWhatIsMeantForH2Runs() throws SQLException {
    assertThat(run(op -> op.execute(sql("VACUUM").onlyOn(POSTGRESQL).needsNoUndo()))).isEmpty();
    assertThat(NAMES).containsExactly(H2);
  }
}
