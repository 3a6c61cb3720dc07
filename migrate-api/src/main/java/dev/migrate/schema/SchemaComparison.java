package dev.migrate.schema;

import dev.migrate.schema.SchemaDifference.Entry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares two schemas and collects the differences. */
record SchemaComparison(List<Entry> entries) {

  private record Pair<T>(@Nullable T expected, @Nullable T actual) {}

  void compare(Schema expected, Schema actual) {
    each(expected.namespaces(), actual.namespaces(), ElementName::namespace, namespace -> Map.of());
    each(
        expected.enumTypes(),
        actual.enumTypes(),
        type -> ElementName.enumType(type.name()),
        ElementAttributes::of);
    each(
        expected.sequences(),
        actual.sequences(),
        sequence -> ElementName.sequence(sequence.name()),
        ElementAttributes::of);
    each(
        expected.views(),
        actual.views(),
        view -> ElementName.view(view.name()),
        ElementAttributes::of);
    each(
        expected.tables(),
        actual.tables(),
        table -> ElementName.table(table.name()),
        ElementAttributes::of);
    for (Table table : expected.tables()) {
      actual.findTable(table.name()).ifPresent(other -> parts(table, other));
    }
    unmodelled(expected, actual);
  }

  private void parts(Table expected, Table actual) {
    if (expected.equals(actual)) {
      return;
    }
    QualifiedName table = expected.name();
    each(
        expected.columns(),
        actual.columns(),
        column -> ElementName.column(table, column.name()),
        ElementAttributes::of);
    each(
        expected.constraints(),
        actual.constraints(),
        constraint -> ElementName.constraint(table, constraint.requiredName()),
        ElementAttributes::of);
    each(
        expected.indexes(),
        actual.indexes(),
        index -> ElementName.index(table, index.requiredName()),
        ElementAttributes::of);
  }

  /** Elements of the same name and kind by attributes; others, and what is in one alone, whole. */
  private <T> void each(
      List<T> expected,
      List<T> actual,
      Function<T, ElementName> name,
      Function<T, Map<String, Optional<?>>> attributes) {
    pairs(expected, actual, name)
        .forEach(
            (element, pair) -> {
              T one = pair.expected;
              T other = pair.actual;
              if (one == null || other == null || !one.getClass().equals(other.getClass())) {
                differ(element, Optional.empty(), one, other);
              } else if (!one.equals(other)) {
                Map<String, Optional<?>> present = attributes.apply(other);
                attributes
                    .apply(one)
                    .forEach(
                        (attribute, value) ->
                            same(
                                element,
                                attribute,
                                value,
                                present.getOrDefault(attribute, Optional.empty())));
              }
            });
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
            Optional.ofNullable(expected).map(value -> alike ? typed(value) : text(value)),
            Optional.ofNullable(actual).map(value -> alike ? typed(value) : text(value))));
  }

  private static String text(Object value) {
    return value instanceof List<?> list
        ? list.stream().map(Object::toString).collect(Collectors.joining(", "))
        : value.toString();
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
