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

  private final AppliedState situation;
  private final Parallels parallels;
  private final AncestorSchemas states;
  private final Map<Integer, Schema> ran;
  private final Map<Integer, List<Effect>> known = new HashMap<>();

  Effects(AppliedState situation, Parallels parallels, AncestorSchemas states) {
    this(situation, parallels, states, Map.of());
  }

  /**
   * What revisions do.
   *
   * @param ran the schema before revisions in the order in which they ran
   */
  Effects(
      AppliedState situation,
      Parallels parallels,
      AncestorSchemas states,
      Map<Integer, Schema> ran) {
    this.situation = situation;
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
    return of(node).stream().filter(deed -> deed.variantOf().isEmpty()).toList();
  }

  /** All that a revision touches. */
  Footprint footprint(int node) {
    Footprint footprint = Footprint.NONE;
    for (Effect deed : of(node)) {
      footprint = footprint.and(deed.footprint());
    }
    return footprint;
  }

  private List<Effect> all(int node) {
    RevisionId id = situation.graph().at(node);
    List<Operation> operations = situation.recording(id).upgrade();
    List<Effect> deeds = new ArrayList<>();
    states.before(node).ifPresent(before -> collect(operations, before, Optional.empty(), deeds));
    if (ran.containsKey(node)) {
      List<Effect> seen = new ArrayList<>();
      collect(operations, ran.get(node), Optional.empty(), seen);
      deeds.addAll(seen.subList(Math.min(deeds.size(), seen.size()), seen.size()));
    }
    for (Variant variant : situation.variants(id)) {
      List<Integer> tops = new ArrayList<>();
      for (int need : parallels.needs(node)) {
        tops.add(need);
      }
      tops.add(situation.graph().position(variant.after()));
      states
          .of(tops)
          .ifPresent(
              before -> collect(variant.operations(), before, Optional.of(variant.after()), deeds));
    }
    return List.copyOf(deeds);
  }

  /** As far as they fit; what does not fit is refused when it is planned. */
  private static void collect(
      List<Operation> operations,
      Schema before,
      Optional<RevisionId> variantOf,
      List<Effect> deeds) {
    Schema schema = before;
    try {
      for (Operation operation : operations) {
        Schema next = operation.applyTo(schema);
        deeds.add(new Effect(operation, operation.footprint(schema), schema, next, variantOf));
        schema = next;
      }
    } catch (MigrateException misfit) {
      return;
    }
  }
}
