package dev.migrate.model;

import dev.migrate.error.DefinitionException;
import dev.migrate.schema.DeclaredTable;
import dev.migrate.schema.QualifiedName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The names that the tables of a model had before. */
final class FormerTables {

  private FormerTables() {}

  /**
   * Checks that a former name belongs to one table.
   *
   * @throws DefinitionException if two tables had it, or one has it now
   */
  static void require(List<DeclaredTable> tables) {
    Map<QualifiedName, QualifiedName> former = new HashMap<>();
    for (DeclaredTable declared : tables) {
      QualifiedName name = declared.table().name();
      if (declared.formerName().isPresent()) {
        QualifiedName other = former.put(declared.formerName().get(), name);
        if (other != null) {
          throw new DefinitionException(
              "two tables were " + declared.formerName().get() + ": " + other + " and " + name,
              "keep was(…) at the one that has its rows");
        }
      }
    }
    for (DeclaredTable declared : tables) {
      QualifiedName name = declared.table().name();
      if (former.containsKey(name)) {
        throw new DefinitionException(
            "the table "
                + former.get(name)
                + " was "
                + name
                + ", and the model still has a table of that name",
            "remove was(…), or that table");
      }
    }
  }
}
