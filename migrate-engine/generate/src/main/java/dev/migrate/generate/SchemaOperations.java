package dev.migrate.generate;

import dev.migrate.operation.Operation;
import dev.migrate.schema.Schema;
import java.util.List;

/**
 * The operations that lead from one schema to another, in an order in which they run: what stands
 * in the way of a change is dropped before it and created again after it, and what destroys data
 * comes last.
 *
 * <p>Nothing is guessed. A column or table that is missing in the second schema is dropped, also if
 * another of the same shape is new, and so is a constraint under another name; a rename has to be
 * added by the caller.
 */
public final class SchemaOperations {

  private SchemaOperations() {}

  /**
   * The operations between two schemas. Carried out on the first one, they make the second.
   *
   * @param from the schema before
   * @param to the schema after
   * @return the operations in order; empty if the schemas are equal
   * @throws dev.migrate.error.SchemaException if no operation makes a part of the difference
   */
  public static List<Operation> between(Schema from, Schema to) {
    Transition transition = new Transition(from, to);
    NamespaceChanges.create(transition);
    ViewChanges.drop(transition);
    ForeignKeyChanges.drop(transition);
    DisplacedNames.free(transition);
    EnumTypeChanges.change(transition);
    SequenceChanges.create(transition);
    TableChanges.create(transition);
    transition.changing().forEach(table -> TableChanges.change(transition, table));
    ForeignKeyChanges.add(transition);
    SequenceChanges.change(transition);
    SequenceChanges.release(transition);
    ColumnChanges.drop(transition);
    TableChanges.drop(transition);
    SequenceChanges.drop(transition);
    EnumTypeChanges.drop(transition);
    ViewChanges.create(transition);
    NamespaceChanges.drop(transition);
    return transition.finished();
  }
}
