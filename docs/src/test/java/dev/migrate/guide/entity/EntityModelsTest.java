package dev.migrate.guide.entity;

import static dev.migrate.Ddl.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.Revision;
import dev.migrate.engine.RevisionGraph;
import dev.migrate.generate.GeneratedRevision;
import dev.migrate.generate.Generator;
import dev.migrate.hibernate.HibernateModel;
import dev.migrate.model.SchemaSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The examples about models from entity classes. */
class EntityModelsTest {

  @Test
  void entityClassesAreAModel() {
    // snippet: entity-classes
    SchemaSource model =
        HibernateModel.of(Account.class, Team.class)
            .settings(
                Map.of(
                    "hibernate.physical_naming_strategy",
                    "org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl"))
            .version("17");
    // end
    GeneratedRevision revision =
        Generator.of(RevisionGraph.of(List.of()))
            .model(model)
            .dialect(POSTGRESQL)
            .generate("accounts")
            .orElseThrow();
    assertThat(revision.source())
        .contains("column(\"display_name\", varchar(80)).notNull()", "foreignKey(\"team_id\")");
    List<Revision> revisions = new ArrayList<>(List.of(revision.revision()));
    assertThat(
            Generator.of(RevisionGraph.of(revisions))
                .model(model)
                .dialect(POSTGRESQL)
                .generate("nothing"))
        .isEmpty();
  }

  @Test
  void aDifferenceCanStay() {
    // snippet: entity-ignoring
    SchemaSource model =
        HibernateModel.of(Account.class, Team.class)
            .ignoring("account.ix_account_legacy", "the reporting job needs it");
    // end
    assertThat(Generator.of(RevisionGraph.of(List.of())).model(model).dialect(H2).generate("x"))
        .isPresent();
  }
}
