package dev.migrate.model;

import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.ElementName;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.Index;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SchemaDifference;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.Table;
import dev.migrate.schema.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Puts the elements that a model ignores into it as the revisions have them. */
final class IgnoredParts {

  private final List<IgnoredElement> ignored;
  private final Schema recorded;

  IgnoredParts(List<IgnoredElement> ignored, Schema recorded) {
    this.ignored = ignored;
    this.recorded = recorded;
  }

  private boolean covers(ElementName name) {
    return ignored.stream().anyMatch(one -> one.covers(name));
  }

  /** The ignored elements in which model and revisions agree. */
  List<IgnoredElement> unused(Schema model) {
    if (ignored.isEmpty()) {
      return List.of();
    }
    SchemaDifference difference = SchemaDifference.between(model, recorded);
    return ignored.stream()
        .filter(
            one -> difference.entries().stream().noneMatch(entry -> one.covers(entry.element())))
        .toList();
  }

  /** The model with the ignored elements as they are in the revisions. */
  Schema leftIn(Schema model) {
    if (ignored.isEmpty()) {
      return model;
    }
    Schema result = model;
    for (QualifiedName name : model.names()) {
      if (covers(ElementName.table(name))) {
        result = result.without(name);
      }
    }
    for (Table table : recorded.tables()) {
      if (covers(ElementName.table(table.name()))) {
        result = result.with(table);
      }
    }
    for (View view : recorded.views()) {
      result = covers(ElementName.view(view.name())) ? result.with(view) : result;
    }
    for (Sequence sequence : recorded.sequences()) {
      result = covers(ElementName.sequence(sequence.name())) ? result.with(sequence) : result;
    }
    for (EnumType type : recorded.enumTypes()) {
      result = covers(ElementName.enumType(type.name())) ? result.with(type) : result;
    }
    for (Table table : model.tables()) {
      Optional<Table> known = recorded.findTable(table.name());
      if (known.isPresent() && !covers(ElementName.table(table.name()))) {
        result = result.with(leftIn(table, known.get()));
      }
    }
    return result;
  }

  private Table leftIn(Table table, Table known) {
    QualifiedName name = table.name();
    return table.withElements(
        leftIn(
            table.columns(),
            known.columns(),
            column -> covers(ElementName.column(name, column.name())),
            Column::name),
        leftIn(
            table.constraints(),
            known.constraints(),
            one -> covers(ElementName.constraint(name, one.requiredName())),
            Constraint::requiredName),
        leftIn(
            table.indexes(),
            known.indexes(),
            one -> covers(ElementName.index(name, one.requiredName())),
            Index::requiredName));
  }

  /** The declared elements in their places, the ignored ones as they are recorded. */
  private static <T> List<T> leftIn(
      List<T> declared, List<T> recorded, Predicate<T> isIgnored, Function<T, String> name) {
    List<T> result = new ArrayList<>();
    for (T one : declared) {
      if (isIgnored.test(one)) {
        recorded.stream()
            .filter(known -> name.apply(known).equals(name.apply(one)))
            .forEach(result::add);
      } else {
        result.add(one);
      }
    }
    recorded.stream()
        .filter(isIgnored)
        .filter(one -> result.stream().noneMatch(kept -> name.apply(kept).equals(name.apply(one))))
        .forEach(result::add);
    return result;
  }
}
