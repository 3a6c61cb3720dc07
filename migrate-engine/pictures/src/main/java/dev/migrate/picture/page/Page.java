package dev.migrate.picture.page;

import dev.migrate.picture.svg.Markup;
import dev.migrate.report.Check;
import dev.migrate.report.Script;
import java.util.List;
import java.util.Optional;

/** Writes a report as one HTML page, which needs neither a network nor JavaScript. */
public final class Page {

  private final ReportContent content;
  private final List<Section> sections;

  private Page(ReportContent content) {
    this.content = content;
    this.sections =
        List.of(
            new GraphSection(content.drawing()),
            new ConflictSection(content.conflicts()),
            new PlanSection(content.plan()),
            new SchemaSection(content.schema(), content.tables(), content.isUpgraded()),
            new CheckSection(content.check()),
            new HistorySection(content.history()));
  }

  /** Writes the report. */
  public static String of(ReportContent content) {
    return new Page(content).text();
  }

  private String text() {
    Markup page = new Markup();
    page.raw("<!DOCTYPE html>").line().open("html", "lang", "en").line().open("head").line();
    page.single("meta", "charset", "utf-8").line();
    page.single("meta", "http-equiv", "Content-Security-Policy", "content", PageStyle.policy());
    page.line();
    page.single("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    page.line().single("meta", "name", "color-scheme", "content", "light dark").line();
    page.element("title", content.title()).line();
    page.raw("<style>" + PageStyle.TEXT + "</style>").line().close().line();
    page.open("body", "class", "picture").line();
    header(page);
    page.open("main").line();
    for (Section section : sections) {
      page.open("section", "id", section.id()).line();
      page.element("h2", section.heading()).line();
      section.write(page);
      page.close().line();
    }
    page.close().line().close().line().close().line();
    return page.toString();
  }

  private void header(Markup page) {
    page.open("header").element("h1", content.title());
    Optional<String> database = content.plan().value().map(Script::database);
    String subtitle =
        database.map(name -> name + (content.at().isPresent() ? ", " : "")).orElse("")
            + content.at().map(Texts::time).orElse("");
    page.element("p", subtitle, "class", "soft").line();
    page.open("ul", "class", "tiles").line();
    tile("applied", content.applied() + "", "applied", page);
    tile(content.pending() == 0 ? "" : "pending", content.pending() + "", "pending", page);
    conflicts(page);
    drift(page);
    page.close().close().line().open("nav");
    for (Section section : sections) {
      page.element("a", section.heading(), "href", "#" + section.id()).text(" ");
    }
    page.close().line();
  }

  private void conflicts(Markup page) {
    String count = content.conflictCount().map(String::valueOf).orElse("?");
    tile(count.equals("0") ? "" : "bad", count, count.equals("1") ? "conflict" : "conflicts", page);
  }

  private void drift(Markup page) {
    Optional<Check> found = content.check().value();
    boolean isSame = found.map(check -> check.drift().isEmpty()).orElse(false);
    String count = content.driftCount().map(String::valueOf).orElse("?");
    tile(isSame ? "" : "bad", count, differences(count) + " in the database", page);
    found
        .flatMap(Check::model)
        .ifPresent(
            model -> {
              String number = content.modelCount().map(String::valueOf).orElse("?");
              String words = differences(number) + " from the model";
              tile(model.isEmpty() ? "" : "bad", number, words, page);
            });
  }

  private static String differences(String count) {
    return count.equals("1") ? "difference" : "differences";
  }

  private static void tile(String style, String value, String words, Markup page) {
    page.open("li", "class", style).element("strong", value).text(words).close().line();
  }
}
