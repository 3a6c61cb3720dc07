package dev.migrate.commands;

import dev.migrate.dialect.Dialect;
import dev.migrate.engine.Migrator;
import dev.migrate.engine.connect.Dialects;
import dev.migrate.error.DefinitionException;
import dev.migrate.error.Facts;
import dev.migrate.error.MigrateException;
import dev.migrate.schema.DialectName;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * For which database a revision is written: what an option or the application names, or else what
 * one connection shows.
 */
record CommandDialect(DbCommand db, Optional<String> option) {

  /**
   * The dialect.
   *
   * @param migrator asked if nothing else names one
   * @throws DefinitionException if it cannot be found out
   */
  Dialect of(Supplier<Migrator> migrator) {
    Optional<DialectName> named = option.map(DialectOption::name).or(db::dialect);
    return named.isPresent() ? Dialects.named(named.get()) : found(migrator);
  }

  private static Dialect found(Supplier<Migrator> migrator) {
    try {
      return migrator.get().databaseDialect();
    } catch (MigrateException unknown) {
      throw new DefinitionException(
          Facts.of("it is not known for which database the revision is")
              .with("because", unknown.getMessage())
              .with("left", "nothing was written")
              .next(
                  "name it with --dialect postgresql, or in the application with"
                      + " DbCommand.dialect(POSTGRESQL)"));
    }
  }
}
