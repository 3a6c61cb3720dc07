package dev.migrate.quickstart;

import dev.migrate.Revision;
import dev.migrate.model.SchemaSource;
import dev.migrate.quickstart.revision.AgreeOnName;
import dev.migrate.quickstart.revision.RenameToLogin;
import dev.migrate.testkit.Databases;
import dev.migrate.testkit.RevisionContract;
import dev.migrate.testkit.Scenario;
import java.util.Optional;
import java.util.Set;

/** What the store's revisions make is what its model declares. */
class StoreModelTest implements RevisionContract {

  @Override
  public Scenario scenario() {
    return Scenario.of(Chinook.revisions()).on(Databases.h2());
  }

  @Override
  public int expectedHeads() {
    return 3;
  }

  @Override
  public Set<Class<? extends Revision>> unlisted() {
    return Set.of(AgreeOnName.class, RenameToLogin.class);
  }

  @Override
  public Optional<SchemaSource> model() {
    return Optional.of(StoreModel.model());
  }
}
