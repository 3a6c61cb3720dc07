package dev.migrate.dialect.ansi;

import dev.migrate.dialect.Statement;
import dev.migrate.operation.AlterColumn;
import dev.migrate.schema.Column;
import dev.migrate.schema.DataType;
import dev.migrate.schema.EnumLabels;
import dev.migrate.schema.EnumReference;
import dev.migrate.schema.Schema;
import dev.migrate.schema.TypeChange;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The check before a column loses labels: no row has one of them. A database would refuse such a
 * row too, but some do not say what is wrong with it.
 */
public final class RemovedLabels {

  private final AnsiDefinitions definitions;
  private final String textType;

  /**
   * @param textType the type to which a label is cast
   */
  public RemovedLabels(AnsiDefinitions definitions, String textType) {
    this.definitions = definitions;
    this.textType = textType;
  }

  /** The check, if an operation takes labels away and does not say what becomes of them. */
  public Optional<Statement> check(AlterColumn operation, Schema before) {
    Column column = before.table(operation.table()).column(operation.column());
    return operation.changes().stream()
        .filter(TypeChange.class::isInstance)
        .map(TypeChange.class::cast)
        .filter(change -> change.using().isEmpty())
        .map(change -> removed(column.type(), change.type(), before))
        .filter(labels -> !labels.isEmpty())
        .map(labels -> Statement.check(query(operation, labels), operation))
        .findFirst();
  }

  private List<String> removed(DataType from, DataType to, Schema schema) {
    Optional<List<String>> kept = labels(to, schema);
    return kept.isEmpty()
        ? List.of()
        : labels(from, schema).orElse(List.of()).stream()
            .filter(label -> !kept.get().contains(label))
            .toList();
  }

  private Optional<List<String>> labels(DataType declared, Schema schema) {
    DataType type = declared.on(definitions.dialects());
    if (type instanceof EnumReference reference) {
      return Optional.of(schema.enumType(reference.type()).labels());
    }
    return type instanceof EnumLabels known ? Optional.of(known.labels()) : Optional.empty();
  }

  private String query(AlterColumn operation, List<String> labels) {
    String value = "CAST(" + definitions.names().name(operation.column()) + " AS " + textType + ")";
    String problem =
        "rows of "
            + operation.table()
            + " have a label that the column "
            + operation.column()
            + " loses; give them another one before, with op.update(…)";
    return "SELECT DISTINCT "
        + definitions.literals().text(problem)
        + " AS problem, "
        + value
        + " AS label FROM "
        + definitions.names().name(operation.table())
        + " WHERE "
        + value
        + " IN ("
        + labels.stream().map(definitions.literals()::text).collect(Collectors.joining(", "))
        + ")";
  }
}
