package dev.migrate.engine.graph;

import dev.migrate.RevisionId;
import dev.migrate.error.Facts;
import dev.migrate.report.Direction;
import dev.migrate.report.TargetException;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** The messages of all errors in targets. */
final class TargetErrors {

  static final int OFFERED = 10;

  private static final String FORMS =
      "id, prefix of an id, label, head, heads, base, current, +2, -2, id+2, head-2;"
          + " with a lineage in front: label@head, label@base, label@id, label@+2, label@-2";

  private TargetErrors() {}

  static TargetException malformed(String text, String problem) {
    return new TargetException(
        text,
        List.of(),
        Facts.of("the target " + quoted(text) + " " + problem)
            .with("forms", FORMS)
            .next("write the target in one of these forms"));
  }

  static TargetException rangeWhereTargetIsDue(String text) {
    String end = text.substring(text.lastIndexOf(':') + 1);
    return new TargetException(
        text,
        end.isEmpty() ? List.of() : List.of(end),
        Facts.of("the target " + quoted(text) + " is a range")
            .with("forms", FORMS)
            .next("name one end only; ranges are for the history"));
  }

  static TargetException unknown(
      Target target, String name, boolean isScope, List<String> similar, List<String> heads) {
    String problem =
        isScope || target.scope().isPresent() || target.steps() != 0
            ? "the target " + quoted(target) + ": there is no revision or label " + quoted(name)
            : "there is no revision or label " + quoted(name);
    Facts facts = Facts.of(problem);
    facts = similar.isEmpty() ? facts : facts.with("similar", joined(similar));
    facts = facts.with("heads", heads.isEmpty() ? "none" : joined(heads));
    String next =
        name.indexOf(',') >= 0
            ? "give several targets as several arguments"
            : name.length() < TargetResolver.SHORTEST_PREFIX
                ? "write at least two characters of the id"
                : "correct the name; a prefix of an id is enough if it is unique";
    return new TargetException(
        target.toString(),
        limited(
            (similar.isEmpty() ? heads : similar)
                .stream().map(other -> renamed(target, name, isScope, other)).toList()),
        facts.next(next));
  }

  static TargetException severalStartLike(
      Target target, String name, boolean isScope, List<RevisionId> ids) {
    List<String> sorted = ids.stream().sorted().map(RevisionId::value).toList();
    return new TargetException(
        target.toString(),
        limited(sorted.stream().map(id -> renamed(target, name, isScope, id)).toList()),
        Facts.of(quoted(name) + " is the start of " + ids.size() + " revisions")
            .with("known", joined(sorted))
            .next("write more of the id"));
  }

  static TargetException notInLine(Target target, RevisionId id, String scope) {
    return new TargetException(
        target.toString(),
        List.of(id.value(), scope + "@" + Target.HEAD),
        Facts.of("revision " + id + " is not in the line of " + scope)
            .with("target", quoted(target))
            .next("name the revision alone, or another one of the line"));
  }

  static TargetException severalHeads(Target target, List<RevisionId> heads) {
    List<String> ids = texts(heads);
    return new TargetException(
        target.toString(),
        limited(ids.stream().map(id -> renamed(target, Target.HEAD, false, id)).toList()),
        Facts.of("the target " + quoted(target) + " is ambiguous: there are several heads")
            .with("heads", joined(ids))
            .next("name one of them, write \"heads\" for all, or put a label@ in front"));
  }

  static TargetException wrongWay(Target target, boolean upgrades) {
    Target meant = target.by(-target.steps());
    String way = upgrades ? "upgrade" : "downgrade";
    String other = upgrades ? "downgrade" : "upgrade";
    return new TargetException(
        target.toString(),
        List.of(meant.toString()),
        Facts.of(
                "the target "
                    + quoted(target)
                    + " leads "
                    + (upgrades ? "down" : "up")
                    + ", which "
                    + (upgrades ? "an " : "a ")
                    + way
                    + " does not")
            .next(way + " to " + quoted(meant) + ", or " + other + " to " + quoted(target)));
  }

  static TargetException belowBase(Target target) {
    return new TargetException(
        target.toString(),
        List.of(Target.BASE),
        Facts.of("the target " + quoted(target) + " leads below base")
            .next("write \"base\" or steps up"));
  }

