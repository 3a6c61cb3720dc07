package dev.migrate.operation;

import dev.migrate.error.Facts;
import dev.migrate.error.SchemaException;
import dev.migrate.operation.Cell.Aspect;
import dev.migrate.operation.ElementChange.Kind;
import dev.migrate.schema.DataReference;
import dev.migrate.schema.ElementName;
import dev.migrate.schema.Index;
import dev.migrate.schema.IndexKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;

/**
 * Creates an index.
 *
 * @param table the table's name
 * @param index the index; named after the table where it has no name
 * @param concurrently whether others can write to the table meanwhile, where the database can do
 *     that
 */
public record CreateIndex(QualifiedName table, Index index, boolean concurrently)
    implements Operation {

  /** Names the index. */
  public CreateIndex {
    Objects.requireNonNull(table, "table");
    Objects.requireNonNull(index, "index");
    index = index.namedIn(table);
  }

  /**
   * Creates an index as the database does it by default.
   *
   * @param table the table's name
   * @param index the index; named after the table where it has no name
   */
  public CreateIndex(QualifiedName table, Index index) {
    this(table, index, false);
  }

  @Override
  public Schema applyTo(Schema before) {
    Table owner = before.table(table);
    index.columns().forEach(owner::column);
    if (owner.findIndex(index.requiredName()).isPresent()) {
      throw new SchemaException(
          Facts.of("the table " + table + " already has an index " + index.requiredName())
              .with("added", index.toString())
              .next("remove this operation, drop the other first, or name this one"));
    }
    List<Index> all = new ArrayList<>(owner.indexes());
    all.add(index);
    return before.with(owner.withIndexes(all));
  }

  @Override
  public Inverse inverse(Schema before) {
    return Inverse.of(new DropIndex(table, index.requiredName(), concurrently));
  }

  @Override
  public Footprint footprint(Schema before) {
    Footprint footprint =
        Footprint.within(table)
            .readingColumns(table, index.columns())
            .writing(
                Cell.of(Aspect.INDEX, table, index.requiredName()),
                Cell.of(Aspect.NAME, table.sibling(index.requiredName())))
            .adding(keys().toArray(Cell[]::new));
    List<DataReference> meant = new ArrayList<>();
    index.where().ifPresent(text -> meant.addAll(Reach.meantBy(table, text)));
    for (IndexKey key : index.keys()) {
      key.expression().ifPresent(text -> meant.addAll(Reach.meantBy(table, text)));
    }
    if (index.isUnique() && !index.columns().isEmpty()) {
      meant.add(new DataReference(table, List.copyOf(new LinkedHashSet<>(index.columns()))));
    }
    for (DataReference data : meant) {
      footprint =
          index.isUnique() ? footprint.readingData(data) : footprint.and(Reach.columns(data));
    }
    return index.isUnique() ? footprint.reading(Cell.of(Aspect.ROWS, table)) : footprint;
  }

  /** What else a foreign key could bind to or use. */
  private List<Cell> keys() {
    List<Cell> cells = new ArrayList<>();
    List<String> columns = index.keys().stream().flatMap(key -> key.column().stream()).toList();
    index
        .keys()
        .get(0)
        .column()
        .ifPresent(column -> cells.add(Cell.of(Aspect.INDEX_OVER, table, column)));
    if (index.isUnique() && index.where().isEmpty() && columns.size() == index.keys().size()) {
      cells.add(Cell.over(Aspect.KEY_OVER, table, columns));
    }
    return cells;
  }

  @Override
  public List<ElementChange> elementChanges() {
    return List.of(ElementChange.of(Kind.CREATED, ElementName.index(table, index.requiredName())));
  }

  @Override
  public <C, R> R accept(OperationVisitor<C, R> visitor, C context) {
    return visitor.visit(this, context);
  }

  @Override
  public String toString() {
    return "create " + index + " on table " + table + (concurrently ? " concurrently" : "");
  }
}
