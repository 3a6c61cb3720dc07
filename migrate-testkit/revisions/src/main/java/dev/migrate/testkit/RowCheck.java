package dev.migrate.testkit;

import dev.migrate.error.Facts;
import dev.migrate.operation.AddColumn;
import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.Operation;
import dev.migrate.operation.Row;
import dev.migrate.report.PlanException;
import dev.migrate.report.PlanStep;
import dev.migrate.report.Script;
import dev.migrate.report.StatementException;
import dev.migrate.schema.Column;
import dev.migrate.schema.Literal;
import dev.migrate.schema.NullabilityChange;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Table;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/**
 * What a revision does to rows that are there: it runs although tables have rows, changes only what
 * it says it changes, and going up and down again restores what it does not say is lost.
 */
final class RowCheck {

  private final Scenario scenario;
  private final PlanStep step;
  private final boolean irreversible;
  private final Map<QualifiedName, List<Row>> before = new TreeMap<>();

  private RowCheck(Scenario scenario, PlanStep step, boolean irreversible) {
    this.scenario = scenario;
    this.step = step;
    this.irreversible = irreversible;
  }

  static Optional<String> test(Scenario scenario, PlanStep step, boolean irreversible) {
    return new RowCheck(scenario, step, irreversible).run();
  }

  private Optional<String> run() {
    for (Table table : step.before().tables()) {
      before.put(table.name(), read(table.name(), names(table)));
    }
    up();
    Numbering.require(scenario, step);
    compare(KeptColumns.upwards(step), false);
    PlanStep down;
    try {
      down = scenario.migrator().downgradeScript(step.id() + "@base").plan().steps().get(0);
    } catch (PlanException refused) {
      if (irreversible) {
        return KeptColumns.silent(step).map(this::incomparable);
      }
      return Optional.of(
          Facts.of("revision " + step.title() + " keeps the rows, but cannot be undone with them")
              .with("problem", String.valueOf(refused.getMessage()))
              .toString());
    }
    SchemaCheck.down(scenario, step);
    compare(KeptColumns.upAndDown(step, down), true);
    SchemaCheck.up(scenario, step);
    return KeptColumns.silent(step).or(() -> KeptColumns.silent(down)).map(this::incomparable);
  }

  private void up() {
    Script script = scenario.migrator().upgradeScript(step.id().value());
    try {
      scenario.upgradeTo(step.id());
    } catch (StatementException failed) {
      Operation part = script.statements().get(failed.statement() - 1).part();
      boolean needsBackfill = part instanceof AddColumn || isNotNull(part);
      Facts facts =
          Facts.of("revision " + step.title() + " fails where the tables have rows")
              .with("operation", part.toString())
              .with("problem", String.valueOf(failed.getMessage()));
      if (!needsBackfill) {
        throw new TestAbortedException(
            facts
                .with(
                    "likely",
                    "if it passes the other tests, the generated rows are not what the application"
                        + "\nwould write")
                .next("bring better ones with fill(…), or test the revision with a scenario")
                .toString(),
            failed);
      }
      throw TestFailures.of(
          facts
              .with("likely", "rows that are there have no value for the column")
              .next(
                  "give the column a default, or add it nullable, fill it, and make it notNull();\n"
                      + "if there are no such rows, change them first in fill(…)"),
          failed);
    }
  }

  private static boolean isNotNull(Operation operation) {
    return operation instanceof AlterColumn alter
        && alter.changes().stream()
            .anyMatch(change -> change instanceof NullabilityChange n && !n.nullable());
  }

  private void compare(Map<QualifiedName, List<String>> kept, boolean isDown) {
    kept.forEach(
        (table, columns) -> {
          List<Row> expected = projected(table, columns);
          List<Row> actual = read(table, columns);
          RowDifference difference = RowDifference.inAnyOrder(expected, actual);
          if (isDown ? !difference.isEmpty() : !difference.missing().isEmpty()) {
            throw changed(table, columns, difference, isDown, changedColumns(table, columns));
          }
        });
  }

  /** The columns whose values differ; none if rows came or went. */
  private List<String> changedColumns(QualifiedName table, List<String> columns) {
    if (projected(table, columns).size() != read(table, columns).size()) {
      return List.of();
    }
    List<String> changed =
        columns.stream()
            .filter(
                column ->
                    !RowDifference.inAnyOrder(
                            projected(table, List.of(column)), read(table, List.of(column)))
                        .isEmpty())
            .toList();
    return changed.size() == columns.size() && columns.size() > 1 ? List.of() : changed;
  }

  private static String writes(QualifiedName table, List<String> columns) {
    List<String> names = new ArrayList<>(columns);
    names.add(0, table.toString());
    return ".writes(\"" + String.join("\", \"", names) + "\")";
  }

  private AssertionFailedError changed(
      QualifiedName table,
      List<String> columns,
      RowDifference difference,
      boolean isDown,
      List<String> changed) {
    String what =
        isDown
            ? " goes up and down again and does not restore the rows of table " + table
            : " changes rows of table " + table + " and does not declare it";
    boolean raw = step.operations().stream().anyMatch(SchemaCheck::isRaw);
    Facts facts =
        Facts.of("revision " + step.title() + what).with("columns", String.join(", ", columns));
    if (!changed.isEmpty() && changed.size() < columns.size()) {
      facts = facts.with("changed", String.join(", ", changed));
    }
    return new AssertionFailedError(
        facts
            .with("gone", RowDifference.text(difference.missing()))
            .with("instead", RowDifference.text(difference.surplus()))
            .with(
                "likely",
                raw
                    ? "raw SQL or code writes more than it declares"
                    : "its downgrade(…) drops and recreates what it should change back")
            .next(
                raw
                    ? "declare it: " + writes(table, changed)
                    : "let downgrade(…) call op.undoUpgrade(), or move the rows over")
            .toString(),
        RowDifference.text(difference.missing()),
        RowDifference.text(difference.surplus()));
  }

  private String incomparable(Operation operation) {
    return Facts.of(
            "revision " + step.title() + " runs up and down with rows; not all were compared")
        .with("because", "it is not declared what this changes: " + operation)
        .next("declare it: .reads(\"table\", \"column\").writes(\"table\", \"column\")")
        .toString();
  }

  private List<Row> projected(QualifiedName table, List<String> columns) {
    List<String> all = names(step.before().table(table));
    return before.getOrDefault(table, List.of()).stream()
        .map(
            row -> {
              List<Literal> values = new ArrayList<>();
              columns.forEach(column -> values.add(row.literals().get(all.indexOf(column))));
              return new Row(List.copyOf(values));
            })
        .toList();
  }

  private static List<String> names(Table table) {
    return table.columns().stream().map(Column::name).toList();
  }

  private List<Row> read(QualifiedName table, List<String> columns) {
    try {
      return scenario.state().database().rows(table, columns);
    } catch (SQLException failure) {
      throw TestFailures.ofDatabase("the table " + table + " cannot be read", failure);
    }
  }
}
