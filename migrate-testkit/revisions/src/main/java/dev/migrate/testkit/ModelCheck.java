package dev.migrate.testkit;

import dev.migrate.dialect.Dialect;
import dev.migrate.error.Facts;
import dev.migrate.model.ModelComparison;
import dev.migrate.model.SchemaSource;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SchemaDifference;
import org.opentest4j.AssertionFailedError;

/** Whether revisions make what a model declares. */
final class ModelCheck {

  private ModelCheck() {}

  /** Fails if a revision could be generated. */
  static void require(SchemaSource model, Schema recorded, Dialect dialect) {
    ModelComparison comparison =
        ModelComparison.of(recorded, model.declared(dialect, recorded), dialect);
    SchemaDifference difference = comparison.difference();
    if (!difference.isEmpty()) {
      throw new AssertionFailedError(
          Facts.of("the revisions do not make the schema that the model declares")
              .with("database", dialect.capabilities().database())
              .with("compared", "expected: the model; actual: the revisions")
              .with("differs", difference.toString())
              .with("likely", "the model was changed, and no revision was generated for it")
              .next(
                  "generate one, or correct the model;\n"
                      + "for a difference that is to stay: model.ignoring(\"…\", \"why\")")
              .toString(),
          comparison.target(),
          recorded);
    }
  }
}
