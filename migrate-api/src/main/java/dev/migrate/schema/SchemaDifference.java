package dev.migrate.schema;

import dev.migrate.error.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The differences between two schemas, element by element and attribute by attribute. Immutable.
 *
 * <pre>{@code
 * column account.email: nullability
 *   expected  not null
 *   actual    nullable
 * index ix_account_email of table account
 *   expected  unique index ix_account_email (email)
 *   actual    missing
 * }</pre>
 *
 * @param entries the differences, in the order of {@link ElementName}; empty if there are none
 */
public record SchemaDifference(List<Entry> entries) {

  /**
   * One difference.
   *
   * @param element the element that differs
   * @param attribute the attribute in which it differs; empty if it is missing in one of the
   *     schemas, or shown as a whole
   * @param expected what was expected; empty if nothing was
   * @param actual what was found; empty if nothing was
   */
  public record Entry(
      ElementName element,
      Optional<String> attribute,
      Optional<String> expected,
      Optional<String> actual)
      implements Comparable<Entry> {

    /** Checks for null. */
    public Entry {
      Objects.requireNonNull(element, "element");
      Objects.requireNonNull(attribute, "attribute");
    }

    /**
     * Whether the whole element was not expected.
     *
     * @return true for an element that is only in the actual schema
     */
    public boolean isUnexpected() {
      return attribute.isEmpty() && expected.isEmpty();
    }

    /**
     * Whether the whole element was expected and is missing.
     *
     * @return true for an element that is only in the expected schema
     */
    public boolean isMissing() {
      return attribute.isEmpty() && actual.isEmpty();
    }

    /**
     * Whether both concern the same element, or one concerns a part of the other's.
     *
     * @return true if one may report what the other reports
     */
    public boolean overlaps(Entry other) {
      if (element.equals(other.element)) {
        return attribute.isEmpty()
            || other.attribute.isEmpty()
            || attribute.equals(other.attribute);
      }
      return (attribute.isEmpty() && element.contains(other.element))
          || (other.attribute.isEmpty() && other.element.contains(element));
    }

    /** What differs, in words. */
    public String what() {
      return element + attribute.map(name -> ": " + name).orElse("");
    }

    @Override
    public int compareTo(Entry other) {
      return element.compareTo(other.element);
    }

    @Override
    public String toString() {
      return what()
          + "\n  expected  "
          + indented(expected.orElse("missing"))
          + "\n  actual    "
          + indented(actual.orElse("missing"));
    }

    private static String indented(String text) {
      return text.replace("\n", "\n            ");
    }
  }

  /** Copies. */
  public SchemaDifference {
    entries = List.copyOf(entries);
  }

  /**
   * Compares two schemas. An unmodelled attribute ({@link Schema#unmodelled()}) counts if both
   * schemas have the element and only one has the attribute; unmodelled objects do not count.
   *
   * @param expected the schema that was expected
   * @param actual the schema that was found
   * @return the differences; none if the schemas are equal and have the same unmodelled attributes
   */
  public static SchemaDifference between(Schema expected, Schema actual) {
    List<Entry> entries = new ArrayList<>();
    new SchemaComparison(entries).compare(expected, actual);
    return new SchemaDifference(entries.stream().sorted().toList());
  }

  /** Whether there is no difference. */
  public boolean isEmpty() {
    return entries.isEmpty();
  }

  /**
   * Filters the differences.
   *
   * @param wanted which ones to keep
   * @return a copy with these alone
   */
  public SchemaDifference where(Predicate<Entry> wanted) {
    return new SchemaDifference(entries.stream().filter(wanted).toList());
  }

  /**
   * The differences of both.
   *
   * @param other further differences
   * @return a copy that has all, in order
   */
  public SchemaDifference and(SchemaDifference other) {
    return new SchemaDifference(
        Stream.concat(entries.stream(), other.entries.stream()).sorted().toList());
  }

  /**
   * Adds this to the facts of an error, short whatever its size: {@code missing} with the names of
   * what is only expected, and {@code differs} with the rest.
   *
   * @return a copy with one or both of the facts; the same facts if there is no difference
   */
  public Facts addedTo(Facts facts) {
    return DifferenceFacts.added(facts, this);
  }

  @Override
  public String toString() {
    return entries.isEmpty()
        ? "no difference"
        : String.join("\n", entries.stream().map(Entry::toString).toList());
  }
}
