package dev.migrate.dialect.sqlite;

import dev.migrate.Lineage;
import dev.migrate.Revision;
import dev.migrate.dialect.Dialect;
import dev.migrate.engine.Migrator;
import dev.migrate.operation.CreateTable;
import dev.migrate.operation.Operation;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.testkit.SchemaAssert;
import dev.migrate.testkit.dialect.sample.RandomOperations;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Changes that are carried out together leave what they leave one after the other. */
class SqliteTogetherTest {

  private static final Dialect DIALECT = new SqliteDialect("SQLite", SqliteVersion.NEWEST);

  /** Of random operations on few tables, many follow each other on the same one. */
  @TestFactory
  Stream<DynamicTest> aRevisionOfManyOperationsDoesWhatItDeclares() {
    return IntStream.rangeClosed(1, 200)
        .mapToObj(seed -> DynamicTest.dynamicTest("seed " + seed, () -> run(seed)));
  }

  private static void run(long seed) throws SQLException {
    RandomOperations random =
        RandomOperations.seeded(seed)
            .possibleOn(DIALECT)
            .where((operation, before) -> before.tables().size() < 2 || !creates(operation));
    List<Revision> revisions = new ArrayList<>();
    Schema schema = Schema.empty();
    for (int i = 0; i < 3; i++) {
      List<Operation> operations = new ArrayList<>();
      for (int j = 0; j < 10; j++) {
        Operation operation = random.next(schema);
        operations.add(operation);
        schema = operation.applyTo(schema);
      }
      Lineage lineage = i == 0 ? Lineage.of("r0").root() : Lineage.of("r" + i).after("r" + (i - 1));
      revisions.add(Revision.of(lineage, op -> operations.forEach(op::add)));
    }
    try (Connection connection = SqliteDatabases.memory().getConnection()) {
      Migrator.on(connection).revisions(revisions).build().upgrade();
      Schema inspected = DIALECT.inspector().inspect(connection, Set.of());
      SchemaAssert.assertThat(
              DIALECT.canonical(inspected.without(QualifiedName.of("migrate_history"))))
          .isEqualTo(DIALECT.canonical(schema));
    }
  }

  private static boolean creates(Operation operation) {
    return operation instanceof CreateTable;
  }
}
