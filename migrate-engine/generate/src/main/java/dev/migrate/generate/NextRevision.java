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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes a revision after all heads. Immutable. */
final class NextRevision {

  private final RevisionGraph graph;
  private final Dialect dialect;
  private final Optional<String> packageName;
  private final Clock clock;
  private final AfterWriting afterWriting;

  NextRevision(
      RevisionGraph graph,
      Dialect dialect,
      Optional<String> packageName,
      Clock clock,
      AfterWriting afterWriting) {
    this.graph = graph;
    this.dialect = dialect;
    this.packageName = packageName.or(() -> newest(graph).map(Class::getPackageName));
    this.clock = clock;
    this.afterWriting = afterWriting;
  }

  /** The class of the newest head that has one. */
  private static Optional<Class<?>> newest(RevisionGraph graph) {
    Optional<Class<?>> newest = Optional.empty();
    for (RevisionId id : graph.order()) {
      Class<?> type = graph.revision(id).getClass();
      if (graph.heads().contains(id) && graph.classes().contains(type)) {
        newest = Optional.of(type);
      }
    }
    return newest;
  }

  GeneratedRevision of(ModelChange change, SchemaSource model, String message) {
    String text = message.isBlank() ? RevisionName.sentence(change.operations()) : message.strip();
    RevisionName name = RevisionName.of(text, change.operations());
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
        RevisionSource.of(name.className(this::isTaken), lineage, recording)
            .packageName(packageName.orElse(""))
            .classes(classes())
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
        packageName,
        afterWriting);
  }

  private Lineage lineage(RevisionId id) {
    List<RevisionId> heads = List.copyOf(graph.heads());
    return heads.isEmpty()
        ? Lineage.of(id).root()
        : Lineage.of(id)
            .after(heads.get(0), heads.subList(1, heads.size()).toArray(new RevisionId[0]));
  }

  private Map<RevisionId, Class<?>> classes() {
    Map<RevisionId, Class<?>> classes = new HashMap<>();
    for (RevisionId head : graph.heads()) {
      classes.put(head, graph.revision(head).getClass());
    }
    return classes;
  }

  /** Whether the package has a class of this name; on some systems case makes no difference. */
  private boolean isTaken(String name) {
    return graph.classes().stream()
            .filter(type -> packageName.equals(Optional.of(type.getPackageName())))
            .anyMatch(type -> type.getSimpleName().equalsIgnoreCase(name))
        || newest(graph).filter(type -> isLoadable(type.getClassLoader(), name)).isPresent();
  }

  private boolean isLoadable(@Nullable ClassLoader loader, String name) {
    String place =
        packageName.filter(known -> !known.isEmpty()).map(known -> known + ".").orElse("");
    try {
      Class.forName(place + name, false, loader);
      return true;
    } catch (ClassNotFoundException | LinkageError none) {
      return false;
    }
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
