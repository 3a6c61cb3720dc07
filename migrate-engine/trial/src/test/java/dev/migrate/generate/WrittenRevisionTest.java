package dev.migrate.generate;

import static dev.migrate.Ddl.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.migrate.Lineage;
import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.RevisionId;
import dev.migrate.engine.RevisionGraph;
import dev.migrate.model.Model;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A generated revision becomes a file beside the others, or nothing is written. */
class WrittenRevisionTest {

  @TempDir Path sources;

  private Path folder;

  /** The newest head. */
  public static final class CreateAccount implements Revision {

    /** The id of this revision. */
    public static final RevisionId ID = RevisionId.of("create_account");

    @Override
    public Lineage lineage() {
      return Lineage.of(ID).root();
    }

    @Override
    public void upgrade(Operations op) {
      op.createTable("account", column("id", bigint()), primaryKey("id"));
    }
  }

  @BeforeEach
  void createFolder() throws IOException {
    folder = Files.createDirectories(sources.resolve("dev/migrate/generate"));
  }

  private static Generator generator() {
    return Generator.of(RevisionGraph.of(new CreateAccount()))
        .dialect(H2)
        .clock(Clock.fixed(Instant.parse("2026-11-30T10:05:00Z"), ZoneOffset.UTC))
        .model(
            Model.of(
                table(
                    "account", column("id", bigint()), column("email", text()), primaryKey("id"))));
  }

  private static GeneratedRevision revision() {
    return generator().generate("add email").orElseThrow();
  }

  private static String name(String message) {
    return generator().generate(message).orElseThrow().className();
  }

