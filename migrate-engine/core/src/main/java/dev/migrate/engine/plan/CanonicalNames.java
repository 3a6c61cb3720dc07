package dev.migrate.engine.plan;

import dev.migrate.dialect.Dialect;
import dev.migrate.schema.ElementName;
import dev.migrate.schema.ElementName.Kind;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SchemaDifference;
import dev.migrate.schema.SchemaDifference.Entry;
import dev.migrate.schema.Table;
import java.util.List;

/**
 * What declared elements are called in the canonical form of a dialect. A unique constraint may be
 * an index there, and every primary key may have one name.
 *
 * @param dialect the dialect
 * @param declared a schema that has the elements
 */
public record CanonicalNames(Dialect dialect, Schema declared) {

  /**
   * The names of an element.
   *
   * @return its names in the canonical schema; none if the database has no such element
   */
  public List<ElementName> of(ElementName name) {
    QualifiedName object = name.object();
    return switch (name.kind()) {
      case SCHEMA -> List.of(name);
      case TABLE ->
          tables(only(declared.table(object))).stream()
              .map(table -> ElementName.table(table.name()))
              .toList();
      case COLUMN -> column(name);
      case CONSTRAINT, INDEX -> part(name);
      case VIEW, SEQUENCE, ENUM_TYPE -> object(name);
    };
  }

  private List<ElementName> object(ElementName name) {
    Schema only = others();
    only =
        switch (name.kind()) {
          case VIEW -> only.with(declared.view(name.object()));
          case SEQUENCE -> only.with(declared.sequence(name.object()));
          default -> only;
        };
    Schema canonical = dialect.canonical(only);
    return switch (name.kind()) {
      case VIEW -> canonical.views().stream().map(v -> ElementName.view(v.name())).toList();
      case SEQUENCE ->
          canonical.sequences().stream().map(s -> ElementName.sequence(s.name())).toList();
      default -> canonical.enumTypes().isEmpty() ? List.of() : List.of(name);
    };
  }

  /** Columns keep their order. */
  private List<ElementName> column(ElementName name) {
    Table table = declared.table(name.object());
    int position = table.columns().indexOf(table.column(name.part().orElseThrow()));
    return tables(only(table)).stream()
        .map(known -> ElementName.column(known.name(), known.columns().get(position).name()))
        .toList();
  }

  /** What is missing without it. */
  private List<ElementName> part(ElementName name) {
    Table table = declared.table(name.object());
    String part = name.part().orElseThrow();
    Table without =
        name.kind() == Kind.INDEX
            ? table.withIndexes(
                table.indexes().stream().filter(i -> !i.requiredName().equals(part)).toList())
            : table.withConstraints(
                table.constraints().stream()
                    .filter(known -> !known.requiredName().equals(part))
                    .toList());
    return SchemaDifference.between(
            dialect.canonical(only(table)), dialect.canonical(only(without)))
        .where(Entry::isMissing)
        .entries()
        .stream()
        .map(Entry::element)
        .toList();
  }

  private List<Table> tables(Schema schema) {
    return dialect.canonical(schema).tables();
  }

  private Schema only(Table table) {
    return others().with(table);
  }

  private Schema others() {
    Schema only = Schema.empty();
    for (String namespace : declared.namespaces()) {
      only = only.withNamespace(namespace);
    }
    for (EnumType type : declared.enumTypes()) {
      only = only.with(type);
    }
    return only;
  }
}
