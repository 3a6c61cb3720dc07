package dev.migrate.generate;

import static dev.migrate.Ddl.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.migrate.Lineage;
import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.dialect.Dialect;
import dev.migrate.engine.Migrator;
import dev.migrate.engine.RevisionGraph;
import dev.migrate.error.DefinitionException;
import dev.migrate.model.Model;
import dev.migrate.operation.Operation;
import dev.migrate.schema.DeclaredTable;
import dev.migrate.schema.DialectName;
import dev.migrate.schema.ModelElement;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.testkit.dialect.database.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Constraints, indexes and views under another name: renamed, or dropped and created? */
class RenamedDefinitionsTest {

  private static final List<String> KINDS = List.of("pk", "uq", "fk", "ck", "ix");

  static Stream<TestEngine> engines() {
    return Stream.concat(Stream.of(MemoryEngine.values()), Stream.of(ServerEngine.values()));
  }

  static Stream<Dialect> dialects() {
    return GeneratorLawTest.dialects();
  }

  private static DeclaredTable account(String suffix) {
    return table(
        "account",
        column("id", bigint()),
        column("team_id", bigint()),
        column("login", varchar(20)),
        column("n", integer()),
        primaryKey("id").named("pk_" + suffix),
        unique("login").named("uq_" + suffix),
        foreignKey("team_id").references("team", "id").named("fk_" + suffix),
        check("n > 0").named("ck_" + suffix),
        index("n").named("ix_" + suffix));
  }

  private static Model model(String suffix) {
    return Model.of(account(suffix), table("team", column("id", bigint()), primaryKey("id")))
        .withView("v_" + suffix, view("SELECT id FROM account WHERE n > 1").reads("account"));
  }

  private static Generator after(Model model, Dialect dialect) {
    List<Operation> operations = SchemaOperations.between(Schema.empty(), model.schema());
    return generator(op -> operations.forEach(op::add)).dialect(dialect);
  }

  private static Generator generator(Consumer<Operations> operations) {
    return Generator.of(RevisionGraph.of(Revision.of(Lineage.of("001").root(), operations)));
  }

  private static List<Question> questions(Generator generator) {
    return catchThrowableOfType(QuestionException.class, () -> generator.generate("change"))
        .questions();
  }

  private static List<String> flags(List<Question> questions) {
    return questions.stream()
        .flatMap(question -> question.answers().stream())
        .map(Answer::toString)
        .toList();
  }

  private static List<String> operations(Generator generator) {
    return generator.generate("change").orElseThrow().operations().stream()
        .map(Operation::toString)
        .toList();
  }

  private static boolean namesKeys(Dialect dialect) {
    return dialect.names().stream().noneMatch(List.of(MYSQL, MARIADB)::contains);
  }

  /** The answers to all questions by which the elements are renamed, or else dropped. */
  private static Answers answers(Dialect dialect, boolean isRenamed) {
    Answers answers = Answers.none();
    for (String kind : KINDS) {
      if (!kind.equals("pk") || namesKeys(dialect)) {
        String old = "account." + kind + "_a";
        answers = isRenamed ? answers.renamed(old, kind + "_b") : answers.dropped(old);
      }
    }
    return isRenamed ? answers.renamed("v_a", "v_b") : answers.dropped("v_a");
  }

  /** MySQL calls every primary key PRIMARY, so that its name makes no difference. */
  @ParameterizedTest
  @MethodSource("dialects")
  void eachIsAskedOnEveryDialect(Dialect dialect) {
    List<Question> questions = questions(after(model("a"), dialect).model(model("b")));

    List<String> expected = new ArrayList<>();
    for (String kind : KINDS) {
      if (!kind.equals("pk") || namesKeys(dialect)) {
        expected.add("--rename account." + kind + "_a=" + kind + "_b");
        expected.add("--drop account." + kind + "_a");
      }
    }
    expected.addAll(List.of("--rename v_a=v_b", "--drop v_a"));
    assertThat(flags(questions)).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(questions)
        .extracting(Question::text)
        .contains(
            "is the constraint account.uq_a renamed to uq_b, or dropped, and another created?",
            "is the index account.ix_a renamed to ix_b, or dropped, and another created?",
            "is the view v_a renamed to v_b, or dropped, and another created?");
  }

