package dev.migrate.quickstart.revision;

import static dev.migrate.Ddl.*;

import dev.migrate.Lineage;
import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.RevisionId;

/** The invoices: the end of the sales branch. */
public final class CreateInvoices implements Revision {

  /** The revision's id. */
  public static final RevisionId ID = RevisionId.of("create_invoices");

  @Override
  public Lineage lineage() {
    return Lineage.of(ID).after(CreateCustomers.ID).message("invoices");
  }

  @Override
  public void upgrade(Operations op) {
    op.createTable(
        "invoice",
        column("invoice_id", integer()),
        column("customer_id", integer()).notNull(),
        column("invoice_date", timestamp()).notNull(),
        column("billing_address", varchar(70)),
        column("billing_city", varchar(40)),
        column("billing_state", varchar(40)),
        column("billing_country", varchar(40)),
        column("billing_postal_code", varchar(10)),
        column("total", decimal(10, 2)).notNull(),
        primaryKey("invoice_id"),
        foreignKey("customer_id").references("customer"),
        index("customer_id"));
  }
}
