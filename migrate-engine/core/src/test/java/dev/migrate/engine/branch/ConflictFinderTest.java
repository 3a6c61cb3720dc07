package dev.migrate.engine.branch;

import static dev.migrate.Ddl.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.Lineage;
import dev.migrate.Operations;
import dev.migrate.Recording;
import dev.migrate.Revision;
import dev.migrate.RevisionId;
import dev.migrate.dialect.NameSpaces;
import dev.migrate.engine.RevisionGraph;
import dev.migrate.engine.plan.AppliedState;
import dev.migrate.engine.plan.CodeRevisions;
import dev.migrate.engine.plan.RecordedHistory;
import dev.migrate.report.Conflict;
import dev.migrate.report.Conflict.Kind;
import dev.migrate.schema.ForeignKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Which branches are in conflict, and how the conflict is reported. */
class ConflictFinderTest {

  private static final Revision FORK =
      Revision.of(
          Lineage.of("fork").root(),
          op -> {
            op.createTable(
                "p", column("k", integer()), column("n", varchar(9)), column("c", integer()));
            op.addUnique("p", unique("k").named("u1"));
            op.createIndex("p", index("k").unique().named("u2"));
            op.createTable(
                "t", column("x", integer()), column("y", integer()), column("z", integer()));
            op.createTable("f", column("k", integer()));
          });

  private static Revision revision(String lineage, Consumer<Operations> body) {
    List<String> words = List.of(lineage.split(" "));
    Lineage.Start start = Lineage.of(words.get(0));
    String[] more = words.subList(2, words.size()).toArray(String[]::new);
    return Revision.of(start.after(words.get(1), more), body);
  }

  private static List<Conflict> conflicts(Revision... branches) {
    List<Revision> all = new ArrayList<>(List.of(FORK));
    all.addAll(Arrays.asList(branches));
    return RevisionGraph.of(all).conflicts();
  }

  private static Set<String> pairs(Revision... branches) {
    return conflicts(branches).stream()
        .map(c -> c.first().revision() + "-" + c.second().revision())
        .collect(Collectors.toSet());
  }

  private static List<Conflict> among(NameSpaces spaces, Revision... branches) {
    List<Revision> all = new ArrayList<>(List.of(FORK));
    all.addAll(Arrays.asList(branches));
    CodeRevisions known = CodeRevisions.of(all);
    AppliedState state = new AppliedState(known, RecordedHistory.NONE, Set.of(), List.of());
    return new ConflictFinder(
            state, new ConflictRules(spaces, Optional.of("Test 1"), Map.of(), Optional.empty()))
        .all();
  }

  // ---- counter-examples of the semantics

  @Test
  void whatLivesAndDiesInsideARevisionIsClaimedAllTheSame() {
    assertThat(
            pairs(
                revision(
                    "a fork",
                    op -> {
                      op.addColumn("p", column("tmp", integer()));
                      op.dropColumn("p", "tmp");
                    }),
                revision("b fork", op -> op.addColumn("p", column("tmp", integer())))))
        .containsExactly("a-b");
  }

  @Test
  void aColumnThatIsDroppedAndAddedAgainHasLostItsValues() {
    assertThat(
            pairs(
                revision(
                    "a fork",
                    op -> {
                      op.dropColumn("p", "c");
                      op.addColumn("p", column("c", integer()));
                    }),
                revision("b fork", op -> op.update("p", set("c", 1).inEveryRow()))))
        .containsExactly("a-b");
  }

  @Test
  void aRenamingInTwoStepsIsSeenBetweenThem() {
    assertThat(
            pairs(
                revision("a1 fork", op -> op.renameColumn("p", "n", "tmp")),
                revision("a2 a1", op -> op.renameColumn("p", "tmp", "n")),
                revision("b fork", op -> op.createIndex("p", index("n")))))
        .containsExactlyInAnyOrder("a1-b", "a2-b");
  }

