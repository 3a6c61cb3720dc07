package dev.migrate.schema;

import dev.migrate.error.Arguments;
import dev.migrate.error.DefinitionException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A table as a model declares it, with the names that it and its elements had before. Immutable.
 *
 * @param table the table
 * @param formerName the name under which the revisions may still know it
 * @param formerElements for columns, constraints and indexes that had another name: the present
 *     name and the former one
 */
public record DeclaredTable(
    Table table, Optional<QualifiedName> formerName, Map<ElementName, String> formerElements) {

  /**
   * Copies, and checks the former names.
   *
   * @throws DefinitionException if a former name is the present one, the table has an element of
   *     that name, or two elements had it
   */
  public DeclaredTable {
    Objects.requireNonNull(table, "table");
    formerElements = Map.copyOf(formerElements);
    Map<ElementName, ElementName> present = new TreeMap<>();
    for (ElementName element : new TreeSet<>(formerElements.keySet())) {
      ElementName former = element.withName(Objects.requireNonNull(formerElements.get(element)));
      if (has(table, former)) {
        throw new DefinitionException(
            "the "
                + element
                + " was "
                + former.part().orElseThrow()
                + ", and the table still has "
                + article(former.kind())
                + " of that name",
            "remove was(…), or that " + former.kind());
      }
      ElementName other = present.put(former, element);
      if (other != null) {
        throw new DefinitionException(
            "two "
                + plural(element.kind())
                + " of table "
                + table.name()
                + " were "
                + former.part().orElseThrow()
                + ": "
                + other.part().orElseThrow()
                + " and "
                + element.part().orElseThrow(),
            element.kind() == ElementName.Kind.COLUMN
                ? "keep was(…) at the one that has its values"
                : "keep was(…) at one of them");
      }
    }
    if (formerName.equals(Optional.of(table.name()))) {
      throw new DefinitionException(
          "the table " + table.name() + " was " + table.name(), "name the former table in was(…)");
    }
  }

  private static boolean has(Table table, ElementName element) {
    String name = element.part().orElseThrow();
    return switch (element.kind()) {
      case COLUMN -> table.findColumn(name).isPresent();
      case CONSTRAINT -> table.findConstraint(name).isPresent();
      default -> table.findIndex(name).isPresent();
    };
  }

  private static String plural(ElementName.Kind kind) {
    return kind + (kind == ElementName.Kind.INDEX ? "es" : "s");
  }

  private static String article(ElementName.Kind kind) {
    return (kind == ElementName.Kind.INDEX ? "an " : "a ") + kind;
  }

  /**
   * A table of these elements.
   *
   * @throws DefinitionException if there is no column, or elements do not fit together
   */
  public static DeclaredTable of(QualifiedName name, List<? extends ModelElement> elements) {
    List<TableElement> present = new ArrayList<>();
    Map<ElementName, String> former = new HashMap<>();
    for (ModelElement element : elements) {
      if (element instanceof RenamedElement renamed) {
        present.add(renamed.element());
        former.put(renamed.nameIn(name), renamed.formerName());
      } else {
        present.add((TableElement) element);
      }
    }
    return new DeclaredTable(Table.of(name, present), Optional.empty(), former);
  }

  /** A table that had no other name. */
  public static DeclaredTable of(Table table) {
    return new DeclaredTable(table, Optional.empty(), Map.of());
  }

  /**
   * Says what the table was called before, so that a generated revision renames it.
   *
   * @param name the former name, as {@link QualifiedName#of} reads it; without a schema, the one of
   *     the table
   * @throws DefinitionException if it is the present name, or was given before
   */
  public DeclaredTable was(String name) {
    if (formerName.isPresent()) {
      throw new DefinitionException(
          "the table " + table.name() + " already was " + formerName.get(), "call was(…) once");
    }
    QualifiedName given = QualifiedName.of(Arguments.requireGiven(name, "the former name"));
    QualifiedName former =
        given.namespace().isPresent() ? given : table.name().sibling(given.name());
    return new DeclaredTable(table, Optional.of(former), formerElements);
  }
}
