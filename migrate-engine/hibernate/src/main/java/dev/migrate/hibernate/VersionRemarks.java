package dev.migrate.hibernate;

import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hibernate.Version;
import org.hibernate.mapping.Collection;

/**
 * What another version of Hibernate may have changed, without a change of the entity classes: the
 * tables of collections, whose keys and checks differ between minor versions.
 */
record VersionRemarks(Mapping mapping, Schema declared, Schema recorded) {

  List<String> remarks() {
    List<String> remarks = new ArrayList<>();
    List<Collection> collections = new ArrayList<>(mapping.metadata().getCollectionBindings());
    collections.sort(Comparator.comparing(Collection::getRole));
    for (Collection collection : collections) {
      org.hibernate.mapping.Table table = collection.getCollectionTable();
      if (table != null && !collection.isOneToMany() && table.isPhysicalTable()) {
        remark(mapping.names().of(table), collection.getRole()).ifPresent(remarks::add);
      }
    }
    return remarks.stream().distinct().toList();
  }

  private Optional<String> remark(QualifiedName name, String role) {
    Optional<Table> now = declared.findTable(name);
    Optional<Table> before = recorded.findTable(name);
    if (now.isEmpty() || before.isEmpty() || !sameColumns(now.get(), before.get())) {
      return Optional.empty();
    }
    boolean sameKey = key(now.get()).equals(key(before.get()));
    boolean sameRules = now.get().constraints().size() == before.get().constraints().size();
    return sameKey && sameRules
        ? Optional.empty()
        : Optional.of(
            "Hibernate "
                + Version.getVersionString()
                + " gives the table "
                + name
                + " of "
                + role
                + " other keys or checks than the revisions do, though its columns are the same:"
                + " versions of Hibernate differ there; accept the change, or use ignoring(…)");
  }

  private static boolean sameColumns(Table now, Table before) {
    return now.columns().stream()
        .map(column -> column.name())
        .sorted()
        .toList()
        .equals(before.columns().stream().map(column -> column.name()).sorted().toList());
  }

  private static List<String> key(Table table) {
    return table.primaryKey().map(PrimaryKey::columns).orElse(List.of());
  }
}
