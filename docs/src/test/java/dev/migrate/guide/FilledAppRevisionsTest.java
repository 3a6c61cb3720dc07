package dev.migrate.guide;

import static dev.migrate.Ddl.*;

import dev.migrate.RevisionId;
import dev.migrate.model.SchemaSource;
import dev.migrate.testkit.Databases;
import dev.migrate.testkit.RevisionContract;
import dev.migrate.testkit.Scenario;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FilledAppRevisionsTest implements RevisionContract {

  @Override
  public Scenario scenario() {
    return Scenario.of(Guide.revisions()).on(Databases.h2());
  }

  // snippet: fill
  @Override
  public void fill(Scenario scenario, RevisionId applied) {
    if (applied.equals(CreateAccounts.ID)) {
      scenario
          .given("INSERT INTO team (id, name) VALUES (7, 'lifters')")
          .given("INSERT INTO account (team_id, login, balance) VALUES (7, 'grace', 12.5)");
    }
  }

  // end

  // snippet: contract-model
  @Override
  public Optional<SchemaSource> model() {
    return Optional.of(AppModel.model());
  }

  // end

  // snippet: scenario-steps
  @Test
  void loginsAreCutOnTheWayDown() {
    scenario()
        .upgradeTo("heads")
        .givenSampleRows()
        .given("UPDATE account SET login = login || repeat('x', 100)")
        .downgradeTo("-1")
        .expectRows("SELECT DISTINCT char_length(login) FROM account", row(64))
        .expectSchema(schema -> schema.hasColumn("account", column("login", varchar(64)).notNull()))
        .expectFailure(SQLException.class, s -> s.given("UPDATE account SET login = login || '!'"))
        .downgradeTo("base")
        .expectSchema(schema -> schema.hasNoTable("account"));
  }
  // end
}
