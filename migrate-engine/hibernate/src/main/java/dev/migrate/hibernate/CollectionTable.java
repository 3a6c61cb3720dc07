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
 * The table of a collection, whose keys and checks another version of Hibernate may make
 * differently, without a change of the entity classes.
 *
 * @param name the table
 * @param role the attribute of an entity that is kept there
 */
record CollectionTable(QualifiedName name, String role) {

  /** Those of all mappings, in the order of their roles. */
  static List<CollectionTable> of(Mapping mapping) {
    List<CollectionTable> tables = new ArrayList<>();
    List<Collection> collections = new ArrayList<>(mapping.metadata().getCollectionBindings());
    collections.sort(Comparator.comparing(Collection::getRole));
    for (Collection collection : collections) {
      org.hibernate.mapping.Table table = collection.getCollectionTable();
      if (table != null && !collection.isOneToMany() && table.isPhysicalTable()) {
        tables.add(new CollectionTable(mapping.names().of(table), collection.getRole()));
      }
    }
    return tables;
  }

  /** What somebody should know where it differs in nothing but keys and checks. */
  Optional<String> remark(Schema declared, Schema recorded) {
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
            "the table "
                + name
                + " of "
                + role
                + " has other keys or checks in Hibernate "
                + Version.getVersionString()
                + " than in the revisions, although its columns are the same: versions of Hibernate"
                + " differ in this; accept the change, or use ignoring(…)");
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
