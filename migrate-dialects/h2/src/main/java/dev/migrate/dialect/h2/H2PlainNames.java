package dev.migrate.dialect.h2;

import dev.migrate.dialect.Renderer;
import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Gives one name to what has two: where H2 stores bare names in upper case, {@code ACCOUNT} in
 * quotes and {@code account} are the same. Where both are there, they are not, and both stay.
 *
 * @param renderer decides which names are written bare
 */
record H2PlainNames(Renderer renderer) {

  Schema of(Schema schema) {
    return names(schema).allMatch(name -> H2Names.bare(renderer, name).equals(name))
        ? schema
        : renamed(schema);
  }

  private static Stream<String> names(Schema schema) {
    return Stream.of(
            schema.namespaces().stream(),
            schema.names().stream().map(QualifiedName::name),
            schema.tables().stream().flatMap(H2PlainNames::names))
        .flatMap(names -> names);
  }

  private static Stream<String> names(Table table) {
    return Stream.of(
            table.columns().stream().map(Column::name),
            table.constraints().stream().map(Constraint::requiredName),
            table.foreignKeys().stream().flatMap(H2PlainNames::referred),
            table.indexes().stream().map(Index::requiredName))
        .flatMap(names -> names);
  }

  /** What a foreign key refers to may not be there. */
  private static Stream<String> referred(ForeignKey key) {
    return Stream.concat(
        key.target().namespace().stream(),
        Stream.concat(Stream.of(key.target().name()), key.targetColumns().stream()));
  }

  private Schema renamed(Schema schema) {
    Map<String, String> namespaces = plain(schema.namespaces());
    Schema plain = schema;
    for (String namespace : schema.namespaces()) {
      plain = plain.withoutNamespace(namespace).withNamespace(plain(namespaces, namespace));
    }
    Map<QualifiedName, Map<String, String>> columns = new HashMap<>();
    for (Table table : plain.tables()) {
      columns.put(table.name(), plain(table.columns().stream().map(Column::name).toList()));
    }
    for (Table table : plain.tables()) {
      plain = plain.with(table(table, columns));
    }
    Set<QualifiedName> known = new HashSet<>(plain.names());
    return plain.renaming(
        name -> {
          Optional<String> namespace = name.namespace().map(n -> plain(namespaces, n));
          String bare = H2Names.bare(renderer, name.name());
          boolean taken = !bare.equals(name.name()) && known.contains(name.sibling(bare));
          return new QualifiedName(namespace, taken ? name.name() : bare);
        });
  }

  private Table table(Table table, Map<QualifiedName, Map<String, String>> columns) {
    Table renamed = table;
    for (Map.Entry<String, String> column :
        columns.getOrDefault(table.name(), Map.of()).entrySet()) {
      renamed = renamed.renamingColumn(column.getKey(), column.getValue());
    }
    Map<String, String> constraints =
        plain(table.constraints().stream().map(Constraint::requiredName).toList());
    Map<String, String> indexes = plain(table.indexes().stream().map(Index::requiredName).toList());
    return renamed
        .withConstraints(
            renamed.constraints().stream()
                .map(constraint -> targeting(constraint, columns))
                .map(constraint -> constraint.named(plain(constraints, constraint.requiredName())))
                .toList())
        .withIndexes(
            renamed.indexes().stream()
                .map(index -> index.named(plain(indexes, index.requiredName())))
                .toList());
  }

  private static Constraint targeting(
      Constraint constraint, Map<QualifiedName, Map<String, String>> columns) {
    if (constraint instanceof ForeignKey key) {
      Map<String, String> target = columns.getOrDefault(key.target(), Map.of());
      return key.withTarget(
          key.target(), key.targetColumns().stream().map(c -> plain(target, c)).toList());
    }
    return constraint;
  }

  /** The names that have another one, which is free. */
  private Map<String, String> plain(List<String> names) {
    Map<String, String> plain = new HashMap<>();
    Collection<String> known = names.size() < 8 ? names : Set.copyOf(names);
    for (String name : names) {
      String bare = H2Names.bare(renderer, name);
      if (!bare.equals(name) && !known.contains(bare)) {
        plain.put(name, bare);
      }
    }
    return plain;
  }

  private static String plain(Map<String, String> names, String name) {
    return names.getOrDefault(name, name);
  }
}
