package dev.migrate;

import dev.migrate.error.Arguments;
import dev.migrate.error.DefinitionException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Where a revision stands in the graph: its id, its parents, and what else must run before it.
 * Immutable and thread-safe; every method that changes something returns a copy.
 *
 * <pre>{@code
 * Lineage.of("create_account").root()
 * Lineage.of("add_email").after("create_account").message("an e-mail address for every account")
 * Lineage.of("join").after("add_email", "rename_login").dependsOn("create_invoice").label("billing")
 * }</pre>
 */
public final class Lineage {

  private final RevisionId id;
  private final List<RevisionId> parents;
  private final List<RevisionId> dependencies;
  private final List<String> labels;
  private final Optional<String> message;

  private Lineage(
      RevisionId id,
      List<RevisionId> parents,
      List<RevisionId> dependencies,
      List<String> labels,
      Optional<String> message) {
    this.id = id;
    this.parents = distinct("parent", id, parents);
    this.dependencies = distinct("dependency", id, dependencies);
    this.labels = distinct("label", id, labels);
    this.message = message;
  }

  /** The id of a revision whose place in the graph is not given yet. */
  public static final class Start {

    private final RevisionId id;

    private Start(RevisionId id) {
      this.id = id;
    }

    /** A root: the first revision of a graph, or another one without parents. */
    public Lineage root() {
      return new Lineage(id, List.of(), List.of(), List.of(), Optional.empty());
    }

    /**
     * A revision that follows one parent, or joins several.
     *
     * @throws DefinitionException if a parent is named twice or is the revision itself
     */
    public Lineage after(RevisionId parent, RevisionId... more) {
      return new Lineage(id, Several.of(parent, more), List.of(), List.of(), Optional.empty());
    }

    /**
     * A revision that follows one parent, or joins several.
     *
     * @throws DefinitionException if an id is malformed, named twice or the revision's own
     */
    public Lineage after(String parent, String... more) {
      return new Lineage(id, ids(parent, more), List.of(), List.of(), Optional.empty());
    }
  }

  /**
   * Starts with the revision's id; continue with {@link Start#root()} or {@link Start#after}.
   *
   * @return the id, still without parents
   */
  public static Start of(RevisionId id) {
    return new Start(Arguments.requireGiven(id, "the id of a revision"));
  }

  /**
   * Starts with the revision's id; continue with {@link Start#root()} or {@link Start#after}.
   *
   * @return the id, still without parents
   * @throws DefinitionException if the id is malformed
   */
  public static Start of(String id) {
    return of(RevisionId.of(id));
  }

  /**
   * Adds dependencies: revisions that must run before this one without being its parents, so that
   * the branches stay separate.
   *
   * @throws DefinitionException if a revision is named twice or is this one
   */
  public Lineage dependsOn(RevisionId first, RevisionId... more) {
    return new Lineage(
        id, parents, Several.joined(dependencies, Several.of(first, more)), labels, message);
  }

  /**
   * Adds dependencies: revisions that must run before this one without being its parents.
   *
   * @throws DefinitionException if an id is malformed, named twice or the revision's own
   */
  public Lineage dependsOn(String first, String... more) {
    return new Lineage(
        id, parents, Several.joined(dependencies, ids(first, more)), labels, message);
  }

  /**
   * Names the line of revisions that starts here, for targets such as {@code billing@head}.
   *
   * @param first a label, with the characters that an id can have
   * @throws DefinitionException if a label is malformed or named twice
   */
  public Lineage label(String first, String... more) {
    List<String> added = Several.of(first, more);
    added.forEach(label -> RevisionId.requireValid("label", label));
    return new Lineage(id, parents, dependencies, Several.joined(labels, added), message);
  }

  /**
   * Describes the revision in a sentence, which is printed in plans, history and errors.
   *
   * @throws DefinitionException if the text is blank or contains a NUL character or an unpaired
   *     surrogate
   */
  public Lineage message(String text) {
    Arguments.requireGiven(text, "the message of revision " + id);
    if (text.isBlank() || text.indexOf('\0') >= 0) {
      throw new DefinitionException(
          "the message of revision " + id + " is blank or contains a NUL character",
          "describe the revision, or leave the message out");
    }
    Arguments.requireWholeCharacters(text, "the message of revision " + id);
    return new Lineage(id, parents, dependencies, labels, Optional.of(text));
  }

  /** The revision's own id. */
  public RevisionId id() {
    return id;
  }

  /**
   * The revisions that this one follows.
   *
   * @return the parents in the order stated; empty for a root
   */
  public List<RevisionId> parents() {
    return parents;
  }

  /**
   * The dependencies: revisions that must run before this one without being its parents.
   *
   * @return the dependencies in the order stated, possibly empty
   */
  public List<RevisionId> dependencies() {
    return dependencies;
  }

  /**
   * The labels of the line that starts here.
   *
   * @return the labels in the order stated, possibly empty
   */
  public List<String> labels() {
    return labels;
  }

  /**
   * What the revision is for.
   *
   * @return the message, if one was given
   */
  public Optional<String> message() {
    return message;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Lineage that
        && id.equals(that.id)
        && parents.equals(that.parents)
        && dependencies.equals(that.dependencies)
        && labels.equals(that.labels)
        && message.equals(that.message);
  }

  @Override
  public int hashCode() {
    return Objects.hash(id, parents, dependencies, labels, message);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(id.value());
    text.append(parents.isEmpty() ? " root" : " after " + words(parents));
    if (!dependencies.isEmpty()) {
      text.append(" depends on ").append(words(dependencies));
    }
    if (!labels.isEmpty()) {
      text.append(" label ").append(words(labels));
    }
    return text.toString();
  }

  private static String words(List<?> values) {
    return String.join(", ", values.stream().map(Object::toString).toList());
  }

  private static List<RevisionId> ids(String first, String... more) {
    List<String> texts = Several.of(first, more);
    List<RevisionId> ids = new ArrayList<>(texts.size());
    for (String id : texts) {
      ids.add(RevisionId.of(id));
    }
    return ids;
  }

  private static <T> List<T> distinct(String what, RevisionId owner, List<T> values) {
    if (values.size() < 2) {
      return List.copyOf(values);
    }
    Set<T> seen = new HashSet<>();
    for (T value : values) {
      if (!seen.add(value)) {
        throw new DefinitionException(
            "revision " + owner + " names the " + what + " " + value + " twice", "name it once");
      }
    }
    return List.copyOf(values);
  }
}
