package dev.migrate.dialect.h2;

import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.columns;
import static dev.migrate.Ddl.index;
import static dev.migrate.Ddl.integer;
import static dev.migrate.Ddl.row;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.Lineage;
import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.engine.Migrator;
import dev.migrate.testkit.Databases;
import org.junit.jupiter.api.Test;

class H2ResumeFailureTest {

  /** Fails at its third statement of three. */
  private static final class AddIndex implements Revision {

    @Override
    public Lineage lineage() {
      return Lineage.of("4f1c09d2ab7e").root();
    }

    @Override
    public void upgrade(Operations op) {
      op.createTable("t", column("n", integer()));
      op.insert("t", columns("n"), row(1), row(1));
      op.createIndex("t", index("n").unique());
    }
  }

  @Test
  void theTextOfAFailure() {
    Migrator migrator = Migrator.on(Databases.h2()).revisions(new AddIndex()).build();
    assertThatThrownBy(migrator::upgrade)
        .hasMessageMatching(
            """
            revision 4f1c09d2ab7e \\(AddIndex\\) failed at statement 3 of 3
              statement  CREATE UNIQUE INDEX ix_t_n ON t \\(n\\)
              database   H2 2\\.\\d, SQLState 23505, code 23505: Unique index or primary key \
            violation: .* \\[23505-\\d+\\]
              left       statements 1 to 2 are committed; the revision is recorded as going up at \
            statement 3
              next       remove the cause and call upgrade\\(\\) again: it resumes at statement 3\
            """);
  }
}
