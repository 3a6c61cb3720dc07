package dev.migrate.engine.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.engine.Migrator;
import dev.migrate.engine.trial.TrialDatabase.Contents;
import dev.migrate.engine.trial.TrialDatabase.Killed;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** A run that is killed anywhere is ended by the next one: nothing is missing or done twice. */
class CrashTest {

  private static final Consumer<Migrator> UP = Migrator::upgrade;
  private static final Consumer<Migrator> DOWN = migrator -> migrator.downgrade("base");

  @Test
  void anUpgradeThatIsKilledAtAnyStatementIsEndedByTheNext() {
    killAtEveryEvent(UP, database -> {});
  }

  @Test
  void aDowngradeThatIsKilledAtAnyStatementIsEndedByTheNext() {
    killAtEveryEvent(DOWN, database -> UP.accept(migrator(database)));
  }

  @Test
  void anUpgradeThatIsKilledAtAnyStatementCanBeTurnedBack() {
    TrialDatabase smooth = new TrialDatabase();
    UP.accept(migrator(smooth));
    int events = smooth.events().size();
    for (int number = 1; number <= events; number += 3) {
      TrialDatabase database = new TrialDatabase();
      database.killAt(number, false);
      assertThatThrownBy(() -> UP.accept(migrator(database)))
          .as("after event " + number)
          .isInstanceOf(Killed.class);
      if (!database.rows("SHOW TABLES").toString().contains("MIGRATE_HISTORY")) {
        continue;
      }
      DOWN.accept(migrator(database));
      assertThat(database.tables()).as("after event " + number).isEmpty();
      assertThat(database.contents().history()).isEmpty();
    }
  }

  @Test
  void aResumptionThatIsKilledAtAnyStatementIsEndedByTheNext() {
    TrialDatabase smooth = new TrialDatabase();
    UP.accept(migrator(smooth));
    Contents expected = smooth.contents();
    for (int second = 1; second < 40; second += 2) {
      TrialDatabase database = new TrialDatabase();
      database.killAfter("ALTER TABLE account ADD COLUMN email");
      assertThatThrownBy(() -> UP.accept(migrator(database))).isInstanceOf(Killed.class);
      database.killAt(second, second % 4 == 1);
      try {
        UP.accept(migrator(database));
      } catch (Killed killed) {
        // And once more.
      }
      database.forgetEvents();
      UP.accept(migrator(database));
      assertThat(database.contents()).as("killed again at event " + second).isEqualTo(expected);
    }
  }

  private static void killAtEveryEvent(Consumer<Migrator> call, Consumer<TrialDatabase> given) {
    TrialDatabase smooth = new TrialDatabase();
    given.accept(smooth);
    smooth.forgetEvents();
    call.accept(migrator(smooth));
    List<String> events = smooth.events();
    Contents expected = smooth.contents();
    assertThat(events).hasSizeGreaterThan(25);
    for (int number = 1; number <= events.size(); number++) {
      for (boolean before : number == 1 ? List.of(true, false) : List.of(false)) {
        TrialDatabase database = new TrialDatabase();
        given.accept(database);
        database.killAt(number, before);
        assertThatThrownBy(() -> call.accept(migrator(database))).isInstanceOf(Killed.class);
        call.accept(migrator(database));
        assertThat(database.contents())
            .as("killed " + (before ? "before " : "after ") + events.get(number - 1))
            .isEqualTo(expected);
      }
    }
  }

  private static Migrator migrator(TrialDatabase database) {
    return database.migrator(TrialRevisions.mixed());
  }
}
