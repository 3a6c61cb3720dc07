package dev.migrate.quickstart.revision;

import static dev.migrate.Ddl.*;

import dev.migrate.Lineage;
import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.RevisionId;

/** The customers. */
public final class CreateCustomers implements Revision {

  /** The revision's id. */
  public static final RevisionId ID = RevisionId.of("create_customers");

  @Override
  public Lineage lineage() {
    return Lineage.of(ID).after(CreateEmployees.ID).message("customers");
  }

  @Override
  public void upgrade(Operations op) {
    op.createTable(
        "customer",
        column("customer_id", integer()),
        column("first_name", varchar(40)).notNull(),
        column("last_name", varchar(20)).notNull(),
        column("company", varchar(80)),
        column("address", varchar(70)),
        column("city", varchar(40)),
        column("state", varchar(40)),
        column("country", varchar(40)),
        column("postal_code", varchar(10)),
        column("phone", varchar(24)),
        column("fax", varchar(24)),
        column("email", varchar(60)).notNull(),
        column("support_rep_id", integer()),
        primaryKey("customer_id"),
        foreignKey("support_rep_id").references("employee"),
        index("support_rep_id"));
  }
}
