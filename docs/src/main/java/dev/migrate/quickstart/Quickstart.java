package dev.migrate.quickstart;

import dev.migrate.RevisionId;
import dev.migrate.engine.Migrator;
import dev.migrate.quickstart.revision.AddEmail;
import dev.migrate.quickstart.revision.CreateAlbums;
import dev.migrate.quickstart.revision.CreateUser;
import dev.migrate.quickstart.revision.RenameUsername;
import dev.migrate.report.Outcome;
import dev.migrate.report.Plan;
import dev.migrate.report.PlanStep;
import dev.migrate.report.Script;
import dev.migrate.report.ScriptStep;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.sql.DataSource;

/**
 * Takes a database through the life of an application: a dry run, the upgrade, rows, the way down
 * to before a branch and up again. May be run any number of times.
 *
 * <p>Arguments: {@code [--fresh] [--database=h2|sqlite|postgresql|mariadb] [folder]}; {@code
 * --fresh} starts over with an empty database. With {@code db} among them, what follows is a
 * command on the store, such as {@code db history}, in place of the story.
 */
public final class Quickstart {

  private static final String DATABASE = "--database=";
  private static final String COMMANDS = "db";

  private final StoreFolder folder;
  private final Story story;
  private final Migrator migrator;
  private final SampleData data;
  private final StoreCommands commands;

  private Quickstart(StoreFolder folder, Story story, DataSource database, Connection connection) {
    this.folder = folder;
    this.story = story;
    // snippet: migrator
    this.migrator =
        Migrator.on(database)
            .revisions(Chinook.revisions())
            .listener(new ProgressPrinter(story))
            .build();
    // end
    this.data = new SampleData(connection);
    this.commands = new StoreCommands(database);
  }

  /**
   * Runs the quickstart.
   *
   * @param arguments {@code [--fresh] [--database=h2|sqlite|postgresql|mariadb] [folder] [db
   *     command]}
   * @throws SQLException if a statement of the application fails
   * @throws IOException if the folder cannot be written
   */
  public static void main(String... arguments) throws SQLException, IOException {
    List<String> all = List.of(arguments);
    int db = all.indexOf(COMMANDS);
    List<String> given = db < 0 ? all : all.subList(0, db);
    StoreDatabase database =
        given.stream()
            .filter(argument -> argument.startsWith(DATABASE))
            .findFirst()
            .map(argument -> StoreDatabase.of(argument.substring(DATABASE.length())))
            .orElse(StoreDatabase.H2);
    StoreFolder folder =
        given.stream()
            .filter(argument -> !argument.startsWith("--"))
            .findFirst()
            .map(path -> new StoreFolder(Path.of(path)))
            .orElseGet(StoreFolder::standard)
            .of(database);
    if (given.contains("--fresh")) {
      folder.clear();
    }
    if (db < 0) {
      run(database, folder, System.out);
    } else {
      System.exit(command(database, folder, all.subList(db + 1, all.size())));
    }
  }

  /** Runs a command on the store, and returns its exit code. */
  private static int command(StoreDatabase database, StoreFolder folder, List<String> arguments)
      throws IOException {
    folder.create();
    try (Store store = database.open(folder.path().toAbsolutePath())) {
      return new StoreCommands(store.dataSource()).run(arguments.toArray(new String[0]));
    }
  }

  static void run(StoreDatabase database, StoreFolder folder, PrintStream out)
      throws SQLException, IOException {
    folder.create();
    Story story = new Story(out);
    try (Store store = database.open(folder.path().toAbsolutePath());
        Connection connection = store.dataSource().getConnection()) {
      Quickstart quickstart = new Quickstart(folder, story, store.dataSource(), connection);
      story.title("Chinook, a music store in " + store.name() + ": " + folder.shown(folder.path()));
      quickstart.lookAhead();
      quickstart.upgrade();
      quickstart.work();
      quickstart.lookAround();
      quickstart.goDownAndUp();
      new Disagreement(story).tell();
      ModelChanges.tell(story, folder.generated());
      story.title("\nRun it again: nothing is left to do, and nothing is done twice.");
    }
  }

  private void lookAhead() {
    story.chapter("What would happen: a dry run");
    Script script = migrator.upgradeScript();
    if (script.plan().isEmpty()) {
      story.say(script.plan() + ": all " + Chinook.revisions().size() + " revisions are applied");
      return;
    }
    for (PlanStep step : script.plan().steps()) {
      story.say(
          String.format(Locale.ROOT, "%-20s  %s", step.id(), step.lineage().message().orElse("")));
    }
    script.writeTo(folder.script());
    story.say("");
    story.say("As SQL: " + folder.shown(folder.script()) + "; in it, for developers A and B:");
    story.say("");
    for (ScriptStep step : script.steps()) {
      if (List.of(AddEmail.ID, RenameUsername.ID).contains(step.step().id())) {
        step.statements().forEach(statement -> story.say(statement + ";"));
      }
    }
  }

  private void upgrade() {
    story.chapter("Upgrade");
    Outcome outcome = migrator.upgrade();
    story.say(
        outcome.isEmpty()
            ? outcome.toString()
            : outcome.revisions().size()
                + " revisions in "
                + outcome.duration().toMillis()
                + " ms");
    story.say("");
    story.tell(
        "Developers A and B both went on from 001_create_user, A with a new column, B with a better"
            + " name for an old one. The two do not touch each other, so both run; nobody wrote a"
            + " merge.");
  }

  private void work() throws SQLException {
    story.chapter("Rows");
    List<String> filled = data.fill();
    story.tell(
        filled.isEmpty() ? "every table has its rows" : "inserted: " + String.join(", ", filled));
    story.say("");
    data.purchases().forEach(story::say);
    story.say("");
    data.accounts().forEach(story::say);
  }

  private void lookAround() {
    story.chapter("Where the database stands");
    show("current");
    story.say("");
    show("history", "-i");
    story.say("");
    show("check");
  }

  private void show(String... command) {
    story.say("$ db " + String.join(" ", command));
    story.say(commands.printed(command));
  }

  private void goDownAndUp() throws SQLException {
    story.chapter("Down to before the branches, and up again");
    List<String> before = data.counts();
    for (RevisionId target : List.of(CreateAlbums.ID, CreateUser.ID)) {
      Plan plan = migrator.downgradeScript(target.value()).plan();
      Set<String> lost = new LinkedHashSet<>();
      plan.steps().forEach(step -> lost.addAll(step.dataLoss()));
      story.tell("downgrade(\"" + target + "\") will lose " + String.join(", ", lost));
      migrator.downgrade(target);
      story.say("");
    }
    List<String> down = data.counts();
    story.say("upgrade()");
    migrator.upgrade();
    List<String> up = data.counts();
    story.say("");
    String row = "%-15s %8s %8s %8s";
    story.say(String.format(Locale.ROOT, row, "rows", "before", "down", "up again"));
    for (int i = 0; i < before.size(); i++) {
      String table = StoreRows.ALL.get(i).table();
      story.say(String.format(Locale.ROOT, row, table, before.get(i), down.get(i), up.get(i)));
    }
    story.say("");
    story.tell(
        "What is not above the two targets kept its rows. Dropped tables came back empty: a"
            + " downgrade restores the schema, not the rows, and says so before.");
    story.tell("inserted again: " + String.join(", ", data.fill()));
  }
}
