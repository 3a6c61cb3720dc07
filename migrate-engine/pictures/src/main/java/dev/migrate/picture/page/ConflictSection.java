package dev.migrate.picture.page;

import dev.migrate.picture.svg.Markup;
import dev.migrate.report.Conflict;
import java.util.List;

/** The conflicts between parallel revisions. */
record ConflictSection(Finding<List<Conflict>> conflicts) implements Section {

  private static final int MOST = 50;

  @Override
  public String id() {
    return "conflicts";
  }

  @Override
  public String heading() {
    return "Conflicts";
  }

  @Override
  public void write(Markup page) {
    if (conflicts.value().isEmpty()) {
      Texts.problem("The branches could not be compared.", conflicts.problem(), page);
      return;
    }
    List<Conflict> all = conflicts.value().get();
    if (all.isEmpty()) {
      Texts.paragraph("No parallel revisions conflict.", page);
    }
    for (Conflict conflict : all.subList(0, Math.min(MOST, all.size()))) {
      page.element("pre", conflict.toString(), "class", "warn").line();
    }
    if (all.size() > MOST) {
      String more = Texts.counted(all.size() - MOST, "more conflict is", "more conflicts are");
      Texts.paragraph(more + " left out.", page);
    }
  }
}
