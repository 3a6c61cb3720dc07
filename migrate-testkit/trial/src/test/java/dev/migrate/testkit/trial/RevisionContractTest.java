package dev.migrate.testkit.trial;

import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.migrate.testkit.RevisionContract;
import java.util.List;
import org.assertj.core.api.AbstractStringAssert;
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

  /** The one finding of a test. */
  private static AbstractStringAssert<?> only(List<String> findings, String test) {
    return assertThat(findings)
        .filteredOn(finding -> finding.startsWith(test + ":") || finding.startsWith(test + " "))
        .singleElement()
        .asString();
  }

  @Test
  void goodRevisionsPass() {
    EngineExecutionResults results =
        EngineTestKit.engine("junit-jupiter")
            .selectors(selectClass(RevisionLists.Good.class))
            .execute();
    assertThat(findings(RevisionLists.Good.class)).isEmpty();
    results.testEvents().assertStatistics(events -> events.succeeded(4 * 12 + 9));
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
                         or override expectedHeads()\
            """);
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
  void whatDependsOnTheDayOrTheLanguageOfTheMachineIsFound() {
    for (Class<? extends RevisionContract> list :
        List.of(RevisionLists.RecordsTheDay.class, RevisionLists.RecordsTheLocale.class)) {
      only(findings(list), "recordsTheSameEachTime 002")
          .startsWith("recordsTheSameEachTime 002: revision 002 records something else")
          .contains("the clock, the default time zone or locale");
    }
  }

  @Test
  void aClassThatIsNotListedIsFound() {
    only(findings(RevisionLists.ForgetsOne.class), "listsEveryRevision")
        .contains("missing    dev.migrate.testkit.trial.listed.AddCity")
        .contains("let unlisted() return");
    assertThat(findings(RevisionLists.AgreesToForgetOne.class)).isEmpty();
  }

  @Test
  void upgradesThatDestroyDataAreNamed() {
    only(findings(RevisionLists.Destroys.class), "destroysOnlyWhatWasAgreed")
        .startsWith("destroysOnlyWhatWasAgreed skipped: revisions destroy data")
        .contains("002: the values of column account.status", "003: what this removes: execute");
    only(findings(RevisionLists.AgreesToDestroy.class), "destroysOnlyWhatWasAgreed")
        .startsWith("destroysOnlyWhatWasAgreed: revisions destroy data, and destructive()")
        .contains("003: what this removes")
        .doesNotContain("002:");
  }

  @Test
  void aModelThatTheRevisionsDoNotMakeIsFound() {
    List<String> findings = findings(RevisionLists.FallsShortOfTheModel.class);
    assertThat(findings).hasSize(1);
    only(findings, "makesTheModel the model")
        .isEqualTo(
            """
            makesTheModel the model: the revisions do not make what the model declares
              missing    column account.email
              differs    column account.status: type
                           expected  varchar(20)
                           actual    varchar(10)
                         index ix of table account
                           expected  missing
                           actual    index ix (status)
              next       generate a revision from the model, or correct the model\
            """);
    assertThat(findings(RevisionLists.AcceptsThatItFallsShort.class)).isEmpty();
    only(findings(RevisionLists.HasAModelThatCannotBeBuilt.class), "makesTheModel the model")
        .startsWith("makesTheModel the model: the model does not make a schema")
        .contains("there is no table \"author\"");
  }

  @Test
  void aCounterThatIsLeftBehindIsFound() {
    only(findings(RevisionLists.LeavesTheCounterBehind.class), "keepsRows 002")
        .startsWith(
            "keepsRows 002: after revision 002 the database gives rows of table account numbers"
                + " that are taken")
        .contains("column     account.id")
        .contains("insert them without id, or move the counter above them");
  }

  @Test
  void aStatementThatTheDatabaseRefusesIsNotBlamedOnTheOrderOfBranches() {
    only(findings(RevisionLists.RefusedInABranch.class), "branchesRunInAnyOrder")
        .startsWith("branchesRunInAnyOrder skipped: see upgradesAtOnceAndOnlyOnce()")
        .doesNotContain("dependsOn");
  }

  @Test
  void whatDoesNotFitFailsOnceAndTheRestWaits() {
    List<String> findings = findings(RevisionLists.DoesNotFit.class);
    assertThat(findings)
        .filteredOn(finding -> !finding.contains("skipped: see revisionsFitTogether()"))
        .singleElement()
        .asString()
        .startsWith("revisionsFitTogether: revision 002 does not fit the schema at its place");
    assertThat(findings).hasSize(10);
  }

  @Test
  void silentSqlIsFound() {
    List<String> findings = findings(RevisionLists.SilentSql.class);

    only(findings, "makesTheDeclaredSchema 002")
        .isEqualTo(
            """
            makesTheDeclaredSchema 002: after revision 002 the database has not the schema that \
            the revisions declare
              differs    table legacy
                           expected  missing
                           actual    table legacy
                                       id integer
              likely     raw SQL or code changes the schema and does not declare how
              next       declare it: sql("…").means(o -> o.createTable(…)), or use operations\
            """);
    assertThat(findings).noneMatch(finding -> finding.contains(" 003:"));
    only(findings, "scriptDoesTheSame").contains("table legacy");
    only(findings, "upgradesAtOnceAndOnlyOnce").contains("table legacy");
  }

  @Test
  void aTraceOfADowngradeIsFound() {
    only(findings(RevisionLists.LeavesTrace.class), "canBeUndone 002")
        .isEqualTo(
            """
            canBeUndone 002: revision 002: going up and down again leaves a trace
              differs    index ix of table account
                           expected  missing
                           actual    index ix (status)
              likely     its raw SQL or code changes the schema, and what undoes it does not undo all
              next       correct undoneBy(…), or declare what the SQL does with means(…)\
            """);
  }

  @Test
  void whatCannotBeUndoneHasToBeSaid() {
    List<String> findings = findings(RevisionLists.CannotBeUndone.class);
    only(findings, "canBeUndone 002")
        .startsWith("canBeUndone 002: revision 002 cannot be undone")
        .contains("nothing was declared about undoing the raw SQL")
        .endsWith("if that is intended, let irreversible() return its id");
    only(findings, "keepsRows 002").contains("skipped: revision 002 keeps the rows, but cannot be");
    assertThat(findings).noneMatch(finding -> finding.contains(" 003:"));

    assertThat(findings(RevisionLists.SaysThatItCannotBeUndone.class))
        .containsExactly("downgradesToBase skipped: irreversible() names [002]");

    only(findings(RevisionLists.CanBeUndoneAfterAll.class), "canBeUndone 003")
        .endsWith("next       take it out of irreversible()");
  }

  @Test
  void aColumnThatRowsCannotHaveIsFound() {
    List<String> findings = findings(RevisionLists.NoDefault.class);
    assertThat(findings).hasSize(1);
    only(findings, "keepsRows 002")
        .startsWith("keepsRows 002: revision 002 fails where the tables have rows")
        .contains("operation  add column account.age integer not null")
        .contains("likely     rows that are there have no value for the column");
    only(findings(RevisionLists.NoBackfill.class), "keepsRows 003")
        .contains("operation  alter column account.age: not null");
    assertThat(findings(RevisionLists.FilledByTheApplication.class)).isEmpty();
  }

  @Test
  void rowsThatTheGeneratorCannotKnowAreNoFailure() {
    List<String> findings = findings(RevisionLists.NeedsBetterRows.class);
    assertThat(findings).hasSize(1);
    only(findings, "keepsRows 002").startsWith("keepsRows 002 skipped:").contains("with fill(…)");
  }

  @Test
  void lostRowsAreFound() {
    only(findings(RevisionLists.Recreates.class), "keepsRows 002 (Own)")
        .isEqualTo(
            """
            keepsRows 002 (Own): revision 002 (Own) goes up and down again and does not restore \
            the rows of table account
              columns    id, login, status
              gone       (20001, '20001', '20001')
                         (20002, '20002', '20002')
              instead    no rows
              likely     its downgrade(…) drops and recreates what it should change back
              next       let downgrade(…) call op.undoUpgrade(), or move the rows over\
            """);
  }

  @Test
  void changesThatAreNotDeclaredAreFound() {
    only(findings(RevisionLists.WritesMoreThanItSays.class), "keepsRows 002")
        .isEqualTo(
            """
            keepsRows 002: revision 002 changes rows of table account and does not declare it
              columns    id, login
              changed    login
              gone       (20001, '20001')
                         (20002, '20002')
              instead    (20001, 'x20001')
                         (20002, 'x20002')
              likely     raw SQL or code writes more than it declares
              next       declare it: .writes("account", "login")\
            """);
    assertThat(findings(RevisionLists.SaysNotWhatItWrites.class))
        .singleElement()
        .asString()
        .startsWith("keepsRows 002 skipped: revision 002 runs up and down with rows")
        .contains("it is not declared what this changes: execute UPDATE account");
  }

  @Test
  void whatFailsFailsInItsOwnTest() {
    List<String> findings = findings(RevisionLists.Fails.class);
    only(findings, "makesTheDeclaredSchema 002")
        .startsWith("makesTheDeclaredSchema 002: the upgrade of revision 002 failed")
        .contains("Table \"NOWHERE\" not found");
    only(findings, "makesTheDeclaredSchema 003")
        .isEqualTo(
            """
            makesTheDeclaredSchema 003 skipped: it cannot be tested, because a revision before it \
            fails
              failure    revision 002 failed at statement 1 of 1
              next       see the test of that revision\
            """);
    only(findings, "scriptDoesTheSame").contains("UPDATE nowhere SET n = 1");
  }

  @Test
  void branchesThatNeedEachOtherAreFound() {
    List<String> findings = findings(RevisionLists.BranchesDepend.class);
    only(findings, "branchesRunInAnyOrder")
        .startsWith("branchesRunInAnyOrder: the branches cannot run in another order")
        .contains("order      [001, 002_b, 002_a, 003]")
        .endsWith("next       declare it: Lineage.of(\"…\").after(…).dependsOn(…)");
  }

  @Test
  void aDatabaseThatIsNotEmptyIsRefused() {
    assertThat(findings(RevisionLists.SharesTheDatabase.class))
        .hasSize(12)
        .allMatch(finding -> finding.contains("scenario() returns a database that is not empty"));
  }
}
