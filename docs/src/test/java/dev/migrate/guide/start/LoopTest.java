package dev.migrate.guide.start;

import static dev.migrate.Ddl.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.Revision;
import dev.migrate.docs.Snippets;
import dev.migrate.docs.Snippets.Block;
import dev.migrate.engine.Migrator;
import dev.migrate.engine.RevisionGraph;
import dev.migrate.engine.Revisions;
import dev.migrate.error.DefinitionException;
import dev.migrate.generate.GeneratedRevision;
import dev.migrate.generate.Generator;
import dev.migrate.generate.GeneratorException;
import dev.migrate.model.Model;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The loop that the README begins with. */
class LoopTest {

  // snippet: loop-model
  static final Model MODEL =
      Model.of(
          table(
              "account",
              column("id", bigint()).identity(),
              column("login", varchar(64)).notNull(),
              column("email", varchar(320)), // new
              primaryKey("id"),
              unique("login"),
              index("email").unique()));

  // end

  @Test
  void theReadmeShowsTheFile() throws IOException {
    String source =
        Generator.of(RevisionGraph.of(new CreateAccount()))
            .model(MODEL)
            .dialect(POSTGRESQL)
            .clock(Clock.fixed(Instant.parse("2026-11-30T10:05:00Z"), ZoneOffset.UTC))
            .generate("add email")
            .orElseThrow()
            .source();
    List<Block> blocks = Snippets.blocks(Path.of("../README.md"), "message");

    assertThat(blocks).singleElement().extracting(Block::name).isEqualTo("loop");
    Snippets.require(blocks.get(0), source.substring(source.indexOf("/**")));
  }

  @Test
  void theLoop(@TempDir Path sources) throws IOException {
    Files.createDirectories(sources.resolve("dev/migrate/guide/start"));
    List<Revision> revisions = Revisions.beside(CreateAccount.class); // those of the package
    Generator.of(RevisionGraph.of(revisions))
        .model(MODEL)
        .dialect(POSTGRESQL)
        .generate("add email")
        .ifPresent(revision -> revision.writeTo(sources)); // src/main/java
    assertThat(sources.resolve("dev/migrate/guide/start/AddEmail.java")).isNotEmptyFile();
    GeneratedRevision generated =
        Generator.of(RevisionGraph.of(revisions))
            .model(MODEL)
            .dialect(H2)
            .generate("add email")
            .orElseThrow();
    run(List.of(new CreateAccount(), generated.revision()));
  }

  /** The program would write into this module, which has no folder for the package. */
  @Test
  void aProgramGenerates() {
    assertThatThrownBy(() -> GenerateRevision.main("add email"))
        .isInstanceOf(GeneratorException.class)
        .hasMessageContaining("there is no folder src/main/java/dev/migrate/guide/start");
    assertThatThrownBy(() -> GenerateRevision.main("add email", "--drop", "account.mail"))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("belongs to no question");
  }

  private static void run(List<Revision> revisions) {
    JdbcDataSource dataSource = new JdbcDataSource();
    dataSource.setURL("jdbc:h2:mem:readme_loop;DB_CLOSE_DELAY=-1");
    // snippet: loop-run
    Migrator migrator = Migrator.on(dataSource).revisions(revisions).build();
    migrator.upgrade(); // runs what is missing
    boolean content = migrator.check(MODEL).isContent(); // database, revisions and model agree
    // end
    assertThat(content).isTrue();
  }
}
