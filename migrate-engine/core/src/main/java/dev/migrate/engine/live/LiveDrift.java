package dev.migrate.engine.live;

import dev.migrate.dialect.Dialect;
import dev.migrate.report.Drift;
import dev.migrate.schema.Column;
import dev.migrate.schema.ElementName;
import dev.migrate.schema.ElementName.Kind;
import dev.migrate.schema.Expression;
import dev.migrate.schema.NativeType;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SchemaDifference;
import dev.migrate.schema.SchemaDifference.Entry;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Compares a whole database with a declared schema. */
public final class LiveDrift {

  private LiveDrift() {}

  /** How the database differs from what is declared. */
  public static Drift of(LiveSchema database, Schema declared) {
    Schema inspected = database.inspected(declared.namespaces());
    Schema live = database.dialect().canonical(inspected);
    TextComparison texts = TextComparison.of(database, declared, inspected, name -> true);
    SchemaDifference known = database.difference(declared, live);
    SchemaDifference spelled =
        database.canBeAsked()
            ? new SchemaDifference(List.of())
            : known.where(entry -> mayBeSpelling(database.dialect(), entry, declared, inspected));
    SchemaDifference all =
        known.where(entry -> !spelled.entries().contains(entry)).and(texts.difference());
    Set<ElementName> unknown = new TreeSet<>(texts.unknown());
    spelled.entries().stream().map(Entry::element).forEach(unknown::add);
    return new Drift(
        all.where(entry -> !isUndeclared(entry)),
        all.where(LiveDrift::isUndeclared).entries().stream().map(Entry::element).toList(),
        live.unmodelled(),
        List.copyOf(unknown));
  }

  /**
   * Whether only the database knows that both are the same: it can reduce an expression to a
   * constant, and has its own name for a type.
   */
  private static boolean mayBeSpelling(
      Dialect dialect, Entry entry, Schema declared, Schema inspected) {
    if (entry.element().kind() != Kind.COLUMN) {
      return false;
    }
    return Stream.of(declared, inspected)
        .flatMap(schema -> column(schema, entry.element()).stream())
        .anyMatch(
            column ->
                switch (entry.attribute().orElse("")) {
                  case "type" -> column.type() instanceof NativeType;
                  case "default" ->
                      column
                          .defaultValue()
                          .map(value -> value.on(dialect.names()))
                          .filter(Expression.class::isInstance)
                          .isPresent();
                  default -> false;
                });
  }

  private static Optional<Column> column(Schema schema, ElementName name) {
    return schema
        .findTable(name.object())
        .flatMap(table -> table.findColumn(name.part().orElseThrow()));
  }

  /** An object that no revision mentions may be anybody's; a part of a declared table is not. */
  private static boolean isUndeclared(Entry entry) {
    return entry.isUnexpected() && !entry.element().kind().isPart();
  }
}
