package dev.migrate.generate;

import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.columns;
import static dev.migrate.Ddl.enumType;
import static dev.migrate.Ddl.integer;
import static dev.migrate.Ddl.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.Lineage;
import dev.migrate.Operations;
import dev.migrate.Recording;
import dev.migrate.Revision;
import dev.migrate.engine.Migrator;
import dev.migrate.operation.Operation;
import dev.migrate.report.StatementException;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.testkit.dialect.database.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A label that is gone, where a row has it. */
class RemovedLabelTest {

  static Stream<TestEngine> engines() {
    return Stream.concat(Stream.of(MemoryEngine.values()), Stream.of(ServerEngine.values()));
  }

  private static void create(Operations op, String... labels) {
    op.createEnumType(
        "mood", labels[0], List.of(labels).subList(1, labels.length).toArray(String[]::new));
    op.createTable("person", column("id", integer()), column("m", enumType("mood")));
  }

  private static Schema schema(String... labels) {
    Revision revision = Revision.of(Lineage.of("one").root(), op -> create(op, labels));
    return Operation.applyAll(Recording.of(revision).upgrade(), Schema.empty());
  }

  @ParameterizedTest
  @MethodSource("engines")
  void itIsNamedAndTheRowStays(TestEngine engine) throws SQLException {
    List<Operation> between =
        SchemaOperations.between(schema("good", "bad"), schema("good", "fine"));
    DataSource database = engine.emptyDatabase();
    try (Connection open = database.getConnection()) {
      Migrator migrator =
          Migrator.on(database)
              .revisions(
                  Revision.of(
                      Lineage.of("before").root(),
                      op -> {
                        create(op, "good", "bad");
                        op.insert("person", columns("id", "m"), row(1, "good"), row(2, "bad"));
                      }),
                  Revision.of(Lineage.of("after").after("before"), op -> between.forEach(op::add)))
              .build();
      migrator.upgrade("before");
      assertThatThrownBy(migrator::upgrade)
          .isInstanceOf(StatementException.class)
          .hasMessageContaining("revision after")
          .hasMessageContaining(
              "rows of person have a label that the column m loses; give them another one before,"
                  + " with op.update(…)")
          .hasMessageMatching("(?is).*, label bad\\n.*");
      LiveSchema live = new LiveSchema(TestDatabase.dialect(open), open);
      assertThat(live.values(QualifiedName.of("person"), List.of("id", "m")))
          .containsExactlyInAnyOrder(List.of("1", "good"), List.of("2", "bad"));
      live.execute("UPDATE person SET m = 'good' WHERE id = 2");
      migrator.upgrade();
      assertThat(migrator.drift().isEmpty()).isTrue();
    }
  }
}
