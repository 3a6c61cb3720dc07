package dev.migrate.picture.page;

import dev.migrate.picture.svg.Markup;
import dev.migrate.report.RevisionInfo;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/** The applied revisions, and how long they took. */
record HistorySection(List<RevisionInfo> revisions) implements Section {

  private static final int BARS = 40;
  private static final int ROWS = 1_000;
  private static final int OPEN = 50;

  @Override
  public String id() {
    return "history";
  }

  @Override
  public String heading() {
    return "History";
  }

  @Override
  public void write(Markup page) {
    List<RevisionInfo> applied = applied();
    if (applied.isEmpty()) {
      Texts.paragraph("Nothing is applied.", page);
      return;
    }
    List<RevisionInfo> last = applied.subList(0, Math.min(BARS, applied.size()));
    chart("Duration of the last " + last.size() + " applied revisions", "durations", last, page);
    if (applied.size() > BARS) {
      List<RevisionInfo> slowest =
          applied.stream()
              .sorted(Comparator.comparing(HistorySection::duration).reversed())
              .limit(BARS / 2)
              .toList();
      chart("The slowest of all applied revisions", "slowest", slowest, page);
    }
    table(applied, page);
  }

  /** The applied revisions, the last one first. */
  private List<RevisionInfo> applied() {
    return revisions.stream()
        .filter(RevisionInfo::isApplied)
        .sorted(
            Comparator.comparing((RevisionInfo info) -> info.appliedAt().orElseThrow()).reversed())
        .toList();
  }

  static Duration duration(RevisionInfo info) {
    return info.duration().orElse(Duration.ZERO);
  }

  private static void chart(String title, String id, List<RevisionInfo> infos, Markup page) {
    page.element("h3", title).open("div", "class", "scroll", "tabindex", "0");
    page.raw(DurationChart.of(id, title, infos).inline()).close().line();
  }

  private static void table(List<RevisionInfo> applied, Markup page) {
    int shown = Math.min(ROWS, applied.size());
    page.open("details", applied.size() <= OPEN ? new String[] {"open", "open"} : new String[0]);
    page.element("summary", "The last " + Texts.counted(shown, "revision", "revisions"));
    page.open("div", "class", "scroll", "tabindex", "0").open("table").open("thead").open("tr");
    for (String heading : List.of("revision", "message", "applied", "duration")) {
      page.element("th", heading);
    }
    page.close().close().open("tbody").line();
    for (RevisionInfo info : applied.subList(0, shown)) {
      page.open("tr").element("td", info.id().titled(info.name()));
      page.element("td", Texts.start(info.lineage().message().orElse(""), 300));
      page.element("td", info.appliedAt().map(Texts::time).orElse(""), "class", "tight");
      page.element("td", Texts.duration(duration(info)), "class", "number").close().line();
    }
    page.close().close().close().close().line();
    if (shown < applied.size()) {
      String more = Texts.counted(applied.size() - shown, "earlier revision", "earlier revisions");
      Texts.paragraph("Left out: " + more + ".", page);
    }
  }
}
