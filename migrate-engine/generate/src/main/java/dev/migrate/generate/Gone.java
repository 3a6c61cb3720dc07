package dev.migrate.generate;

import dev.migrate.operation.Operation;
import dev.migrate.schema.QualifiedName;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * An element that the model does not declare any more, or has no words for.
 *
 * @param scope where it is
 * @param name its own name
 * @param created the names of the elements of its kind that only the model has there
 * @param similar those of them that look like it
 * @param isLeftAlone whether the model has no words for it, so that it stays
 * @param rename the operation that gives it another name
 */
record Gone(
    Scope scope,
    String name,
    List<String> created,
    List<String> similar,
    boolean isLeftAlone,
    Function<String, Operation> rename) {

  /**
   * The place of elements of one kind.
   *
   * @param kind the kind, in words
   * @param prefix what answers put before the name, such as {@code account.} for a column
   * @param isOfObjects whether they are objects, of which answers quote odd names
   * @param holdsData whether something is lost when one is dropped
   * @param hasFormerName whether a model can say what one was called before, with {@code was(…)}
   * @param ambiguous the names that something of another kind has at this place, too; answers put
   *     the kind before them
   */
  record Scope(
      String kind,
      String prefix,
      boolean isOfObjects,
      boolean holdsData,
      boolean hasFormerName,
      Set<String> ambiguous) {

    /** Elements with data in them. */
    static Scope ofData(String kind, String prefix, boolean isOfObjects, boolean hasFormerName) {
      return new Scope(kind, prefix, isOfObjects, true, hasFormerName, Set.of());
    }

    /** What answers put before an object of a namespace. */
    static String prefix(Optional<String> namespace) {
      return namespace.map(name -> QualifiedName.exactly(name) + ".").orElse("");
    }

    String element(String name) {
      return (ambiguous.contains(name) ? kind + " " : "")
          + prefix
          + (isOfObjects ? QualifiedName.exactly(name).toString() : name);
    }
  }

  Gone {
    created = List.copyOf(created);
    similar = List.copyOf(similar);
  }

  /** Its name, as answers have it. */
  String element() {
    return scope.element(name);
  }

  /** Its name with its kind. */
  String title() {
    return scope.ambiguous().contains(name) ? element() : scope.kind() + " " + element();
  }

  /** Whether somebody has to say what happens to it. */
  boolean isInQuestion() {
    return !similar.isEmpty() || (scope.holdsData() && !isLeftAlone);
  }

  /** The names that it can get: what holds no data is not worth a rename if more changes. */
  List<String> possibleNames() {
    return scope.holdsData() ? created : similar;
  }

  /**
   * The elements of one place that are gone.
   *
   * @param before all that there was, by name
   * @param after all that is declared, by name
   * @param isLeftAlone whether the model has no words for it
   */
  static <T> List<Gone> between(
      Scope scope,
      Map<String, T> before,
      Map<String, T> after,
      Predicate<String> isLeftAlone,
      BiPredicate<T, T> isSimilar,
      Function<String, Function<String, Operation>> rename) {
    List<String> created =
        after.keySet().stream().filter(name -> !before.containsKey(name)).toList();
    return before.entrySet().stream()
        .filter(known -> !after.containsKey(known.getKey()) || isLeftAlone.test(known.getKey()))
        .map(
            known ->
                new Gone(
                    scope,
                    known.getKey(),
                    created,
                    created.stream()
                        .filter(name -> isSimilar.test(known.getValue(), required(after, name)))
                        .toList(),
                    isLeftAlone.test(known.getKey()),
                    rename.apply(known.getKey())))
        .toList();
  }

  private static <T> T required(Map<String, T> all, String name) {
    return Objects.requireNonNull(all.get(name), name);
  }
}
