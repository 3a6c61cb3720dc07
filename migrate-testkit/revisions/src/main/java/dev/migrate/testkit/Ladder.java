package dev.migrate.testkit;

import dev.migrate.RevisionId;
import dev.migrate.error.Facts;
import dev.migrate.error.MigrateException;
import dev.migrate.report.PlanStep;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.opentest4j.TestAbortedException;

/**
 * Tests every revision on a database at which all revisions before it are applied. The tests share
 * the database, so that their number does not matter; after a test that failed the next one gets a
 * new database, so that each stands for itself. Thread-safe.
 */
final class Ladder {

  /** What is tested of one revision; at the end of it the revision must be applied. */
  interface Rung {

    /**
     * Tests it.
     *
     * @param scenario all revisions before it are applied
     * @param step the revision, with the schema before and after it
     * @return what could not be tested, in words; empty if everything was
     */
    Optional<String> test(Scenario scenario, PlanStep step);
  }

  /** What is done to the database after each revision. */
  interface Furnishing {

    /** Nothing. */
    Furnishing NONE = (scenario, revision) -> {};

    /**
     * Does it.
     *
     * @param revision the revision that was just applied
     */
    void furnish(Scenario scenario, RevisionId revision);
  }

  private final Supplier<Scenario> source;
  private final List<PlanStep> steps;
  private final Furnishing furnishing;
  private @Nullable Scenario scenario;
  private int height;
  private int bare;

  Ladder(Supplier<Scenario> source, List<PlanStep> steps, Furnishing furnishing) {
    this.source = source;
    this.steps = steps;
    this.furnishing = furnishing;
  }

  /** A test for each revision, in the order in which they run. */
  Stream<DynamicTest> tests(Rung rung) {
    return IntStream.range(0, steps.size())
        .mapToObj(index -> DynamicTest.dynamicTest(name(index), () -> test(index, rung)));
  }

  private String name(int index) {
    PlanStep step = steps.get(index);
    return step.title() + step.lineage().message().map(message -> ": " + message).orElse("");
  }

  private synchronized void test(int index, Rung rung) {
    Scenario below = scenario;
    if (below == null || height != index) {
      below = below(index);
    }
    scenario = null;
    Optional<String> untested;
    try {
      untested = rung.test(below, steps.get(index));
    } catch (RuntimeException | AssertionError failed) {
      bare = Math.max(bare, index + 1);
      throw failed;
    }
    furnishing.furnish(below, steps.get(index).id());
    scenario = below;
    height = index + 1;
    if (untested.isPresent()) {
      throw new TestAbortedException(untested.get());
    }
  }

  /** A new database with all revisions before one; rows come after those that fail with rows. */
  private Scenario below(int index) {
    Scenario fresh = fresh(source);
    int first = Math.min(furnishing == Furnishing.NONE ? index : bare, index);
    try {
      if (first > 0) {
        upgrade(fresh, steps.subList(0, first));
        furnishing.furnish(fresh, steps.get(first - 1).id());
      }
      for (PlanStep step : steps.subList(first, index)) {
        fresh.upgradeTo(step.id());
        furnishing.furnish(fresh, step.id());
      }
      return fresh;
    } catch (MigrateException failed) {
      throw new TestAbortedException(
          Facts.of("it cannot be tested, because a revision before it fails")
              .with("failure", String.valueOf(failed.getMessage()).lines().findFirst().orElse(""))
              .next("see the test of that revision")
              .toString(),
          failed);
    }
  }

  private static void upgrade(Scenario scenario, List<PlanStep> steps) {
    RevisionId[] more = steps.stream().skip(1).map(PlanStep::id).toArray(RevisionId[]::new);
    scenario.migrator().upgrade(steps.get(0).id(), more);
  }

  /** A new scenario, which must have an empty database. */
  static Scenario fresh(Supplier<Scenario> source) {
    Scenario scenario = source.get();
    if (!scenario.migrator().current().isEmpty()) {
      throw TestFailures.of(
          Facts.of("scenario() returns a database that is not empty")
              .with("revision", scenario.state().position())
              .next("return a new database at each call: Scenario.of(…).on(Databases.h2())"),
          null);
    }
    return scenario;
  }
}