  @Test
  void threeThatAgreeInPairsButNotTogetherAreToldInPairs() {
    assertThat(
            pairs(
                revision("a fork", op -> op.dropColumn("t", "x")),
                revision("b fork", op -> op.dropColumn("t", "y")),
                revision("c fork", op -> op.dropColumn("t", "z"))))
        .containsExactlyInAnyOrder("a-b", "a-c", "b-c");
    assertThat(
            pairs(
                revision("a fork", op -> op.dropConstraint("p", "u1")),
                revision("b fork", op -> op.dropIndex("p", "u2")),
                revision(
                    "c fork", op -> op.addForeignKey("f", foreignKey("k").references("p", "k")))))
        .containsExactlyInAnyOrder("a-b", "a-c", "b-c");
  }

  @Test
  void manyHeadsThatDoNotTouchEachOtherAgree() {
    List<Revision> branches = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      String name = "c" + i;
      branches.add(revision("b" + i + " fork", op -> op.addColumn("p", column(name, integer()))));
    }
    assertThat(conflicts(branches.toArray(Revision[]::new))).isEmpty();
  }

  @Test
  void aDependencyFixesTheOrder() {
    Revision a = revision("a fork", op -> op.renameColumn("p", "n", "title"));
    Consumer<Operations> index = op -> op.createIndex("p", index("title"));
    Revision b = Revision.of(Lineage.of("b").after("fork").dependsOn("a"), index);
    assertThat(conflicts(a, b)).isEmpty();
  }

  @Test
  void aConflictBelowAJoinIsToldOnce() {
    assertThat(
            pairs(
                revision("a fork", op -> op.alterColumn("p", "c", defaultTo(20))),
                revision("b fork", op -> op.alterColumn("p", "c", defaultTo(30))),
                revision("m a b", op -> op.alterColumn("p", "c", defaultTo(40)))))
        .containsExactly("a-b");
    assertThat(
            pairs(
                revision("a fork", op -> op.alterColumn("p", "c", defaultTo(20))),
                revision("b fork", op -> op.alterColumn("p", "c", defaultTo(30))),
                revision("m1 a b", op -> op.alterColumn("p", "c", defaultTo(40))),
                revision("m2 a b", op -> op.alterColumn("p", "c", defaultTo(50)))))
        .containsExactlyInAnyOrder("a-b", "m1-m2");
  }

  // ---- what is said

  @Test
  void theOneOrderThatWorksIsOffered() {
    Conflict conflict =
        conflicts(
                revision("a fork", op -> op.renameTable("p", "parent")),
                revision(
                    "b fork", op -> op.addForeignKey("f", foreignKey("k").references("p", "k"))))
            .get(0);
    assertThat(conflict.kind()).isEqualTo(Kind.CONFLICT);
    assertThat(conflict.orders()).containsExactly(List.of(RevisionId.of("b"), RevisionId.of("a")));
    assertThat(conflict.cell()).hasToString("relation p");
    assertThat(conflict.toString())
        .contains("works      b before a", "put a after b", ".dependsOn(\"b\")")
        .doesNotContain(".dependsOn(\"a\")");
  }

  @Test
  void theSameChangeTwiceHasItsOwnAdvice() {
    Conflict conflict =
        conflicts(
                revision("a fork", op -> op.addColumn("p", column("email", text()))),
                revision("b fork", op -> op.addColumn("p", column("email", text()))))
            .get(0);
    assertThat(conflict.kind()).isEqualTo(Kind.SAME_CHANGE);
    assertThat(conflict.toString())
        .contains("do the same: column p.email")
        .contains("remove it from the one of the two")
        .contains("when.runs(\"b\").after(\"a\", op -> {});");
  }

  @Test
  void whatNobodyCanTellIsToldAsSuch() {
    List<Conflict> conflicts =
        conflicts(
            revision("a fork", op -> op.execute(sql("VACUUM").needsNoUndo())),
            revision("b fork", op -> op.addColumn("p", column("email", text()))),
            revision("c b", op -> op.run(code("import", context -> {}).needsNoUndo())),
            revision("join a c", op -> {}));
    assertThat(conflicts).hasSize(2).allMatch(conflict -> conflict.kind() == Kind.UNKNOWN);
    assertThat(conflicts.get(0).toString())
        .startsWith("it is not known whether a and b are in conflict")
        .contains("let the statement in a state what it does", ".means(op -> {})");
    assertThat(conflicts.get(1).toString())
        .contains("let the code in c state what it looks at and changes");
  }

  @Test
  void addingTheSameColumnWithAnotherTypeProposesAnAlteration() {
    assertThat(
            conflicts(
                    revision("a fork", op -> op.addColumn("p", column("m", integer()))),
                    revision(
                        "b fork",
                        op -> op.addColumn("p", column("m", bigint()).notNull().defaultTo(1))))
                .get(0)
                .toString())
        .contains(
            "when.runs(\"b\").after(\"a\", op -> op.alterColumn(\"p\", \"m\", type(bigint()),"
                + " defaultTo(1), notNull()));")
        .contains("when.runs(\"a\").after(\"b\", op -> {});");
  }

  @Test
  void anAlterationOfWhatTheOtherRenamesIsProposedUnderTheNewName() {
    assertThat(
            conflicts(
                    revision("a fork", op -> op.alterColumn("p", "n", type(varchar(99)))),
                    revision("b fork", op -> op.renameColumn("p", "n", "name")))
                .get(0)
                .toString())
        .contains(
            "when.runs(\"a\").after(\"b\", op -> op.alterColumn(\"p\", \"name\","
                + " type(varchar(99))));")
        .doesNotContain("when.runs(\"b\")");
  }

  @Test
  void whatRawSqlAndCodeLeaveOutIsNamedAsTheCallToAdd() {
    Revision beside = revision("b fork", op -> op.createIndex("f", index("k")));
    assertThat(
            conflicts(
                revision(
                    "a fork",
                    op -> op.execute(sql("UPDATE p SET c = 1").writes("p", "c").needsNoUndo())),
                beside))
        .isEmpty();
    Revision call =
        revision("a fork", op -> op.execute(sql("CALL x()").writes("p", "c").needsNoUndo()));
    assertThat(conflicts(call, beside).get(0).remedies().get(0))
        .isEqualTo("let the statement in a state what it looks at:\n.reads(\"p\", \"c\")");
    Revision code =
        revision("a fork", op -> op.run(code("x", context -> {}).writes("p").needsNoUndo()));
    assertThat(conflicts(code, beside).get(0).remedies().get(0))
        .isEqualTo("let the code in a state what it looks at:\n.reads(\"p\")");
    assertThat(
            conflicts(
                revision(
                    "a fork",
                    op -> op.run(code("x", context -> {}).reads("p").writes("p").needsNoUndo())),
                beside))
        .isEmpty();
  }

  @Test
  void twoBranchesThatCreateTheSameFunctionAreInConflict() {
    Revision a =
        revision(
            "a fork",
            op ->
                op.execute(
                    sql("CREATE FUNCTION f() …").creates("function", "f").undoneBy("DROP …")));
    Revision b =
        revision(
            "b fork",
            op ->
                op.execute(
                    sql("CREATE OR REPLACE FUNCTION f() …")
                        .creates("function", "f")
                        .needsNoUndo()));
    Revision c =
        revision(
            "c fork",
            op -> op.execute(sql("CREATE FUNCTION g() …").creates("function", "g").needsNoUndo()));
    assertThat(pairs(a, b, c)).containsExactly("a-b");
    assertThat(conflicts(a, b).get(0).cell()).hasToString("object function f");
  }

  @Test
  void anOrderIsCalledWorkingOnlyIfTheRowsAllowIt() {
    Revision key =
        Revision.of(
            Lineage.of("key").after("fork"),
            op ->
                op.createTable(
                    "genre",
                    column("id", integer()),
                    column("name", varchar(9)),
                    column("no", bigint()),
                    primaryKey("id")));
    Revision one = revision("a key", op -> op.insert("genre", columns("id", "name"), row(1, "x")));
    Revision other =
        revision("b key", op -> op.insert("genre", columns("id", "name"), row(1, "y")));
    Conflict same = conflicts(key, one, other).get(0);
    assertThat(same.orders()).isEmpty();
    assertThat(same.toString())
        .contains("works      neither order works as written")
        .doesNotContain(".dependsOn(\"");
    Revision required = revision("b key", op -> op.alterColumn("genre", "name", notNull()));
    Revision without = revision("a key", op -> op.insert("genre", columns("id"), row(5)));
    Conflict missing = conflicts(key, without, required).get(0);
    assertThat(missing.orders()).isEmpty();
    assertThat(missing.isOpen()).isFalse();
    Revision check = revision("b key", op -> op.addCheck("genre", check("name <> 'x'")));
    Conflict checked = conflicts(key, one, check).get(0);
    assertThat(checked.orders()).isEmpty();
    assertThat(checked.toString())
        .contains("works      it depends on the database and its rows")
        .contains("so that it fits what the other leaves")
        .doesNotContain(".dependsOn(\"");
    Conflict free =
        conflicts(
                key,
                revision("a key", op -> op.update("genre", set("no", 1).inEveryRow())),
                revision("b key", op -> op.update("genre", set("no", 2).inEveryRow())))
            .get(0);
    assertThat(free.orders()).hasSize(2);
  }

  @Test
  void adviceHelpsOnTheDatabaseAtHand() {
    Revision a = revision("a fork", op -> op.renameTable("p", "parent"));
    Revision b =
        revision("b fork", op -> op.addForeignKey("f", foreignKey("k").references("p", "k")));
    assertThat(pending(List.of(FORK, a, b), List.of(), "fork", "b").toString())
        .contains("put a after b", ".dependsOn(\"b\")")
        .doesNotContain("undo");
    assertThat(pending(List.of(FORK, a, b), List.of(), "fork", "a").toString())
        .contains("undo a on this database with downgrade(\"a@-1\")", ".dependsOn(\"b\")")
        .doesNotContain("if no database has it");
    assertThat(pending(List.of(FORK, b), List.of(a), "fork", "a").toString())
        .contains("undo a, which the code does not have, with downgrade(\"a@-1\")")
        .doesNotContain(".dependsOn", "reconcile");
    Revision silent = revision("a fork", op -> op.execute(sql("X").needsNoUndo()));
    assertThat(pending(List.of(FORK, b), List.of(silent), "fork", "a").toString())
        .contains("undo a, which the code does not have")
        .doesNotContain(".reads", ".dependsOn");
  }

  private record TestHistory(List<Revision> revisions) implements RecordedHistory {

    @Override
    public List<Row> rows() {
      return RecordedHistory.inOrder(revisions.stream().map(Revision::lineage).toList()).rows();
    }

    @Override
    public Recording recording(RevisionId id) {
      return revisions.stream()
          .filter(revision -> revision.lineage().id().equals(id))
          .map(Recording::of)
          .findFirst()
          .orElseThrow();
    }
  }

  /** The first conflict where the code and the history have these, and some are applied. */
  private static Conflict pending(List<Revision> code, List<Revision> history, String... applied) {
    CodeRevisions known = CodeRevisions.of(code);
    Set<RevisionId> done = new HashSet<>();
    Arrays.stream(applied).forEach(id -> done.add(RevisionId.of(id)));
    AppliedState state = new AppliedState(known, new TestHistory(history), done, List.of());
    List<RevisionId> rest =
        known.graph().order().stream().filter(id -> !done.contains(id)).toList();
    return new ConflictFinder(state, ConflictRules.strictest(Map.of())).pending(rest).get(0);
  }

  // ---- names

  @Test
  void namesThatTheDatabaseChoosesAreInTheWayOfOthers() {
    Revision required = revision("a fork", op -> op.alterColumn("p", "n", notNull()));
    Revision check =
        revision("b fork", op -> op.addCheck("p", check("n <> ''").named("p_n_not_null")));
    Revision elsewhere =
        revision("c fork", op -> op.addCheck("t", check("x > 0").named("p_n_not_null")));
    assertThat(conflicts(required, elsewhere)).isEmpty();
    assertThat(conflicts(required, check).get(0).cell()).hasToString("constraint p.p_n_not_null");
    Revision identity =
        revision("a fork", op -> op.addColumn("f", column("i", bigint()).identity()));
    Revision sequence = revision("b fork", op -> op.createSequence("f_i_seq"));
    assertThat(conflicts(identity, sequence).get(0).cell()).hasToString("name f_i_seq");
    Revision serial =
        revision("a fork", op -> op.addColumn("f", column("i", nativeType("bigserial"))));
    assertThat(conflicts(serial, sequence).get(0).cell()).hasToString("name f_i_seq");
  }

  @Test
  void withoutADatabaseTheStrictestNamesCount() {
    Revision a = revision("a fork", op -> op.createIndex("p", index("n").named("ix")));
    Revision b = revision("b fork", op -> op.createIndex("t", index("x").named("IX")));
    assertThat(conflicts(a, b).get(0).toString())
        .contains("name ix", "without a database the strictest count");
    assertThat(among(NameSpaces.ONE_FOR_ALL, a, b).get(0).nameSpace().orElseThrow())
        .startsWith("Test 1 has one space of names in a schema for all");
    assertThat(among(NameSpaces.ONE_FOR_ALL.perTable(NameSpaces.Kind.INDEX), a, b)).isEmpty();
    assertThat(
            among(NameSpaces.ONE_FOR_ALL.apart(NameSpaces.Kind.INDEX), a, b)
                .get(0)
                .nameSpace()
                .orElseThrow())
        .isEqualTo("Test 1 has one space of names in a schema for index");
    Revision table = revision("c fork", op -> op.createTable("ix", column("a", text())));
    assertThat(among(NameSpaces.ONE_FOR_ALL.apart(NameSpaces.Kind.INDEX), a, table)).isEmpty();
    assertThat(among(NameSpaces.ONE_FOR_ALL, a, table)).hasSize(1);
  }

  @Test
  void whatHasANameInTwoSpacesSharesBoth() {
    NameSpaces spaces =
        NameSpaces.ONE_FOR_ALL
            .apart(NameSpaces.Kind.FOREIGN_KEY)
            .perTable(NameSpaces.Kind.INDEX, NameSpaces.Kind.FOREIGN_KEY);
    ForeignKey key = foreignKey("k").references("p", "k").named("same");
    Revision ours =
        revision(
            "a fork",
            op -> op.addForeignKey("t", foreignKey("x").references("p", "k").named("same")));
    Revision raw =
        revision("b fork", op -> op.execute(sql("ALTER …").means(o -> o.addForeignKey("f", key))));
    Revision index = revision("c fork", op -> op.createIndex("p", index("n").named("same")));
    assertThat(among(spaces, ours, index)).isEmpty();
    assertThat(among(spaces, ours, raw).get(0).nameSpace().orElseThrow())
        .isEqualTo("Test 1 has one space of names in a schema for foreign key");
    assertThat(spaces.allows(NameSpaces.Kind.INDEX, NameSpaces.Kind.FOREIGN_KEY, false)).isTrue();
    assertThat(spaces.allows(NameSpaces.Kind.INDEX, NameSpaces.Kind.FOREIGN_KEY, true)).isFalse();
    assertThat(spaces.allows(NameSpaces.Kind.FOREIGN_KEY, NameSpaces.Kind.FOREIGN_KEY, false))
        .isFalse();
  }

  // ---- part of them applied

  @Test
  void whatWasAppliedTogetherIsNotComparedAgain() {
    Revision a = revision("a fork", op -> op.alterColumn("p", "c", defaultTo(1)));
    Revision b = revision("b fork", op -> op.alterColumn("p", "c", defaultTo(2)));
    Revision c = revision("c fork", op -> op.addColumn("p", column("d", integer())));
    CodeRevisions known = CodeRevisions.of(List.of(FORK, a, b, c));
    Set<RevisionId> applied = Set.of(RevisionId.of("fork"), RevisionId.of("a"), RevisionId.of("b"));
    AppliedState state = new AppliedState(known, RecordedHistory.NONE, applied, List.of());
    ConflictFinder finder = new ConflictFinder(state, ConflictRules.strictest(Map.of()));
    assertThat(finder.pending(List.of(RevisionId.of("c")))).isEmpty();
    assertThat(finder.all()).hasSize(1);
  }
}
