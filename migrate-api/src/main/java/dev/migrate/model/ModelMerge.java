package dev.migrate.model;

import dev.migrate.dialect.Dialect;
import dev.migrate.schema.ArrayType;
import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.DataReference;
import dev.migrate.schema.DataType;
import dev.migrate.schema.EnumReference;
import dev.migrate.schema.Index;
import dev.migrate.schema.NextValue;
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
    this.texts = new ComparableTexts(dialect);
    this.canonicalModel = dialect.canonical(spelled());
  }

  /** The model with the texts of the revisions where only the spelling differs. */
  private Schema spelled() {
    Schema spelled = model;
    for (Table table : model.tables()) {
      Optional<Table> known = recorded.findTable(table.name());
      if (known.isPresent()) {
        spelled = spelled.with(spelled(table, known.get()));
      }
    }
    return spelled;
  }

  private Table spelled(Table table, Table known) {
    return table.withElements(
        spelled(table.columns(), known.columns(), Column::name, Column.class),
        spelled(
            table.constraints(), known.constraints(), Constraint::requiredName, Constraint.class),
        spelled(table.indexes(), known.indexes(), Index::requiredName, Index.class));
  }

  private <T extends TableElement> List<T> spelled(
      List<T> declared, List<T> recorded, Function<T, String> name, Class<T> type) {
    return declared.stream()
        .map(
            one ->
                find(recorded, name.apply(one), name)
                    .map(known -> type.cast(texts.spelledAs(one, known)))
                    .orElse(one))
        .toList();
  }

  Schema merged() {
    Schema merged = model;
    for (Table table : model.tables()) {
      Optional<Table> known = recorded.findTable(table.name());
      if (known.isPresent() && hasItsName(table)) {
        merged = merged.with(merged(table, known.get()));
      }
    }
    for (View view : model.views()) {
      Optional<View> known = recorded.findView(view.name());
      if (known.isPresent() && areAlike(view, known.get())) {
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

  /**
   * A view sees the columns that were there when it was created, so what it reads counts; a side
   * that does not declare it agrees with the other.
   */
  private boolean areAlike(View view, View known) {
    boolean readsAlike =
        view.reads().equals(known.reads()) || view.reads().isEmpty() || known.reads().isEmpty();
    return texts.of(view).equals(texts.of(known))
        && readsAlike
        && known.reads().stream().allMatch(this::isInModel);
  }

  private boolean isInModel(DataReference data) {
    return model.findView(data.table()).isPresent()
        || model
            .findTable(data.table())
            .filter(
                table ->
                    data.columns().stream()
                        .allMatch(column -> table.findColumn(column).isPresent()))
            .isPresent();
  }

  /**
   * Where enum types are labels of columns, the types behind equal labels can be different ones.
   */
  private boolean isInModel(TableElement element) {
    return !(element instanceof Column column)
        || (isInModel(column.type())
            && column
                .defaultValue()
                .filter(NextValue.class::isInstance)
                .map(NextValue.class::cast)
                .map(next -> model.findSequence(next.sequence()).isPresent())
                .orElse(true));
  }

  private boolean isInModel(DataType type) {
    return type instanceof ArrayType array
        ? isInModel(array.element())
        : !(type instanceof EnumReference reference)
            || model.findEnumType(reference.type()).isPresent();
  }

  /** A database that folds names has some under another one. */
  private boolean hasItsName(Table table) {
    return canonicalModel.findTable(table.name()).isPresent()
        && canonicalRecorded.findTable(table.name()).isPresent();
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
              .filter(known -> isInModel(known) && texts.areAlike(known, one))
              .filter(
                  known -> {
                    Optional<T> canonical = find(canonicalDeclared, own, name);
                    // A canonical form may hold it as another kind of element, or under another
                    // name.
                    return canonical.isPresent()
                        ? canonical.equals(find(canonicalRecorded, own, name))
                        : one.equals(known);
                  })
              .orElse(one));
    }
    return merged;
  }

  private static <T> Optional<T> find(List<T> all, String wanted, Function<T, String> name) {
    return all.stream().filter(one -> name.apply(one).equals(wanted)).findFirst();
  }
}
