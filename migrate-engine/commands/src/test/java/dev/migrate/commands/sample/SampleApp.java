package dev.migrate.commands.sample;

import static dev.migrate.Ddl.*;

import dev.migrate.Lineage;
import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.commands.DbCommand;
import dev.migrate.engine.Migrator;
import dev.migrate.testkit.UrlDataSource;
import java.util.Arrays;
import java.util.List;

/**
 * An application with a slow revision, whose database is a file. Its first arguments are the URL,
 * the milliseconds that a statement takes, and whether that is raw SQL, of which nothing is
 * declared; the others are a command.
 */
public final class SampleApp {

  private SampleApp() {}

  public static void main(String[] arguments) {
    int slow = Integer.parseInt(arguments[1]);
    boolean raw = Boolean.parseBoolean(arguments[2]);
    String[] command = Arrays.copyOfRange(arguments, 3, arguments.length);
    System.exit(DbCommand.of(() -> migrator(arguments[0], slow, raw)).run(command));
  }

  /** The revisions: the second one has a slow statement. */
  private static List<Revision> revisions(int slow, boolean raw) {
    return List.of(
        Revision.of(
            Lineage.of("001_account").root().message("create the accounts"),
            op -> op.createTable("account", column("id", bigint()), primaryKey("id"))),
        Revision.of(
            Lineage.of("002_email").after("001_account").message("add email"),
            op -> email(op, slow, raw)),
        Revision.of(
            Lineage.of("003_phone").after("002_email").message("add phone"),
            op -> op.addColumn("account", column("phone", varchar(20)))));
  }

  private static void email(Operations op, int millis, boolean raw) {
    op.addColumn("account", column("email", varchar(320)));
    if (raw) {
      op.execute(
          sql("CREATE ALIAS IF NOT EXISTS SLEEP FOR 'java.lang.Thread.sleep(long)'").needsNoUndo());
      op.execute(sql("CALL SLEEP(" + millis + ")").needsNoUndo());
    } else {
      op.run(code("wait", context -> Thread.sleep(millis)).writes("account").needsNoUndo());
    }
    op.addColumn("account", column("login", varchar(64)));
  }

  /** The migrator of a database. */
  public static Migrator migrator(String url, int slow, boolean raw) {
    return Migrator.on(new UrlDataSource(url, "", "")).revisions(revisions(slow, raw)).build();
  }
}
