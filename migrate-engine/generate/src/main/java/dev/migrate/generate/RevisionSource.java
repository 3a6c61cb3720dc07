package dev.migrate.generate;

import dev.migrate.Lineage;
import dev.migrate.Reconciliation.Variant;
import dev.migrate.Recording;
import dev.migrate.RevisionId;
import dev.migrate.error.Arguments;
import dev.migrate.error.DefinitionException;
import dev.migrate.source.JavaNames;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The Java file of a revision: a class that declares a lineage and records operations. Immutable
 * and thread-safe; the same revision always has the same text, which google-java-format leaves as
 * it is.
 *
 * <pre>{@code
 * RevisionSource.of("AddEmail", lineage, recording).packageName("app.revision").text()
 * }</pre>
 */
public final class RevisionSource {

  private final String className;
  private final Lineage lineage;
  private final Recording recording;
  private final String packageName;
  private final Map<RevisionId, Class<?>> classes;
  private final List<Variant> variants;
  private final List<String> losses;
  private final List<String> remarks;
  private final boolean isDraft;

  private RevisionSource(
      String className,
      Lineage lineage,
      Recording recording,
      String packageName,
      Map<RevisionId, Class<?>> classes,
      List<Variant> variants,
      List<String> losses,
      List<String> remarks,
      boolean isDraft) {
    this.className = className;
    this.lineage = lineage;
    this.recording = recording;
    this.packageName = packageName;
    this.classes = Map.copyOf(classes);
    this.variants = List.copyOf(variants);
    this.losses = List.copyOf(losses);
    this.remarks = List.copyOf(remarks);
    this.isDraft = isDraft;
  }

  /**
   * The source of a revision in no package.
   *
   * @param className the simple name of its class
   * @param lineage its place in the graph; the message becomes the class's comment too
   * @param recording what it records
   * @throws DefinitionException if that is not the name of a class, or the class would hide one
   *     that revisions name, such as {@code Lineage}
   */
  public static RevisionSource of(String className, Lineage lineage, Recording recording) {
    if (!JavaNames.isName(Arguments.requireGiven(className, "the name of a class"))) {
      throw new DefinitionException(
          "\"" + className + "\" is not the name of a Java class", "write a name such as AddEmail");
    }
    if (ClassNames.NAMED.contains(className)) {
      throw new DefinitionException(
          "a revision cannot be called "
              + className
              + ", because revisions name a class "
              + className,
          "choose another name");
    }
    return new RevisionSource(
        className,
        Objects.requireNonNull(lineage, "lineage"),
        Objects.requireNonNull(recording, "recording"),
        "",
        Map.of(),
        List.of(),
        List.of(),
        List.of(),
        false);
  }

  /**
   * Puts the class into a package.
   *
   * @param name the package; empty for none
   * @throws DefinitionException if that is not the name of a package
   */
  public RevisionSource packageName(String name) {
    if (!Arguments.requireGiven(name, "the name of a package").isEmpty()
        && !JavaNames.isPackage(name)) {
      throw new DefinitionException(
          "\"" + name + "\" is not the name of a Java package",
          "write a name such as app.revision");
    }
    return new RevisionSource(
        className, lineage, recording, name, classes, variants, losses, remarks, isDraft);
  }

  /**
   * Names other revisions by the constants of their classes, such as {@code CreateAccounts.ID},
   * where the class has one that can be read; by default they are named by their ids.
   */
  public RevisionSource classes(Map<RevisionId, ? extends Class<?>> others) {
    return new RevisionSource(
        className,
        lineage,
        recording,
        packageName,
        Map.copyOf(others),
        variants,
        losses,
        remarks,
        isDraft);
  }

  /** Declares what other revisions do after others: for a revision that joins branches. */
  public RevisionSource reconciling(List<Variant> others) {
    return new RevisionSource(
        className, lineage, recording, packageName, classes, others, losses, remarks, isDraft);
  }

  /**
   * States in the comment of the class what data the revision destroys.
   *
   * @param others the losses in words
   */
  public RevisionSource destroying(List<String> others) {
    return new RevisionSource(
        className, lineage, recording, packageName, classes, variants, others, remarks, isDraft);
  }

  /** Adds paragraphs to the comment of the class. */
  public RevisionSource remarks(List<String> others) {
    return new RevisionSource(
        className, lineage, recording, packageName, classes, variants, losses, others, isDraft);
  }

  /** Leaves room for operations that are written by hand, and imports the words for them. */
  public RevisionSource draft() {
    return new RevisionSource(
        className, lineage, recording, packageName, classes, variants, losses, remarks, true);
  }

  /** The place of the revision in the graph. */
  public Lineage lineage() {
    return lineage;
  }

  /** The simple name of the class. */
  public String className() {
    return className;
  }

  /** The package; empty for none. */
  String packageName() {
    return packageName;
  }

  /** The name of the file below a folder of sources, such as {@code app/revision/AddEmail.java}. */
  public String fileName() {
    return (packageName.isEmpty() ? "" : packageName.replace('.', '/') + "/") + className + ".java";
  }

  /**
   * The file.
   *
   * @throws DefinitionException if an operation has what only exists as code, such as the body of
   *     {@code run(code(…))}
   */
  public String text() {
    RevisionFile file = new RevisionFile(new RevisionConstants(classes, packageName, className));
    file.add(lineage);
    if (isDraft) {
      file.addRoom();
    } else {
      file.add(recording);
    }
    file.add(variants);
    String comment =
        JavadocText.of(lineage.message().orElse("Revision " + lineage.id()), remarks, losses);
    return file.text(packageName, comment, className, lineage.id());
  }

  /**
   * Writes the file into the folder of its package, and nothing else. An existing file is never
   * replaced.
   *
   * @param sources the folder that has the folders of packages, such as {@code src/main/java}
   * @return the file
   * @throws GeneratorException if the folder of the package does not exist, a file of this name
   *     exists, or it cannot be written; then nothing was
   */
  public Path writeTo(Path sources) {
    Arguments.requireGiven(sources, "the folder of the sources");
    Path folder = packageName.isEmpty() ? sources : sources.resolve(packageName.replace('.', '/'));
    return new RevisionFolder(folder).write(className + ".java", text());
  }

  @Override
  public String toString() {
    return text();
  }
}
