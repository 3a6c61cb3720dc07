package dev.migrate.commands;

import dev.migrate.commands.entry.RevisionEntry;
import dev.migrate.commands.text.Page;
import dev.migrate.commands.text.Paint;
import dev.migrate.commands.text.RevisionText;
import java.util.List;
import java.util.function.Consumer;

/** Prints lists of revisions. */
final class RevisionLists {

  private RevisionLists() {}

  /**
   * Revisions with their marks, one a line.
   *
   * @param verbose whether to print everything about each
   * @param none what to print if there are none
   */
  static void places(List<RevisionEntry> entries, boolean verbose, String none, Page page) {
    print(entries, verbose, none, page, entry -> page.line(RevisionText.place(entry)));
  }

  /** Revisions with their parents and messages, one a line. */
  static void lines(List<RevisionEntry> entries, boolean verbose, String none, Page page) {
    print(entries, verbose, none, page, entry -> page.line(RevisionText.line(entry)));
  }

  private static void print(
      List<RevisionEntry> entries,
      boolean verbose,
      String none,
      Page page,
      Consumer<RevisionEntry> brief) {
    if (entries.isEmpty()) {
      page.facts(none, Paint.PLAIN);
    }
    boolean first = true;
    for (RevisionEntry entry : entries) {
      if (!verbose) {
        brief.accept(entry);
      } else {
        if (!first) {
          page.blank();
        }
        page.facts(RevisionText.details(entry).toString(), Paint.NAME);
      }
      first = false;
    }
  }
}
