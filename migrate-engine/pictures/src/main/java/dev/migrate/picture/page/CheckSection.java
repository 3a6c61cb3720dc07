package dev.migrate.picture.page;

import dev.migrate.picture.svg.Markup;
import dev.migrate.report.Check;
import dev.migrate.report.Drift;
import dev.migrate.report.EditedRevision;
import dev.migrate.report.ModelCheck;
import dev.migrate.schema.SchemaDifference;
import java.util.List;

/** How the database differs from its revisions, and the revisions from the model. */
record CheckSection(Finding<Check> check) implements Section {

  private static final int MOST = 200;
  private static final int LONGEST = 2_000;

  @Override
  public String id() {
    return "check";
  }

  @Override
  public String heading() {
    return "Drift and check";
  }

  @Override
  public void write(Markup page) {
    if (check.value().isEmpty()) {
      Texts.problem("The database could not be checked.", check.problem(), page);
      return;
    }
    Check found = check.value().get();
    drift(found.drift(), page);
    found.model().ifPresent(model -> model(model, page));
    for (EditedRevision edited : found.edited()) {
      Texts.problem("This revision was changed after it was applied.", edited + "", page);
    }
    Texts.list("Begun and not ended:", found.unfinished(), MOST, page);
    Texts.list("Applied, and unknown to the code:", found.unknown(), MOST, page);
  }

  private static void drift(Drift drift, Markup page) {
    Texts.paragraph(
        drift.isEmpty()
            ? "The database is what the applied revisions declare."
            : "The database is not what the applied revisions declare.",
        page);
    difference(drift.difference(), "the revisions", "the database", page);
    Texts.list("Could not be compared completely:", drift.unknown(), MOST, page);
    Texts.list("In the database and in no revision:", drift.undeclared(), MOST, page);
    Texts.list("In the database and not in the model:", drift.unmodelled(), MOST, page);
  }

  private static void model(ModelCheck model, Markup page) {
    Texts.paragraph(
        model.isEmpty()
            ? "The revisions make what the model declares."
            : "The revisions do not make what the model declares.",
        page);
    difference(model.difference(), "the model", "the revisions", page);
    Texts.list("In the revisions, and kept without the model:", model.leftAlone(), MOST, page);
    Texts.list("Ignored, although nothing differs:", model.unused(), MOST, page);
    Texts.list("Remarks about the model:", model.remarks(), MOST, page);
  }

  private static void difference(
      SchemaDifference difference, String expected, String actual, Markup page) {
    List<SchemaDifference.Entry> entries = difference.entries();
    if (entries.isEmpty()) {
      return;
    }
    page.open("div", "class", "scroll", "tabindex", "0").open("table").open("thead").open("tr");
    page.element("th", "element").element("th", expected).element("th", actual);
    page.close().close().open("tbody").line();
    for (SchemaDifference.Entry entry : entries.subList(0, Math.min(MOST, entries.size()))) {
      page.open("tr").element("td", entry.what());
      page.element("td", Texts.start(entry.expected().orElse("missing"), LONGEST));
      page.element("td", Texts.start(entry.actual().orElse("missing"), LONGEST));
      page.close().line();
    }
    page.close().close().close().line();
    if (entries.size() > MOST) {
      String more = Texts.counted(entries.size() - MOST, "difference", "differences");
      Texts.paragraph("Left out: " + more + ".", page);
    }
  }
}
