package dev.migrate.dialect.mysql;

import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.integer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.Lineage;
import dev.migrate.Revision;
import dev.migrate.error.MigrateException;
import dev.migrate.testkit.dialect.database.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The longest names that the server takes are taken, and longer ones refused before it is asked.
 */
class MysqlFileNamesTest {

  private static Revision table(String name) {
    return Revision.of(
        Lineage.of("r1").root(), op -> op.createTable(name, column("id", integer())));
  }

  @Test
  void whatFitsIntoAFileNameIsTaken() throws Exception {
    for (String name :
        List.of(
            "a".repeat(64),
            "\u8868".repeat(50),
            "\u0436".repeat(64), // Cyrillic
            "\u03b1".repeat(64), // Greek
            "\u00e9".repeat(64),
            "-".repeat(50) + "a")) {
      TestDatabase database = new TestDatabase(TestServer.mariadb().emptyDatabase());
      database.migrator(table(name)).upgrade();
      assertThat(database.relations()).extracting("name").containsExactly(name);
    }
  }

  @Test
  void whatDoesNotFitIsRefused() throws Exception {
    for (String name : List.of("\u8868".repeat(51), "-".repeat(51), "a\n", "a\t", "a ")) {
      TestDatabase database = new TestDatabase(TestServer.mariadb().emptyDatabase());
      assertThatThrownBy(() -> database.migrator(table(name)).upgrade())
          .isInstanceOf(MigrateException.class)
          .hasMessageContaining("nothing ran");
      assertThat(database.relations()).isEmpty();
    }
  }
}
