package dev.migrate.generate;

import static dev.migrate.Ddl.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.googlejavaformat.java.Formatter;
import dev.migrate.Lineage;
import dev.migrate.Operations;
import dev.migrate.Reconciliation;
import dev.migrate.Recording;
import dev.migrate.Recording.Downgrade;
import dev.migrate.Revision;
import dev.migrate.RevisionId;
import dev.migrate.error.DefinitionException;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RunCode;
import dev.migrate.testkit.dialect.sample.RandomOperations;
import dev.migrate.testkit.dialect.sample.SampleOperations;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The source of a revision is that revision, and no formatter changes it. */
class RevisionSourceTest {

  private static final int SEQUENCES = Integer.getInteger("migrate.test.sources", 40);

  @TempDir Path folder;

  private static Recording recorded(Consumer<Operations> operations) {
    return Recording.of(Revision.of(Lineage.of("one").root(), operations));
  }

  private static RevisionSource source(String name, Lineage lineage, List<Operation> operations) {
    return RevisionSource.of(name, lineage, new Recording(operations, Downgrade.DERIVED));
  }

  private static RevisionSource beside(String name, Lineage lineage) {
    return source(name, lineage, List.of()).packageName("dev.migrate.generate");
  }

  private Revision compiled(RevisionSource source) throws Exception {
    try (CompiledRevisions compiled = new CompiledRevisions(folder)) {
      return compiled.of(List.of(source)).get(0);
    }
  }

  private static void requireFormatted(RevisionSource source) throws Exception {
    assertThat(new Formatter().formatSourceAndFixImports(source.text())).isEqualTo(source.text());
  }

  @Test
  void aRevisionIsAClassThatPeopleWouldWrite() throws Exception {
    RevisionSource source =
        RevisionSource.of(
                "AddEmail",
                Lineage.of("20261130_1005_add_email").after("create_account").message("add email"),
                recorded(op -> op.addColumn("account", column("email", varchar(320)))))
            .packageName("app.revision");

    assertThat(source.fileName()).isEqualTo("app/revision/AddEmail.java");
    assertThat(source.text())
        .isEqualTo(
            """
            package app.revision;

            import static dev.migrate.Ddl.*;

            import dev.migrate.Lineage;
            import dev.migrate.Operations;
            import dev.migrate.Revision;
            import dev.migrate.RevisionId;

            /** Add email. */
            public final class AddEmail implements Revision {

              /** The id of this revision. */
              public static final RevisionId ID = RevisionId.of("20261130_1005_add_email");

              @Override
              public Lineage lineage() {
                return Lineage.of(ID).after("create_account").message("add email");
              }

              @Override
              public void upgrade(Operations op) {
                op.addColumn("account", column("email", varchar(320)));
              }
            }
            """);
    requireFormatted(source);
  }

  @Test
  void theSourceOfEverySampleIsThatRevision() throws Exception {
    requireSame(
        SampleOperations.all().stream()
            .map(
                sample ->
                    Stream.concat(sample.given().stream(), Stream.of(sample.operation()))
                        .filter(operation -> !(operation instanceof RunCode))
                        .toList())
            .toList());
  }

  @Test
  void theSourceOfARandomRecordingIsThatRecording() throws Exception {
    List<List<Operation>> recordings = new ArrayList<>();
    for (long seed = 1; seed <= SEQUENCES; seed++) {
      recordings.add(RandomOperations.seeded(seed).sequence(25));
    }
    requireSame(recordings);
  }

  private void requireSame(List<List<Operation>> recordings) throws Exception {
    List<RevisionSource> sources = new ArrayList<>();
    List<Lineage> lineages = new ArrayList<>();
    List<Recording> expected = new ArrayList<>();
    Random random = new Random(7);
    for (List<Operation> operations : recordings) {
      Lineage lineage = RandomLineages.next(lineages, random);
      lineages.add(lineage);
      int half = operations.size() / 2;
      Recording recording =
          switch (random.nextInt(3)) {
            case 0 ->
                new Recording(
                    operations,
                    new Downgrade(operations.subList(0, half), random.nextBoolean(), List.of()));
            default -> new Recording(operations, Downgrade.DERIVED);
          };
      expected.add(recording);
      sources.add(
          RevisionSource.of("Revision" + lineages.size(), lineage, recording)
              .packageName("some.place")
              .remarks(List.of("A remark. ".repeat(random.nextInt(20)), lineage.toString()))
              .destroying(
                  operations.stream().map(Operation::toString).limit(random.nextInt(4)).toList()));
    }
    try (CompiledRevisions compiled = new CompiledRevisions(folder)) {
      List<Revision> revisions = compiled.of(sources);
      for (int i = 0; i < revisions.size(); i++) {
        assertThat(revisions.get(i).lineage()).isEqualTo(lineages.get(i));
        assertThat(Recording.of(revisions.get(i))).isEqualTo(expected.get(i));
        requireFormatted(sources.get(i));
      }
    }
  }

  @Test
  void reconciliationsAreDeclared() throws Exception {
    List<Reconciliation.Variant> variants =
        List.of(
            new Reconciliation.Variant(
                RevisionId.of("a\"b"),
                RevisionId.of("b"),
                recorded(op -> op.renameColumn("user", "user_name", "login")).upgrade()),
            new Reconciliation.Variant(
                RevisionId.of("b"),
                RevisionId.of("a\"b"),
                recorded(
                        op -> {
                          op.dropTable("a");
                          op.on(MARIADB, it -> it.on(MARIADB, that -> that.dropTable("b")));
                        })
                    .upgrade()),
            new Reconciliation.Variant(RevisionId.of("c"), RevisionId.of("b"), List.of()));
    RevisionSource source =
        source("Join", Lineage.of("join").after("a\"b", "b"), List.of()).reconciling(variants);

    assertThat(Reconciliation.of(compiled(source))).isEqualTo(variants);
    requireFormatted(source);
  }

