package dev.migrate.commands;

import dev.migrate.commands.terminal.Terminal;
import dev.migrate.engine.Migrator;
import dev.migrate.engine.RevisionGraph;
import dev.migrate.model.SchemaSource;
import dev.migrate.schema.DialectName;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What an application gives to its commands. Immutable.
 *
 * @param sources the folder of its Java sources
 * @param packageOfRevisions where the first revision goes; the others go beside the newest head
 */
record Application(
    Supplier<Migrator> migrator,
    Optional<Supplier<RevisionGraph>> revisions,
    Optional<DialectName> dialect,
    Optional<SchemaSource> model,
    Path sources,
    Optional<String> packageOfRevisions,
    Supplier<Terminal> terminal) {

  private static final Path SOURCES = Path.of("src", "main", "java");

  static Application of(Supplier<Migrator> migrator) {
    return new Application(
        migrator,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        SOURCES,
        Optional.empty(),
        Terminal::ofProcess);
  }

  Application withRevisions(Supplier<RevisionGraph> other) {
    return new Application(
        migrator, Optional.of(other), dialect, model, sources, packageOfRevisions, terminal);
  }

  Application withDialect(DialectName other) {
    return new Application(
        migrator, revisions, Optional.of(other), model, sources, packageOfRevisions, terminal);
  }

  Application withModel(SchemaSource other) {
    return new Application(
        migrator, revisions, dialect, Optional.of(other), sources, packageOfRevisions, terminal);
  }

  Application withSources(Path other) {
    return new Application(
        migrator, revisions, dialect, model, other, packageOfRevisions, terminal);
  }

  Application withPackageOfRevisions(String other) {
    return new Application(
        migrator, revisions, dialect, model, sources, Optional.of(other), terminal);
  }

  Application withTerminal(Supplier<Terminal> other) {
    return new Application(migrator, revisions, dialect, model, sources, packageOfRevisions, other);
  }

  Migrator suppliedMigrator() {
    return SuppliedMigrator.from(migrator);
  }
}
