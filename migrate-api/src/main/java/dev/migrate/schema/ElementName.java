package dev.migrate.schema;

import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * The name of an element of a schema: an object such as a table, or a part of a table such as a
 * column. Ordered by kind, then by name.
 *
 * @param kind the kind of element
 * @param object the object's name; for a part, the name of its table
 * @param part the part's name; empty for an object
 */
public record ElementName(Kind kind, QualifiedName object, Optional<String> part)
    implements Comparable<ElementName> {

  private static final Comparator<ElementName> ORDER =
      Comparator.comparing((ElementName name) -> name.kind().ofTable)
          .thenComparing(name -> name.kind().ofTable ? Kind.TABLE : name.kind())
          .thenComparing(ElementName::object)
          .thenComparing(ElementName::kind)
          .thenComparing(name -> name.part().orElse(""));

  /** The kinds of elements. */
  public enum Kind {
    /** A namespace. */
    SCHEMA(false),
    /** An enum type. */
    ENUM_TYPE(false),
    /** A sequence. */
    SEQUENCE(false),
    /** A view. */
    VIEW(false),
    /** A table. */
    TABLE(true),
    /** A column of a table. */
    COLUMN(true),
    /** A constraint of a table. */
    CONSTRAINT(true),
    /** An index of a table. */
    INDEX(true);

    private final boolean ofTable;

    Kind(boolean ofTable) {
      this.ofTable = ofTable;
    }

    /**
     * Whether elements of this kind are parts of a table.
     *
     * @return true for a column, constraint or index
     */
    public boolean isPart() {
      return ofTable && this != TABLE;
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  /** Checks that a part name is given for parts, and only for them. */
  public ElementName {
    Objects.requireNonNull(object, "object");
    if (part.isPresent() != kind.isPart()) {
      throw new IllegalArgumentException(kind + " " + object + " with the part " + part);
    }
  }

  /** A namespace. */
  public static ElementName namespace(String name) {
    return new ElementName(Kind.SCHEMA, QualifiedName.exactly(name), Optional.empty());
  }

  /** An enum type. */
  public static ElementName enumType(QualifiedName name) {
    return new ElementName(Kind.ENUM_TYPE, name, Optional.empty());
  }

  /** A sequence. */
  public static ElementName sequence(QualifiedName name) {
    return new ElementName(Kind.SEQUENCE, name, Optional.empty());
  }

  /** A view. */
  public static ElementName view(QualifiedName name) {
    return new ElementName(Kind.VIEW, name, Optional.empty());
  }

  /** A table. */
  public static ElementName table(QualifiedName name) {
    return new ElementName(Kind.TABLE, name, Optional.empty());
  }

  /** A column of a table. */
  public static ElementName column(QualifiedName table, String column) {
    return new ElementName(Kind.COLUMN, table, NameRules.given("column", column));
  }

  /** A constraint of a table. */
  public static ElementName constraint(QualifiedName table, String constraint) {
    return new ElementName(Kind.CONSTRAINT, table, NameRules.given("constraint", constraint));
  }

  /** An index of a table. */
  public static ElementName index(QualifiedName table, String index) {
    return new ElementName(Kind.INDEX, table, NameRules.given("index", index));
  }

  /**
   * Whether another element is this one or belongs to it.
   *
   * @return true for the same element, and for every part if this is their table
   */
  public boolean contains(ElementName other) {
    return equals(other)
        || (kind == Kind.TABLE && other.kind.isPart() && object.equals(other.object));
  }

  /**
   * A copy that belongs to an object with another name.
   *
   * @param other the object's name
   */
  public ElementName withObject(QualifiedName other) {
    return new ElementName(kind, other, part);
  }

  /**
   * The same element under another name: a part in the same table, an object in the same namespace.
   *
   * @param name the name of the part, or of the object without its namespace
   * @return the element's name after it is renamed
   */
  public ElementName withName(String name) {
    return kind.isPart()
        ? new ElementName(kind, object, NameRules.given(kind.toString(), name))
        : withObject(object.sibling(name));
  }

  @Override
  public int compareTo(ElementName other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    if (part.isEmpty()) {
      return kind + " " + object;
    }
    return kind == Kind.COLUMN
        ? kind + " " + object + "." + part.get()
        : kind + " " + part.get() + " of table " + object;
  }
}
