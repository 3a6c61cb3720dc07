package dev.migrate.commands.text;

import dev.migrate.commands.entry.RevisionEntry;
import dev.migrate.error.Facts;
import dev.migrate.report.RevisionInfo;
import dev.migrate.report.RevisionState;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A revision in words, much as Alembic writes them. */
public final class RevisionText {

  private RevisionText() {}

  /** Its id and what it is in the graph: {@code 003 (head)}. */
  public static List<Span> place(RevisionEntry entry) {
    List<Span> line = new ArrayList<>();
    line.add(new Span(entry.id().value(), Paint.NAME));
    if (!entry.lineage().labels().isEmpty()) {
      line.add(Span.of(" (" + String.join(", ", entry.lineage().labels()) + ")"));
    }
    marks(entry).forEach(mark -> line.add(new Span(" (" + mark + ")", Paint.STRONG)));
    entry.database().flatMap(RevisionText::unusual).ifPresent(line::add);
    return line;
  }

  /** Its parents, itself, and what it is for: {@code 002 -> 003 (head), add email}. */
  public static List<Span> line(RevisionEntry entry) {
    List<Span> line = new ArrayList<>();
    entry.database().map(RevisionText::box).ifPresent(line::add);
    line.add(Span.of(parents(entry) + " -> "));
    line.addAll(place(entry));
    if (!entry.purpose().isEmpty()) {
      line.add(Span.of(", " + entry.purpose()));
    }
    return line;
  }

  private static String parents(RevisionEntry entry) {
    return entry.lineage().parents().isEmpty() ? "base" : joined(entry.lineage().parents());
  }

  private static List<String> marks(RevisionEntry entry) {
    List<String> marks = new ArrayList<>();
    if (entry.isHead()) {
      marks.add("head");
    }
    if (entry.isBranchPoint()) {
      marks.add("branch point");
    }
    if (entry.isJoin()) {
      marks.add("join");
    }
    if (entry.isCurrent()) {
      marks.add("current");
    }
    return marks;
  }

  private static Span box(RevisionInfo info) {
    return info.isApplied() ? new Span("[x] ", Paint.GOOD) : new Span("[ ] ", Paint.NOTICE);
  }

  /** What is out of the ordinary about its state. */
  private static Optional<Span> unusual(RevisionInfo info) {
    String words =
        switch (info.state()) {
          case GOING_UP -> "going up";
          case GOING_DOWN -> "going down";
          case PENDING -> info.isMissing() ? "missing" : "";
          case DONE -> "";
        };
    String all = info.isKnown() ? words : words.isEmpty() ? "unknown" : words + ", unknown";
    return all.isEmpty() ? Optional.empty() : Optional.of(new Span(" (" + all + ")", Paint.BAD));
  }

  /** Everything about its place in the graph, and its state if the database was asked. */
  public static Facts details(RevisionEntry entry) {
    Facts facts =
        Facts.of(
            entry.title()
                + marks(entry).stream().map(m -> " (" + m + ")").reduce("", String::concat));
    facts = facts.with("after", parents(entry));
    facts = with(facts, "needs", entry.lineage().dependencies());
    facts = with(facts, "before", entry.children());
    facts = with(facts, "labels", entry.lineage().labels());
    if (entry.lineage().message().isPresent()) {
      facts = facts.with("message", entry.lineage().message().get());
    }
    if (entry.database().isPresent()) {
      facts = facts.with("state", state(entry.database().get()));
    }
    return facts;
  }

  private static Facts with(Facts facts, String key, Collection<?> values) {
    return values.isEmpty() ? facts : facts.with(key, joined(values));
  }

  private static String joined(Collection<?> values) {
    return String.join(", ", values.stream().map(Object::toString).toList());
  }

  /** Its state on the database in a word or two. */
  public static String state(RevisionInfo info) {
    String words =
        switch (info.state()) {
          case PENDING -> info.isMissing() ? "missing below an applied one" : "pending";
          case DONE -> "applied" + time(info).map(at -> " " + at).orElse("");
          case GOING_UP -> "going up";
          case GOING_DOWN -> "going down";
        };
    return info.isKnown() ? words : words + ", unknown to the code";
  }

  /** When it was applied, in UTC. */
  public static Optional<String> time(RevisionInfo info) {
    return info.state() == RevisionState.DONE
        ? info.appliedAt().map(at -> at.truncatedTo(ChronoUnit.SECONDS).toString())
        : Optional.empty();
  }
}
