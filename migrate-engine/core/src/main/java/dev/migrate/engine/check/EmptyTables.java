package dev.migrate.engine.check;

import dev.migrate.dialect.Renderer;
import dev.migrate.engine.connect.Session;
import dev.migrate.engine.render.FormerTables;
import dev.migrate.error.Facts;
import dev.migrate.report.Plan;
import dev.migrate.report.PlanException;
import dev.migrate.report.PlanStep;
import dev.migrate.schema.QualifiedName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Looks, before a downgrade begins, whether the tables are empty that must be: a column that takes
 * no NULL and has no default cannot come back to rows that are there.
 */
public final class EmptyTables {

  private final Session session;
  private final FormerTables now = new FormerTables();

  private EmptyTables(Session session) {
    this.session = session;
  }

  public static void require(Session session, Plan plan) {
    EmptyTables tables = new EmptyTables(session);
    for (PlanStep step : plan.steps()) {
      for (QualifiedName table : step.mustBeEmpty()) {
        tables.require(step, table);
      }
      step.operations().forEach(tables.now::follow);
    }
  }

  private void require(PlanStep step, QualifiedName table) {
    FormerTables later = now.copy();
    step.operations().forEach(later::follow);
    Optional<QualifiedName> name = (now.knows(table) ? now : later).of(table);
    if (name.isPresent() && hasRows(name.get())) {
      throw new PlanException(
          Facts.of("revision " + step.title() + " cannot be undone")
              .with(
                  "because",
                  "a column without NULL and without a default cannot come back to table "
                      + table
                      + ", which has rows")
              .with("left", "nothing ran; every revision is still applied")
              .next("give the revision a downgrade that fills the column, or empty the table"),
          step.id());
    }
  }

  private boolean hasRows(QualifiedName table) {
    Renderer renderer = session.dialect().renderer();
    try (var statement = session.connection().createStatement()) {
      statement.setMaxRows(1);
      try (ResultSet rows = statement.executeQuery("SELECT 1 FROM " + renderer.name(table))) {
        return rows.next();
      }
    } catch (SQLException failure) {
      throw Session.failed("the table " + table + " cannot be read", failure);
    }
  }
}
