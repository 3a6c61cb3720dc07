package dev.migrate.generate;

import dev.migrate.Revision;
import dev.migrate.RevisionId;
import dev.migrate.error.Arguments;
import dev.migrate.model.SchemaSource;
import dev.migrate.schema.Schema;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The revisions that would create the schema of an existing database, the first of them as a root,
 * each of the others after the one before. Nothing of them is written until {@link #writeTo} is
 * called. Immutable and thread-safe.
 */
public final class GeneratedBaseline {

  private final List<Revision> revisions;
  private final List<RevisionSource> sources;
  private final Schema schema;
  private final Optional<SourceFile> model;
  private final List<String> unexpressed;

  GeneratedBaseline(
      List<Revision> revisions,
      List<RevisionSource> sources,
      Schema schema,
      Optional<SourceFile> model,
      List<String> unexpressed) {
    this.revisions = List.copyOf(revisions);
    this.sources = List.copyOf(sources);
    this.schema = schema;
    this.model = model;
    this.unexpressed = List.copyOf(unexpressed);
  }

  /** The revisions as values; they record the same as the classes of {@link #sources}. */
  public List<Revision> revisions() {
    return revisions;
  }

  /** The ids of the revisions in order. */
  public List<RevisionId> ids() {
    return revisions.stream().map(revision -> revision.lineage().id()).toList();
  }

  /** The Java files of the revisions in order. */
  public List<RevisionSource> sources() {
    return sources;
  }

  /** The schema that the revisions make, in the database's own words. */
  public Schema schema() {
    return schema;
  }

  /** The schema as a model, with which later revisions can be generated. */
  public SchemaSource model() {
    return (dialect, recorded) -> dev.migrate.model.DeclaredSchema.of(schema);
  }

  /** The Java file of the model's class, if one was asked for. */
  public Optional<String> modelSource() {
    return model.map(SourceFile::text);
  }

  /**
   * What is in the database and no revision can declare, such as triggers, each in words with its
   * name. The comment of the first revision has the same list.
   */
  public List<String> unexpressed() {
    return unexpressed;
  }

  /**
   * Writes the files: all of them, or none.
   *
   * @param folder the folder of sources, such as {@code src/main/java}; the folders of the package
   *     are created in it
   * @return the files in order, the class of the model last
   * @throws GeneratorException if the folder does not exist, a file does, or one cannot be written;
   *     nothing is left
   */
  public List<Path> writeTo(Path folder) {
    List<SourceFile> files = new ArrayList<>();
    for (RevisionSource source : sources) {
      files.add(new SourceFile(source.packageName(), source.className(), source.text()));
    }
    model.ifPresent(files::add);
    return new SourceFolder(Arguments.requireGiven(folder, "the folder of sources")).write(files);
  }

  @Override
  public String toString() {
    return String.join("\n", sources.stream().map(RevisionSource::text).toList());
  }
}
