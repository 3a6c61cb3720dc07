package dev.migrate.operation;

import dev.migrate.error.SchemaException;
import dev.migrate.schema.DialectName;
import dev.migrate.schema.Schema;
import java.util.List;

/**
 * One change of a database, as data: what it means is here, how a database says it is the dialect's
 * matter. Immutable and thread-safe. {@code toString()} says it in words.
 */
public sealed interface Operation
    permits CreateTable,
        DropTable,
        RenameTable,
        CommentOnTable,
        SetTableOption,
        AddColumn,
        AlterColumn,
        RenameColumn,
        DropColumn,
        AddConstraint,
        ValidateConstraint,
        RenameConstraint,
        DropConstraint,
        CreateIndex,
        RenameIndex,
        DropIndex,
        CreateSequence,
        AlterSequence,
        RenameSequence,
        SetSequenceOwner,
        DropSequence,
        CreateView,
        RenameView,
        DropView,
        CreateEnumType,
        RenameEnumType,
        DropEnumType,
        AddEnumValue,
        RenameEnumValue,
        CreateSchema,
        RenameSchema,
        DropSchema,
        InsertRows,
        UpdateRows,
        DeleteRows,
        ExecuteSql,
        RunCode,
        ForDialect {

  /**
   * The schema after this operation.
   *
   * @throws SchemaException if the operation does not fit the schema before
   */
  Schema applyTo(Schema before);

  /**
   * The schema after several operations.
   *
   * @param operations the operations in the order in which they run
   * @param before the schema before the first
   * @return the schema after the last
   * @throws SchemaException if one of them does not fit the schema before it
   */
  static Schema applyAll(List<Operation> operations, Schema before) {
    Schema schema = before;
    for (Operation operation : operations) {
      schema = operation.applyTo(schema);
    }
    return schema;
  }

  /**
   * What undoes this operation.
   *
   * @param before the schema before it, which the operation fits
   * @return the inverse, or the reason why there is none
   */
  Inverse inverse(Schema before);

  /**
   * What this operation and its inverse look at and change. Says the same whatever else has been
   * done to the schema in between, so that it can be compared with a parallel branch.
   *
   * @param before the schema before it, which the operation fits
   * @return the cells read and written
   */
  Footprint footprint(Schema before);

  /**
   * What this operation does to which elements, by their names. What follows from that for others,
   * such as an owned sequence that goes with its column, is not named.
   *
   * @return the changes in the order in which they happen; for raw SQL those that it {@code means}
   */
  List<ElementChange> elementChanges();

  /**
   * Calls the visitor's method for this kind of operation.
   *
   * @param visitor what to do with each kind
   * @param context handed on to it
   * @param <C> the type of the context
   * @param <R> what comes of it
   */
  <C, R> R accept(OperationVisitor<C, R> visitor, C context);

  /**
   * What this operation is on one dialect.
   *
   * @param names the dialect's names, the most specific first
   * @return the operation itself; for a group that belongs to other dialects nothing, for one that
   *     belongs to this dialect its operations
   */
  default List<Operation> on(List<DialectName> names) {
    return List.of(this);
  }

  /**
   * The data that is gone after this operation, and that undoing it does not bring back.
   *
   * @param before the schema before it, which the operation fits
   * @return what is lost, in words; empty if nothing is
   */
  default List<String> dataLoss(Schema before) {
    return List.of();
  }
}
