package dev.migrate.hibernate;

import dev.migrate.schema.QualifiedName;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hibernate.boot.model.relational.Sequence;
import org.hibernate.mapping.CheckConstraint;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Constraint;
import org.hibernate.mapping.Index;
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
    add("table " + name, Table.class, table, "getOptions");
    add("table " + name, Table.class, table, "getExtraDeclarations");
    for (Column column : table.getColumns()) {
      String element = "column " + name + "." + mapping.names().of(column);
      add(element, Column.class, column, "getOptions");
      column.getCheckConstraints().forEach(check -> addCheck(name, check));
    }
    table.getChecks().forEach(check -> addCheck(name, check));
    table
        .getIndexes()
        .values()
        .forEach(one -> addPart("index", name, Index.class, one, one.getName()));
    table.getUniqueKeys().values().forEach(one -> addConstraint("unique key", name, one));
    MappedForeignKeys.all(table).forEach(one -> addConstraint("foreign key", name, one));
  }

  void add(Sequence sequence) {
    String element = "sequence " + sequence.getName().getSequenceName().getText();
    add(element, Sequence.class, sequence, "getOptions");
  }

  private void addCheck(QualifiedName table, CheckConstraint check) {
    addPart("check", table, CheckConstraint.class, check, check.getName());
  }

  private void addConstraint(String kind, QualifiedName table, Constraint constraint) {
    addPart(kind, table, Constraint.class, constraint, constraint.getName());
  }

  private <T> void addPart(
      String kind, QualifiedName table, Class<T> type, T part, @Nullable String name) {
    String element = kind + (name == null ? "" : " " + name) + " of " + table;
    add(element, type, part, "getOptions");
  }

  private <T> void add(String element, Class<T> type, T part, String method) {
    text(type, part, method).ifPresent(text -> found.add(element + " (" + text + ")"));
  }

  /** Asks for a method of the type, not of a subclass: a native image knows these alone. */
  private static <T> Optional<String> text(Class<T> type, T part, String method) {
    try {
      return Optional.ofNullable(
              (String)
                  MethodHandles.publicLookup()
                      .findVirtual(type, method, MethodType.methodType(String.class))
                      .invoke(part))
          .filter(text -> !text.isBlank());
    } catch (NoSuchMethodException before7) {
      return Optional.empty();
    } catch (Throwable unknown) {
      throw new IllegalStateException(
          "Hibernate does not show the options of " + type.getName(), unknown);
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