  @Test
  void parentsAreNamedByTheirConstants() throws Exception {
    Map<RevisionId, Class<?>> classes =
        Map.of(
            First.ID,
            First.class,
            Second.ID,
            Second.class,
            RevisionId.of("hidden"),
            Hidden.class,
            RevisionId.of("other"),
            Second.class);
    String head = "return Lineage.of(ID).after(";

    assertThat(beside("A", Lineage.of("a").after(First.ID)).classes(classes).text())
        .contains(head + "First.ID)")
        .contains("import dev.migrate.generate.RevisionSourceTest.First;\n");
    assertThat(beside("A", Lineage.of("a").after("other", "hidden")).classes(classes).text())
        .contains(head + "\"other\", \"hidden\")");
    assertThat(beside("First", Lineage.of("a").after(First.ID)).classes(classes).text())
        .contains(head + "\"1\")");
    RevisionSource mixed =
        beside("A", Lineage.of("a").after(RevisionId.of("hidden"), Second.ID)).classes(classes);
    assertThat(mixed.text()).contains(head + "RevisionId.of(\"hidden\"), Second.ID)");
    assertThat(compiled(mixed).lineage()).isEqualTo(Lineage.of("a").after("hidden", "2"));
  }

  /** A revision. */
  public static final class First {
    /** Its id. */
    public static final RevisionId ID = RevisionId.of("1");
  }

  /** A revision. */
  public static final class Second {
    /** Its id. */
    public static final RevisionId ID = RevisionId.of("2");
  }

  private static final class Hidden {
    public static final RevisionId ID = RevisionId.of("hidden");
  }

  @Test
  void hostileMessagesStayInTheComment() throws Exception {
    List<String> messages =
        List.of(
            "*/ class Broken {",
            "\\u002a/ unicode",
            "<b>bold</b> & {@link Nowhere} @param x",
            "first\nsecond\r\n\tthird *",
            "* starred",
            "日本語のメッセージ".repeat(20),
            "\ud83d\ude00 \u202e reversed \u2028 line",
            "long " + "word ".repeat(60) + "end!",
            "x".repeat(300),
            "Ünïcödé " + "äöü ".repeat(40));
    List<RevisionSource> sources = new ArrayList<>();
    for (String message : messages) {
      Lineage lineage = Lineage.of("a").root().message(message);
      String name = "Hostile" + sources.size();
      requireFormatted(source(name, lineage, List.of()));
      sources.add(
          source(name, lineage, List.of())
              .remarks(List.of(message))
              .destroying(List.of(message, "rows")));
    }
    try (CompiledRevisions compiled = new CompiledRevisions(folder)) {
      assertThat(compiled.of(sources))
          .extracting(revision -> revision.lineage().message().orElseThrow())
          .isEqualTo(messages);
    }
    for (RevisionSource source : sources) {
      requireFormatted(source);
    }
  }

  @Test
  void longRevisionsAreSeveralMethods() throws Exception {
    List<Operation> operations =
        recorded(
                op ->
                    IntStream.range(0, 300)
                        .forEach(
                            n ->
                                op.createTable(
                                    "table_" + n,
                                    column("id", bigint()).identity(),
                                    column("name", varchar(n + 1)).notNull().defaultTo("x" + n),
                                    column("at", timestamp()).defaultTo(currentTimestamp()),
                                    primaryKey("id"),
                                    unique("name"),
                                    index("at"))))
            .upgrade();
    RevisionSource source = source("Long", Lineage.of("a").root(), operations);

    assertThat(Recording.of(compiled(source)).upgrade()).isEqualTo(operations);
    requireFormatted(source);
  }

  @Test
  void longInsertsAndTextsAreDivided() throws Exception {
    List<Operation> operations =
        recorded(
                op -> {
                  op.insert(
                      "a",
                      columns("id", "name", "ok"),
                      IntStream.range(0, 2_500).mapToObj(n -> row(n, "name " + n, true)).toList());
                  op.execute(sql("SELECT '" + "\ud83d\ude00".repeat(40_000) + "'").needsNoUndo());
                })
            .upgrade();
    RevisionSource source = source("Long", Lineage.of("a").root(), operations);

    assertThat(Recording.of(compiled(source)).upgrade()).isEqualTo(operations);
    requireFormatted(source);
  }

  @Test
  void whatOnlyExistsAsCodeIsRefused() {
    Recording recording = recorded(op -> op.run(code("import", context -> {}).writes("a")));

    assertThatThrownBy(() -> RevisionSource.of("A", Lineage.of("a").root(), recording).text())
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("import");
  }

  @Test
  void namesThatJavaDoesNotAllowAreRefused() {
    Recording empty = recorded(op -> {});
    for (String name : List.of("", "1st", "class", "a-b", "Lineage", "String")) {
      assertThatThrownBy(() -> RevisionSource.of(name, Lineage.of("a").root(), empty))
          .as(name)
          .isInstanceOf(DefinitionException.class);
    }
    RevisionSource source = RevisionSource.of("A", Lineage.of("a").root(), empty);
    for (String name : List.of(".", "a.", "a..b", "a.new", "a b")) {
      assertThatThrownBy(() -> source.packageName(name))
          .as(name)
          .isInstanceOf(DefinitionException.class);
    }
  }
}
