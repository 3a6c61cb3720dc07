package dev.migrate.engine.plan;

import dev.migrate.RevisionId;
import dev.migrate.engine.names.NameClaim;
import dev.migrate.engine.names.TakenNames;
import dev.migrate.engine.names.TakenNames.Clash;
import dev.migrate.error.Facts;
import dev.migrate.report.Direction;
import dev.migrate.report.PlanException;
import dev.migrate.report.PlanStep;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.util.Optional;

/**
 * Says which operation takes a name that is taken, by what, and what to do. Immutable.
 *
 * @param state where the names of revisions are
 * @param database the database in words
 * @param direction where the plan goes
 * @param step the step
 * @param number the number of its operation, from 1
 */
record TakenNameFacts(
    AppliedState state, String database, Direction direction, PlanStep step, int number) {

  PlanException exception(
      Clash<Optional<RevisionId>> clash, TakenNames<Optional<RevisionId>> names, Schema before) {
    NameClaim claim = clash.claim();
    NameClaim other = clash.taken().claim();
    RevisionId maker = clash.taken().origin().orElse(step.id());
    return new PlanException(
        Facts.of("revision " + step.title() + " takes a name that is taken: " + claim.name())
            .with(
                "operation",
                number
                    + " of "
                    + step.operations().size()
                    + ": "
                    + step.operations().get(number - 1))
            .with("takes", claim.toString())
            .with(
                "taken by",
                other
                    + ", made by "
                    + (maker.equals(step.id()) ? "the same revision" : title(maker)))
            .with("because", database + " has " + clash.place().space())
            .with("left", "nothing ran")
            .next(next(claim, other, names, before)),
        step.id());
  }

  private String title(RevisionId id) {
    String name = state.name(id);
    return "revision " + id.titled(name);
  }

  private String next(
      NameClaim claim, NameClaim other, TakenNames<Optional<RevisionId>> names, Schema before) {
    String first = naming(claim);
    return direction == Direction.DOWN
        ? "override downgrade(…) of " + step.id() + ", and there: " + first
        : first + renaming(other, names, before).map(call -> ",\nor before it: " + call).orElse("");
  }

  private static String naming(NameClaim claim) {
    return switch (claim.kind()) {
      case INDEX, PRIMARY_KEY, KEY, FOREIGN_KEY, FOREIGN_KEY_INDEX, CHECK ->
          "give it another name with .named(\"…\")";
      default -> "choose another name";
    };
  }

  /**
   * The call that gives what has the name the one that it would be given today, if that is free.
   */
  private Optional<String> renaming(
      NameClaim other, TakenNames<Optional<RevisionId>> names, Schema before) {
    Optional<Table> owner = before.findTable(other.owner());
    return switch (other.kind()) {
      case INDEX ->
          owner
              .flatMap(table -> table.findIndex(other.name()))
              .map(index -> index.generatedName(other.owner()))
              .filter(name -> names.isFree(other.named(name)))
              .map(name -> call("renameIndex", other, name));
      case PRIMARY_KEY, KEY, FOREIGN_KEY, CHECK ->
          owner
              .flatMap(table -> table.findConstraint(other.name()))
              .map(constraint -> constraint.generatedName(other.owner()))
              .filter(name -> names.isFree(other.named(name)))
              .map(name -> call("renameConstraint", other, name));
      default -> Optional.empty();
    };
  }

  private static String call(String method, NameClaim other, String name) {
    return "op."
        + method
        + "(\""
        + other.owner()
        + "\", \""
        + other.name()
        + "\", \""
        + name
        + "\")";
  }
}
