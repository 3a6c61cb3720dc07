package dev.migrate.engine.branch;

import dev.migrate.Reconciliation.Variant;
import dev.migrate.RevisionId;
import dev.migrate.engine.graph.Parallels;
import dev.migrate.engine.plan.AppliedState;
import dev.migrate.error.MigrateException;
import dev.migrate.operation.Footprint;
import dev.migrate.operation.Operation;
import dev.migrate.schema.Schema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What revisions do, in every form that they have. What does not fit after the ancestors of a
 * revision is seen where it ran, if that is known; otherwise it does nothing that can be seen. Not
 * thread-safe.
 */
final class Effects {

  private final AppliedState state;
  private final Parallels parallels;
  private final AncestorSchemas states;
  private final Map<Integer, Schema> ran;
  private final Map<Integer, List<Effect>> known = new HashMap<>();

  Effects(AppliedState state, Parallels parallels, AncestorSchemas states) {
    this(state, parallels, states, Map.of());
  }

  /**
   * What revisions do.
   *
   * @param ran the schema before revisions in the order in which they ran
   */
  Effects(
      AppliedState state, Parallels parallels, AncestorSchemas states, Map<Integer, Schema> ran) {
    this.state = state;
    this.parallels = parallels;
    this.states = states;
    this.ran = ran;
  }

  /** What a revision does by itself and where it runs after others. */
  List<Effect> of(int node) {
    return known.computeIfAbsent(node, this::all);
  }

  /** What a revision does by itself. */
  List<Effect> own(int node) {
    return of(node).stream().filter(effect -> effect.variantOf().isEmpty()).toList();
  }

  /** All that a revision touches. */
  Footprint footprint(int node) {
    Footprint footprint = Footprint.NONE;
    for (Effect effect : of(node)) {
      footprint = footprint.and(effect.footprint());
    }
    return footprint;
  }

  private List<Effect> all(int node) {
    RevisionId id = state.graph().at(node);
    List<Operation> operations = state.recording(id).upgrade();
    List<Effect> effects = new ArrayList<>();
    states.before(node).ifPresent(before -> collect(operations, before, Optional.empty(), effects));
    if (ran.containsKey(node)) {
      List<Effect> seen = new ArrayList<>();
      collect(operations, ran.get(node), Optional.empty(), seen);
      effects.addAll(seen.subList(Math.min(effects.size(), seen.size()), seen.size()));
    }
    for (Variant variant : state.variants(id)) {
      List<Integer> tops = new ArrayList<>();
      for (int need : parallels.needs(node)) {
        tops.add(need);
      }
      tops.add(state.graph().position(variant.after()));
      states
          .of(tops)
          .ifPresent(
              before ->
                  collect(variant.operations(), before, Optional.of(variant.after()), effects));
    }
    return List.copyOf(effects);
  }

  /** As far as they fit; what does not fit is refused when it is planned. */
  private static void collect(
      List<Operation> operations,
      Schema before,
      Optional<RevisionId> variantOf,
      List<Effect> effects) {
    Schema schema = before;
    try {
      for (Operation operation : operations) {
        Schema next = operation.applyTo(schema);
        effects.add(new Effect(operation, operation.footprint(schema), schema, next, variantOf));
        schema = next;
      }
    } catch (MigrateException misfit) {
      return;
    }
  }
}
