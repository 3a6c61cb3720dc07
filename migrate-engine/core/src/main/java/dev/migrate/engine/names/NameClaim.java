package dev.migrate.engine.names;

import dev.migrate.dialect.NameSpaces.Kind;
import dev.migrate.schema.QualifiedName;

/**
 * A name that an object or a part of a table takes. Immutable.
 *
 * @param kind what takes it
 * @param owner the table whose part it is; the object itself if it is none
 * @param column the column for which the database chose the name; empty otherwise
 * @param name the name, without its schema
 */
public record NameClaim(Kind kind, QualifiedName owner, String column, String name) {

  static NameClaim of(Kind kind, QualifiedName owner, String name) {
    return new NameClaim(kind, owner, "", name);
  }

  /** The same thing with another name. */
  public NameClaim named(String other) {
    return new NameClaim(kind, owner, column, other);
  }

  /** Whether two claims are for the same thing, whatever its name if the database chose it. */
  boolean isForTheSame(NameClaim other) {
    return kind == other.kind
        && column.equals(other.column)
        && (kind.isChosen() || name.equals(other.name));
  }

  /**
   * The thing in words.
   *
   * @return such as {@code primary key pk_account of table account}
   */
  @Override
  public String toString() {
    String what = kind + " " + name;
    return switch (kind) {
      case TABLE, VIEW, SEQUENCE, ENUM_TYPE -> kind + " " + owner;
      case IDENTITY, NOT_NULL -> what + " of column " + owner + "." + column;
      default -> what + " of table " + owner;
    };
  }
}
