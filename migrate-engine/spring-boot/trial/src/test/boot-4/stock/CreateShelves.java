package stock;

import static dev.migrate.Ddl.bigint;
import static dev.migrate.Ddl.column;

import dev.migrate.Lineage;
import dev.migrate.Operations;
import dev.migrate.Revision;
import org.springframework.stereotype.Component;

@Component
final class CreateShelves implements Revision {

  @Override
  public Lineage lineage() {
    return Lineage.of("create_shelves").root();
  }

  @Override
  public void upgrade(Operations op) {
    op.createTable("shelf", column("id", bigint()));
  }
}
