package dev.migrate.engine.plan;

import dev.migrate.RevisionId;
import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.NameSpaces;
import dev.migrate.dialect.NameSpaces.Kind;
import dev.migrate.engine.names.TakenNames;
import dev.migrate.engine.names.TakenNames.Clash;
import dev.migrate.operation.Operation;
import dev.migrate.report.Direction;
import dev.migrate.report.Plan;
import dev.migrate.report.PlanException;
import dev.migrate.report.PlanStep;
import dev.migrate.schema.Schema;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Refuses a plan that takes a name which is taken already in the database: by an index, a key, a
 * sequence that the database made by itself. Knows nothing of what no revision made. Immutable.
 */
public final class NameCheck {

  private final AppliedState state;
  private final NameSpaces spaces;
  private final String database;

  /**
   * A check of plans.
   *
   * @param state what there is and what is applied
   */
  public NameCheck(AppliedState state, Dialect dialect) {
    this.state = state;
    this.spaces = dialect.nameSpaces();
    this.database = dialect.capabilities().database();
  }

  /**
   * Checks a plan.
   *
   * @throws PlanException if one of its operations takes a name that is taken
   */
  public Plan require(Plan plan) {
    if (plan.isEmpty() || !spaces.isKnown()) {
      return plan;
    }
    boolean choosesNames = spaces.has(Kind.IDENTITY) || spaces.has(Kind.NOT_NULL);
    if (!choosesNames && isFree(plan, taken(plan.steps().get(0).before()))) {
      return plan;
    }
    carryOut(plan, taken()).ifPresent(found -> refuse(found, plan));
    return plan;
  }

  /** A clash and where it is. */
  private record Found(
      PlanStep step,
      int number,
      TakenNames<Optional<RevisionId>> names,
      Clash<Optional<RevisionId>> clash,
      Schema before) {}

  private boolean isFree(Plan plan, TakenNames<Optional<RevisionId>> names) {
    return carryOut(plan, names).isEmpty();
  }

  /** What a schema takes, whoever made it. */
  private TakenNames<Optional<RevisionId>> taken(Schema schema) {
    TakenNames<Optional<RevisionId>> names = new TakenNames<>(spaces);
    names.add(schema, Optional.empty());
    return names;
  }

  /** What the applied revisions take, one after the other: some names depend on what was there. */
  private TakenNames<Optional<RevisionId>> taken() {
    TakenNames<Optional<RevisionId>> names = new TakenNames<>(spaces);
    Set<RevisionId> present = new HashSet<>();
    Schema schema = Schema.empty();
    List<RevisionId> applied = state.applied().stream().sorted(state.graph().comparator()).toList();
    for (RevisionId id : applied) {
      for (Operation operation : state.variation(id, present::contains).recording().upgrade()) {
        Schema after = operation.applyTo(schema);
        names.apply(operation, schema, after, Optional.of(id));
        schema = after;
      }
      present.add(id);
    }
    return names;
  }

  private static Optional<Found> carryOut(Plan plan, TakenNames<Optional<RevisionId>> names) {
    for (PlanStep step : plan.steps()) {
      Schema schema = step.before();
      int number = 0;
      for (Operation operation : step.operations()) {
        number++;
        Schema before = schema;
        schema = after(step, number, before);
        Optional<Clash<Optional<RevisionId>>> clash =
            names.apply(operation, before, schema, Optional.of(step.id()));
        if (clash.isPresent()) {
          return Optional.of(new Found(step, number, names, clash.get(), before));
        }
      }
    }
    return Optional.empty();
  }

  /** The plan has the schema after the last operation of an upgrade already. */
  private static Schema after(PlanStep step, int number, Schema before) {
    boolean isLast = number == step.operations().size();
    return isLast && step.direction() == Direction.UP
        ? step.after()
        : step.operations().get(number - 1).applyTo(before);
  }

  private void refuse(Found found, Plan plan) {
    throw new TakenNameFacts(state, database, plan.direction(), found.step(), found.number())
        .exception(found.clash(), found.names(), found.before());
  }
}
