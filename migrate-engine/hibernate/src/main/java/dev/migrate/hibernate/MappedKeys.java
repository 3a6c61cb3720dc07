package dev.migrate.hibernate;

import dev.migrate.schema.Expression;
import dev.migrate.schema.Index;
import dev.migrate.schema.IndexKey;
import dev.migrate.schema.Unique;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Selectable;
import org.hibernate.mapping.UniqueKey;
import org.jspecify.annotations.Nullable;

/**
 * Reads unique keys and indexes of a table of mappings. Hibernate keeps unique keys in three
 * places; one over the same columns counts once, and by the name that somebody gave it.
 */
final class MappedKeys {

  /** What Hibernate calls a unique key that has no name, and writes without that name. */
  private static final Pattern IMPLICIT_KEY = Pattern.compile("(?i)UK_?[a-z0-9]{20,32}");

  /** What Hibernate calls an index that has no name. */
  private static final Pattern IMPLICIT = Pattern.compile("(?i)IDX[a-z0-9]{20,32}");

  private final Mapping mapping;
  private final org.hibernate.mapping.Table table;
  private final MappedColumns columns;
  private final List<String> key;
  private final List<Index> indexes = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();

  MappedKeys(
      Mapping mapping, org.hibernate.mapping.Table table, MappedColumns columns, List<String> key) {
    this.mapping = mapping;
    this.table = table;
    this.columns = columns;
    this.key = key;
  }

  List<Unique> uniques() {
    Map<List<String>, Unique> uniques = new LinkedHashMap<>();
    List<UniqueKey> mapped = new ArrayList<>(table.getUniqueKeys().values());
    mapped.sort(
        Comparator.comparing((UniqueKey one) -> !isNamed(one))
            .thenComparing(one -> String.valueOf(one.getName())));
    for (UniqueKey one : mapped) {
      if (isDescending(one)) {
        indexes.add(unique(one));
      } else {
        add(uniques, one.getColumns().stream().map(mapping.names()::of).toList(), name(one));
      }
    }
    for (Column column : table.getColumns()) {
      String own = mapping.names().of(column);
      if (column.isUnique() || columns.definition(own).unique()) {
        add(uniques, List.of(own), Optional.empty());
      }
    }
    return uniques.values().stream()
        .sorted(Comparator.comparing(one -> String.join("\0", one.columns())))
        .toList();
  }

  private void add(Map<List<String>, Unique> uniques, List<String> unique, Optional<String> name) {
    if (unique.equals(key) || uniques.containsKey(unique)) {
      return;
    }
    Unique one = Unique.of(unique);
    uniques.put(unique, name.map(one::named).orElse(one));
  }

  private static boolean isNamed(UniqueKey one) {
    return one.getName() != null && !IMPLICIT_KEY.matcher(one.getName()).matches();
  }

  private Optional<String> name(UniqueKey one) {
    return isNamed(one) ? Optional.of(mapping.names().given(one.getName())) : Optional.empty();
  }

  private static boolean isDescending(UniqueKey one) {
    return one.getColumnOrderMap().values().stream().anyMatch(MappedKeys::isDescending);
  }

  private static boolean isDescending(@Nullable String order) {
    return order != null && order.strip().toLowerCase(Locale.ROOT).startsWith("desc");
  }

  private Index unique(UniqueKey one) {
    List<IndexKey> keys =
        one.getColumns().stream()
            .map(
                column ->
                    IndexKey.column(mapping.names().of(column))
                        .withDescending(isDescending(one.getColumnOrderMap().get(column))))
            .toList();
    Index index = Index.of(keys).unique();
    return name(one).map(index::named).orElse(index);
  }

  /** The indexes, after the unique keys were read. */
  List<Index> indexes() {
    for (org.hibernate.mapping.Index mapped : table.getIndexes().values()) {
      Index index =
          Index.of(mapped.getSelectables().stream().map(one -> key(mapped, one)).toList())
              .withUnique(mapped.isUnique());
      String name = mapped.getName();
      indexes.add(
          name == null || IMPLICIT.matcher(name).matches()
              ? index
              : index.named(mapping.names().given(name)));
    }
    return indexes.stream()
        .sorted(Comparator.comparing(one -> one.name().orElse("") + one.keys()))
        .toList();
  }

  private IndexKey key(org.hibernate.mapping.Index index, Selectable selectable) {
    IndexKey key =
        selectable instanceof Column column
            ? IndexKey.column(mapping.names().of(column))
            : IndexKey.expression(Expression.of(selectable.getText()));
    return key.withDescending(isDescending(index.getSelectableOrderMap().get(selectable)));
  }

  List<String> remarks() {
    return remarks;
  }
}
