package dev.migrate.schema;

import dev.migrate.schema.SchemaDifference.Entry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Compares two schemas and collects the differences. */
record SchemaComparison(List<Entry> entries) {

  private record Pair<T>(@Nullable T expected, @Nullable T actual) {}

  void compare(Schema expected, Schema actual) {
    each(expected.namespaces(), actual.namespaces(), ElementName::namespace);
    each(expected.enumTypes(), actual.enumTypes(), type -> ElementName.enumType(type.name()));
    each(expected.sequences(), actual.sequences(), known -> ElementName.sequence(known.name()));
    pairs(expected.views(), actual.views(), view -> ElementName.view(view.name()))
        .forEach(this::view);
    pairs(expected.tables(), actual.tables(), table -> ElementName.table(table.name()))
        .forEach(this::table);
    unmodelled(expected, actual);
  }

  private void view(ElementName name, Pair<View> pair) {
    View expected = pair.expected;
    View actual = pair.actual;
    if (expected == null || actual == null) {
      differ(name, Optional.empty(), expected, actual);
      return;
    }
    same(name, "query", expected.query(), actual.query());
    same(name, "reads", reads(expected), reads(actual));
  }

  private static Optional<String> reads(View view) {
    return Optional.of(view.reads().toString()).filter(text -> !view.reads().isEmpty());
  }

  private void table(ElementName name, Pair<Table> pair) {
    Table expected = pair.expected;
    Table actual = pair.actual;
    if (expected == null || actual == null) {
      differ(name, Optional.empty(), expected, actual);
      return;
    }
    if (expected.equals(actual)) {
      return;
    }
    QualifiedName table = expected.name();
    same(name, "comment", expected.comment(), actual.comment());
    same(name, "options", options(expected), options(actual));
    pairs(expected.columns(), actual.columns(), column -> ElementName.column(table, column.name()))
        .forEach(this::column);
    each(
        expected.constraints(),
        actual.constraints(),
        constraint -> ElementName.constraint(table, constraint.requiredName()));
    each(
        expected.indexes(),
        actual.indexes(),
        index -> ElementName.index(table, index.requiredName()));
  }

  private static Optional<String> options(Table table) {
    List<String> texts = table.options().stream().map(TableOption::toString).sorted().toList();
    return texts.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", texts));
  }

  private void column(ElementName name, Pair<Column> pair) {
    Column expected = pair.expected;
    Column actual = pair.actual;
    if (expected == null || actual == null) {
      differ(name, Optional.empty(), expected, actual);
      return;
    }
    same(name, "type", Optional.of(expected.type()), Optional.of(actual.type()));
    same(name, "nullability", nullability(expected), nullability(actual));
    same(name, "default", expected.defaultValue(), actual.defaultValue());
    same(name, "identity", expected.identityMode(), actual.identityMode());
    same(name, "computation", expected.generated(), actual.generated());
    same(name, "collation", expected.collation(), actual.collation());
    same(name, "comment", expected.comment(), actual.comment());
  }

  private static Optional<String> nullability(Column column) {
    return Optional.of(column.nullable() ? "nullable" : "not null");
  }

  /**
   * Only of elements that both schemas contain; an element of one schema alone is reported as a
   * whole.
   */
  private void unmodelled(Schema expected, Schema actual) {
    if (expected.unmodelled().isEmpty() && actual.unmodelled().isEmpty()) {
      return;
    }
    Map<ElementName, Map<String, String>> before = attributes(expected);
    Map<ElementName, Map<String, String>> after = attributes(actual);
    Set<ElementName> elements = new TreeSet<>(before.keySet());
    elements.addAll(after.keySet());
    elements.removeIf(name -> !expected.has(name) || !actual.has(name));
    for (ElementName element : elements) {
      Map<String, String> wanted = before.getOrDefault(element, Map.of());
      Map<String, String> present = after.getOrDefault(element, Map.of());
      Set<String> names = new TreeSet<>(wanted.keySet());
      names.addAll(present.keySet());
      for (String name : names) {
        same(
            element,
            name,
            Optional.ofNullable(wanted.get(name)),
            Optional.ofNullable(present.get(name)));
      }
    }
  }

  private static Map<ElementName, Map<String, String>> attributes(Schema schema) {
    Map<ElementName, Map<String, String>> attributes = new TreeMap<>();
    for (UnmodelledElement element : schema.unmodelled()) {
      if (element.isAttribute()) {
        attributes
            .computeIfAbsent(element.owner().orElseThrow(), owner -> new TreeMap<>())
            .merge(
                element.name(),
                element.detail().isEmpty() ? "present" : element.detail(),
                (one, other) -> one + "\n" + other);
      }
    }
    return attributes;
  }

  private void same(ElementName name, String attribute, Optional<?> expected, Optional<?> actual) {
    if (!expected.equals(actual)) {
      differ(name, Optional.of(attribute), expected.orElse(null), actual.orElse(null));
    }
  }

  private <T> void each(List<T> expected, List<T> actual, Function<T, ElementName> name) {
    pairs(expected, actual, name)
        .forEach(
            (element, pair) -> {
              if (!Objects.equals(pair.expected, pair.actual)) {
                differ(element, Optional.empty(), pair.expected, pair.actual);
              }
            });
  }

  private void differ(
      ElementName name,
      Optional<String> attribute,
      @Nullable Object expected,
      @Nullable Object actual) {
    boolean alike =
        expected != null && actual != null && expected.toString().equals(actual.toString());
    entries.add(
        new Entry(
            name,
            attribute,
            Optional.ofNullable(expected).map(value -> alike ? typed(value) : value.toString()),
            Optional.ofNullable(actual).map(value -> alike ? typed(value) : value.toString())));
  }

  /** Distinguishes two values that differ but print the same, such as a text and an expression. */
  private static String typed(Object value) {
    return value + " (" + value.getClass().getSimpleName() + ")";
  }

  private static <T> Map<ElementName, Pair<T>> pairs(
      List<T> expected, List<T> actual, Function<T, ElementName> name) {
    Map<ElementName, Pair<T>> pairs = new LinkedHashMap<>();
    expected.forEach(value -> pairs.put(name.apply(value), new Pair<>(value, null)));
    for (T value : actual) {
      Pair<T> known = pairs.get(name.apply(value));
      pairs.put(name.apply(value), new Pair<>(known == null ? null : known.expected, value));
    }
    return pairs;
  }
}
