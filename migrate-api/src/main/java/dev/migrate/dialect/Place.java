package dev.migrate.dialect;

import dev.migrate.schema.QualifiedName;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The schema to which unqualified names refer, on one connection at one moment. Within a call,
 * names keep their meaning from its beginning, whatever statements do to the session later.
 * Immutable.
 *
 * @param schema the current schema, as a revision would write its name; empty if there is none, or
 *     if the database has only one
 * @param advice how to select a schema; empty if one is current
 * @param isAmbiguous whether a name missing in this schema could refer to an object elsewhere, so
 *     that statements have to name the schema
 * @param isMovable whether creating another schema can make that one current
 * @param isImplicit whether the schema is current only because it is named after the user
 * @param hidden names that refer to something else on this connection, such as temporary tables,
 *     and cannot be qualified to refer to the schema's own objects
 * @param isReadOnly whether the server refuses all changes
 * @param entry statements that make this schema current in another session, or in this one later
 * @param restore statements that restore exactly the settings that determined the meaning of names
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

  /** The only schema, as far as the dialect knows. */
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
   * @param entry statements that make it current
   */
  public static Place in(String schema, List<String> entry) {
    return new Place(
        Optional.of(schema), Optional.empty(), false, false, false, Set.of(), false, entry, entry);
  }

  /**
   * A place without a current schema.
   *
   * @param advice how to select one
   * @param restore statements that restore this state
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
   * A copy that states whether other schemas are searched too.
   *
   * @param ambiguous whether other schemas are searched
   */
  public Place ambiguous(boolean ambiguous) {
    return new Place(
        schema, advice, ambiguous, isMovable, isImplicit, hidden, isReadOnly, entry, restore);
  }

  /**
   * A copy that states whether creating another schema can make that one current.
   *
   * @param movable whether it can
   */
  public Place movable(boolean movable) {
    return new Place(
        schema, advice, isAmbiguous, movable, isImplicit, hidden, isReadOnly, entry, restore);
  }

  /**
   * A copy that states whether the schema is current only because it is named after the user.
   *
   * @param implicit whether it is
   */
  public Place implicit(boolean implicit) {
    return new Place(
        schema, advice, isAmbiguous, isMovable, implicit, hidden, isReadOnly, entry, restore);
  }

  /** A copy with names that refer to something else. */
  public Place hiding(Set<QualifiedName> names) {
    return new Place(
        schema, advice, isAmbiguous, isMovable, isImplicit, names, isReadOnly, entry, restore);
  }

  /**
   * A copy that states whether the server refuses all changes.
   *
   * @param readOnly whether it refuses them
   */
  public Place readOnly(boolean readOnly) {
    return new Place(
        schema, advice, isAmbiguous, isMovable, isImplicit, hidden, readOnly, entry, restore);
  }

  /** A copy with other restoring statements. */
  public Place restoredBy(List<String> statements) {
    return new Place(
        schema, advice, isAmbiguous, isMovable, isImplicit, hidden, isReadOnly, entry, statements);
  }

  /**
   * The full name of an object.
   *
   * @param name its name in a revision
   * @return the name with the schema to which it refers
   */
  public QualifiedName qualified(QualifiedName name) {
    return schema.isPresent() && name.namespace().isEmpty()
        ? QualifiedName.in(schema.orElseThrow(), name.name())
        : name;
  }
}
