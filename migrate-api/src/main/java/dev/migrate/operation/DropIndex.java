package dev.migrate.operation;

import dev.migrate.operation.ElementChange.Kind;
import dev.migrate.schema.ElementName;
import dev.migrate.schema.Index;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.util.List;
import java.util.Objects;

/**
 * Drops an index. Refused for a unique one that is the only key to which a foreign key refers.
 *
 * @param table the table's name
 * @param index the index's name
 * @param concurrently whether others can use the table meanwhile, where the database can do that
 */
public record DropIndex(QualifiedName table, String index, boolean concurrently)
    implements Operation {

  /** Checks the names. */
  public DropIndex {
    Objects.requireNonNull(table, "table");
    Required.name("index", index);
  }

  /**
   * Drops an index as the database does it by default.
   *
   * @param table the table's name
   * @param index the index's name
   */
  public DropIndex(QualifiedName table, String index) {
    this(table, index, false);
  }

  @Override
  public Schema applyTo(Schema before) {
    Table owner = before.table(table);
    Index dropped = owner.index(index);
    Table left =
        owner.withIndexes(
            owner.indexes().stream().filter(known -> !known.equals(dropped)).toList());
    Schema after = before.with(left);
    References.requireUnused(
        "the index " + index + " of table " + table,
        dropped.isUnique() ? References.foreignKeysWithoutKey(after, left) : List.of(),
        "drop the foreign keys in an earlier operation");
    return after;
  }

  @Override
  public Inverse inverse(Schema before) {
    return Inverse.of(new CreateIndex(table, before.table(table).index(index), concurrently));
  }

  @Override
  public Footprint footprint(Schema before) {
    Footprint footprint =
        new CreateIndex(table, before.table(table).index(index)).footprint(before);
    return footprint.writing(Reach.keysIn(footprint.adds()));
  }

  @Override
  public List<ElementChange> elementChanges() {
    return List.of(ElementChange.of(Kind.DROPPED, ElementName.index(table, index)));
  }

  @Override
  public <C, R> R accept(OperationVisitor<C, R> visitor, C context) {
    return visitor.visit(this, context);
  }

  @Override
  public String toString() {
    return "drop index " + index + " of table " + table + (concurrently ? " concurrently" : "");
  }
}
