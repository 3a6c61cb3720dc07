package dev.migrate.testkit.dialect.sample;

import dev.migrate.operation.AddConstraint;
import dev.migrate.operation.CreateEnumType;
import dev.migrate.operation.CreateSchema;
import dev.migrate.operation.CreateSequence;
import dev.migrate.operation.CreateTable;
import dev.migrate.operation.CreateView;
import dev.migrate.operation.Operation;
import dev.migrate.operation.SetSequenceOwner;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A schema as the operations that create it in an empty database. */
public final class CreateOperations {

  private CreateOperations() {}

  /**
   * The operations in an order in which each is possible: foreign keys come when all tables are
   * there, so that it does not matter if they go round in a circle. Views come last, in the order
   * of their names.
   *
   * @return the operations, which make the same schema of an empty one
   */
  public static List<Operation> of(Schema schema) {
    List<Operation> operations = new ArrayList<>();
    schema.namespaces().forEach(name -> operations.add(new CreateSchema(name)));
    schema.enumTypes().forEach(type -> operations.add(new CreateEnumType(type)));
    schema
        .sequences()
        .forEach(each -> operations.add(new CreateSequence(each.withOwner(Optional.empty()))));
    schema.tables().forEach(table -> operations.add(new CreateTable(withoutForeignKeys(table))));
    for (Table table : schema.tables()) {
      table.foreignKeys().forEach(key -> operations.add(new AddConstraint(table.name(), key)));
    }
    schema.sequences().stream()
        .filter(each -> each.ownedBy().isPresent())
        .forEach(each -> operations.add(new SetSequenceOwner(each.name(), each.ownedBy())));
    schema.views().forEach(view -> operations.add(new CreateView(view)));
    return List.copyOf(operations);
  }

  private static Table withoutForeignKeys(Table table) {
    List<Constraint> others =
        table.constraints().stream().filter(each -> !(each instanceof ForeignKey)).toList();
    return table.withConstraints(others);
  }
}
