package dev.migrate.commands.text;

import dev.migrate.dialect.Statement;
import dev.migrate.operation.Operation;
import dev.migrate.report.Direction;
import dev.migrate.report.PlanStep;
import dev.migrate.report.ScriptStep;
import java.util.ArrayList;
import java.util.List;

/** A step of a plan, in words and in SQL. */
public final class StepText {

  private static final int INDENT = 7;

  private StepText() {}

  /** Prints the revision, its operations, and the data that it destroys. */
  public static void print(PlanStep step, Page page) {
    List<Span> line = new ArrayList<>();
    line.add(Span.of(step.direction() == Direction.UP ? "  up   " : "  down "));
    line.add(new Span(step.title(), Paint.NAME));
    step.lineage().message().ifPresent(message -> line.add(Span.of(": " + message)));
    step.variant()
        .ifPresent(other -> line.add(new Span(" (reconciled after " + other + ")", Paint.NOTICE)));
    page.line(line);
    if (step.operations().isEmpty()) {
      page.text(indented("nothing to do"));
    }
    for (Operation operation : step.operations()) {
      page.text(indented(operation.toString()));
    }
    step.dataLoss().forEach(loss -> page.text(indented("loses " + loss), Paint.BAD));
    step.mustBeEmpty()
        .forEach(
            table -> page.text(indented("only if table " + table + " has no rows"), Paint.NOTICE));
  }

  /**
   * Prints the statements, ready to be copied.
   *
   * @param indent the number of spaces in front of the heading
   */
  public static void statements(ScriptStep step, int indent, Page page) {
    String how = step.inOneTransaction() ? "in one transaction" : "one by one";
    page.text(" ".repeat(indent) + "statements, " + how, Paint.STRONG);
    if (step.statements().isEmpty()) {
      page.text(" ".repeat(indent + 2) + "none");
    }
    step.statements().forEach(statement -> page.verbatim(sql(statement).indent(indent + 2)));
  }

  /** Prints the statements of a step in a plan. */
  public static void statements(ScriptStep step, Page page) {
    statements(step, INDENT, page);
  }

  private static String sql(Statement statement) {
    return statement.kind() == Statement.Kind.CODE
        ? "-- " + statement.sql().replace("\n", "\n-- ")
        : statement.sql() + ";";
  }

  private static String indented(String text) {
    return text.indent(INDENT).stripTrailing();
  }
}
