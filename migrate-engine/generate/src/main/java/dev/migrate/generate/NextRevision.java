package dev.migrate.generate;

import dev.migrate.Lineage;
import dev.migrate.Recording;
import dev.migrate.Recording.Downgrade;
import dev.migrate.Revision;
import dev.migrate.RevisionId;
import dev.migrate.dialect.Dialect;
import dev.migrate.engine.OfflineMigrator;
import dev.migrate.engine.RevisionGraph;
import dev.migrate.error.Facts;
import dev.migrate.model.ModelComparison;
import dev.migrate.model.SchemaSource;
import dev.migrate.operation.Operation;
import dev.migrate.report.PlanStep;
import dev.migrate.report.Script;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SchemaDifference;
import java.time.Clock;
import java.util.List;

/** Makes a revision after others. Immutable. */
final class NextRevision {

  private final RevisionGraph graph;
  private final Dialect dialect;
  private final List<RevisionId> parents;
  private final RevisionPlace place;
  private final Clock clock;
  private final AfterWriting afterWriting;

  NextRevision(
      RevisionGraph graph,
      Dialect dialect,
      List<RevisionId> parents,
      RevisionPlace place,
      Clock clock,
      AfterWriting afterWriting) {
    this.graph = graph;
    this.dialect = dialect;
    this.parents = List.copyOf(parents);
    this.place = place;
    this.clock = clock;
    this.afterWriting = afterWriting;
  }

  GeneratedRevision of(ModelChange change, SchemaSource model, String message) {
    String text = message.isBlank() ? RevisionName.sentence(change.operations()) : message.strip();
    RevisionName name = RevisionName.of(text, RevisionName.sentence(change.operations()));
    RevisionId id = name.id(clock, graph.order()::contains);
    Lineage lineage = lineage(id).message(text);
    Recording recording = new Recording(change.operations(), Downgrade.DERIVED);
    Revision revision = Revision.of(lineage, op -> change.operations().forEach(op::add));
    RevisionGraph with = graph.with(revision);
    requireNoDifference(with.schema(dialect), model, change);
    Script script = OfflineMigrator.of(dialect, with).revisionScript(id);
    List<String> losses =
        script.plan().steps().stream().map(PlanStep::dataLoss).flatMap(List::stream).toList();
    RevisionSource source =
        RevisionSource.of(name.className(place::isTaken), lineage, recording)
            .packageName(place.packageName().orElse(""))
            .classes(place.classes(parents))
            .destroying(losses)
            .remarks(change.model().remarks());
    return new GeneratedRevision(
        revision,
        source,
        change.operations(),
        losses,
        change.model().remarks(),
        change.model().leftAlone(),
        script,
        place.packageName(),
        afterWriting);
  }

  private Lineage lineage(RevisionId id) {
    return parents.isEmpty()
        ? Lineage.of(id).root()
        : Lineage.of(id)
            .after(parents.get(0), parents.subList(1, parents.size()).toArray(new RevisionId[0]));
  }

  /** The revisions, with the new one, have to make what the model declares. */
  private void requireNoDifference(Schema made, SchemaSource model, ModelChange change) {
    SchemaDifference rest =
        ModelComparison.of(made, model.declared(dialect, made), dialect).difference();
    if (!rest.isEmpty()) {
      throw new GeneratorException(
          Facts.of("the generated revision would not lead to what the model declares")
              .with("differs", rest.toString())
              .with(
                  "operations",
                  String.join("\n", change.operations().stream().map(Operation::toString).toList()))
              .with("left", "nothing was written")
              .next(
                  "write this revision by hand, or ignore the elements for now;\n"
                      + "this is a fault of the library: please report it with this message"));
    }
  }
}
