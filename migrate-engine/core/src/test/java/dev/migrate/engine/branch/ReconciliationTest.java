package dev.migrate.engine.branch;

import static dev.migrate.Ddl.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.Lineage;
import dev.migrate.Operations;
import dev.migrate.Reconciliation;
import dev.migrate.Revision;
import dev.migrate.RevisionException;
import dev.migrate.engine.RevisionGraph;
import dev.migrate.report.Conflict;
import dev.migrate.report.PlanException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Which reconciliations are taken, and why the others are not. */
class ReconciliationTest {

  private static final Revision FORK =
      Revision.of(
          Lineage.of("fork").root(),
          op -> {
            op.createTable("t", column("u", integer()), column("w", integer()));
            op.createTable("other", column("x", integer()));
          });

  private static final Revision A = rename("a", "x");
  private static final Revision B = rename("b", "y");
  private static final Revision C = rename("c", "z");

  private static Revision rename(String id, String name) {
    return revision(id, "fork", op -> op.renameColumn("t", "u", name));
  }

  private static Revision revision(String id, String parent, Consumer<Operations> body) {
    return Revision.of(Lineage.of(id).after(parent), body);
  }

  private static Revision join(Consumer<Reconciliation> reconcile, String... parents) {
    return Revision.join(
        Lineage.of("j").after(parents[0], Arrays.copyOfRange(parents, 1, parents.length)),
        reconcile);
  }

  private static List<Conflict> conflicts(Revision... branches) {
    List<Revision> all = new ArrayList<>(List.of(FORK));
    all.addAll(Arrays.asList(branches));
    return RevisionGraph.of(all).conflicts();
  }

  private static void refused(String because, Revision... branches) {
    assertThatThrownBy(() -> conflicts(branches))
        .isInstanceOf(PlanException.class)
        .hasMessageContaining(because)
        .hasMessageContaining("nothing ran");
  }

  private static void reconcileAandB(Reconciliation when) {
    when.runs("b").after("a", op -> op.renameColumn("t", "x", "y"));
    when.runs("a").after("b", op -> {});
  }

  @Test
  void bothOrdersEndInTheSameSchema() {
    assertThat(conflicts(A, B, join(ReconciliationTest::reconcileAandB, "a", "b"))).isEmpty();
  }

  @Test
  void aVariantThatLeadsElsewhereIsRefused() {
    refused(
        "leads to different schemas",
        A,
        B,
        join(
            when -> {
              when.runs("b").after("a", op -> op.renameColumn("t", "x", "y"));
              when.runs("a").after("b", op -> op.renameColumn("t", "y", "x"));
            },
            "a",
            "b"));
  }

  @Test
  void anOrderOfWhichNothingWasSaidMustFitByItself() {
    refused(
        "declare how a reads there",
        A,
        B,
        join(when -> when.runs("b").after("a", op -> op.renameColumn("t", "x", "y")), "a", "b"));
  }

  @Test
  void aVariantThatTouchesWhatNobodyElseTouchedIsRefused() {
    Consumer<Operations> more = op -> op.addColumn("other", column("n", integer()));
    refused(
        "touches what neither of the two touches",
        A,
        B,
        join(
            when -> {
              when.runs("b")
                  .after(
                      "a",
                      op -> {
                        op.renameColumn("t", "x", "y");
                        more.accept(op);
                      });
              when.runs("a").after("b", more);
            },
            "a",
            "b"));
  }

  @Test
  void whatIsNotParallelOrNoAncestorCannotBeReconciled() {
    Revision a2 = revision("a2", "a", op -> op.addColumn("t", column("n", integer())));
    refused(
        "the two are not parallel",
        A,
        a2,
        join(when -> when.runs("a2").after("a", op -> {}), "a2"));
    refused(
        "revision b is not an ancestor of it",
        A,
        B,
        join(when -> when.runs("b").after("a", op -> {}), "a"));
    refused("revision x is not there", A, join(when -> when.runs("x").after("a", op -> {}), "a"));
    refused(
        "declares that as well",
        A,
        B,
        join(ReconciliationTest::reconcileAandB, "a", "b"),
        Revision.join(Lineage.of("j2").after("a", "b"), ReconciliationTest::reconcileAandB));
  }

  @Test
  void whatIsSaidTwiceOrOfOneRevisionIsRefusedWhenItIsSaid() {
    assertThatThrownBy(
            () ->
                conflicts(
                    A,
                    B,
                    join(
                        when -> {
                          reconcileAandB(when);
                          reconcileAandB(when);
                        },
                        "a",
                        "b")))
        .isInstanceOf(RevisionException.class)
        .hasMessageContaining("revision j failed while recording reconcile()")
        .hasMessageContaining("runs(b).after(a) is declared twice");
    assertThatThrownBy(() -> conflicts(A, join(when -> when.runs("a").after("a", op -> {}), "a")))
        .isInstanceOf(RevisionException.class)
        .hasMessageContaining("reconciled with itself");
  }

  @Test
  void aDescendantThatTouchesTheSameIsListedUntilItIsReconciledToo() {
    Revision a2 = revision("a2", "a", op -> op.createIndex("t", index("x").named("ix")));
    assertThat(conflicts(A, a2, B, join(ReconciliationTest::reconcileAandB, "a2", "b")))
        .extracting(c -> c.first().revision() + " " + c.second().revision())
        .contains("a2 b");
    assertThat(
            conflicts(
                A,
                a2,
                B,
                join(
                    when -> {
                      reconcileAandB(when);
                      when.runs("a2").after("b", op -> op.createIndex("t", index("y").named("ix")));
                    },
                    "a2",
                    "b")))
        .isEmpty();
  }

  @Test
  void threeAreCheckedInAllOrders() {
    Consumer<Reconciliation> pairs =
        when -> {
          reconcileAandB(when);
          when.runs("c").after("a", op -> op.renameColumn("t", "x", "z"));
          when.runs("c").after("b", op -> op.renameColumn("t", "y", "z"));
          when.runs("b").after("c", op -> {});
          when.runs("a").after("c", op -> {});
        };
    assertThat(conflicts(A, B, C, join(pairs, "a", "b", "c"))).isEmpty();
    refused(
        "leads to different schemas",
        A,
        B,
        C,
        join(
            when -> {
              reconcileAandB(when);
              when.runs("c").after("a", op -> op.renameColumn("t", "x", "z"));
              when.runs("c").after("b", op -> op.renameColumn("t", "y", "z"));
              when.runs("b").after("c", op -> op.renameColumn("t", "z", "y"));
              when.runs("a").after("c", op -> {});
            },
            "a",
            "b",
            "c"));
  }

  @Test
  void oneOfThreeThatIsNotReconciledIsStillInConflict() {
    assertThat(conflicts(A, B, C, join(ReconciliationTest::reconcileAandB, "a", "b")))
        .extracting(c -> c.first().revision() + " " + c.second().revision())
        .containsOnly("a c", "b c");
  }

  @Test
  void dropAndAlterAreReconciledByDoingNothing() {
    Revision alter = revision("a", "fork", op -> op.alterColumn("t", "u", type(bigint())));
    Revision drop = revision("b", "fork", op -> op.dropColumn("t", "u"));
    assertThat(conflicts(alter, drop)).isNotEmpty();
    assertThat(conflicts(alter, drop, join(when -> when.runs("a").after("b", op -> {}), "a", "b")))
        .isEmpty();
  }
}