  @ParameterizedTest
  @MethodSource("dialects")
  void theAnswersBecomeOperationsThatTheDialectCanDo(Dialect dialect) {
    for (boolean isRenamed : List.of(true, false)) {
      Generator generator =
          after(model("a"), dialect).model(model("b")).answers(answers(dialect, isRenamed));
      GeneratedRevision revision = generator.generate("change").orElseThrow();

      assertThat(revision.destroys()).isEmpty();
      assertThat(revision.operations())
          .extracting(Operation::toString)
          .allMatch(text -> text.startsWith("rename ") == isRenamed)
          .hasSize((isRenamed ? 1 : 2) * (namesKeys(dialect) ? 6 : 5));
    }
  }

  @ParameterizedTest
  @MethodSource("engines")
  void theRevisionRunsWhereRowsAreAndBack(TestEngine engine) throws SQLException {
    for (boolean isRenamed : List.of(true, false)) {
      DataSource database = engine.emptyDatabase();
      try (Connection open = database.getConnection()) {
        Dialect dialect = TestDatabase.dialect(open);
        List<Operation> create = SchemaOperations.between(Schema.empty(), model("a").schema());
        RevisionGraph graph =
            RevisionGraph.of(Revision.of(Lineage.of("001").root(), op -> create.forEach(op::add)));
        Migrator.on(database).revisions(graph).build().upgrade();
        LiveSchema live = new LiveSchema(dialect, open);
        live.execute("INSERT INTO team (id) VALUES (1)");
        live.execute("INSERT INTO account (id, team_id, login, n) VALUES (7, 1, 'ada', 3)");
        RevisionGraph with =
            graph.with(
                Generator.of(graph)
                    .dialect(dialect)
                    .model(model("b"))
                    .answers(answers(dialect, isRenamed))
                    .generate("change")
                    .orElseThrow()
                    .revision());
        Migrator migrator = Migrator.on(database).revisions(with).build();

        migrator.upgrade();
        assertThat(migrator.check(model("b")).isContent()).isTrue();
        assertThat(migrator.drift().isEmpty()).isTrue();
        migrator.downgrade("001");
        assertThat(migrator.drift().isEmpty()).isTrue();
        migrator.upgrade();

        assertThat(live.values(QualifiedName.of("account"), List.of("id", "login")))
            .containsExactly(List.of("7", "ada"));
        assertThat(Generator.of(with).dialect(dialect).model(model("b")).generate("again"))
            .isEmpty();
      }
    }
  }

  private static Generator onH2(ModelElement... before) {
    return after(
        Model.of(named("t", before)), GeneratorLawTest.dialects().findFirst().orElseThrow());
  }

  private static Model model(ModelElement... elements) {
    return Model.of(named("t", elements));
  }

  private static DeclaredTable named(String name, ModelElement... more) {
    List<ModelElement> all =
        new ArrayList<>(List.of(column("a", varchar(9)), column("b", varchar(9))));
    all.addAll(List.of(more));
    return DeclaredTable.of(QualifiedName.of(name), all);
  }

  @Test
  void ofSeveralCandidatesEachIsAnAnswer() {
    Generator generator =
        onH2(index("a").named("one"))
            .model(model(index("a").named("two"), index("a").named("three")));

    assertThat(flags(questions(generator)))
        .containsExactly("--rename t.one=two", "--rename t.one=three", "--drop t.one");
    assertThat(operations(generator.answers(Answers.none().renamed("t.one", "three"))))
        .containsExactly("rename index one of table t to three", "create index two (a) on table t");
  }

  @Test
  void twoThatMayBeTheSameOneAreAskedOnceEach() {
    Generator generator =
        onH2(index("a").named("one"), index("a").named("two"))
            .model(model(index("a").named("three")));

    assertThat(flags(questions(generator)))
        .containsExactly(
            "--rename t.one=three", "--drop t.one", "--rename t.two=three", "--drop t.two");
    Answers one = Answers.none().renamed("t.one", "three");
    List<String> expected =
        List.of("rename index one of table t to three", "drop index two of table t");
    assertThat(operations(generator.answers(one))).isEqualTo(expected);
    assertThat(operations(generator.answers(one.dropped("t.two")))).isEqualTo(expected);
    assertThatThrownBy(() -> operations(generator.answers(one.renamed("t.two", "three"))))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("contradict");
  }

