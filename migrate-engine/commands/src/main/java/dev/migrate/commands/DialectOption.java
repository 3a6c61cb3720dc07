package dev.migrate.commands;

import dev.migrate.engine.Migrator;
import dev.migrate.engine.OfflineMigrator;
import dev.migrate.schema.DialectName;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** For which database something is shown that differs between databases. */
final class DialectOption {

  @Option(
      names = "--dialect",
      paramLabel = "<name>",
      description = "The database to which it applies, such as h2; by default the migrator's.")
  @Nullable String dialect;

  /** The revisions on the named dialect, or else on the one that the migrator was built with. */
  Optional<OfflineMigrator> offline(Migrator migrator) {
    return dialect == null
        ? migrator.dialect().map(given -> OfflineMigrator.of(given, migrator.revisions()))
        : Optional.of(OfflineMigrator.of(new DialectName(dialect), migrator.revisions()));
  }
}
