package shop.revision;

import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.varchar;

import dev.migrate.Lineage;
import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.RevisionId;

public final class NameProducts implements Revision {

  public static final RevisionId ID = RevisionId.of("name_products");

  @Override
  public Lineage lineage() {
    return Lineage.of(ID).after(CreateProducts.ID);
  }

  @Override
  public void upgrade(Operations op) {
    op.addColumn("product", column("name", varchar(100)).notNull().defaultTo("unnamed"));
  }
}
