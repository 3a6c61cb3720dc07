package dev.migrate.model;

import dev.migrate.dialect.Dialect;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SchemaDifference;
import java.util.List;

/**
 * A model beside the schema that the revisions make, in the words of one database. Immutable.
 *
 * <p>Only differences that the database would store count: two spellings of a type are none, nor is
 * the name of a constraint that the model leaves open.
 *
 * @param target the schema of the revisions, with what the model declares differently
 * @param difference what differs: the model is expected, the revisions are actual
 * @param unused the elements to be ignored in which nothing differs
 */
public record ModelComparison(
    Schema target, SchemaDifference difference, List<IgnoredElement> unused) {

  /** Copies. */
  public ModelComparison {
    unused = List.copyOf(unused);
  }

  /**
   * Compares a model with the schema that the revisions make.
   *
   * @param recorded the schema of the revisions
   * @param model what the model declares for the dialect
   */
  public static ModelComparison of(Schema recorded, DeclaredSchema model, Dialect dialect) {
    Schema aligned =
        new ConstraintNames(dialect.canonical(recorded), dialect.canonical(model.schema()))
            .aligned(model.schema());
    IgnoredParts ignored = new IgnoredParts(model.ignored(), recorded);
    Schema wanted = ignored.leftIn(aligned);
    Schema target = new ModelMerge(recorded, wanted, dialect).merged();
    return new ModelComparison(
        target, SchemaDifference.between(target, recorded), ignored.unused(aligned));
  }
}
