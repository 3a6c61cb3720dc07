package dev.migrate.model;

import dev.migrate.dialect.Dialect;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.Index;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.schema.View;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Whether a constraint, an index or a view of the revisions and one of a model differ in their
 * names alone, as far as one database is concerned. Immutable.
 */
public final class StructureComparison {

  private final Schema canonicalRecorded;
  private final Schema canonicalDeclared;
  private final ComparableTexts texts;

  /**
   * Compares elements of two schemas.
   *
   * @param recorded the schema of the revisions
   * @param declared the schema of the model
   */
  public StructureComparison(Schema recorded, Schema declared, Dialect dialect) {
    this.canonicalRecorded = dialect.canonical(recorded);
    this.canonicalDeclared = dialect.canonical(declared);
    this.texts = new ComparableTexts(dialect);
  }

  /** Whether two constraints of a table are the same but for their names. */
  public boolean isSame(QualifiedName table, Constraint recorded, Constraint declared) {
    Constraint spelled = (Constraint) texts.spelledAs(declared, recorded);
    return spelled.named(recorded.requiredName()).equals(recorded)
        || (texts.areAlike(recorded, declared)
            && isSame(
                canonical(canonicalRecorded, table, t -> t.findConstraint(recorded.requiredName())),
                canonical(canonicalDeclared, table, t -> t.findConstraint(declared.requiredName())),
                Constraint::named));
  }

  /** Whether two indexes of a table are the same but for their names. */
  public boolean isSame(QualifiedName table, Index recorded, Index declared) {
    Index spelled = (Index) texts.spelledAs(declared, recorded);
    return spelled.named(recorded.requiredName()).equals(recorded)
        || (texts.areAlike(recorded, declared)
            && isSame(
                canonical(canonicalRecorded, table, t -> t.findIndex(recorded.requiredName())),
                canonical(canonicalDeclared, table, t -> t.findIndex(declared.requiredName())),
                Index::named));
  }

  /** Whether two views are the same but for their names. */
  public boolean isSame(View recorded, View declared) {
    return recorded.reads().equals(declared.reads())
        && texts.of(recorded).equals(texts.of(declared));
  }

  private static <T> Optional<T> canonical(
      Schema schema, QualifiedName table, Function<Table, Optional<T>> element) {
    return schema.findTable(table).flatMap(element);
  }

  private static <T> boolean isSame(
      Optional<T> recorded, Optional<T> declared, BiFunction<T, String, T> named) {
    return recorded.isPresent()
        && declared.isPresent()
        && named.apply(recorded.get(), "x").equals(named.apply(declared.get(), "x"));
  }
}
