package dev.migrate.schema;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A rule that the rows of a table obey. Immutable. */
public sealed interface Constraint extends TableElement
    permits PrimaryKey, Unique, ForeignKey, Check {

  /**
   * The constraint's name.
   *
   * @return the name; empty only as long as the constraint belongs to no table
   */
  Optional<String> name();

  /**
   * The columns of its own table that it names.
   *
   * @return the columns in order; empty for a check
   */
  List<String> columns();

  /**
   * Every column of its own table that it cannot do without.
   *
   * @return the columns it names, those its index carries along, and the one whose definition holds
   *     it; without those that only a condition mentions
   */
  default List<String> usedColumns() {
    return columns();
  }

  /** The same constraint under this name. */
  Constraint named(String name);

  /**
   * The name that it gets in this table where none is given.
   *
   * @return such as {@code uq_account_login}
   */
  String generatedName(QualifiedName table);

  /** The same constraint after a column of its own table was renamed. */
  Constraint renamingColumn(String from, String to);

  /**
   * Whether rows that were there before it may not obey it.
   *
   * @return false for keys, which are always valid
   */
  default boolean isNotValid() {
    return false;
  }

  /**
   * The same constraint, valid or not.
   *
   * @param other whether rows that were there before it may not obey it
   * @return a copy; the constraint itself if it is always valid
   */
  default Constraint withNotValid(boolean other) {
    return this;
  }

  /**
   * Whether it is declared only: the database checks no row, old or new.
   *
   * @return false for keys, which are always enforced
   */
  default boolean isNotEnforced() {
    return false;
  }

  /**
   * The same constraint, enforced or not.
   *
   * @param other whether it is declared only
   * @return a copy; the constraint itself if it is always enforced
   */
  default Constraint withNotEnforced(boolean other) {
    return this;
  }

  /**
   * The same constraint with a name, its own or a generated one.
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
   * Replaces one name in a list.
   *
   * @param from the name to replace
   * @param to what stands there instead
   */
  static List<String> renamed(List<String> columns, String from, String to) {
    UnaryOperator<String> rename = column -> column.equals(from) ? to : column;
    return columns.stream().map(rename).toList();
  }

  /** Joins two lists of columns. */
  static List<String> both(List<String> columns, List<String> more) {
    return Stream.concat(columns.stream(), more.stream()).toList();
  }

  /**
   * The columns that an index carries along, in the text of a constraint.
   *
   * @return the text, with a space in front; empty if there are none
   */
  static String includedText(List<String> included) {
    return included.isEmpty() ? "" : " including " + String.join(", ", included);
  }
}
