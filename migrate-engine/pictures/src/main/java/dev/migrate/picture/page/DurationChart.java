package dev.migrate.picture.page;

import static dev.migrate.picture.svg.Markup.number;

import dev.migrate.picture.svg.Markup;
import dev.migrate.picture.svg.Picture;
import dev.migrate.picture.text.DisplayWidth;
import dev.migrate.report.RevisionInfo;
import java.util.List;

/** How long revisions took, as bars. */
final class DurationChart {

  private static final int NAME = 34;
  private static final double BARS = 290;
  private static final double LONGEST = 420;
  private static final double ROW = 20;
  private static final double WIDTH = BARS + LONGEST + 110;

  private DurationChart() {}

  static Picture of(String id, String title, List<RevisionInfo> infos) {
    long most = infos.stream().mapToLong(DurationChart::millis).max().orElse(0);
    Markup svg = new Markup();
    double y = 0;
    for (RevisionInfo info : infos) {
      double width = most == 0 ? 0 : LONGEST * millis(info) / most;
      String name = DisplayWidth.visible(info.id().titled(info.name()));
      String text = DisplayWidth.shortened(name, NAME, "…");
      String length = Texts.duration(HistorySection.duration(info));
      svg.open("g").element("title", name + ": " + length);
      String middle = number(y + 14);
      svg.element("text", text, "class", "end", "x", number(BARS - 10), "y", middle);
      svg.empty(
          "rect",
          "class",
          "bar",
          "x",
          number(BARS),
          "y",
          number(y + 3),
          "width",
          number(Math.max(1, width)),
          "height",
          "14",
          "rx",
          "2");
      double after = BARS + Math.max(1, width) + 8;
      svg.element("text", length, "class", "small", "x", number(after), "y", middle);
      svg.close().line();
      y += ROW;
    }
    String description = infos.size() + " revisions, the longest took " + longest(most);
    return new Picture(id, WIDTH, y, title, description, svg.toString());
  }

  private static String longest(long millis) {
    return Texts.duration(java.time.Duration.ofMillis(millis));
  }

  private static long millis(RevisionInfo info) {
    return HistorySection.duration(info).toMillis();
  }
}
