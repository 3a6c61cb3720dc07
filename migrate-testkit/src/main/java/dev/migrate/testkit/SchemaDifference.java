package dev.migrate.testkit;

import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.Index;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two schemas, object by object and attribute by attribute. Immutable;
 * printed, it is the text of a failed test.
 *
 * <pre>{@code
 * account.email nullability
 *   expected  not null
 *   actual    nullable
 * account index ix_account_email
 *   expected  unique index ix_account_email (email)
 *   actual    missing
 * }</pre>
 *
 * @param entries the differences in the order of names; empty if the schemas are equal
 */
public record SchemaDifference(List<Entry> entries) {

  /**
   * One difference.
   *
   * @param what the object, and the attribute if it is only one
   * @param expected what was expected; empty if nothing was
   * @param actual what is there; empty if nothing is
   */
  public record Entry(String what, Optional<String> expected, Optional<String> actual) {

    @Override
    public String toString() {
      return what
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
   * Compares two schemas.
   *
   * @param expected what should be there
   * @param actual what is there
   * @return the differences
   */
  public static SchemaDifference between(Schema expected, Schema actual) {
    List<Entry> entries = new ArrayList<>();
    Comparison comparison = new Comparison(entries);
    comparison.each("schema", expected.namespaces(), actual.namespaces(), Function.identity());
    comparison.each(
        "enum type", expected.enumTypes(), actual.enumTypes(), type -> type.name().toString());
    comparison.each(
        "sequence", expected.sequences(), actual.sequences(), known -> known.name().toString());
    comparison.tables(expected, actual);
    comparison.each("view", expected.views(), actual.views(), view -> view.name().toString());
    if (entries.isEmpty() && !expected.equals(actual)) {
      comparison.differ("schema", expected, actual);
    }
    return new SchemaDifference(entries);
  }

  /**
   * Whether nothing differs.
   *
   * @return true if the schemas are equal
   */
  public boolean isEmpty() {
    return entries.isEmpty();
  }

  @Override
  public String toString() {
    return entries.isEmpty()
        ? "no difference"
        : String.join("\n", entries.stream().map(Entry::toString).toList());
  }

  /** Collects the differences. */
  private record Comparison(List<Entry> entries) {

    void tables(Schema expected, Schema actual) {
      Set<QualifiedName> names = new LinkedHashSet<>();
      expected.tables().forEach(table -> names.add(table.name()));
      actual.tables().forEach(table -> names.add(table.name()));
      for (QualifiedName name : names.stream().sorted().toList()) {
        Optional<Table> before = expected.findTable(name);
        Optional<Table> after = actual.findTable(name);
        if (before.isPresent() && after.isPresent()) {
          table(before.get(), after.get());
        } else {
          differ("table " + name, before.orElse(null), after.orElse(null));
        }
      }
    }

    private void table(Table expected, Table actual) {
      String name = expected.name().toString();
      same(name + " comment", expected.comment(), actual.comment());
      pairs(expected.columns(), actual.columns(), Column::name)
          .forEach((column, pair) -> column(name + "." + column, pair));
      each(
          name + " constraint",
          expected.constraints(),
          actual.constraints(),
          Constraint::requiredName);
      each(name + " index", expected.indexes(), actual.indexes(), Index::requiredName);
    }

    private void column(String name, Pair<Column> pair) {
      Column expected = pair.expected;
      Column actual = pair.actual;
      if (expected == null || actual == null) {
        differ("column " + name, expected, actual);
        return;
      }
      same(name + " type", expected.type(), actual.type());
      same(name + " nullability", nullability(expected), nullability(actual));
      same(name + " default", expected.defaultValue(), actual.defaultValue());
      same(name + " identity", expected.identityMode(), actual.identityMode());
      same(name + " computation", expected.generated(), actual.generated());
      same(name + " collation", expected.collation(), actual.collation());
      same(name + " comment", expected.comment(), actual.comment());
    }

    private static String nullability(Column column) {
      return column.nullable() ? "nullable" : "not null";
    }

    private void same(String what, Optional<?> expected, Optional<?> actual) {
      same(what, (Object) expected.orElse(null), actual.orElse(null));
    }

    private void same(String what, @Nullable Object expected, @Nullable Object actual) {
      if (!Objects.equals(expected, actual)) {
        differ(what, expected, actual);
      }
    }

    <T> void each(String kind, List<T> expected, List<T> actual, Function<T, String> name) {
      pairs(expected, actual, name)
          .forEach((key, pair) -> same(kind + " " + key, pair.expected, pair.actual));
    }

    void differ(String what, @Nullable Object expected, @Nullable Object actual) {
      boolean alike = expected != null && actual != null && text(expected).equals(text(actual));
      entries.add(
          new Entry(
              what,
              Optional.ofNullable(expected).map(value -> alike ? typed(value) : text(value)),
              Optional.ofNullable(actual).map(value -> alike ? typed(value) : text(value))));
    }

    private static String text(Object value) {
      return value.toString();
    }

    /** For two values that differ but print the same, such as a text and an expression. */
    private static String typed(Object value) {
      return value + " (" + value.getClass().getSimpleName() + ")";
    }

    private static <T> Map<String, Pair<T>> pairs(
        List<T> expected, List<T> actual, Function<T, String> name) {
      Map<String, Pair<T>> pairs = new LinkedHashMap<>();
      expected.forEach(value -> pairs.put(name.apply(value), new Pair<>(value, null)));
      for (T value : actual) {
        Pair<T> known = pairs.get(name.apply(value));
        pairs.put(name.apply(value), new Pair<>(known == null ? null : known.expected, value));
      }
      return pairs;
    }
  }

  private record Pair<T>(@Nullable T expected, @Nullable T actual) {}
}
