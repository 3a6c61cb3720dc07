package dev.migrate.commands.json;

import dev.migrate.report.Drift;
import dev.migrate.report.ModelCheck;
import dev.migrate.schema.SchemaDifference;
import java.util.List;

/** Comparisons of schemas as JSON. */
public final class DifferenceJson {

  private DifferenceJson() {}

  /** A database beside what its applied revisions declare. */
  public static JsonObject of(Drift drift) {
    return JsonObject.EMPTY
        .with("differences", differences(drift.difference()))
        .with("undeclared", drift.undeclared())
        .with("unmodelled", drift.unmodelled())
        .with("unknown", drift.unknown());
  }

  /** A model beside what all revisions make. */
  public static JsonObject of(ModelCheck model) {
    return JsonObject.EMPTY
        .with("differences", differences(model.difference()))
        .with("leftAlone", model.leftAlone())
        .with("unused", model.unused())
        .with("remarks", model.remarks());
  }

  private static List<JsonObject> differences(SchemaDifference difference) {
    return difference.entries().stream()
        .map(
            entry ->
                JsonObject.EMPTY
                    .with("element", entry.element())
                    .with("attribute", entry.attribute())
                    .with("expected", entry.expected())
                    .with("actual", entry.actual()))
        .toList();
  }
}
