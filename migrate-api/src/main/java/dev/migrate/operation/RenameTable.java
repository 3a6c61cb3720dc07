package dev.migrate.operation;

import dev.migrate.schema.ElementName;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SchemaRenaming;
import java.util.List;
import java.util.Objects;

/**
 * Gives a table another name. Foreign keys to it follow; its constraints and indexes keep their
 * names. Refused as long as a view sees it.
 *
 * @param table the table's name
 * @param newName its new name in the same schema
 */
public record RenameTable(QualifiedName table, String newName) implements Operation {

  /** Checks the names. */
  public RenameTable {
    Objects.requireNonNull(table, "table");
    Required.name("table", newName);
  }

  private QualifiedName renamed() {
    return table.sibling(newName);
  }

  @Override
  public Schema applyTo(Schema before) {
    before.table(table);
    before.requireFree(renamed());
    References.requireUnused(
        "the table " + table,
        References.viewsOf(before, table, ""),
        "drop the view first, and create it again afterwards");
    return new SchemaRenaming(before).table(table, newName);
  }

  @Override
  public Inverse inverse(Schema before) {
    return Inverse.of(new RenameTable(renamed(), table.name()));
  }

  @Override
  public Footprint footprint(Schema before) {
    return Footprint.claiming(table).claimingToo(renamed());
  }

  @Override
  public List<ElementChange> elementChanges() {
    return List.of(ElementChange.renamed(ElementName.table(table), newName));
  }

  @Override
  public <C, R> R accept(OperationVisitor<C, R> visitor, C context) {
    return visitor.visit(this, context);
  }

  @Override
  public String toString() {
    return "rename table " + table + " to " + newName;
  }
}
