package dev.migrate.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.Recording;
import dev.migrate.Revision;
import dev.migrate.dialect.Dialect;
import dev.migrate.engine.Migrator;
import dev.migrate.engine.RevisionGraph;
import dev.migrate.schema.Schema;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Schemas made at random, which have no history: their baseline is stamped and is the same. */
class BaselineLawTest {

  private static final int SEEDS = Integer.getInteger("migrate.test.schemas.adopted", 6);

  private static final int SERVER_SEEDS = Math.max(3, SEEDS / 4);

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(MemoryEngine.class)
  void aDatabaseInMemoryIsAdopted(MemoryEngine engine) throws Exception {
    requireAdopted(engine, SEEDS);
  }

  @ParameterizedTest
  @EnumSource(ServerEngine.class)
  void aDatabaseOfAServerIsAdopted(ServerEngine engine) throws Exception {
    requireAdopted(engine, SERVER_SEEDS);
  }

  /** All sources are compiled in one go, each in a package of its own. */
  private void requireAdopted(TestEngine engine, int seeds) throws Exception {
    Dialect dialect = engine.dialect();
    List<RevisionSource> sources = new ArrayList<>();
    List<Revision> revisions = new ArrayList<>();
    for (long seed = 1; seed <= seeds; seed++) {
      for (RandomSchemas pair : RandomSchemas.on(dialect, seed)) {
        DataSource database = engine.emptyDatabase();
        try (Connection kept = database.getConnection()) {
          LiveSchema live = new LiveSchema(dialect, kept);
          live.run(live.rendered(pair.operations(), Schema.empty()));
          if (dialect.canonical(pair.before()).names().isEmpty()) {
            continue;
          }
          GeneratedBaseline baseline =
              Baseline.from(
                      Inspected.from(database)
                          .withSchemas(pair.before().namespaces().toArray(new String[0])))
                  .packageName("seed" + sources.size())
                  .tablesPerRevision(2)
                  .generate();
          Migrator.on(database).revisions(baseline.revisions()).build().stamp("heads");
          assertThat(
                  Generator.of(RevisionGraph.of(baseline.revisions()))
                      .model(Inspected.from(database))
                      .dialect(dialect)
                      .generate("second"))
              .isEmpty();
          sources.addAll(baseline.sources());
          revisions.addAll(baseline.revisions());
        } catch (Exception failure) {
          throw new AssertionError("seed " + seed + ": " + pair.before(), failure);
        }
      }
    }
    try (CompiledRevisions compiled = new CompiledRevisions(folder)) {
      assertThat(compiled.of(sources).stream().map(Recording::of).toList())
          .isEqualTo(revisions.stream().map(Recording::of).toList());
    }
  }
}
