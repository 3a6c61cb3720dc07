package dev.migrate.engine.names;

import dev.migrate.operation.ExecuteSql;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RenameColumn;
import dev.migrate.operation.RenameSchema;
import dev.migrate.operation.RenameTable;
import dev.migrate.schema.QualifiedName;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Where the tables and columns of a schema were before operations that rename them, so that what
 * belongs to them keeps the names that a database chose. Immutable.
 */
final class RenamedObjects {

  static final RenamedObjects NONE = new RenamedObjects(name -> name, claim -> claim);

  private final UnaryOperator<QualifiedName> tables;
  private final UnaryOperator<NameClaim> columns;

  private RenamedObjects(UnaryOperator<QualifiedName> tables, UnaryOperator<NameClaim> columns) {
    this.tables = tables;
    this.columns = columns;
  }

  static RenamedObjects of(Operation operation) {
    if (operation instanceof RenameTable rename) {
      QualifiedName renamed = rename.table().sibling(rename.newName());
      return ofTables(name -> name.equals(renamed) ? rename.table() : name);
    } else if (operation instanceof RenameSchema rename) {
      return ofTables(
          name ->
              name.namespace().filter(rename.newName()::equals).isPresent()
                  ? QualifiedName.in(rename.namespace(), name.name())
                  : name);
    } else if (operation instanceof RenameColumn rename) {
      return new RenamedObjects(name -> name, claim -> before(claim, rename));
    } else if (operation instanceof ExecuteSql sql) {
      return inOrder(sql.meaning());
    }
    return NONE;
  }

  private static RenamedObjects ofTables(UnaryOperator<QualifiedName> tables) {
    return new RenamedObjects(tables, claim -> claim);
  }

  private static NameClaim before(NameClaim claim, RenameColumn rename) {
    return claim.owner().equals(rename.table()) && claim.column().equals(rename.newName())
        ? new NameClaim(claim.kind(), claim.owner(), rename.column(), claim.name())
        : claim;
  }

  private static RenamedObjects inOrder(List<Operation> operations) {
    RenamedObjects all = NONE;
    for (Operation operation : operations) {
      RenamedObjects earlier = all;
      RenamedObjects next = of(operation);
      all =
          new RenamedObjects(
              name -> earlier.before(next.before(name)),
              claim -> earlier.columns.apply(next.columns.apply(claim)));
    }
    return all;
  }

  /** The name that a table had. */
  QualifiedName before(QualifiedName name) {
    return tables.apply(name);
  }

  /** The claim with the column's former name. */
  NameClaim before(NameClaim claim) {
    return columns.apply(claim);
  }
}
