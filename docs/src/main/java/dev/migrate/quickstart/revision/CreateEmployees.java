package dev.migrate.quickstart.revision;

import static dev.migrate.Ddl.*;

import dev.migrate.Lineage;
import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.RevisionId;

/** The employees, each of whom may report to another: the beginning of the sales branch. */
public final class CreateEmployees implements Revision {

  /** The revision's id. */
  public static final RevisionId ID = RevisionId.of("create_employees");

  @Override
  public Lineage lineage() {
    return Lineage.of(ID).after(CreateAlbums.ID).label("sales").message("employees");
  }

  @Override
  public void upgrade(Operations op) {
    op.createTable(
        "employee",
        column("employee_id", integer()),
        column("last_name", varchar(20)).notNull(),
        column("first_name", varchar(20)).notNull(),
        column("title", varchar(30)),
        column("reports_to", integer()),
        column("birth_date", timestamp()),
        column("hire_date", timestamp()),
        column("address", varchar(70)),
        column("city", varchar(40)),
        column("state", varchar(40)),
        column("country", varchar(40)),
        column("postal_code", varchar(10)),
        column("phone", varchar(24)),
        column("fax", varchar(24)),
        column("email", varchar(60)),
        primaryKey("employee_id"),
        foreignKey("reports_to").references("employee"),
        index("reports_to"));
  }
}
