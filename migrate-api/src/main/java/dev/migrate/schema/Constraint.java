package dev.migrate.schema;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A constraint of a table. Immutable. */
public sealed interface Constraint extends TableElement
    permits PrimaryKey, Unique, ForeignKey, Check {

  /**
   * The constraint's name.
   *
   * @return the name; empty only while the constraint belongs to no table
   */
  Optional<String> name();

  /**
   * The columns of its own table that it lists.
   *
   * @return the columns in order; empty for a check
   */
  List<String> columns();

  /**
   * The columns of its own table that cannot be dropped while it exists.
   *
   * @return the columns that it lists, those that its index includes, and the one whose definition
   *     contains it; not those that only a condition mentions
   */
  default List<String> usedColumns() {
    return columns();
  }

  /** A copy with this name. */
  Constraint named(String name);

  /**
   * The name that is generated in this table if none is given.
   *
   * @return such as {@code uq_account_login}
   */
  String generatedName(QualifiedName table);

  /** A copy after the rename of a column of its own table. */
  Constraint renamingColumn(String from, String to);

  /**
   * Whether existing rows were never checked and may violate it.
   *
   * @return false for keys, which are always valid
   */
  default boolean isNotValid() {
    return false;
  }

  /**
   * A copy that is valid or not.
   *
   * @param other whether existing rows may violate it
   * @return a copy; the constraint itself if it is always valid
   */
  default Constraint withNotValid(boolean other) {
    return this;
  }

  /**
   * Whether the database never checks it, for old and new rows alike.
   *
   * @return false for keys, which are always enforced
   */
  default boolean isNotEnforced() {
    return false;
  }

  /**
   * A copy that is enforced or not.
   *
   * @param other whether the database never checks it
   * @return a copy; the constraint itself if it is always enforced
   */
  default Constraint withNotEnforced(boolean other) {
    return this;
  }

  /**
   * A copy with a name: its own or a generated one.
   *
   * @param table the table it belongs to
   * @return this, or a copy with the generated name
   */
  default Constraint namedIn(QualifiedName table) {
    return name().isPresent() ? this : named(generatedName(table));
  }

  /**
   * The name of a constraint that belongs to a table.
   *
   * @throws IllegalStateException if it belongs to none
   */
  default String requiredName() {
    return name().orElseThrow(() -> new IllegalStateException(this + " belongs to no table"));
  }

  /**
   * Replaces a name in a list.
   *
   * @param to the name that replaces it
   */
  static List<String> renamed(List<String> columns, String from, String to) {
    UnaryOperator<String> rename = column -> column.equals(from) ? to : column;
    return columns.stream().map(rename).toList();
  }

  /** Concatenates two lists of columns. */
  static List<String> both(List<String> columns, List<String> more) {
    return more.isEmpty() ? columns : Stream.concat(columns.stream(), more.stream()).toList();
  }

  /**
   * The included columns, as they appear in the text of a constraint.
   *
   * @return the text, with a space in front; empty if there are none
   */
  static String includedText(List<String> included) {
    return included.isEmpty() ? "" : " including " + String.join(", ", included);
  }
}
