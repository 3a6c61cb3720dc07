package dev.migrate.picture.page;

import dev.migrate.picture.graph.Drawing;
import dev.migrate.picture.svg.GraphSvg;
import dev.migrate.picture.svg.Markup;

/** The picture of the revisions: the pending ones, and the last applied ones. */
record GraphSection(Drawing drawing) implements Section {

  private static final int MOST = 60;

  @Override
  public String id() {
    return "graph";
  }

  @Override
  public String heading() {
    return "Revisions";
  }

  @Override
  public void write(Markup page) {
    if (drawing.revisions().isEmpty()) {
      Texts.paragraph("There are no revisions.", page);
      return;
    }
    Drawing shown = drawing.limitedTo(MOST);
    page.open("p", "class", "legend");
    page.element("span", "applied", "class", "key applied").text(" ");
    page.element("span", "pending", "class", "key pending").text(" ");
    page.element("span", "begun and not ended", "class", "key begun");
    page.text(" A solid arrow leads from a parent to its child, a dashed one from a dependency.");
    page.close().line();
    shown.omission().ifPresent(words -> Texts.paragraph("In this picture, " + words + ".", page));
    page.open("div", "class", "scroll", "tabindex", "0");
    page.raw(GraphSvg.of(shown).inline()).close().line();
  }
}
