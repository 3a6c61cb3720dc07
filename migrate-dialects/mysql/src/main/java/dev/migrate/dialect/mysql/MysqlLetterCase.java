package dev.migrate.dialect.mysql;

import dev.migrate.dialect.Statement;
import dev.migrate.operation.Cell;
import dev.migrate.operation.Footprint;
import dev.migrate.operation.Operation;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Names of tables, views and databases with upper-case letters. Some servers keep them in lower
 * case, so that the catalogue does not have what was declared; there, such a name is refused.
 *
 * @see <a href="https://dev.mysql.com/doc/refman/8.4/en/identifier-case-sensitivity.html">{@code
 *     lower_case_table_names}</a>
 */
final class MysqlLetterCase {

  private MysqlLetterCase() {}

  /** A query that finds nothing where names are kept as they are; none if that does not matter. */
  static List<Statement> checks(
      MysqlDefinitions definitions, List<Operation> operations, Schema before) {
    Set<String> names = new TreeSet<>();
    Schema schema = before;
    for (Operation operation : operations) {
      Schema after = operation.applyTo(schema);
      Set<String> changed = new HashSet<>();
      changed(schema).forEach(changed::add);
      changed(after).forEach(changed::add);
      if (!changed.isEmpty()) {
        Set<String> used = names(operation.footprint(schema)).collect(Collectors.toSet());
        changed.removeIf(name -> !used.contains(name.toLowerCase(Locale.ROOT)));
        names.addAll(changed);
      }
      schema = after;
    }
    if (names.isEmpty()) {
      return List.of();
    }
    List<String> changed =
        names.stream().map(name -> name + " as " + name.toLowerCase(Locale.ROOT)).toList();
    String problem =
        "the server keeps "
            + String.join(", ", changed)
            + " (lower_case_table_names = 1): write the names of tables in lower case";
    String sql =
        "SELECT "
            + definitions.mysqlLiterals().text(problem)
            + " AS problem FROM DUAL WHERE @@lower_case_table_names = 1";
    return List.of(Statement.check(sql, operations.get(operations.size() - 1)));
  }

  /** Names that are not in lower case. */
  private static Stream<String> changed(Schema schema) {
    return schema.names().stream()
        .flatMap(MysqlLetterCase::parts)
        .filter(name -> !name.equals(name.toLowerCase(Locale.ROOT)));
  }

  private static Stream<String> parts(QualifiedName name) {
    return Stream.concat(name.namespace().stream(), Stream.of(name.name()));
  }

  /** The objects that an operation uses, in lower case as footprints have them. */
  private static Stream<String> names(Footprint footprint) {
    return Stream.of(footprint.reads(), footprint.writes(), footprint.adds())
        .flatMap(Set::stream)
        .filter(cell -> cell.aspect() == Cell.Aspect.RELATION)
        .flatMap(cell -> cell.object().stream())
        .flatMap(MysqlLetterCase::parts);
  }
}
