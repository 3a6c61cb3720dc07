package dev.migrate.engine.live;

import dev.migrate.engine.plan.CanonicalNames;
import dev.migrate.engine.plan.ElementOrigins;
import dev.migrate.operation.ElementChange;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RawOperation;
import dev.migrate.report.Plan;
import dev.migrate.report.PlanStep;
import dev.migrate.schema.ElementName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SchemaDifference;
import dev.migrate.schema.SchemaDifference.Entry;
import dev.migrate.schema.UnmodelledElement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Names in a plan what the database drops along with an object although no revision knows it:
 * triggers, policies, grants. Looks at the database only if something is dropped.
 */
public final class AlsoDropped {

  private AlsoDropped() {}

  public static Plan named(LiveSchema live, Plan plan) {
    List<List<ElementName>> dropped = dropped(plan);
    if (dropped.stream().allMatch(List::isEmpty)) {
      return plan;
    }
    Schema before = plan.steps().get(0).before();
    Schema read = live.read(before.namespaces());
    List<UnmodelledElement> elements = new ArrayList<>(read.unmodelled());
    elements.addAll(undeclared(live.difference(before, read)));
    if (elements.isEmpty()) {
      return plan;
    }
    CanonicalNames names = new CanonicalNames(live.dialect(), before);
    List<PlanStep> steps = new ArrayList<>();
    for (int i = 0; i < plan.steps().size(); i++) {
      List<ElementName> gone =
          dropped.get(i).stream()
              .filter(before::has)
              .flatMap(name -> names.of(name).stream())
              .toList();
      steps.add(
          plan.steps()
              .get(i)
              .alsoDropping(elements.stream().filter(element -> isOf(element, gone)).toList()));
    }
    return new Plan(plan.direction(), steps);
  }

  /** Parts of declared tables that no revision declared. */
  private static List<UnmodelledElement> undeclared(SchemaDifference difference) {
    List<UnmodelledElement> parts = new ArrayList<>();
    for (Entry entry : difference.where(Entry::isUnexpected).entries()) {
      ElementName name = entry.element();
      name.part()
          .ifPresent(
              part ->
                  parts.add(
                      UnmodelledElement.object(
                          "undeclared " + name.kind(),
                          part,
                          ElementName.table(name.object()),
                          entry.actual().orElse(""))));
    }
    return parts;
  }

  private static boolean isOf(UnmodelledElement element, List<ElementName> gone) {
    return element
        .owner()
        .filter(owner -> gone.stream().anyMatch(name -> name.contains(owner)))
        .isPresent();
  }

  /** For each step, by the names that the elements had when the plan began. */
  private static List<List<ElementName>> dropped(Plan plan) {
    ElementOrigins origins = new ElementOrigins();
    List<List<ElementName>> dropped = new ArrayList<>();
    for (PlanStep step : plan.steps()) {
      List<ElementName> here = new ArrayList<>();
      for (Operation operation : step.operations()) {
        dropped(operation).flatMap(name -> origins.of(name).stream()).forEach(here::add);
        origins.follow(operation);
      }
      dropped.add(here);
    }
    return dropped;
  }

  private static Stream<ElementName> dropped(Operation operation) {
    return operation instanceof RawOperation
        ? Stream.empty()
        : operation.elementChanges().stream()
            .filter(change -> change.kind() == ElementChange.Kind.DROPPED)
            .map(ElementChange::element)
            .filter(AlsoDropped::hasDependents);
  }

  /** Nothing that a revision does not know belongs to the others. */
  private static boolean hasDependents(ElementName name) {
    return switch (name.kind()) {
      case TABLE, COLUMN, INDEX, VIEW, SCHEMA -> true;
      case CONSTRAINT, SEQUENCE, ENUM_TYPE -> false;
    };
  }
}
