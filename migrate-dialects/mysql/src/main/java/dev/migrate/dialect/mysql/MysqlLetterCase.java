package dev.migrate.dialect.mysql;

import dev.migrate.dialect.Statement;
import dev.migrate.operation.Cell;
import dev.migrate.operation.Footprint;
import dev.migrate.operation.Operation;
import dev.migrate.schema.Schema;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
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
      names(operation.footprint(schema)).filter(MysqlLetterCase::isChanged).forEach(names::add);
      schema = operation.applyTo(schema);
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

  private static Stream<String> names(Footprint footprint) {
    return Stream.of(footprint.reads(), footprint.writes(), footprint.adds())
        .flatMap(Set::stream)
        .filter(cell -> cell.aspect() == Cell.Aspect.RELATION)
        .flatMap(cell -> cell.object().stream())
        .flatMap(name -> Stream.concat(name.namespace().stream(), Stream.of(name.name())));
  }

  private static boolean isChanged(String name) {
    return !name.equals(name.toLowerCase(Locale.ROOT));
  }
}
