package dev.migrate.schema;

import dev.migrate.error.Arguments;
import dev.migrate.error.DefinitionException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A table as a model declares it, with the names that it and its columns had before. Immutable.
 *
 * @param table the table
 * @param formerName the name under which the revisions may still know it
 * @param formerColumns for columns that had another name: the present name and the former one
 */
public record DeclaredTable(
    Table table, Optional<QualifiedName> formerName, Map<String, String> formerColumns) {

  /**
   * Copies, and checks the former names.
   *
   * @throws DefinitionException if a former name is the present one, the table has a column of that
   *     name, or two columns had it
   */
  public DeclaredTable {
    Objects.requireNonNull(table, "table");
    formerColumns = Map.copyOf(formerColumns);
    for (Map.Entry<String, String> former : formerColumns.entrySet()) {
      table.column(former.getKey());
      if (table.findColumn(former.getValue()).isPresent()) {
        throw new DefinitionException(
            "the column "
                + former.getKey()
                + " of table "
                + table.name()
                + " was "
                + former.getValue()
                + ", and the table still has a column of that name",
            "remove was(…), or that column");
      }
    }
    requireOneEach(table.name(), formerColumns);
    if (formerName.equals(Optional.of(table.name()))) {
      throw new DefinitionException(
          "the table " + table.name() + " was " + table.name(), "name the former table in was(…)");
    }
  }

  private static void requireOneEach(QualifiedName table, Map<String, String> formerColumns) {
    Map<String, String> columns = new TreeMap<>();
    for (String column : new TreeSet<>(formerColumns.keySet())) {
      String former = formerColumns.get(column);
      String other = columns.put(former, column);
      if (other != null) {
        throw new DefinitionException(
            "two columns of table " + table + " were " + former + ": " + other + " and " + column,
            "keep was(…) at the one that has its values");
      }
    }
  }

  /**
   * A table of these elements.
   *
   * @throws DefinitionException if there is no column, or elements do not fit together
   */
  public static DeclaredTable of(QualifiedName name, List<? extends ModelElement> elements) {
    List<TableElement> present = new ArrayList<>();
    Map<String, String> former = new LinkedHashMap<>();
    for (ModelElement element : elements) {
      if (element instanceof RenamedColumn renamed) {
        present.add(renamed.column());
        former.put(renamed.column().name(), renamed.formerName());
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
    return new DeclaredTable(table, Optional.of(former), formerColumns);
  }
}
