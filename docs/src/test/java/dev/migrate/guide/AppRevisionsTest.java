package dev.migrate.guide;

import static dev.migrate.Ddl.*;

import dev.migrate.testkit.Databases;
import dev.migrate.testkit.RevisionContract;
import dev.migrate.testkit.Scenario;
import org.junit.jupiter.api.Test;

// snippet: contract
class AppRevisionsTest implements RevisionContract {

  @Override
  public Scenario scenario() {
    return Scenario.of(Guide.revisions()).on(Databases.h2());
  }

  @Test
  void addingEmailKeepsExistingAccounts() {
    scenario()
        .upgradeTo(CreateAccounts.ID)
        .given("INSERT INTO team (id, name) VALUES (1, 'engines')")
        .given("INSERT INTO account (team_id, login) VALUES (?, ?)", 1, "ada")
        .upgradeTo(AddAccountEmail.ID)
        .expectRows("SELECT login, email FROM account", row("ada", null))
        .downgradeTo("-1")
        .expectRows("SELECT login FROM account", row("ada"));
  }
}
// end
