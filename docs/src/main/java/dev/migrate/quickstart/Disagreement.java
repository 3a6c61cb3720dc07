package dev.migrate.quickstart;

import dev.migrate.Revision;
import dev.migrate.RevisionId;
import dev.migrate.engine.Migrator;
import dev.migrate.quickstart.revision.AgreeOnName;
import dev.migrate.quickstart.revision.CreateUser;
import dev.migrate.quickstart.revision.RenameToLogin;
import dev.migrate.quickstart.revision.RenameUsername;
import dev.migrate.report.ConflictException;
import dev.migrate.report.PlanStep;
import java.util.List;
import org.h2.jdbcx.JdbcDataSource;

/** Two developers who give one column two names, on databases in memory. */
final class Disagreement {

  private static final List<Revision> BRANCHES =
      List.of(new CreateUser(), new RenameUsername(), new RenameToLogin());

  private final Story story;

  Disagreement(Story story) {
    this.story = story;
  }

  void tell() {
    story.chapter("When two changes conflict");
    story.tell("Developer C renames the column that developer B renames. Nothing runs:");
    story.say("");
    try {
      migrator("refused", BRANCHES).upgrade();
    } catch (ConflictException refused) {
      refused.conflicts().forEach(conflict -> story.say(conflict.toString()));
    }
    story.say("");
    story.tell(
        "003_agree_on_name joins the two and says how each reads when the other is already there."
            + " Then it does not matter which of them a database has:");
    for (RevisionId first : List.of(CreateUser.ID, RenameUsername.ID, RenameToLogin.ID)) {
      Migrator migrator = migrator(first.value(), agreed());
      migrator.upgrade(first);
      story.say("");
      story.say("a database at " + first);
      for (PlanStep step : migrator.upgradeScript().plan().steps()) {
        story.say("  " + step.toString().replace("\n", "\n  "));
      }
      migrator.upgrade();
    }
  }

  private static List<Revision> agreed() {
    return List.of(new CreateUser(), new RenameUsername(), new RenameToLogin(), new AgreeOnName());
  }

  private static Migrator migrator(String name, List<Revision> revisions) {
    JdbcDataSource source = new JdbcDataSource();
    source.setURL("jdbc:h2:mem:disagreement_" + name + System.nanoTime() + ";DB_CLOSE_DELAY=-1");
    return Migrator.on(source).revisions(revisions).build();
  }
}
