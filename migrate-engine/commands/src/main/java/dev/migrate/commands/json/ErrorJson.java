package dev.migrate.commands.json;

import dev.migrate.commands.advice.CommandWords;
import dev.migrate.engine.connect.Secrets;
import dev.migrate.report.Conflict;
import dev.migrate.report.ConflictException;
import dev.migrate.report.HistoryException;
import dev.migrate.report.TargetException;
import java.util.List;

/** An error as JSON. */
public final class ErrorJson {

  private ErrorJson() {}

  /** What a program can use of an error. */
  public static JsonObject of(RuntimeException error) {
    return JsonObject.EMPTY
        .with("kind", error.getClass().getSimpleName())
        .with("message", CommandWords.in(Secrets.hiddenInUrls(String.valueOf(error.getMessage()))))
        .with(
            "candidates",
            error instanceof TargetException target ? target.candidates() : List.<String>of())
        .with("conflicts", ConflictJson.of(conflicts(error)));
  }

  private static List<Conflict> conflicts(RuntimeException error) {
    if (error instanceof ConflictException conflict) {
      return conflict.conflicts();
    }
    return error instanceof HistoryException history ? history.conflicts() : List.of();
  }
}
