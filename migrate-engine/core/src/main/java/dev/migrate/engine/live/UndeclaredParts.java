package dev.migrate.engine.live;

import dev.migrate.engine.plan.RestatedElements.Loss;
import dev.migrate.schema.Check;
import dev.migrate.schema.ElementName;
import dev.migrate.schema.ElementName.Kind;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SchemaDifference;
import dev.migrate.schema.SchemaDifference.Entry;
import dev.migrate.schema.UnmodelledElement;
import java.util.List;
import java.util.Optional;

/**
 * What a database has and no revision declared.
 *
 * @param all every difference to what is declared, but for what is missing
 * @param live the database in canonical form
 * @param inspected the database in its own words
 */
public record UndeclaredParts(SchemaDifference all, Schema live, Schema inspected) {

  /** The differences that are gone once these elements, in canonical names, are restated. */
  public SchemaDifference lostWith(List<ElementName> elements, Loss loss) {
    return all.where(
        entry ->
            elements.stream()
                .anyMatch(
                    element ->
                        loss == Loss.DEPENDENTS
                            ? dependsOn(entry, element)
                            : element.contains(entry.element()) || isAt(element, entry)));
  }

  /** The objects that go along with these elements, in canonical names. */
  public List<UnmodelledElement> objectsLostWith(List<ElementName> elements, Loss loss) {
    return loss == Loss.DEFINITION
        ? List.of()
        : live.unmodelled().stream()
            .filter(object -> !object.isAttribute())
            .filter(object -> elements.stream().anyMatch(element -> isOf(object, element, loss)))
            .toList();
  }

  private static boolean isOf(UnmodelledElement object, ElementName element, Loss loss) {
    if (loss == Loss.DEPENDENTS) {
      return element.kind() == Kind.SCHEMA
          && (object.name().startsWith(element.object().name() + ".")
              || object.owner().filter(owner -> isInside(owner, element)).isPresent());
    }
    return object.owner().filter(element::equals).isPresent();
  }

  private static boolean isInside(ElementName name, ElementName namespace) {
    return name.equals(namespace)
        || name.object().namespace().equals(Optional.of(namespace.object().name()));
  }

  /** A check that stands in the definition of a column is restated with it. */
  private boolean isAt(ElementName column, Entry entry) {
    return column.kind() == Kind.COLUMN
        && entry.element().kind() == Kind.CONSTRAINT
        && entry.element().object().equals(column.object())
        && live.findTable(column.object())
            .flatMap(table -> table.findConstraint(entry.element().part().orElseThrow()))
            .filter(known -> known instanceof Check check && check.atColumn().equals(column.part()))
            .isPresent();
  }

  /**
   * With a column some databases drop constraints and indexes over it and others, or take it out of
   * them; with a schema, some drop all that is in it.
   */
  private boolean dependsOn(Entry entry, ElementName dropped) {
    ElementName element = entry.element();
    if (!entry.isUnexpected()) {
      return false;
    } else if (dropped.kind() == Kind.SCHEMA) {
      return isInside(element, dropped);
    }
    boolean rule = element.kind() == Kind.CONSTRAINT || element.kind() == Kind.INDEX;
    return rule
        && element.object().equals(dropped.object())
        && inspected
            .findTable(element.object())
            .filter(
                table ->
                    table
                        .rulesUsing(dropped.part().orElseThrow())
                        .contains(element.part().orElseThrow()))
            .isPresent();
  }
}