  @Test
  void whatIsDifferentInMoreThanItsNameIsNotAskedAbout() {
    Generator generator =
        onH2(unique("a").named("one"), index("a").named("x"))
            .model(model(unique("a", "b").named("two"), index("b").named("y")));

    assertThat(operations(generator)).hasSize(4);
    assertThatThrownBy(() -> operations(generator.answers(Answers.none().renamed("t.one", "two"))))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining(
            "the constraint t.one cannot be renamed to two, because more than its name is"
                + " different")
        .hasMessageContaining("remove the answer: the one is dropped, and the other created");
    assertThatThrownBy(() -> operations(generator.answers(Answers.none().dropped("t.one"))))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("belongs to no question");
  }

  @Test
  void anotherSpellingOfACheckIsTheSameCheck() {
    Generator generator =
        onH2(check("a  > 'x'").named("one"), index("a").where("(b > 'y')").named("x"))
            .dialect(GeneratorLawTest.dialects().skip(1).findFirst().orElseThrow())
            .model(model(check("(a > 'x')").named("two"), index("a").where("b > 'y'").named("y")));

    assertThat(flags(questions(generator))).contains("--rename t.one=two", "--rename t.x=y");
    assertThat(
            operations(
                generator.answers(Answers.none().renamed("t.one", "two").renamed("t.x", "y"))))
        .containsExactly(
            "rename constraint one of table t to two", "rename index x of table t to y");
  }

  @Test
  void aNameThatTheModelLeavesOpenIsNoQuestion() {
    assertThat(
            onH2(unique("a").named("one"), index("b").named("two"))
                .model(model(unique("a"), index("b")))
                .generate("change"))
        .isEmpty();
  }

  @Test
  void theModelCanAnswerItself() {
    Generator generator =
        onH2(
            primaryKey("a").named("p"),
            unique("a").named("u"),
            check("a > 'x'").named("c"),
            foreignKey("b").references("t", "a").named("f"),
            index("b").named("i"));
    Model model =
        model(
            primaryKey("a").named("p2").was("p"),
            unique("a").named("u2").was("u"),
            check("a > 'x'").named("c2").was("c"),
            foreignKey("b").references("t", "a").named("f2").was("f"),
            index("b").was("i"));

    assertThat(operations(generator.model(model)))
        .containsExactly(
            "rename constraint c of table t to c2",
            "rename constraint f of table t to f2",
            "rename constraint p of table t to p2",
            "rename constraint u of table t to u2",
            "rename index i of table t to ix_t_b");
    RevisionGraph later =
        RevisionGraph.of(
            Revision.of(
                Lineage.of("001").root(),
                op -> SchemaOperations.between(Schema.empty(), model.schema()).forEach(op::add)));
    assertThat(Generator.of(later).dialect(H2).model(model).generate("again")).isEmpty();
  }

  @Test
  void impossibleHintsAreRefused() {
    for (Function<Integer, Object> wrong :
        List.<Function<Integer, Object>>of(
            i -> table("t", column("a", text()), unique("a").named("x").was("x")),
            i ->
                table(
                    "t",
                    column("a", text()),
                    index("a").named("x").was("y"),
                    index("a").named("y")),
            i -> table("t", column("a", text()), check("a > 'x'").named("x").was("")))) {
      assertThatThrownBy(() -> wrong.apply(0)).isInstanceOf(DefinitionException.class);
    }
    assertThatThrownBy(
            () ->
                table(
                    "t",
                    column("a", text()),
                    index("a").named("x").was("z"),
                    index("a").named("y").was("z")))
        .hasMessage(
            """
            two indexes of table t were z: x and y
              next       keep was(…) at one of them\
            """);
  }

  @Test
  void aTableIsRenamedTogetherWithItsConstraint() {
    Dialect h2 = GeneratorLawTest.dialects().findFirst().orElseThrow();
    Generator generator =
        after(Model.of(named("t", unique("a").named("uq_t"))), h2)
            .model(Model.of(named("s", unique("a").named("uq_s"))));

    assertThat(flags(questions(generator))).containsExactly("--rename t=s", "--drop t");
    Answers table = Answers.none().renamed("t", "s");
    assertThat(flags(questions(generator.answers(table))))
        .containsExactly("--rename s.uq_t=uq_s", "--drop s.uq_t");
    List<String> expected =
        List.of("rename table t to s", "rename constraint uq_t of table s to uq_s");
    assertThat(operations(generator.answers(table.renamed("s.uq_t", "uq_s")))).isEqualTo(expected);
    assertThat(
            operations(
                generator.model(
                    Model.of(named("s", unique("a").named("uq_s").was("uq_t")).was("t")))))
        .isEqualTo(expected);
  }

