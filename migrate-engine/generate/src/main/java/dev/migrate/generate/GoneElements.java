package dev.migrate.generate;

import dev.migrate.dialect.Dialect;
import dev.migrate.generate.Gone.Scope;
import dev.migrate.operation.RenameColumn;
import dev.migrate.operation.RenameEnumType;
import dev.migrate.operation.RenameEnumValue;
import dev.migrate.operation.RenameSequence;
import dev.migrate.operation.RenameTable;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnName;
import dev.migrate.schema.ElementName;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** The elements that a model does not declare any more, or has no words for. */
final class GoneElements {

  /** How many of 100 columns have to be equal for two tables to look alike. */
  private static final int EQUAL_COLUMNS = 60;

  private final Schema before;
  private final Schema after;
  private final Dialect dialect;
  private final Set<ElementName> leftAlone;
  private final Set<ColumnName> formerColumns;

  /**
   * @param leftAlone the elements that the model has no words for
   * @param formerColumns the names of columns that were renamed before
   */
  GoneElements(
      Schema before,
      Schema after,
      Dialect dialect,
      List<ElementName> leftAlone,
      Set<ColumnName> formerColumns) {
    this.before = before;
    this.after = after;
    this.dialect = dialect;
    this.leftAlone = Set.copyOf(leftAlone);
    this.formerColumns = Set.copyOf(formerColumns);
  }

  /** Tables, sequences and enum types. */
  List<Gone> objects() {
    Schema canonicalBefore = dialect.canonical(before);
    Schema canonicalAfter = dialect.canonical(after);
    List<Gone> gone = new ArrayList<>();
    for (Optional<String> namespace : namespaces()) {
      gone.addAll(
          Gone.between(
              scope("table", namespace, true),
              in(namespace, canonicalBefore.tables(), Table::name),
              in(namespace, canonicalAfter.tables(), Table::name),
              own -> leftAlone.contains(ElementName.table(new QualifiedName(namespace, own))),
              GoneElements::isSimilar,
              name -> to -> new RenameTable(new QualifiedName(namespace, name), to)));
      gone.addAll(
          Gone.between(
              scope("sequence", namespace, false),
              in(namespace, before.sequences(), Sequence::name),
              in(namespace, after.sequences(), Sequence::name),
              own -> leftAlone.contains(ElementName.sequence(new QualifiedName(namespace, own))),
              (one, other) -> other.withName(one.name()).equals(one),
              name -> to -> new RenameSequence(new QualifiedName(namespace, name), to)));
      gone.addAll(
          Gone.between(
              scope("enum type", namespace, false),
              in(namespace, before.enumTypes(), EnumType::name),
              in(namespace, after.enumTypes(), EnumType::name),
              own -> leftAlone.contains(ElementName.enumType(new QualifiedName(namespace, own))),
              (one, other) -> one.labels().stream().anyMatch(other.labels()::contains),
              name -> to -> new RenameEnumType(new QualifiedName(namespace, name), to)));
    }
    return gone;
  }

  /** Columns of tables, and labels of enum types, that are in both schemas. */
  List<Gone> parts() {
    Schema canonicalBefore = dialect.canonical(before);
    Schema canonicalAfter = dialect.canonical(after);
    List<Gone> gone = new ArrayList<>();
    for (Table table : canonicalBefore.tables()) {
      QualifiedName name = table.name();
      canonicalAfter
          .findTable(name)
          .ifPresent(
              other ->
                  gone.addAll(
                      Gone.between(
                          Scope.ofData("column", name + ".", false, true),
                          named(table.columns(), Column::name),
                          named(other.columns(), Column::name),
                          part -> false,
                          GoneElements::isSimilar,
                          column -> to -> new RenameColumn(name, column, to))));
    }
    for (EnumType type : before.enumTypes()) {
      QualifiedName name = type.name();
      after
          .findEnumType(name)
          .ifPresent(
              other ->
                  gone.addAll(
                      Gone.between(
                          Scope.ofData("label", name + ".", false, false),
                          named(type.labels(), Function.identity()),
                          named(other.labels(), Function.identity()),
                          part -> false,
                          (label, another) -> true,
                          label -> to -> new RenameEnumValue(name, label, to))));
    }
    return gone;
  }

  /** Constraints, indexes and views. */
  List<Gone> definitions() {
    return new GoneDefinitions(before, after, dialect, leftAlone, formerColumns).all();
  }

  private static Scope scope(String kind, Optional<String> namespace, boolean hasFormerName) {
    return Scope.ofData(kind, Scope.prefix(namespace), true, hasFormerName);
  }

  private List<Optional<String>> namespaces() {
    return Stream.concat(
            Stream.of(Optional.<String>empty()),
            new TreeSet<>(before.namespaces()).stream().map(Optional::of))
        .toList();
  }

  private static <T> Map<String, T> in(
      Optional<String> namespace, Collection<T> all, Function<T, QualifiedName> name) {
    List<T> inside =
        all.stream().filter(one -> name.apply(one).namespace().equals(namespace)).toList();
    return named(inside, one -> name.apply(one).name());
  }

  private static <T> Map<String, T> named(Collection<T> all, Function<T, String> name) {
    Map<String, T> named = new LinkedHashMap<>();
    all.forEach(one -> named.put(name.apply(one), one));
    return named;
  }

  private static boolean isSimilar(Table one, Table other) {
    long equal =
        one.columns().stream()
            .filter(
                column ->
                    other
                        .findColumn(column.name())
                        .filter(same -> same.type().equals(column.type()))
                        .isPresent())
            .count();
    return equal * 100
        >= (long) EQUAL_COLUMNS * Math.max(one.columns().size(), other.columns().size());
  }

  private static boolean isSimilar(Column one, Column other) {
    return one.type().equals(other.type()) || words(one.name()).equals(words(other.name()));
  }

  /** The same for {@code createdAt}, {@code created_at} and {@code CREATED_AT}. */
  private static String words(String name) {
    return name.replace("_", "").toLowerCase(Locale.ROOT);
  }
}
