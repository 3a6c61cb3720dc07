package dev.migrate.dialect.ansi;

import dev.migrate.dialect.Statement;
import dev.migrate.operation.Assignment;
import dev.migrate.operation.DeleteRows;
import dev.migrate.operation.InsertRows;
import dev.migrate.operation.Row;
import dev.migrate.operation.UpdateRows;
import dev.migrate.schema.Column;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.Expression;
import dev.migrate.schema.IdentityMode;
import dev.migrate.schema.Literal;
import dev.migrate.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Changes of rows in standard SQL. Immutable and thread-safe. */
public class AnsiRows {

  /** The most rows that one statement inserts or deletes. */
  public static final int ROWS_PER_STATEMENT = 500;

  /** The words inside of the statements. */
  protected final AnsiDefinitions definitions;

  /**
   * Creates the statements.
   *
   * @param definitions the words inside of the statements
   */
  public AnsiRows(AnsiDefinitions definitions) {
    this.definitions = definitions;
  }

  /**
   * Inserts rows, so many at a time that the statement stays readable for the database.
   *
   * @return a statement for each chunk
   */
  public List<Statement> insert(InsertRows operation, Table table) {
    List<Column> columns = columns(operation.columns(), table);
    String head =
        "INSERT INTO "
            + definitions.names().name(table.name())
            + " "
            + definitions.names().list(operation.columns())
            + overriding(columns)
            + " VALUES\n  ";
    List<Statement> statements = new ArrayList<>();
    for (List<Row> chunk : chunks(operation.rows())) {
      List<String> rows = chunk.stream().map(row -> row(columns, row)).toList();
      statements.add(
          Statement.data(
              head + String.join(",\n  ", rows),
              new InsertRows(operation.table(), operation.columns(), chunk)));
    }
    columns.stream()
        .filter(column -> column.identityMode().isPresent())
        .flatMap(column -> goOn(table, column).stream())
        .forEach(sql -> statements.add(Statement.structure(sql, operation)));
    return statements;
  }

  /**
   * Lets an identity go on after the numbers that rows name, and leaves it where it is beyond them
   * already. Done twice, it does the same.
   *
   * @return the SQL; empty where the database does this automatically
   */
  protected Optional<String> goOn(Table table, Column identity) {
    return Optional.empty();
  }

  /**
   * Lets an insert set an identity column that is always generated: a revision that states the
   * number means it, and so does a downgrade that restores rows.
   *
   * @param columns the columns that the insert names
   * @return the SQL, with a space in front; empty if nothing is needed
   */
  protected String overriding(List<Column> columns) {
    boolean always =
        columns.stream().anyMatch(c -> c.identityMode().equals(Optional.of(IdentityMode.ALWAYS)));
    return always ? " OVERRIDING SYSTEM VALUE" : "";
  }

  /**
   * Changes rows.
   *
   * @param operation the new values, and which rows get them
   */
  public List<Statement> update(UpdateRows operation, Table table) {
    List<String> assignments =
        operation.change().assignments().stream().map(a -> assignment(a, table)).toList();
    List<String> conditions =
        operation.change().conditions().stream()
            .map(c -> condition(table.column(c.column()), literal(c)))
            .toList();
    String which = conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    String sql =
        "UPDATE "
            + definitions.names().name(table.name())
            + " SET "
            + String.join(", ", assignments)
            + which;
    return List.of(Statement.data(sql, operation));
  }

  /**
   * Deletes rows, so many at a time that the statement stays readable for the database.
   *
   * @return a statement for each chunk
   */
  public List<Statement> delete(DeleteRows operation, Table table) {
    List<Column> columns = columns(operation.columns(), table);
    String head = "DELETE FROM " + definitions.names().name(table.name()) + " WHERE ";
    return chunks(operation.rows()).stream()
        .map(
            chunk ->
                Statement.data(
                    head + conditions(columns, chunk),
                    new DeleteRows(operation.table(), operation.columns(), chunk)))
        .toList();
  }

  private static Literal literal(Assignment condition) {
    return new Row(List.of(condition.value())).literals().get(0);
  }

  /**
   * Whether a column has a value.
   *
   * @param value the value; NULL for a column without one
   */
  protected String condition(Column column, Literal value) {
    String name = definitions.names().name(column.name());
    if (value.kind() == Literal.Kind.NULL) {
      return name + " IS NULL";
    }
    String compared = compared(column, value);
    return name
        + " = "
        + compared
        + exact(column).map(e -> " AND " + e + " = " + compared).orElse("");
  }

  /**
   * A value to compare a column with.
   *
   * @param value the value, which is not NULL
   */
  protected String compared(Column column, Literal value) {
    return definitions.value(value, column.type());
  }

  /**
   * What distinguishes values of a column that the column's own comparison takes for equal, such as
   * upper and lower case: rows that an operation names by their values are these and no others.
   *
   * @return the column in an expression that is compared as well; empty if {@code =} is enough
   */
  protected Optional<String> exact(Column column) {
    return Optional.empty();
  }

  private String conditions(List<Column> columns, List<Row> rows) {
    if (columns.size() == 1) {
      return condition(columns.get(0), rows.stream().map(row -> row.literals().get(0)).toList());
    }
    List<String> each =
        rows.stream()
            .map(
                row ->
                    String.join(
                        " AND ",
                        IntStream.range(0, columns.size())
                            .mapToObj(i -> condition(columns.get(i), row.literals().get(i)))
                            .toList()))
            .toList();
    return each.size() == 1 ? each.get(0) : "(" + String.join(")\n  OR (", each) + ")";
  }

  private String condition(Column column, List<Literal> values) {
    List<Literal> known = values.stream().filter(v -> v.kind() != Literal.Kind.NULL).toList();
    List<String> conditions = new ArrayList<>();
    if (known.size() == 1) {
      conditions.add(condition(column, known.get(0)));
    } else if (!known.isEmpty()) {
      String list =
          " IN (" + String.join(", ", known.stream().map(v -> compared(column, v)).toList()) + ")";
      conditions.add(
          definitions.names().name(column.name())
              + list
              + exact(column).map(e -> " AND " + e + list).orElse(""));
    }
    if (known.size() < values.size()) {
      conditions.add(condition(column, Literal.NULL));
    }
    return String.join(" OR ", conditions);
  }

  private String assignment(Assignment assignment, Table table) {
    Column column = table.column(assignment.column());
    return definitions.names().name(column.name()) + " = " + value(assignment.value(), column);
  }

  private String row(List<Column> columns, Row row) {
    return IntStream.range(0, columns.size())
        .mapToObj(i -> value(row.values().get(i), columns.get(i)))
        .collect(Collectors.joining(", ", "(", ")"));
  }

  /**
   * A value that is stored.
   *
   * @param value a constant, or what the database computes
   */
  protected String value(DefaultValue value, Column column) {
    DefaultValue chosen = value.on(definitions.dialects());
    if (chosen instanceof Literal literal) {
      return definitions.value(literal, column.type());
    }
    return chosen instanceof Expression text
        ? "(" + definitions.expression(text) + ")"
        : definitions.defaultValue(chosen, column.type());
  }

  private static List<Column> columns(List<String> names, Table table) {
    return names.stream().map(table::column).toList();
  }

  private static List<List<Row>> chunks(List<Row> rows) {
    List<List<Row>> chunks = new ArrayList<>();
    for (int from = 0; from < rows.size(); from += ROWS_PER_STATEMENT) {
      chunks.add(rows.subList(from, Math.min(rows.size(), from + ROWS_PER_STATEMENT)));
    }
    return chunks;
  }
}
