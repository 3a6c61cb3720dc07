package dev.migrate.engine.check;

import dev.migrate.dialect.Place;
import dev.migrate.error.Facts;
import dev.migrate.report.DatabaseException;
import dev.migrate.report.Plan;
import dev.migrate.report.PlanStep;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.schema.View;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Temporary objects that hide others of the same name, where statements cannot say which of the two
 * they mean.
 */
public final class HiddenNames {

  private HiddenNames() {}

  /** Refuses a plan that names an object which a temporary one hides on this connection. */
  public static void require(Place place, QualifiedName history, Plan plan) {
    Set<String> hidden =
        place.hidden().stream()
            .map(HiddenNames::key)
            .collect(Collectors.toCollection(TreeSet::new));
    if (hidden.isEmpty() || plan.isEmpty()) {
      return;
    }
    Set<String> used = new TreeSet<>();
    used.add(key(history));
    for (PlanStep step : plan.steps()) {
      add(step.before(), used);
      add(step.after(), used);
    }
    hidden.retainAll(used);
    if (!hidden.isEmpty()) {
      throw new DatabaseException(
          Facts.of("temporary objects of this connection hide others of the same name")
              .with("hidden", String.join(", ", hidden))
              .with("left", "nothing was changed")
              .next("drop them, or hand over another connection"));
    }
  }

  private static void add(Schema schema, Set<String> names) {
    schema.tables().stream().map(Table::name).map(HiddenNames::key).forEach(names::add);
    schema.views().stream().map(View::name).map(HiddenNames::key).forEach(names::add);
  }

  private static String key(QualifiedName name) {
    return name.name().toLowerCase(Locale.ROOT);
  }
}