  static TargetException pastTheEnd(Target target, int available, String where) {
    List<String> candidates =
        available == 0
            ? List.of()
            : List.of(target.by(Integer.signum(target.steps()) * available).toString());
    return new TargetException(
        target.toString(),
        candidates,
        Facts.of(
                "the target "
                    + quoted(target)
                    + " goes "
                    + Math.abs(target.steps())
                    + (Math.abs(target.steps()) == 1 ? " step, but " : " steps, but ")
                    + (available == 0 ? "no" : "only " + available)
                    + (available == 1 ? " revision is " : " revisions are ")
                    + where)
            .next(
                candidates.isEmpty()
                    ? "nothing is left to do in this direction"
                    : "write " + quoted(candidates.get(0)) + " for all of them"));
  }

  static TargetException ambiguousSteps(
      Target target, List<RevisionId> choices, List<String> candidates) {
    return new TargetException(
        target.toString(),
        candidates,
        Facts.of(
                "the target "
                    + quoted(target)
                    + " is ambiguous: different choices of steps lead to different results")
            .with("choices", joined(texts(choices)))
            .next(candidates.isEmpty() ? "name a revision" : "choose one: " + joined(candidates)));
  }

  static TargetException notApplied(
      Target target, List<RevisionId> ids, List<RevisionId> below, List<RevisionId> above) {
    List<String> candidates = below.isEmpty() ? List.of(Target.BASE) : texts(below);
    String state = joined(texts(ids)) + (ids.size() == 1 ? " is" : " are") + " not applied";
    String what =
        above.isEmpty()
            ? "the downgrade to " + quoted(target) + " would do nothing: " + state
            : "a downgrade cannot end at " + quoted(target) + ": " + state;
    Facts facts =
        Facts.of(what)
            .with("applied", below.isEmpty() ? "nothing below" : joined(texts(below)) + " below");
    return new TargetException(
        target.toString(),
        limited(candidates),
        above.isEmpty()
            ? facts.next("upgrade to get there, or name a revision that is applied")
            : facts
                .with("above", joined(texts(above)))
                .next("downgrade to " + quoted(candidates.get(0)) + ", or upgrade to get there"));
  }

  static TargetException notOne(Target target, List<RevisionId> ids) {
    return new TargetException(
        target.toString(),
        limited(texts(ids)),
        Facts.of(
                ids.isEmpty()
                    ? "the target " + quoted(target) + " names no revision"
                    : "the target " + quoted(target) + " names " + ids.size() + " revisions")
            .with("known", ids.isEmpty() ? "nothing there" : joined(texts(ids)))
            .next("name one revision"));
  }

  static TargetException notBetween(TargetRange range, Direction way, boolean reversed) {
    boolean isUp = way == Direction.UP;
    String turned = range.to() + ":" + range.from();
    return new TargetException(
        range.toString(),
        List.of(reversed ? turned : Target.BASE + ":" + range.to()),
        Facts.of(
                "no line leads "
                    + (isUp ? "up" : "down")
                    + " from "
                    + quoted(range.from())
                    + " to "
                    + quoted(range.to())
                    + (reversed ? ", but one leads " + (isUp ? "down" : "up") : ""))
            .with("range", quoted(range))
            .next(
                reversed
                    ? "write " + quoted(turned)
                    : "name two ends of one line, or start from base"));
  }

  static TargetException noState(TargetRange range) {
    return new TargetException(
        range.toString(),
        List.of(Target.BASE + ":" + range.to()),
        Facts.of(
                "the range "
                    + quoted(range)
                    + " starts at what is applied, which only a database knows")
            .with("target", quoted(range.from()))
            .next("start from base or from a revision, or ask for a script without a range"));
  }

  private static String renamed(Target target, String name, boolean isScope, String other) {
    String text = target.toString();
    int start = isScope ? 0 : text.indexOf('@') + 1;
    return text.substring(0, start) + other + text.substring(start + name.length());
  }

  private static String quoted(Object value) {
    return "\"" + value + "\"";
  }

  private static List<String> texts(List<RevisionId> ids) {
    return ids.stream().map(RevisionId::value).toList();
  }

  private static List<String> limited(List<String> values) {
    return values.stream().limit(OFFERED).toList();
  }

  private static String joined(Collection<String> values) {
    String text = values.stream().limit(OFFERED).collect(Collectors.joining(", "));
    int more = values.size() - OFFERED;
    return more > 0 ? text + " and " + more + " more" : text;
  }
}
