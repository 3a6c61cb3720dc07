package dev.migrate.model;

import dev.migrate.dialect.Dialect;
import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.Index;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableElement;
import dev.migrate.schema.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The schema that a model declares, in the words of the revisions wherever both mean the same on
 * one database.
 */
final class ModelMerge {

  private final Schema recorded;
  private final Schema model;
  private final Schema canonicalRecorded;
  private final Schema canonicalModel;
  private final ComparableTexts texts;

  ModelMerge(Schema recorded, Schema model, Dialect dialect) {
    this.recorded = recorded;
    this.model = model;
    this.canonicalRecorded = dialect.canonical(recorded);
    this.canonicalModel = dialect.canonical(model);
    this.texts = new ComparableTexts(dialect);
  }

  Schema merged() {
    Schema merged = model;
    for (Table table : model.tables()) {
      Optional<Table> known = recorded.findTable(table.name());
      if (known.isPresent()) {
        merged = merged.with(merged(table, known.get()));
      }
    }
    for (View view : model.views()) {
      Optional<View> known = recorded.findView(view.name());
      if (known.isPresent() && texts.of(view).equals(texts.of(known.get()))) {
        merged = merged.with(known.get());
      }
    }
    for (Sequence sequence : model.sequences()) {
      Optional<Sequence> known = recorded.findSequence(sequence.name());
      if (known.isPresent()
          && canonicalRecorded
              .findSequence(sequence.name())
              .equals(canonicalModel.findSequence(sequence.name()))) {
        merged = merged.with(known.get());
      }
    }
    return merged;
  }

  private Table merged(Table table, Table known) {
    QualifiedName name = table.name();
    Table declared = canonicalModel.table(name);
    Table made = canonicalRecorded.table(name);
    return table
        .withElements(
            merged(
                table.columns(), known.columns(), declared.columns(), made.columns(), Column::name),
            merged(
                table.constraints(),
                known.constraints(),
                declared.constraints(),
                made.constraints(),
                Constraint::requiredName),
            merged(
                table.indexes(),
                known.indexes(),
                declared.indexes(),
                made.indexes(),
                Index::requiredName))
        .withComment(declared.comment().equals(made.comment()) ? known.comment() : table.comment())
        .withOptions(declared.options().equals(made.options()) ? known.options() : table.options());
  }

  private <T extends TableElement> List<T> merged(
      List<T> declared,
      List<T> recorded,
      List<T> canonicalDeclared,
      List<T> canonicalRecorded,
      Function<T, String> name) {
    List<T> merged = new ArrayList<>();
    for (T one : declared) {
      String own = name.apply(one);
      merged.add(
          find(recorded, own, name)
              .filter(known -> texts.of(known).equals(texts.of(one)))
              .filter(
                  known ->
                      find(canonicalDeclared, own, name).equals(find(canonicalRecorded, own, name)))
              .orElse(one));
    }
    return merged;
  }

  private static <T> Optional<T> find(List<T> all, String wanted, Function<T, String> name) {
    return all.stream().filter(one -> name.apply(one).equals(wanted)).findFirst();
  }
}
