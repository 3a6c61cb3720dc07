package dev.migrate.commands.json;

import dev.migrate.commands.advice.CommandWords;
import dev.migrate.report.Conflict;
import java.util.List;

/** Conflicts as JSON. */
public final class ConflictJson {

  private ConflictJson() {}

  /** Conflicts in their order. */
  public static List<JsonObject> of(List<Conflict> conflicts) {
    return conflicts.stream().map(ConflictJson::of).toList();
  }

  private static JsonObject of(Conflict conflict) {
    return JsonObject.EMPTY
        .with("kind", word(conflict.kind()))
        .with("first", side(conflict.first()))
        .with("second", side(conflict.second()))
        .with("cells", conflict.cells())
        .with("nameSpace", conflict.nameSpace())
        .with("orders", conflict.orders())
        .with("dependsOnDatabase", conflict.isOpen())
        .with("remedies", conflict.remedies().stream().map(CommandWords::of).toList());
  }

  private static JsonObject side(Conflict.Side side) {
    return JsonObject.EMPTY
        .with("id", side.revision())
        .with("name", side.name())
        .with("message", side.message())
        .with("operation", side.operation());
  }

  private static String word(Conflict.Kind kind) {
    return switch (kind) {
      case CONFLICT -> "conflict";
      case SAME_CHANGE -> "sameChange";
      case UNKNOWN -> "unknown";
    };
  }
}
