package dev.migrate.schema;

import dev.migrate.error.SchemaException;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Schemas in which one name is another: of the object itself, wherever another refers to it, and in
 * texts such as conditions and defaults. Each method throws a {@link SchemaException} if it is not
 * certain what in a text means the object. Immutable.
 */
public record SchemaRenaming(Schema schema) {

  /** The schema with another name for a table, in the same namespace. */
  public Schema table(QualifiedName from, String to) {
    return texts().renamingTable(from, to).renaming(one(from, to));
  }

  /**
   * The schema with another name for a column. Foreign keys of other tables and sequences that the
   * column owns follow.
   */
  public Schema column(QualifiedName table, String from, String to) {
    Schema renamed = schema.with(schema.table(table).renamingColumn(from, to));
    for (Table other : renamed.tables()) {
      if (other.foreignKeys().stream().anyMatch(key -> key.target().equals(table))) {
        renamed = renamed.with(followed(other, table, from, to));
      }
    }
    for (Sequence sequence : schema.sequencesOwnedBy(table, Optional.of(from))) {
      renamed = renamed.with(sequence.withOwner(Optional.of(new ColumnName(table, to))));
    }
    return renamed;
  }

  private static Table followed(Table other, QualifiedName table, String from, String to) {
    List<? extends Constraint> constraints =
        other.constraints().stream()
            .map(
                constraint ->
                    constraint instanceof ForeignKey key && key.target().equals(table)
                        ? key.withTarget(table, Constraint.renamed(key.targetColumns(), from, to))
                        : constraint)
            .toList();
    return other.withConstraints(constraints);
  }

  /** The schema with another name for a view, in the same namespace. */
  public Schema view(QualifiedName from, String to) {
    return texts().renamingView(from, to).renaming(one(from, to));
  }

  /**
   * The schema with another name for a sequence, in the same namespace.
   *
   * @throws SchemaException also if the query of a view names the sequence
   */
  public Schema sequence(QualifiedName from, String to) {
    return texts().renamingSequence(from, to).renaming(one(from, to));
  }

  /**
   * The schema with another name for an enum type, in the same namespace.
   *
   * @throws SchemaException also if the query of a view names the type
   */
  public Schema enumType(QualifiedName from, String to) {
    return texts().renamingEnumType(from, to).renaming(one(from, to));
  }

  /** The schema with another name for a namespace, and so for all that is in it. */
  public Schema namespace(String from, String to) {
    return texts()
        .renamingNamespace(from, to)
        .withoutNamespace(from)
        .withNamespace(to)
        .renaming(
            name ->
                name.namespace().filter(from::equals).isPresent()
                    ? QualifiedName.in(to, name.name())
                    : name);
  }

  /**
   * The schema with another text for a label of an enum type. Defaults that are the label alone
   * follow as well.
   *
   * @throws SchemaException also if the query of a view has the label
   */
  public Schema label(QualifiedName type, String from, String to) {
    EnumType before = schema.enumType(type);
    List<String> labels =
        before.labels().stream().map(label -> label.equals(from) ? to : label).toList();
    return texts().renamingLabel(type, from, to).with(before.withLabels(labels));
  }

  private SchemaTexts texts() {
    return new SchemaTexts(schema);
  }

  private static UnaryOperator<QualifiedName> one(QualifiedName from, String to) {
    return name -> name.equals(from) ? from.sibling(to) : name;
  }
}