  @Test
  void aConstraintIsRenamedTogetherWithItsColumn() {
    Generator generator =
        onH2(unique("b").named("uq_b"))
            .model(
                Model.of(
                    table(
                        "t",
                        column("a", varchar(9)),
                        column("c", varchar(9)),
                        unique("c").named("uq_c"))));

    assertThat(
            operations(
                generator.answers(Answers.none().renamed("t.b", "c").renamed("t.uq_b", "uq_c"))))
        .containsExactly("rename column t.b to c", "rename constraint uq_b of table t to uq_c");
  }

  /** On many databases the names of indexes are unique in a schema. */
  @ParameterizedTest
  @MethodSource("engines")
  void namesMoveFromOneToAnother(TestEngine engine) throws SQLException {
    DataSource database = engine.emptyDatabase();
    Model before =
        Model.of(
            table("r", column("a", integer()), index("a").named("one")),
            table("s", column("a", integer()), index("a").named("two")),
            table("t", column("a", integer()), index("a").named("three")),
            table("u", column("a", integer()), column("b", integer()), index("a").named("four")));
    Model after =
        Model.of(
            table("r", column("a", integer()), index("a").named("two")),
            table("s", column("a", integer()), index("a").named("one")),
            table("t", column("a", integer()), index("a").named("four")),
            table("u", column("a", integer()), column("b", integer()), index("b").named("five")));
    try (Connection open = database.getConnection()) {
      Dialect dialect = TestDatabase.dialect(open);
      List<Operation> create = SchemaOperations.between(Schema.empty(), before.schema());
      Revision first = Revision.of(Lineage.of("001").root(), op -> create.forEach(op::add));
      GeneratedRevision second =
          Generator.of(RevisionGraph.of(first))
              .dialect(dialect)
              .model(after)
              .answers(
                  Answers.parse(
                      List.of("--rename=r.one=two", "--rename=s.two=one", "--rename=t.three=four")))
              .generate("change")
              .orElseThrow();
      Migrator migrator =
          Migrator.on(database)
              .revisions(RevisionGraph.of(List.of(first, second.revision())))
              .build();
      migrator.upgrade();
      assertThat(migrator.drift().isEmpty()).isTrue();
    }
  }

  /** A column, a constraint and an index can have one name. */
  @Test
  void whereOneNameHasSeveralElementsTheKindTellsWhich() {
    DialectName dialect = SQLITE;
    Generator generator =
        generator(
                op ->
                    op.createTable(
                        "t",
                        column("a", text()),
                        column("id", text()),
                        unique("a").named("a"),
                        index("id").named("id")))
            .dialect(dialect)
            .model(
                Model.of(
                    table(
                        "t",
                        column("a2", text()),
                        column("id", text()),
                        unique("a2").named("a2"),
                        index("id").named("b"))));

    assertThat(flags(questions(generator)))
        .containsExactly(
            "--rename t.a=a2", "--drop t.a", "--rename 'index t.id=b'", "--drop 'index t.id'");
    Answers column = Answers.none().renamed("t.a", "a2");
    assertThat(questions(generator.answers(column)))
        .extracting(Question::text)
        .contains("is the constraint t.a renamed to a2, or dropped, and another created?");
    assertThat(
            operations(
                generator.answers(
                    column.renamed("constraint t.a", "a2").renamed("index t.id", "b"))))
        .containsExactly(
            "rename column t.a to a2",
            "rename constraint a of table t to a2",
            "rename index id of table t to b");
  }

  /** No database renames a view that another one reads. */
  @Test
  void aViewThatAnotherReadsIsDroppedAndCreated() {
    Model before =
        Model.of(named("t"))
            .withView("v", view("SELECT a FROM t").reads("t"))
            .withView("w", view("SELECT a FROM v").reads("v"));
    Model after =
        Model.of(named("t"))
            .withView("x", view("SELECT a FROM t").reads("t"))
            .withView("y", view("SELECT a FROM x").reads("x"));
    Generator generator =
        after(before, GeneratorLawTest.dialects().findFirst().orElseThrow()).model(after);

    assertThat(operations(generator)).hasSize(4);
    assertThatThrownBy(() -> operations(generator.answers(Answers.none().renamed("v", "x"))))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("or a view reads it");
  }
}