  private static String id(String message) {
    return generator().generate(message).orElseThrow().id().value();
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(sources)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  @Test
  void theFileIsBesideThatOfTheNewestHead() throws IOException {
    GeneratedRevision revision = revision();

    Path file = revision.writeTo(sources);

    assertThat(file).isEqualTo(folder.resolve("AddEmail.java"));
    assertThat(Files.readString(file))
        .isEqualTo(revision.source())
        .startsWith("package dev.migrate.generate;\n")
        .contains("import dev.migrate.generate.WrittenRevisionTest.CreateAccount;")
        .contains("Lineage.of(ID).after(CreateAccount.ID)");
    assertThat(files()).containsExactly(file);
  }

  @Test
  void anotherPackageCanBeNamed() throws IOException {
    Files.createDirectories(sources.resolve("app/db"));

    assertThat(generator().packageName("app.db").generate("x y").orElseThrow().writeTo(sources))
        .isEqualTo(sources.resolve("app/db/XY.java"));
    assertThat(generator().packageName("").generate("x y").orElseThrow().writeTo(sources))
        .isEqualTo(sources.resolve("XY.java"));
  }

  @Test
  void anExistingFileIsNeverReplaced() throws IOException {
    for (String existing : List.of("AddEmail.java", "addemail.java")) {
      Path file = Files.writeString(folder.resolve(existing), "mine");
      assertThatThrownBy(() -> revision().writeTo(sources))
          .isInstanceOf(GeneratorException.class)
          .hasMessageContaining("there is a file " + file)
          .hasMessageContaining("nothing was written");
      assertThat(file).hasContent("mine");
      assertThat(files()).containsExactly(file);
      Files.delete(file);
    }
  }

  @Test
  void aMissingFolderIsNamed() throws IOException {
    assertThatThrownBy(() -> revision().writeTo(sources.resolve("main")))
        .isInstanceOf(GeneratorException.class)
        .hasMessageContaining("there is no folder " + sources.resolve("main/dev/migrate/generate"))
        .hasMessageContaining("nothing was written");
    Path file = Files.writeString(sources.resolve("file"), "");
    assertThatThrownBy(
            () -> generator().packageName("file").generate("a").orElseThrow().writeTo(sources))
        .isInstanceOf(GeneratorException.class)
        .hasMessageContaining(file + " is not a folder");
  }

  @Test
  void aFolderThatCannotBeWrittenIsNamed() throws IOException {
    assumeThat(folder.toFile().setWritable(false)).isTrue();
    assumeThat(Files.isWritable(folder)).as("root can write everywhere").isFalse();
    assertThatThrownBy(() -> revision().writeTo(sources))
        .isInstanceOf(GeneratorException.class)
        .hasMessageContaining("AccessDeniedException");
    assertThat(files()).isEmpty();
  }

  @Test
  void withoutAHeadThatHasAClassThePackageIsNeeded() {
    GeneratedRevision revision =
        Generator.of(RevisionGraph.of(List.of()))
            .dialect(H2)
            .model(Model.of(table("account", column("id", bigint()))))
            .generate("create account")
            .orElseThrow();

    assertThatThrownBy(() -> revision.writeTo(sources))
        .isInstanceOf(GeneratorException.class)
        .hasMessageContaining("packageName(…)");
  }

  @Test
  void afterwardsAFormatterCanRun() {
    List<Path> written = new ArrayList<>();
    Path file =
        generator().afterWriting(written::add).generate("add email").orElseThrow().writeTo(sources);

    assertThat(written).containsExactly(file);
  }

  @Test
  void aFormatterThatFailsIsReportedAndTheFileStays() throws IOException {
    GeneratedRevision revision =
        generator()
            .afterWriting(
                file -> {
                  throw new IOException("no formatter");
                })
            .generate("add email")
            .orElseThrow();

    assertThatThrownBy(() -> revision.writeTo(sources))
        .isInstanceOf(GeneratorException.class)
        .hasMessageContaining("no formatter")
        .hasMessageContaining("the file is there");
    assertThat(files()).hasSize(1);
  }

  @Test
  void namesComeFromTheMessage() {
    assertThat(name("add email")).isEqualTo("AddEmail");
    assertThat(name("  Add the e-mail ADDRESS, please!  ")).isEqualTo("AddTheEMailAddressPlease");
    assertThat(name("2 new columns")).isEqualTo("Revision2NewColumns");
    assertThat(name("Größe für Schüler")).isEqualTo("GrosseFurSchuler");
    assertThat(name("lineage")).isEqualTo("RevisionLineage");
    assertThat(name("con")).isEqualTo("RevisionCon");
    assertThat(name("日本語")).isEqualTo("AddAccountEmail");
    assertThat(name("  ")).isEqualTo("AddAccountEmail");
    assertThat(name("class")).isEqualTo("Class");
    assertThat(name("*/ \\u0041 \" $")).isEqualTo("U0041");
    assertThat(name("word ".repeat(50))).isEqualTo("Word".repeat(8));
    assertThat(name("x".repeat(500))).hasSize(40);
    assertThat(name("written revision test")).isEqualTo("WrittenRevisionTest2");
    assertThat(name("create account")).isEqualTo("CreateAccount2");
    assertThat(id("add email")).isEqualTo("20261130_1005_add_email");
    assertThat(id("日本語")).isEqualTo("20261130_1005_add_account_email");
    assertThat(id("x".repeat(500))).hasSizeLessThanOrEqualTo(RevisionId.MAXIMUM_LENGTH);
  }

  @Test
  void anIdThatIsTakenGetsANumber() {
    Revision same =
        Revision.of(Lineage.of("20261130_1005_add_email").after("create_account"), op -> {});
    GeneratedRevision revision =
        Generator.of(RevisionGraph.of(new CreateAccount(), same))
            .dialect(H2)
            .clock(Clock.fixed(Instant.parse("2026-11-30T10:05:00Z"), ZoneOffset.UTC))
            .model(
                Model.of(table("account", column("id", bigint()), primaryKey("id"), index("id"))))
            .generate("add email")
            .orElseThrow();

    assertThat(revision.id()).isEqualTo(RevisionId.of("20261130_1005_add_email_2"));
  }
}
