package dev.migrate.commands.text;

import dev.migrate.RevisionId;
import dev.migrate.commands.entry.RevisionEntry;
import dev.migrate.commands.entry.Status;
import dev.migrate.error.Facts;
import dev.migrate.report.EditedRevision;
import dev.migrate.report.RevisionInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** The revisions on a database, in words. */
public final class StatusText {

  /** The place of the column that a narrow terminal does without. */
  private static final int APPLIED_AT = 2;

  private StatusText() {}

  /** Prints a table of all, and then what deserves a look. */
  public static void print(Status status, Page page) {
    page.table(table(status));
    page.blank();
    page.facts(summary(status).toString(), status.isContent() ? Paint.GOOD : Paint.NOTICE);
    status.problem().ifPresent(problem -> page.facts(problem.getMessage(), Paint.BAD));
  }

  private static Table table(Status status) {
    Set<RevisionId> edited =
        status.edited().stream().map(EditedRevision::revision).collect(Collectors.toSet());
    List<List<Span>> rows = new ArrayList<>();
    rows.add(
        List.of(heading("state"), heading("revision"), heading("applied at"), heading("message")));
    for (RevisionEntry entry : status.revisions()) {
      RevisionInfo info = entry.database().orElseThrow();
      rows.add(
          List.of(
              state(info, edited.contains(entry.id())),
              new Span(entry.id().value(), Paint.NAME),
              Span.of(RevisionText.time(info).orElse("")),
              Span.of(entry.purpose())));
    }
    return new Table(rows, OptionalInt.of(APPLIED_AT));
  }

  private static Span heading(String text) {
    return new Span(text, Paint.FAINT);
  }

  private static Span state(RevisionInfo info, boolean isEdited) {
    return switch (info.state()) {
      case PENDING ->
          info.isMissing() ? new Span("missing", Paint.BAD) : new Span("pending", Paint.NOTICE);
      case GOING_UP -> new Span("going up", Paint.BAD);
      case GOING_DOWN -> new Span("going down", Paint.BAD);
      case DONE ->
          isEdited
              ? new Span("edited", Paint.BAD)
              : info.isKnown()
                  ? new Span("applied", Paint.GOOD)
                  : new Span("unknown", Paint.NOTICE);
    };
  }

  private static Facts summary(Status status) {
    Facts facts =
        Facts.of(
            status.applied().size()
                + " of "
                + status.revisions().size()
                + (status.revisions().size() == 1 ? " revision is" : " revisions are")
                + " applied");
    facts = listed(facts, "pending", status.pending());
    facts = listed(facts, "missing", status.missing());
    facts = listed(facts, "unknown", status.unknown());
    facts = status.unfinished().isEmpty() ? facts : facts.list("begun", status.unfinished());
    for (EditedRevision each : status.edited()) {
      facts = facts.with("edited", each.toString());
    }
    if (status.problem().isPresent() || (status.isContent() && status.unknown().isEmpty())) {
      return facts;
    }
    return facts.next(next(status));
  }

  private static Facts listed(Facts facts, String key, List<RevisionEntry> entries) {
    return entries.isEmpty()
        ? facts
        : facts.list(key, entries.stream().map(RevisionEntry::title).toList());
  }

  private static String next(Status status) {
    if (!status.edited().isEmpty()) {
      return "take the change of the applied revisions back, and make it in a new revision";
    }
    if (status.isContent()) {
      return "deploy the version that has them, unless another application shares the history";
    }
    return status.unfinished().isEmpty()
        ? "db plan shows what db upgrade would do"
        : "if no other process migrates now, db upgrade resumes it";
  }
}
