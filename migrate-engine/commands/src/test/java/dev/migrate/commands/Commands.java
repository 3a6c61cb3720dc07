package dev.migrate.commands;

import static dev.migrate.Ddl.*;

import dev.migrate.Lineage;
import dev.migrate.Revision;
import dev.migrate.engine.Migrator;
import dev.migrate.testkit.UrlDataSource;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;

/** Runs commands in this process, and keeps what they print. Immutable. */
final class Commands {

  private final Supplier<Migrator> migrator;
  private final UnaryOperator<DbCommand> settings;

  private Commands(Supplier<Migrator> migrator, UnaryOperator<DbCommand> settings) {
    this.migrator = migrator;
    this.settings = settings;
  }

  static Commands of(Supplier<Migrator> migrator) {
    return new Commands(migrator, UnaryOperator.identity());
  }

  /** Three revisions, on an empty database of H2 in memory. */
  static Commands onH2() {
    DataSource database = UrlDataSource.h2(";DB_CLOSE_DELAY=-1");
    return of(() -> Migrator.on(database).revisions(revisions()).build());
  }

  /** Three revisions, and no database. */
  static Commands offline() {
    return of(() -> Migrator.on(NoDatabase.SOURCE).revisions(revisions()).build());
  }

  static List<Revision> revisions() {
    return List.of(
        Revision.of(
            Lineage.of("001_account").root().message("create the accounts"),
            op -> op.createTable("account", column("id", bigint()), primaryKey("id"))),
        Revision.of(
            Lineage.of("002_email").after("001_account").message("add email"),
            op -> op.addColumn("account", column("email", varchar(320)))),
        Revision.of(
            Lineage.of("003_phone").after("002_email"),
            op -> op.addColumn("account", column("phone", varchar(20)))));
  }

  Commands with(UnaryOperator<DbCommand> more) {
    return new Commands(migrator, command -> more.apply(settings.apply(command)));
  }

  /** Answers typed on a terminal. */
  Commands answering(String lines) {
    return with(command -> command.in(new StringReader(lines)));
  }

  /** How a command ended, and what it printed; durations are N. */
  record Result(int exitCode, String out, String err) {}

  Result run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exitCode =
        settings.apply(DbCommand.of(migrator).out(stream(out), stream(err))).run(arguments);
    return new Result(exitCode, text(out), text(err));
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes
        .toString(StandardCharsets.UTF_8)
        .replace("\r\n", "\n")
        .replaceAll("\\d+ ms", "N ms");
  }
}
