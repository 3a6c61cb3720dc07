package dev.migrate.generate;

import dev.migrate.Lineage;
import dev.migrate.Recording;
import dev.migrate.Recording.Downgrade;
import dev.migrate.Revision;
import dev.migrate.RevisionId;
import dev.migrate.engine.OfflineMigrator;
import dev.migrate.engine.RevisionGraph;
import dev.migrate.engine.call.InspectedDatabase;
import dev.migrate.error.Facts;
import dev.migrate.operation.CreateTable;
import dev.migrate.operation.CreateView;
import dev.migrate.operation.Operation;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SchemaDifference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Makes the revisions of a baseline, one after the other. */
final class BaselineRevisions {

  private final InspectedDatabase database;
  private final Baseline.Settings settings;

  BaselineRevisions(InspectedDatabase database, Baseline.Settings settings) {
    this.database = database;
    this.settings = settings;
  }

  GeneratedBaseline of(BaselineSchema selected) {
    Schema schema = selected.schema();
    List<List<Operation>> parts = parts(SchemaOperations.between(Schema.empty(), schema));
    List<Revision> revisions = new ArrayList<>();
    List<RevisionSource> sources = new ArrayList<>();
    Set<RevisionId> ids = new HashSet<>();
    Set<String> classes = new HashSet<>();
    settings.modelClass().map(name -> name.toLowerCase(Locale.ROOT)).ifPresent(classes::add);
    Optional<RevisionId> last = Optional.empty();
    for (List<Operation> part : parts) {
      int number = revisions.size() + 1;
      String suffix = parts.size() == 1 ? "" : ", part " + number + " of " + parts.size();
      RevisionName name =
          RevisionName.of(
              settings.message() + (parts.size() == 1 ? "" : " " + number),
              RevisionName.sentence(part));
      RevisionId id = name.id(settings.clock(), ids::contains);
      ids.add(id);
      Lineage lineage =
          last.map(before -> Lineage.of(id).after(before))
              .orElseGet(() -> Lineage.of(id).root())
              .message(settings.message() + suffix);
      String className = name.className(other -> classes.contains(other.toLowerCase(Locale.ROOT)));
      classes.add(className.toLowerCase(Locale.ROOT));
      revisions.add(Revision.of(lineage, op -> part.forEach(op::add)));
      sources.add(
          RevisionSource.of(className, lineage, new Recording(part, Downgrade.DERIVED))
              .packageName(settings.packageName())
              .remarks(number == 1 ? remarks(selected) : List.of()));
      last = Optional.of(id);
    }
    requireSame(revisions, schema);
    return new GeneratedBaseline(
        revisions,
        sources,
        schema,
        settings
            .modelClass()
            .map(
                name ->
                    new SourceFile(
                        settings.packageName(),
                        name,
                        ModelFile.text(settings.packageName(), name, schema))),
        selected.unexpressed());
  }

  private static List<String> remarks(BaselineSchema selected) {
    List<String> remarks = new ArrayList<>();
    remarks.add(
        "The schema of a database that existed before its first revision. There it is stamped; in"
            + " an empty database it runs.");
    if (selected.differs()) {
      remarks.add(
          "The stamp finds attributes that no revision can declare, so it needs a reason:"
              + " stampAccepting(\"no revision can declare it\", \"heads\").");
    }
    if (!selected.unexpressed().isEmpty()) {
      remarks.add(
          "The database also had what no revision can declare; an empty database gets none of it:");
      remarks.addAll(selected.unexpressed());
    }
    return remarks;
  }

  /** Operations stay in their order, so each part finds what it needs in those before. */
  private List<List<Operation>> parts(List<Operation> operations) {
    List<List<Operation>> parts = new ArrayList<>();
    int objects = 0;
    for (Operation operation : operations) {
      boolean counts = operation instanceof CreateTable || operation instanceof CreateView;
      if (parts.isEmpty() || (counts && objects == settings.tablesPerRevision())) {
        parts.add(new ArrayList<>());
        objects = 0;
      }
      objects += counts ? 1 : 0;
      parts.get(parts.size() - 1).add(operation);
    }
    return parts;
  }

  /** The revisions have to run, and to make what is there. */
  private void requireSame(List<Revision> revisions, Schema schema) {
    RevisionGraph graph = RevisionGraph.of(revisions);
    OfflineMigrator.of(database.dialect(), graph).upgradeScript("heads");
    SchemaDifference difference = database.difference(graph.schema(database.dialect()), schema);
    if (!difference.isEmpty()) {
      throw new GeneratorException(
          Facts.of("the revision of the database would not make what is there")
              .with("differs", difference.toString())
              .with("left", "nothing was written")
              .next(
                  "name the other tables in only(…), and write a revision for these by hand;\n"
                      + "this is a fault of the library: please report it with this message"));
    }
  }
}
