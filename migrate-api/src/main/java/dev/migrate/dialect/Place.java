package dev.migrate.dialect;

import dev.migrate.schema.QualifiedName;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Where names without a namespace are, on one connection at one moment. Whatever a statement does
 * to the session later, the names of a call stay where they were when it began. Immutable.
 *
 * @param schema the schema that is current, as a revision would write its name; empty if none is,
 *     or if the database has only one
 * @param advice how to make a schema current; empty if one is
 * @param isAmbiguous whether a name that is not in this schema could mean an object elsewhere, so
 *     that statements have to name the schema
 * @param isMovable whether another schema becomes current when it is created
 * @param isImplicit whether the schema is current only because it has the name of the user
 * @param hidden the names that mean something else on this connection, and cannot be written so
 *     that they mean the schema's own objects
 * @param isReadOnly whether the server refuses every change
 * @param entry the statements after which names of another session, or of this one later, are in
 *     this schema
 * @param restore the statements that set back exactly what decided about names at that moment
 */
public record Place(
    Optional<String> schema,
    Optional<String> advice,
    boolean isAmbiguous,
    boolean isMovable,
    boolean isImplicit,
    Set<QualifiedName> hidden,
    boolean isReadOnly,
    List<String> entry,
    List<String> restore) {

  /** The only schema there is, as far as the dialect knows. */
  public static final Place ONLY =
      new Place(
          Optional.empty(),
          Optional.empty(),
          false,
          false,
          false,
          Set.of(),
          false,
          List.of(),
          List.of());

  /** Copies. */
  public Place {
    Objects.requireNonNull(schema, "schema");
    Objects.requireNonNull(advice, "advice");
    hidden = Set.copyOf(hidden);
    entry = List.copyOf(entry);
    restore = List.copyOf(restore);
  }

  /**
   * The schema of this name.
   *
   * @param schema its name, as a revision would write it
   * @param entry the statements that make it current
   */
  public static Place in(String schema, List<String> entry) {
    return new Place(
        Optional.of(schema), Optional.empty(), false, false, false, Set.of(), false, entry, entry);
  }

  /**
   * No schema is current.
   *
   * @param advice how to make one current
   * @param restore the statements that bring this about again
   */
  public static Place none(String advice, List<String> restore) {
    return new Place(
        Optional.empty(),
        Optional.of(advice),
        false,
        false,
        false,
        Set.of(),
        false,
        List.of(),
        restore);
  }

  /**
   * The same, where other schemas are searched too.
   *
   * @param ambiguous whether they are
   */
  public Place ambiguous(boolean ambiguous) {
    return new Place(
        schema, advice, ambiguous, isMovable, isImplicit, hidden, isReadOnly, entry, restore);
  }

  /**
   * The same, where another schema becomes current when it is created.
   *
   * @param movable whether it does
   */
  public Place movable(boolean movable) {
    return new Place(
        schema, advice, isAmbiguous, movable, isImplicit, hidden, isReadOnly, entry, restore);
  }

  /**
   * The same, current only because it has the name of the user.
   *
   * @param implicit whether it is
   */
  public Place implicit(boolean implicit) {
    return new Place(
        schema, advice, isAmbiguous, isMovable, implicit, hidden, isReadOnly, entry, restore);
  }

  /** The same, with names that mean something else. */
  public Place hiding(Set<QualifiedName> names) {
    return new Place(
        schema, advice, isAmbiguous, isMovable, isImplicit, names, isReadOnly, entry, restore);
  }

  /**
   * The same, on a server that refuses every change.
   *
   * @param readOnly whether it does
   */
  public Place readOnly(boolean readOnly) {
    return new Place(
        schema, advice, isAmbiguous, isMovable, isImplicit, hidden, readOnly, entry, restore);
  }

  /** The same, with other statements that set back what decided about names. */
  public Place restoredBy(List<String> statements) {
    return new Place(
        schema, advice, isAmbiguous, isMovable, isImplicit, hidden, isReadOnly, entry, statements);
  }

  /**
   * The full name of an object.
   *
   * @param name its name in a revision
   * @return the name with the schema that it means
   */
  public QualifiedName qualified(QualifiedName name) {
    return schema.isPresent() && name.namespace().isEmpty()
        ? QualifiedName.in(schema.orElseThrow(), name.name())
        : name;
  }
}
