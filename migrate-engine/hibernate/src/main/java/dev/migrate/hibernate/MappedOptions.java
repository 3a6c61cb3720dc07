package dev.migrate.hibernate;

import dev.migrate.schema.QualifiedName;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hibernate.mapping.Table;
import org.jspecify.annotations.Nullable;

/**
 * The SQL that annotations append to a definition, as {@code @Table(options)} does. Revisions do
 * not take it over, which a remark says. Hibernate knows it since version 7.
 */
final class MappedOptions {

  private final Mapping mapping;
  private final Set<String> found = new TreeSet<>();

  MappedOptions(Mapping mapping) {
    this.mapping = mapping;
  }

  void add(Table table) {
    QualifiedName name = mapping.names().of(table);
    add("table " + name, table, "getOptions");
    add("table " + name, table, "getExtraDeclarations");
    table
        .getColumns()
        .forEach(one -> add("column " + name + "." + mapping.names().of(one), one, "getOptions"));
    table
        .getColumns()
        .forEach(
            one ->
                one.getCheckConstraints()
                    .forEach(check -> addPart("check", name, check, check.getName())));
    table.getChecks().forEach(one -> addPart("check", name, one, one.getName()));
    table.getIndexes().values().forEach(one -> addPart("index", name, one, one.getName()));
    table.getUniqueKeys().values().forEach(one -> addPart("unique key", name, one, one.getName()));
    MappedForeignKeys.all(table).forEach(one -> addPart("foreign key", name, one, one.getName()));
  }

  void add(org.hibernate.boot.model.relational.Sequence sequence) {
    add("sequence " + sequence.getName().getSequenceName().getText(), sequence, "getOptions");
  }

  private void addPart(String kind, QualifiedName table, Object part, @Nullable String name) {
    add(kind + (name == null ? "" : " " + name) + " of " + table, part, "getOptions");
  }

  private void add(String element, Object part, String method) {
    text(part, method).ifPresent(text -> found.add(element + " (" + text + ")"));
  }

  private static Optional<String> text(Object part, String method) {
    try {
      return Optional.ofNullable(
              (String)
                  MethodHandles.publicLookup()
                      .findVirtual(part.getClass(), method, MethodType.methodType(String.class))
                      .invoke(part))
          .filter(text -> !text.isBlank());
    } catch (NoSuchMethodException before7) {
      return Optional.empty();
    } catch (Throwable unknown) {
      throw new IllegalStateException(
          "Hibernate does not show the options of " + part.getClass().getName(), unknown);
    }
  }

  List<String> remarks() {
    return found.isEmpty()
        ? List.of()
        : List.of(
            "the mappings have options that are not part of the revision; if you need them, add"
                + " op.execute(…): "
                + String.join(", ", found));
  }
}
