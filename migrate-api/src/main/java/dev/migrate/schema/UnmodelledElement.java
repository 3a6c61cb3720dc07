package dev.migrate.schema;

import java.util.Objects;
import java.util.Optional;

/**
 * Something that an inspector found in a database and that a {@link Schema} cannot represent: an
 * object, such as a trigger, or an attribute of an element of the schema. It is ignored when
 * schemas are compared for equality.
 *
 * @param kind what the object is, in the database's words, such as {@code trigger}; empty for an
 *     attribute
 * @param name the object's name, or the attribute's, such as {@code storage parameters}
 * @param owner the element it belongs to; always present for an attribute
 * @param detail what else is known of it, in the database's words; may be empty
 */
public record UnmodelledElement(
    Optional<String> kind, String name, Optional<ElementName> owner, String detail) {

  /** Checks that an attribute has an owner. */
  public UnmodelledElement {
    NameRules.require("element", name);
    Objects.requireNonNull(detail, "detail");
    if (kind.isEmpty() && owner.isEmpty()) {
      throw new IllegalArgumentException("the attribute " + name + " belongs to nothing");
    }
  }

  /**
   * An object that belongs to no other.
   *
   * @param kind the kind of element, such as {@code routine}
   * @param detail what else is known of it; may be empty
   */
  public static UnmodelledElement object(String kind, String name, String detail) {
    return new UnmodelledElement(NameRules.given("kind", kind), name, Optional.empty(), detail);
  }

  /**
   * An object that belongs to an element, and is dropped with it.
   *
   * @param kind the kind of element, such as {@code trigger}
   * @param owner the element it belongs to
   * @param detail what else is known of it; may be empty
   */
  public static UnmodelledElement object(
      String kind, String name, ElementName owner, String detail) {
    return new UnmodelledElement(
        NameRules.given("kind", kind), name, NameRules.given("owner", owner), detail);
  }

  /**
   * An attribute of an element.
   *
   * @param name the attribute, such as {@code identity options}
   * @param detail its value, such as {@code START WITH 1000}
   */
  public static UnmodelledElement attribute(ElementName owner, String name, String detail) {
    return new UnmodelledElement(Optional.empty(), name, NameRules.given("owner", owner), detail);
  }

  /**
   * Whether this is an attribute of an element that the schema has.
   *
   * @return false for an object
   */
  public boolean isAttribute() {
    return kind.isEmpty();
  }

  /**
   * A copy with another owner.
   *
   * @param other the element it belongs to; empty for none
   */
  public UnmodelledElement withOwner(Optional<ElementName> other) {
    return new UnmodelledElement(kind, name, other, detail);
  }

  @Override
  public String toString() {
    String rest = detail.isEmpty() ? "" : (isAttribute() ? " " : ": ") + detail;
    return kind.map(value -> value + " " + name + owner.map(element -> " on " + element).orElse(""))
            .orElseGet(() -> owner.orElseThrow() + ": " + name)
        + rest;
  }
}
