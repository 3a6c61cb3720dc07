package dev.migrate.engine.check;

import dev.migrate.engine.live.LiveSchema;
import dev.migrate.engine.live.TextComparison;
import dev.migrate.engine.live.UndeclaredParts;
import dev.migrate.engine.plan.CanonicalNames;
import dev.migrate.engine.plan.ElementOrigins;
import dev.migrate.engine.plan.RestatedElements;
import dev.migrate.engine.plan.RestatedElements.Restated;
import dev.migrate.error.Facts;
import dev.migrate.operation.ExecuteSql;
import dev.migrate.report.SchemaMismatchException;
import dev.migrate.report.ScriptStep;
import dev.migrate.schema.ElementName;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SchemaDifference;
import dev.migrate.schema.UnmodelledElement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Refuses statements that would make the database forget what no revision declared: a column, a
 * constraint or a table that is stated again as the revisions know it. Looks at the database only
 * if there are such statements. Not thread-safe.
 */
public final class RestatedParts {

  private final LiveSchema database;
  private boolean ranRawSql;

  public RestatedParts(LiveSchema database) {
    this.database = database;
  }

  /** Before anything runs. What the steps create themselves is as they say. */
  public void require(List<ScriptStep> steps) {
    Map<Restated, ScriptStep> restated = new LinkedHashMap<>();
    ElementOrigins origins = new ElementOrigins();
    for (ScriptStep step : steps) {
      List<Restated> here = List.copyOf(RestatedElements.of(step));
      List<Optional<ElementName>> before =
          here.stream().map(element -> origins.of(element.name())).toList();
      step.step().operations().forEach(origins::follow);
      for (int i = 0; i < here.size(); i++) {
        Restated element = here.get(i);
        boolean isKnown = step.step().before().has(element.name());
        (isKnown ? before.get(i) : origins.of(element.name()))
            .ifPresent(name -> restated.putIfAbsent(element.withName(name), step));
      }
    }
    if (!restated.isEmpty()) {
      require(steps.get(0).step().before(), restated, "nothing ran");
    }
  }

  /** Before a step, if raw SQL ran before it, which may have made something else than it says. */
  public void requireBefore(ScriptStep step) {
    if (ranRawSql) {
      Map<Restated, ScriptStep> restated = new LinkedHashMap<>();
      RestatedElements.of(step).stream()
          .filter(element -> step.step().before().has(element.name()))
          .forEach(element -> restated.put(element, step));
      if (!restated.isEmpty()) {
        require(
            step.step().before(),
            restated,
            "the revisions before " + step.step().id() + " ran, it did not");
      }
    }
    ranRawSql |=
        step.step().operations().stream()
            .anyMatch(operation -> operation instanceof ExecuteSql sql && !sql.meaning().isEmpty());
  }

  private void require(Schema declared, Map<Restated, ScriptStep> restated, String left) {
    CanonicalNames names = new CanonicalNames(database.dialect(), declared);
    Schema inspected = database.inspected(declared.namespaces());
    Schema live = database.dialect().canonical(inspected);
    Set<QualifiedName> objects =
        restated.keySet().stream()
            .map(element -> element.name().object())
            .collect(Collectors.toSet());
    SchemaDifference all =
        database
            .difference(declared, live)
            .and(TextComparison.of(database, declared, inspected, objects::contains).difference())
            .where(entry -> !entry.isMissing());
    boolean hasObjects = live.unmodelled().stream().anyMatch(element -> !element.isAttribute());
    if (all.isEmpty() && !hasObjects) {
      return;
    }
    UndeclaredParts undeclared = new UndeclaredParts(all, live, inspected);
    restated.forEach(
        (element, step) -> {
          if (declared.has(element.name())) {
            List<ElementName> canonical = names.of(element.name());
            SchemaDifference difference = undeclared.lostWith(canonical, element.loss());
            List<UnmodelledElement> lost = undeclared.objectsLostWith(canonical, element.loss());
            if (!difference.isEmpty() || !lost.isEmpty()) {
              throw refused(element, step, difference, lost, left);
            }
          }
        });
  }

  private static SchemaMismatchException refused(
      Restated element,
      ScriptStep step,
      SchemaDifference difference,
      List<UnmodelledElement> lost,
      String left) {
    Facts facts =
        Facts.of("revision " + step.step().title() + " would lose what no revision declared")
            .with("operation", element.part().toString())
            .with("element", element.name().toString());
    facts = difference.addedTo(facts);
    facts = lost.isEmpty() ? facts : facts.list("belonging", lost);
    return new SchemaMismatchException(
        facts
            .with("left", left)
            .next(
                """
                declare it in a revision before this one, and record that with stamp("…");
                or bring the database to what the revisions declare; or write this change
                as raw SQL that keeps it: sql("…").means(…).undoneBy("…")\
                """),
        difference);
  }
}
