package dev.migrate.engine.branch;

import dev.migrate.Reconciliation.Variant;
import dev.migrate.RevisionId;
import dev.migrate.engine.plan.AppliedState;
import dev.migrate.operation.Operation;
import dev.migrate.report.Conflict;
import dev.migrate.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The ways out of a conflict of two revisions: each helps on the database at hand. */
final class ConflictAdvice implements Advice {

  private final AppliedState state;
  private final RevisionId first;
  private final RevisionId second;
  private final WorkingOrders orders;
  private final Optional<ReconciliationProposal> proposal;

  ConflictAdvice(
      AppliedState state,
      RevisionId first,
      RevisionId second,
      List<Operation> ofFirst,
      List<Operation> ofSecond,
      Optional<Schema> base,
      ConflictRules rules) {
    this.state = state;
    this.first = first;
    this.second = second;
    this.orders = WorkingOrders.of(first, second, ofFirst, ofSecond, base, rules);
    this.proposal = base.flatMap(schema -> ReconciliationProposal.of(schema, ofFirst, ofSecond));
  }

  /** The orders in which both can run, whatever rows there are. */
  @Override
  public List<List<RevisionId>> orders() {
    return orders.working();
  }

  /** Whether it depends on the database if another order works. */
  @Override
  public boolean isOpen() {
    return orders.isOpen();
  }

  /** Only the code can declare one, and only for revisions that it has. */
  @Override
  public List<Variant> reconciliation() {
    return areKnown()
        ? proposal.map(found -> found.variants(first, second)).orElse(List.of())
        : List.of();
  }

  @Override
  public List<String> texts(Conflict.Kind kind, Effect one, Effect other) {
    List<String> texts = new ArrayList<>();
    if (kind == Conflict.Kind.UNKNOWN) {
      undeclared(first, one).ifPresent(texts::add);
      undeclared(second, other).ifPresent(texts::add);
    } else if (kind == Conflict.Kind.SAME_CHANGE && areKnown()) {
      texts.add(remove());
    }
    int before = texts.size();
    for (List<RevisionId> order : orders.working()) {
      if (canFollow(order.get(1), order.get(0))) {
        texts.add(follow(order.get(1), order.get(0)));
      }
    }
    if (texts.size() == before && kind == Conflict.Kind.CONFLICT && areKnown()) {
      adapt().ifPresent(texts::add);
    }
    if (kind == Conflict.Kind.UNKNOWN && (canFollow(first, second) || canFollow(second, first))) {
      texts.add("fix their order with .dependsOn(…)");
    } else if (areKnown() && kind != Conflict.Kind.UNKNOWN) {
      reconcile(kind).ifPresent(texts::add);
    }
    undo(first, second).ifPresent(texts::add);
    undo(second, first).ifPresent(texts::add);
    return texts;
  }

  private Optional<String> undeclared(RevisionId id, Effect effect) {
    return state.isKnown(id) ? UndeclaredEffects.advice(id, effect) : Optional.empty();
  }

  private boolean areKnown() {
    return state.isKnown(first) && state.isKnown(second);
  }

  private boolean isApplied(RevisionId id) {
    return state.applied().contains(id);
  }

  private String remove() {
    return isApplied(first) || isApplied(second)
        ? "remove it from " + (isApplied(first) ? second : first)
        : "remove it from the one of the two that no database has yet";
  }

  /** A revision that is applied comes too late for another one to come first. */
  private boolean canFollow(RevisionId later, RevisionId earlier) {
    return areKnown() && !(isApplied(later) && !isApplied(earlier));
  }

  private static String follow(RevisionId later, RevisionId earlier) {
    return "put "
        + later
        + " after "
        + earlier
        + ", if no database has it without "
        + earlier
        + "; in its lineage():\n.dependsOn(\""
        + earlier
        + "\")";
  }

  /** No order works for certain: the one that comes second has to change. */
  private Optional<String> adapt() {
    List<RevisionId> later = new ArrayList<>();
    if (canFollow(first, second)) {
      later.add(first);
    }
    if (canFollow(second, first)) {
      later.add(second);
    }
    String what =
        orders.isOpen()
            ? "so that it fits what the other leaves"
            : "so that it builds on the other";
    return switch (later.size()) {
      case 0 -> Optional.empty();
      case 1 ->
          Optional.of(
              "put " + later.get(0) + " after the other with .dependsOn(…), and change it " + what);
      default -> Optional.of("put one after the other with .dependsOn(…), and change it " + what);
    };
  }

  private Optional<String> reconcile(Conflict.Kind kind) {
    String join = " in a revision after(\"" + first + "\", \"" + second + "\")";
    String start = "state how each runs when the other is there,";
    Optional<String> code = proposal.flatMap(found -> found.code(first, second));
    return code.isPresent()
        ? Optional.of(start + join + ":\n" + code.get())
        : Optional.of(start + " with reconcile(…)" + join)
            .filter(x -> kind == Conflict.Kind.CONFLICT);
  }

  /** On this database the wrong one ran first, or only its history knows it. */
  private Optional<String> undo(RevisionId id, RevisionId other) {
    boolean works = orders.working().contains(List.of(other, id)) || !state.isKnown(id);
    if (!isApplied(id) || isApplied(other) || !works) {
      return Optional.empty();
    }
    String call = "downgrade(\"" + id + "@-1\")";
    return Optional.of(
        state.isKnown(id)
            ? "undo "
                + id
                + " on this database with "
                + call
                + ", and put it after "
                + other
                + "; in its lineage():\n.dependsOn(\""
                + other
                + "\")"
            : "undo "
                + id
                + ", which the code does not have, with "
                + call
                + ", or deploy the code that has it");
  }
}
