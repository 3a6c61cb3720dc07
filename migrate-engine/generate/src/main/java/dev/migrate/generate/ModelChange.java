package dev.migrate.generate;

import dev.migrate.dialect.Dialect;
import dev.migrate.model.DeclaredSchema;
import dev.migrate.model.ModelComparison;
import dev.migrate.model.Rename;
import dev.migrate.model.SchemaSource;
import dev.migrate.operation.InsertRows;
import dev.migrate.operation.Operation;
import dev.migrate.schema.ElementName;
import dev.migrate.schema.ElementName.Kind;
import dev.migrate.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * What the revisions lack to make what a model declares. Immutable.
 *
 * @param model what the model declares
 * @param operations what is missing, in order
 * @param questions what has to be answered before it can be done
 */
record ModelChange(DeclaredSchema model, List<Operation> operations, List<Question> questions) {

  /** Names of tables first: the answers for their parts have them. */
  private static final List<Function<GoneElements, List<Gone>>> STAGES =
      List.of(GoneElements::objects, GoneElements::parts, GoneElements::definitions);

  /** What somebody can drop although the model has no words for it. */
  private static final Set<Kind> OBJECTS =
      Set.of(Kind.TABLE, Kind.SEQUENCE, Kind.VIEW, Kind.ENUM_TYPE);

  ModelChange {
    operations = List.copyOf(operations);
    questions = List.copyOf(questions);
  }

  /**
   * Compares a model with the schema of the revisions.
   *
   * @param asked what somebody was asked before these answers
   * @throws dev.migrate.error.DefinitionException if an answer belongs to no question
   */
  static ModelChange of(
      Schema before, SchemaSource source, Dialect dialect, Answers answers, List<Question> asked) {
    Decisions decisions = new Decisions(answers, asked);
    List<Operation> operations = new ArrayList<>();
    Schema renamed = before;
    DeclaredSchema model = source.declared(dialect, before);
    for (Rename rename : model.renames()) {
      if (isOpen(rename, renamed)) {
        Operation operation = RenameOperations.of(rename);
        operations.add(operation);
        renamed = operation.applyTo(renamed);
      }
    }
    if (!operations.isEmpty()) {
      model = source.declared(dialect, renamed);
    }
    Schema target = ModelComparison.of(renamed, model, dialect).target();
    for (Function<GoneElements, List<Gone>> stage : STAGES) {
      GoneElements gone =
          new GoneElements(
              renamed, target, dialect, model.leftAlone(), RenameOperations.columns(operations));
      List<Operation> renames =
          RenameOrder.of(decisions.renames(stage.apply(gone)), renamed, target);
      if (!renames.isEmpty()) {
        operations.addAll(renames);
        renamed = Operation.applyAll(renames, renamed);
        model = source.declared(dialect, renamed);
        target = ModelComparison.of(renamed, model, dialect).target();
      }
    }
    for (ElementName element : model.leftAlone()) {
      if (OBJECTS.contains(element.kind()) && decisions.drops(element)) {
        target = target.without(element.object());
        List<ElementName> others =
            model.leftAlone().stream().filter(other -> !element.contains(other)).toList();
        model = model.withLeftAlone(others);
      }
    }
    FilledColumns filled = new FilledColumns(renamed, decisions);
    List<Operation> between = filled.in(SchemaOperations.between(renamed, target));
    new Destruction(decisions).requireConsent(between, renamed);
    operations.addAll(between);
    for (InsertRows rows : model.rows()) {
      if (renamed.findTable(rows.table()).isEmpty() && target.findTable(rows.table()).isPresent()) {
        operations.add(rows);
      }
    }
    decisions.requireAllUsed();
    return new ModelChange(model, operations, decisions.open());
  }

  /** A model keeps its hints after the element has been renamed. */
  private static boolean isOpen(Rename rename, Schema schema) {
    ElementName from = rename.from();
    return schema.has(from) && !schema.has(from.withName(rename.to()));
  }
}
