package dev.migrate.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.migrate.report.RevisionInfo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures and reports in a real browser; skipped where there is none. */
class BrowserTest {

  @TempDir private static Path folder;
  private static Browser browser;

  @BeforeAll
  static void start() throws Exception {
    Optional<Path> executable = Browser.executable();
    assumeTrue(executable.isPresent(), "there is no Chromium on the path");
    browser = new Browser(executable.get());
  }

  @AfterAll
  static void stop() throws Exception {
    if (browser != null) {
      browser.close();
    }
  }

  private static void open(String name, String text) throws Exception {
    browser.open(Files.writeString(folder.resolve(name), text));
  }

  private static void requireQuiet() {
    assertThat(browser.events("Log.entryAdded")).isEmpty();
    assertThat(browser.events("Runtime.exceptionThrown")).isEmpty();
    assertThat(browser.events("Runtime.consoleAPICalled")).isEmpty();
    assertThat(browser.events("Page.javascriptDialogOpening")).isEmpty();
    assertThat(browser.events("Network.requestWillBeSent")).as("the file alone").hasSize(1);
  }

  /** How many texts of cards are wider than their card, and how many cards overlap. */
  private static final String FAULTS =
      """
      (() => {
        let faults = [];
        const cards = [...document.querySelectorAll('.card')];
        const boxes = cards.map(card => card.getBoundingClientRect());
        cards.forEach((card, i) => {
          for (const text of card.parentNode.querySelectorAll('text')) {
            const box = text.getBoundingClientRect();
            if (box.left < boxes[i].left || box.right > boxes[i].right + 0.5)
              faults.push(text.textContent);
          }
          for (let k = i + 1; k < boxes.length; k++) {
            if (cards[i].closest('svg') !== cards[k].closest('svg')) continue;
            const a = boxes[i], b = boxes[k];
            if (a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
              faults.push('overlap');
          }
        });
        return cards.length + ' cards, faults: ' + faults.join('; ');
      })()
      """;

  @Test
  void aReportIsQuietAndEveryTextFits() throws Exception {
    open("report.html", ReportSamples.report());
    requireQuiet();
    assertThat(browser.evaluate(FAULTS)).matches("\\d+ cards, faults: ");
    assertThat(browser.evaluate("document.scripts.length")).isEqualTo("0");
    assertThat(browser.evaluate("document.querySelectorAll('img,iframe,object').length"))
        .isEqualTo("0");
    assertThat(browser.evaluate("document.body.scrollWidth <= window.innerWidth"))
        .isEqualTo("true");
  }

  @Test
  void aReportIsDarkOrLightAsTheReaderWantsIt() throws Exception {
    open("report.html", ReportSamples.report());
    browser.dark(false);
    assertThat(colour("document.body", "backgroundColor")).isEqualTo("rgb(255, 255, 255)");
    assertThat(contrast()).isGreaterThan(4.5);
    browser.dark(true);
    assertThat(colour("document.body", "backgroundColor")).isEqualTo("rgb(13, 17, 23)");
    assertThat(colour("document.querySelector('svg rect.page')", "fill"))
        .isEqualTo("rgb(13, 17, 23)");
    assertThat(contrast()).isGreaterThan(4.5);
    browser.dark(false);
  }

  private static String colour(String element, String property) {
    return browser.evaluate("getComputedStyle(" + element + ")." + property);
  }

  /** The least contrast between a text of a picture and its background, as WCAG defines it. */
  private static double contrast() {
    return Double.parseDouble(
        browser.evaluate(
            """
            (() => {
              const light = colour => {
                const parts = colour.match(/[\\d.]+/g).slice(0, 3).map(v => v / 255)
                  .map(v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
                return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
              };
              let least = 21;
              for (const text of document.querySelectorAll('svg text')) {
                const card = text.closest('g').querySelector('.card');
                const ground = card || text.closest('svg').querySelector('.page');
                const a = light(getComputedStyle(text).fill);
                const b = light(getComputedStyle(ground).fill);
                least = Math.min(least, (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05));
              }
              return least;
            })()
            """));
  }

  @Test
  void whatIsFoldedIsPrinted() throws Exception {
    String visible = "document.querySelector('details td').checkVisibility()";
    open("report.html", ReportSamples.report().replace("<details open=\"open\"", "<details"));
    assertThat(browser.evaluate(visible)).isEqualTo("false");
    browser.call("Emulation.setEmulatedMedia", "{\"media\":\"print\"}");
    assertThat(browser.evaluate(visible)).isEqualTo("true");
    browser.call("Emulation.setEmulatedMedia", "{\"media\":\"\"}");
  }

  @Test
  void aReportNeedsNoJavaScript() throws Exception {
    browser.call("Emulation.setScriptExecutionDisabled", "{\"value\":true}");
    open("report.html", ReportSamples.report());
    String document = browser.call("DOM.getDocument", "{\"depth\":-1}");
    assertThat(document).contains("CREATE TABLE", "006_payment");
    requireQuiet();
    browser.call("Emulation.setScriptExecutionDisabled", "{\"value\":false}");
  }

  @Test
  void aHundredTablesAreLegible() throws Exception {
    open("schema.svg", SchemaPicture.of(Schemas.random(100, 100)).svg());
    requireQuiet();
    assertThat(browser.evaluate(FAULTS)).isEqualTo("100 cards, faults: ");
  }

  @Test
  void aGraphIsLegible() throws Exception {
    List<RevisionInfo> infos =
        Graphs.infos(
            "a1 says create accounts",
            "b1 after a1 label left says 表のメールアドレス",
            "c1 after a1 label right says this message is longer than what a card can show at once",
            "d1 after b1 c1 pending dependsOn a1",
            "e1 after d1 unknown");
    open("graph.svg", RevisionPicture.of(infos, List.of()).svg());
    requireQuiet();
    assertThat(browser.evaluate(FAULTS)).isEqualTo("5 cards, faults: ");
  }

  @Test
  void aReportOfTenThousandRevisionsOpens() throws Exception {
    open("large.html", ReportSamples.large());
    requireQuiet();
    assertThat(browser.evaluate("document.querySelectorAll('section').length")).isEqualTo("6");
  }
}
