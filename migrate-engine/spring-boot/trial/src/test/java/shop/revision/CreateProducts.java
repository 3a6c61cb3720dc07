package shop.revision;

import static dev.migrate.Ddl.bigint;
import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.integer;
import static dev.migrate.Ddl.primaryKey;

import dev.migrate.Lineage;
import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.RevisionId;

public final class CreateProducts implements Revision {

  public static final RevisionId ID = RevisionId.of("create_products");

  @Override
  public Lineage lineage() {
    return Lineage.of(ID).root().message("products without a name");
  }

  @Override
  public void upgrade(Operations op) {
    op.createTable(
        "product",
        column("id", bigint()).identity(),
        column("stock", integer()).notNull().defaultTo(0),
        primaryKey("id"));
  }
}
