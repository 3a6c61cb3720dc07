package dev.migrate.generate;

import dev.migrate.Lineage;
import dev.migrate.Revision;
import dev.migrate.RevisionId;
import dev.migrate.error.Arguments;
import dev.migrate.error.Facts;
import dev.migrate.operation.Operation;
import dev.migrate.report.Script;
import dev.migrate.schema.ElementName;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A revision that leads from the heads to what a model declares. Nothing of it is written until
 * {@link #writeTo} is called. Immutable and thread-safe; {@code toString()} is the Java source.
 */
public final class GeneratedRevision {

  private final Revision revision;
  private final RevisionSource source;
  private final List<Operation> operations;
  private final List<String> losses;
  private final List<String> remarks;
  private final List<ElementName> leftAlone;
  private final Script script;
  private final Optional<String> packageName;
  private final AfterWriting afterWriting;

  GeneratedRevision(
      Revision revision,
      RevisionSource source,
      List<Operation> operations,
      List<String> losses,
      List<String> remarks,
      List<ElementName> leftAlone,
      Script script,
      Optional<String> packageName,
      AfterWriting afterWriting) {
    this.revision = revision;
    this.source = source;
    this.operations = List.copyOf(operations);
    this.losses = List.copyOf(losses);
    this.remarks = List.copyOf(remarks);
    this.leftAlone = List.copyOf(leftAlone);
    this.script = Objects.requireNonNull(script, "script");
    this.packageName = packageName;
    this.afterWriting = afterWriting;
  }

  /** The id, such as {@code 20261130_1005_add_email}. */
  public RevisionId id() {
    return lineage().id();
  }

  /** Its place in the graph: after all heads, or as a root if there was no revision. */
  public Lineage lineage() {
    return revision.lineage();
  }

  /** The simple name of the class, such as {@code AddEmail}. */
  public String className() {
    return source.className();
  }

  /** What it does, in order; none if it only joins heads. */
  public List<Operation> operations() {
    return operations;
  }

  /** The data that it destroys, in words. */
  public List<String> destroys() {
    return losses;
  }

  /** What a reader of the revision should know. */
  public List<String> remarks() {
    return remarks;
  }

  /** The elements that the model has no words for, and which therefore stay as they are. */
  public List<ElementName> leftAlone() {
    return leftAlone;
  }

  /** The Java file. */
  public String source() {
    return source.text();
  }

  /** The Java file with its name. */
  public RevisionSource file() {
    return source;
  }

  /** The SQL that it executes, with that of the history. */
  public Script script() {
    return script;
  }

  /**
   * Writes the Java file into the folder of its package, and nothing else. An existing file is
   * never replaced.
   *
   * @param sources the folder that has the folders of packages, such as {@code src/main/java}
   * @return the file
   * @throws GeneratorException if the package is not known, its folder does not exist, a file of
   *     this name exists, or it cannot be written; then nothing was. Also if what is to happen
   *     after writing fails; then the file is there
   */
  public Path writeTo(Path sources) {
    Arguments.requireGiven(sources, "the folder of the sources");
    if (packageName.isEmpty()) {
      throw new GeneratorException(
          Facts.of("it is not known in which package the revision " + id() + " belongs")
              .with("because", "no head has a class that it could be put beside")
              .with("left", "nothing was written")
              .next("name the package with packageName(…)"));
    }
    Path file = source.writeTo(sources);
    try {
      afterWriting.written(file);
    } catch (Exception failure) {
      throw new GeneratorException(
          Facts.of("the revision was written, but what is to happen afterwards failed")
              .with("file", file.toString())
              .with("because", String.valueOf(failure))
              .with("left", "the file is there, as it was generated or partly changed since")
              .next("look at the file, and do by hand what failed"),
          failure);
    }
    return file;
  }

  /** The revision as a value: it records the same as the class of {@link #source}. */
  public Revision revision() {
    return revision;
  }

  @Override
  public String toString() {
    return source();
  }
}
