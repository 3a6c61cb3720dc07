package dev.migrate.commands;

import dev.migrate.commands.advice.CheckAdvice;
import dev.migrate.commands.json.CheckJson;
import dev.migrate.commands.json.JsonObject;
import dev.migrate.commands.text.Page;
import dev.migrate.commands.text.Paint;
import dev.migrate.dialect.Dialect;
import dev.migrate.engine.RevisionGraph;
import dev.migrate.error.DefinitionException;
import dev.migrate.model.SchemaSource;
import dev.migrate.report.Conflict;
import dev.migrate.report.ConflictException;
import dev.migrate.report.ModelCheck;
import dev.migrate.schema.Schema;
import java.util.List;
import java.util.Optional;

/**
 * The model beside the revisions, without a database. Immutable.
 *
 * @param compared what was compared
 * @param conflicts what conflicts between the branches; then there is no schema to compare
 * @param model how the model differs; empty if there is none, or branches conflict
 */
record OfflineCheck(List<String> compared, List<Conflict> conflicts, Optional<ModelCheck> model) {

  /**
   * Compares.
   *
   * @throws DefinitionException if it is not known for which database
   */
  static OfflineCheck of(
      RevisionGraph graph, Optional<Dialect> known, Optional<SchemaSource> model) {
    Dialect dialect =
        known.orElseThrow(
            () ->
                new DefinitionException(
                    "it is not known for which database to compare",
                    "name it, as in --dialect h2; or set it with DbCommand.dialect(…)"));
    List<String> compared =
        model.isPresent() ? List.of("model", "revisions") : List.of("revisions");
    Schema recorded;
    try {
      recorded = graph.schema(dialect);
    } catch (ConflictException refused) {
      return new OfflineCheck(compared, refused.conflicts(), Optional.empty());
    }
    return new OfflineCheck(
        compared, List.of(), model.map(source -> ModelCheck.of(recorded, source, dialect)));
  }

  private boolean isContent() {
    return conflicts.isEmpty() && model.map(ModelCheck::isEmpty).orElse(true);
  }

  Answer answer() {
    return new Answer(
        JsonObject.EMPTY.with("compared", compared).and(CheckJson.of(conflicts, model)),
        this::print,
        isContent() ? ExitCode.OK : ExitCode.DIFFERENCES);
  }

  private void print(Page page) {
    CheckCommand.printCompared(compared, page);
    conflicts.forEach(conflict -> page.factsWithCode(conflict.toString(), Paint.BAD));
    model.ifPresent(
        check -> page.facts(check.toString(), check.isEmpty() ? Paint.GOOD : Paint.BAD));
    String commands = String.join(", ", CheckAdvice.commands(conflicts, model));
    if (!commands.isEmpty()) {
      page.text("commands: " + commands);
    }
    if (compared.size() == 1 && conflicts.isEmpty()) {
      page.text("the revisions make one schema; no model was given with DbCommand.model(…)");
    }
  }
}
