package dev.migrate.quickstart.revision;

import static dev.migrate.Ddl.*;

import dev.migrate.Lineage;
import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.RevisionId;

/** The lines of an invoice, which need tracks and invoices: the join of both branches. */
public final class CreateInvoiceLines implements Revision {

  /** The revision's id. */
  public static final RevisionId ID = RevisionId.of("create_invoice_lines");

  @Override
  public Lineage lineage() {
    return Lineage.of(ID).after(CreatePlaylists.ID, CreateInvoices.ID).message("what was bought");
  }

  @Override
  public void upgrade(Operations op) {
    op.createTable(
        "invoice_line",
        column("invoice_line_id", integer()),
        column("invoice_id", integer()).notNull(),
        column("track_id", integer()).notNull(),
        column("unit_price", decimal(10, 2)).notNull(),
        column("quantity", integer()).notNull(),
        primaryKey("invoice_line_id"),
        foreignKey("invoice_id").references("invoice"),
        foreignKey("track_id").references("track"),
        index("invoice_id"),
        index("track_id"));
  }
}
