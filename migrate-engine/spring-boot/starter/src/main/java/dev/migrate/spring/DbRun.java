package dev.migrate.spring;

import dev.migrate.commands.DbCommand;
import dev.migrate.engine.Migrator;
import dev.migrate.error.DefinitionException;
import dev.migrate.error.Facts;
import dev.migrate.error.MigrateException;
import dev.migrate.model.SchemaSource;
import dev.migrate.report.DatabaseException;
import java.io.PrintStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeansException;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.env.Environment;

/** Runs a command with the migrator and the model that are beans. */
final class DbRun {

  static final String MIGRATOR = "migrate.command.migrator";

  private final ListableBeanFactory beans;

  private DbRun(ListableBeanFactory beans) {
    this.beans = beans;
  }

  /**
   * Runs a command.
   *
   * @param out what was the standard output before the application's own output was led elsewhere
   */
  static int run(ListableBeanFactory beans, List<String> command, PrintStream out) {
    DbRun run = new DbRun(beans);
    DbCommand db = on(out, DbCommand.of(run::migrator));
    String[] models = beans.getBeanNamesForType(SchemaSource.class);
    return (models.length == 0 ? db : db.model(run.model(models)))
        .run(command.toArray(String[]::new));
  }

  /** On a terminal, the command has colours and asks questions as it does without Spring. */
  private static DbCommand on(PrintStream out, DbCommand db) {
    PrintStream ofApplication = System.out;
    System.setOut(out);
    try {
      return db.standardStreams();
    } finally {
      System.setOut(ofApplication);
    }
  }

  /** Asked for its schema by the commands that compare it; only these refuse several models. */
  private SchemaSource model(String... names) {
    return (dialect, recorded) -> onlyModel(names).declared(dialect, recorded);
  }

  private SchemaSource onlyModel(String... names) {
    try {
      SchemaSource only = beans.getBeanProvider(SchemaSource.class).getIfUnique();
      if (only == null) {
        throw new DefinitionException(
            Facts.of("the application has " + names.length + " models")
                .list("known", List.of(names))
                .next("mark one bean of type SchemaSource with @Primary"));
      }
      return only;
    } catch (BeansException failure) {
      throw explained("model", failure);
    }
  }

  private Migrator migrator() {
    try {
      String wanted = beans.getBean(Environment.class).getProperty(MIGRATOR);
      Migrator only =
          wanted == null
              ? beans.getBeanProvider(Migrator.class).getIfUnique()
              : beans.getBean(wanted, Migrator.class);
      if (only == null) {
        throw noneOrSeveral(List.of(beans.getBeanNamesForType(Migrator.class)));
      }
      return only;
    } catch (BeansException failure) {
      throw explained("migrator", failure);
    }
  }

  private static DefinitionException noneOrSeveral(List<String> names) {
    return names.isEmpty()
        ? new DefinitionException(
            "the application has no migrator",
            "set migrate.enabled=true, and configure a data source with spring.datasource.url")
        : new DefinitionException(
            Facts.of("the application has " + names.size() + " migrators")
                .list("known", names)
                .next(
                    "choose one before the word db: --"
                        + MIGRATOR
                        + "="
                        + names.get(0)
                        + "; or mark one with @Primary"));
  }

  private static MigrateException explained(String bean, BeansException failure) {
    @Nullable Throwable cause = failure;
    Throwable root = failure;
    while (cause != null) {
      if (cause instanceof MigrateException known) {
        return known;
      }
      root = cause;
      cause = cause.getCause();
    }
    return new DatabaseException(
        Facts.of("the " + bean + " of the application cannot be created")
            .with("because", root.getClass().getSimpleName() + ": " + root.getMessage())
            .with("left", "no database was touched")
            .next("correct the configuration of the application; --verbose has the stack trace"),
        failure);
  }
}
