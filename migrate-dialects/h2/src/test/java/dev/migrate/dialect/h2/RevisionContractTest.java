package dev.migrate.dialect.h2;

import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.migrate.testkit.RevisionContract;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** What the contract says of good revisions, and of each mistake. */
class RevisionContractTest {

  /** {@code canBeUndone 002: the message} for each test that failed or was aborted. */
  private static List<String> findings(Class<? extends RevisionContract> contract) {
    EngineExecutionResults results =
        EngineTestKit.engine("junit-jupiter").selectors(selectClass(contract)).execute();
    return results.allEvents().finished().stream()
        .filter(event -> result(event).getThrowable().isPresent())
        .map(RevisionContractTest::text)
        .collect(toList());
  }

  private static TestExecutionResult result(Event event) {
    return event.getRequiredPayload(TestExecutionResult.class);
  }

  private static String text(Event event) {
    TestDescriptor test = event.getTestDescriptor();
    String name = test.getDisplayName().replace("()", "");
    if (test.getUniqueId().getLastSegment().getType().equals("dynamic-test")) {
      name = test.getParent().orElseThrow().getDisplayName().replace("()", "") + " " + name;
    }
    boolean aborted = result(event).getStatus() == TestExecutionResult.Status.ABORTED;
    return name
        + (aborted ? " skipped: " : ": ")
        + result(event).getThrowable().orElseThrow().getMessage();
  }

  private static List<String> names(List<String> findings) {
    return findings.stream().map(finding -> finding.substring(0, finding.indexOf(':'))).toList();
  }

  @Test
  void goodRevisionsPass() {
    EngineExecutionResults results =
        EngineTestKit.engine("junit-jupiter")
            .selectors(selectClass(RevisionLists.Good.class))
            .execute();
    assertThat(findings(RevisionLists.Good.class)).isEmpty();
    results.testEvents().assertStatistics(events -> events.succeeded(4 * 12 + 5));
    assertThat(findings(RevisionLists.Empty.class)).isEmpty();
  }

  @Test
  void severalHeadsAreNamed() {
    assertThat(findings(RevisionLists.TwoHeads.class))
        .containsExactly(
            """
            revisionsFitTogether: the revisions have another number of heads than expected
              expected   1
              was        2: "002_a", "002_b"
              likely     two branches were merged in version control, and nothing joins them yet
              next       add Revision.join(Lineage.of("…").after("002_a", "002_b")),
                         or override expectedHeads()""");
  }

  @Test
  void recordingSomethingElseIsFound() {
    assertThat(findings(RevisionLists.ChangesWhenConstructed.class))
        .anySatisfy(
            finding ->
                assertThat(finding)
                    .startsWith("recordsTheSameEachTime 002: revision 002 records something else")
                    .contains("first      add column account.c"));
  }

  @Test
  void whatDoesNotFitFailsOnceAndTheRestWaits() {
    List<String> findings = findings(RevisionLists.DoesNotFit.class);
    assertThat(findings)
        .filteredOn(finding -> !finding.contains("skipped: see revisionsFitTogether()"))
        .singleElement()
        .asString()
        .startsWith("revisionsFitTogether: revision 002 does not fit the schema at its place");
    assertThat(findings).hasSize(9);
  }

  @Test
  void silentSqlIsFound() {
    List<String> findings = findings(RevisionLists.SilentSql.class);
    assertThat(findings.get(0)).isEqualTo("x");
  }

  @Test
  void all() {
    for (Class<?> c : RevisionLists.class.getDeclaredClasses()) {
      if (RevisionContract.class.isAssignableFrom(c) && !c.isInterface()) {
        System.out.println("=== " + c.getSimpleName());
        findings(c.asSubclass(RevisionContract.class)).forEach(f -> System.out.println("- " + f));
      }
    }
  }
}
