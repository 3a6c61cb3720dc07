package dev.migrate.engine.plan;

import dev.migrate.Recording;
import dev.migrate.RevisionId;
import dev.migrate.error.Facts;
import dev.migrate.operation.Footprint;
import dev.migrate.operation.Inverse;
import dev.migrate.operation.Operation;
import dev.migrate.report.Direction;
import dev.migrate.report.Plan;
import dev.migrate.report.PlanException;
import dev.migrate.report.PlanStep;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SchemaDifference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes plans: which revisions run in which order, what each does, and the schema before and after
 * each. An operation that does not fit is refused here. Immutable and thread-safe.
 */
public final class Planner {

  private final AppliedState state;
  private final RepeatedOperations repeated;

  /**
   * A planner for a state.
   *
   * @param state what there is and what is applied
   */
  public Planner(AppliedState state) {
    this.state = state;
    this.repeated = new RepeatedOperations(state);
  }

  /**
   * What the upgrade of some revisions does.
   *
   * @param pending revisions that are not applied, in the order in which they run
   * @return the plan, possibly empty
   * @throws PlanException if an operation does not fit the schema
   */
  public Plan upgrade(List<RevisionId> pending) {
    Schema schema = pending.isEmpty() ? Schema.empty() : appliedWithout(Set.of());
    Set<RevisionId> present = new HashSet<>(state.applied());
    List<PlanStep> steps = new ArrayList<>(pending.size());
    for (RevisionId id : pending) {
      state.requireSteady(id);
      PlanStep step = up(id, state.variation(id, present::contains), schema);
      steps.add(step);
      present.add(id);
      schema = step.after();
    }
    return new Plan(Direction.UP, steps);
  }

  /**
   * What the downgrade of some revisions does.
   *
   * @param undone applied revisions in the order in which they are undone, together with all
   *     applied ones that need them
   * @return the plan, possibly empty
   * @throws PlanException if a revision cannot be undone
   */
  public Plan downgrade(List<RevisionId> undone) {
    Schema schema = undone.isEmpty() ? Schema.empty() : appliedWithout(new HashSet<>(undone));
    Set<RevisionId> present = new HashSet<>(state.applied());
    undone.forEach(present::remove);
    List<RevisionId> upwards = new ArrayList<>(undone);
    Collections.reverse(upwards);
    List<PlanStep> steps = new ArrayList<>(undone.size());
    for (RevisionId id : upwards) {
      PlanStep step = down(id, state.variation(id, present::contains), schema);
      steps.add(step);
      present.add(id);
      schema = step.before();
    }
    Collections.reverse(steps);
    return new Plan(Direction.DOWN, steps);
  }

  /**
   * The step of one revision upwards.
   *
   * @param variation what it does here
   * @throws PlanException if an operation does not fit the schema
   */
  public PlanStep up(RevisionId id, Variation variation, Schema before) {
    List<Operation> operations = variation.recording().upgrade();
    repeated.require(id, operations, before);
    Schema after = Fold.over(before, title(id), id, operations);
    return step(Direction.UP, id, variation, operations, before, after, List.of());
  }

  /**
   * The step of one revision downwards.
   *
   * @param variation what it did, or would have done on top of the target
   * @throws PlanException if it cannot be undone
   */
  public PlanStep down(RevisionId id, Variation variation, Schema target) {
    Recording recording = variation.recording();
    Schema with = Fold.over(target, title(id), id, recording.upgrade());
    Recording.Downgrade downgrade = recording.downgrade();
    List<Operation> operations = new ArrayList<>(downgrade.before());
    List<QualifiedName> mustBeEmpty = new ArrayList<>();
    if (downgrade.undoesUpgrade()) {
      for (Inverse inverse : Inverse.ofAll(recording.upgrade(), target)) {
        inverse.obstacle().ifPresent(obstacle -> refuse(id, obstacle));
        inverse.onlyIfEmpty().ifPresent(mustBeEmpty::add);
        operations.addAll(inverse.operations());
      }
    }
    operations.addAll(downgrade.after());
    Schema reached = Fold.over(with, title(id), id, operations);
    boolean derived = downgrade.equals(Recording.Downgrade.DERIVED);
    if (!derived && !reached.equals(target)) {
      refuse(
          id,
          "its own downgrade does not lead back to the schema before it:\n"
              + SchemaDifference.between(target, reached)
              + "\nlet it do so, or say with sql(…).means(…) what raw SQL does");
    }
    return step(Direction.DOWN, id, variation, operations, with, target, mustBeEmpty);
  }

  /**
   * The schema that the applied revisions make, some of them left out.
   *
   * @param without what is left out; whatever needs it is left out too
   */
  public Schema appliedWithout(Set<RevisionId> without) {
    return fold(without, (id, operations, before) -> {});
  }

  /**
   * What each applied revision looks at and changes where it stands in the canonical order.
   *
   * @return the footprints of all applied revisions
   */
  public Map<RevisionId, Footprint> footprints() {
    Map<RevisionId, Footprint> footprints = new LinkedHashMap<>();
    fold(
        Set.of(),
        (id, operations, before) -> footprints.put(id, Footprint.ofAll(operations, before)));
    return footprints;
  }

  /** Is shown each revision before it is folded. */
  private interface Visitor {
    void visit(RevisionId id, List<Operation> operations, Schema before);
  }

  private Schema fold(Set<RevisionId> without, Visitor visitor) {
    Schema schema = Schema.empty();
    Set<RevisionId> present = new HashSet<>();
    for (RevisionId id : inOrder(state.applied())) {
      if (!without.contains(id)) {
        List<Operation> operations = state.variation(id, present::contains).recording().upgrade();
        Schema after = Fold.over(schema, title(id), id, operations);
        visitor.visit(id, operations, schema);
        schema = after;
        present.add(id);
      }
    }
    return schema;
  }

  private List<RevisionId> inOrder(Set<RevisionId> ids) {
    return ids.stream().sorted(state.graph().comparator()).toList();
  }

  private String title(RevisionId id) {
    String name = state.name(id);
    return id.titled(name);
  }

  private void refuse(RevisionId id, String obstacle) {
    throw new PlanException(
        Facts.of("revision " + title(id) + " cannot be undone")
            .with("because", obstacle)
            .with("left", "nothing ran; every revision is still applied")
            .next("choose a target above " + id + ", or give it a downgrade"),
        id);
  }

  private PlanStep step(
      Direction direction,
      RevisionId id,
      Variation variation,
      List<Operation> operations,
      Schema before,
      Schema after,
      List<QualifiedName> mustBeEmpty) {
    return new PlanStep(
        direction,
        state.graph().lineage(id),
        state.name(id),
        variation.recording(),
        variation.after(),
        operations,
        before,
        after,
        mustBeEmpty,
        List.of());
  }
}
