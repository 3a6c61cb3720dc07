package dev.migrate.picture;

import static dev.migrate.Ddl.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.Lineage;
import dev.migrate.Revision;
import dev.migrate.engine.Migrator;
import dev.migrate.engine.RevisionGraph;
import dev.migrate.model.Model;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

/** What a report tells. */
class ReportPageTest {

  private static final int MOST = 5_000_000;

  @Test
  void itHasTheGraphThePlanTheSchemaTheDriftAndTheHistory() {
    assertThat(ReportSamples.report())
        .startsWith("<!DOCTYPE html>")
        .contains("<strong>3</strong>applied", "<strong>2</strong>pending")
        .contains("An upgrade would run 2 revisions, in this order.")
        .contains("CREATE TABLE payment", "Loses the values of column invoice.total")
        .contains("column account.surprise")
        .contains("<title>invoice [account_id] references account")
        .contains("Duration of the last 3 applied revisions");
  }

  /** Another process migrates while the report is read. */
  @Test
  void allThatItShowsWasSoAtOneTime() {
    JdbcDataSource source = ReportSamples.source();
    Migrator other = Migrator.on(source).revisions(ReportSamples.applied()).build();
    AtomicInteger calls = new AtomicInteger();
    DataSource watched =
        (DataSource)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, given) -> {
                  if (method.getName().equals("getConnection") && calls.incrementAndGet() == 2) {
                    other.upgrade("001_account");
                  }
                  return method.invoke(source, given);
                });
    Report report =
        ReportPage.of(Migrator.on(watched).revisions(ReportSamples.applied()).build()).read();

    assertThat(report.applied()).isEqualTo(1);
    assertThat(report.pending()).isEqualTo(2);
    assertThat(report.html()).contains("An upgrade would run 2 revisions, in this order.");
  }

  @Test
  void aDatabaseThatKeepsChangingIsNamed() {
    JdbcDataSource source = ReportSamples.source();
    Migrator other = Migrator.on(source).revisions(ReportSamples.applied()).build();
    DataSource changing =
        (DataSource)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, given) -> {
                  if (method.getName().equals("getConnection")) {
                    if (other.current().isEmpty()) {
                      other.upgrade("001_account");
                    } else {
                      other.downgrade("base");
                    }
                  }
                  return method.invoke(source, given);
                });
    Migrator migrator = Migrator.on(changing).revisions(ReportSamples.applied()).build();

    assertThatThrownBy(() -> ReportPage.of(migrator).read())
        .isInstanceOf(PictureException.class)
        .hasMessageContaining("the database is being migrated")
        .hasMessageContaining("ask for the report again");
  }

  @Test
  void theHistoryHasTheDurationsOfWhatRan() {
    assertThat(ReportSamples.migrator().history())
        .allMatch(info -> info.duration().isPresent() == info.isApplied());
  }

  @Test
  void theSchemaIsThatOfTheAppliedRevisions() {
    assertThat(ReportSamples.migrator().schema().tables())
        .extracting(table -> table.name().toString())
        .containsExactly("account", "invoice", "profile");
  }

  @Test
  void nothingFromOutsideIsMarkup() {
    assertThat(ReportSamples.report())
        .doesNotContain("<script", "<img", "onerror=\"", "<b>")
        .contains("&lt;/script&gt;&lt;/style&gt;&lt;img src=x onerror=alert(1)&gt; ]]&gt;");
  }

  @Test
  void thePolicyAllowsItsOwnStyleAlone() throws Exception {
    String page = ReportSamples.report();
    int start = page.indexOf("<style>") + "<style>".length();
    String style = page.substring(start, page.indexOf("</style>", start));
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
    String hash = Base64.getEncoder().encodeToString(digest);
    assertThat(page)
        .contains("default-src &#39;none&#39;; style-src &#39;sha256-" + hash + "&#39;")
        .doesNotContain(" style=\"", "url(", "@import", "src=\"", "http:", "https:");
  }

  @Test
  void branchesThatConflictAreShownAndThePlanSaysWhyThereIsNone() {
    Migrator migrator =
        ReportSamples.migrator(
            Revision.of(
                Lineage.of("007_left").after("006_payment"),
                op -> op.addColumn("account", column("age", integer()))),
            Revision.of(
                Lineage.of("007_right").after("006_payment"),
                op -> op.addColumn("account", column("age", bigint()))));
    assertThat(ReportPage.of(migrator).html())
        .contains("An upgrade would be refused.")
        .contains("007_left and 007_right are in conflict: column account.age")
        .contains(">conflict 1</text>")
        .contains("What the applied revisions make.");
  }

  @Test
  void aModelIsComparedToo() {
    Model model = Model.of(table("account", column("id", bigint()), primaryKey("id")));
    assertThat(ReportPage.of(ReportSamples.migrator()).model(model).html())
        .contains("The revisions do not make what the model declares.", "from the model");
  }

  @Test
  void aDatabaseWithoutRevisionsHasAReport() {
    Migrator migrator =
        Migrator.on(ReportSamples.source()).revisions(RevisionGraph.of(List.of())).build();
    assertThat(ReportPage.of(migrator).title("Nothing <here>").html())
        .contains("<h1>Nothing &lt;here&gt;</h1>", "There are no revisions.", "Nothing is pending.")
        .contains("There are no tables.", "Nothing is applied.");
  }

  @Test
  void tenThousandAppliedRevisionsAreLessThanFiveMegabytes() {
    String page = ReportSamples.large();
    assertThat(page.getBytes(StandardCharsets.UTF_8).length).isLessThan(MOST);
    assertThat(page)
        .contains("In this picture, left out: 9940 applied revisions.")
        .contains("Left out: 9,000 earlier revisions.");
  }

  @Test
  void tenThousandPendingRevisionsAreLessThanFiveMegabytes() {
    List<Revision> revisions = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      Lineage.Start start = Lineage.of("r" + i);
      Lineage lineage = i == 0 ? start.root() : start.after("r" + (i - 1));
      revisions.add(Revision.of(lineage.message("m ".repeat(200)), op -> {}));
    }
    Migrator migrator =
        Migrator.on(ReportSamples.source()).revisions(RevisionGraph.of(revisions)).build();
    String page = ReportPage.of(migrator).html();
    assertThat(page.getBytes(StandardCharsets.UTF_8).length).isLessThan(MOST);
    assertThat(page).contains("Left out: the SQL of 9,800 further revisions.");
  }
}
