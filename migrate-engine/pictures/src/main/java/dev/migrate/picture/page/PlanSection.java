package dev.migrate.picture.page;

import dev.migrate.dialect.Statement;
import dev.migrate.picture.svg.Markup;
import dev.migrate.report.PlanStep;
import dev.migrate.report.Script;
import dev.migrate.report.ScriptStep;
import java.util.List;

/** What an upgrade would do: the pending revisions with their SQL and what they destroy. */
record PlanSection(Finding<Script> plan) implements Section {

  private static final int MOST_REVISIONS = 200;
  private static final int MOST_CHARACTERS = 1_500_000;
  private static final int LONGEST_STATEMENT = 20_000;
  private static final int MOST_STATEMENTS = 500;

  @Override
  public String id() {
    return "plan";
  }

  @Override
  public String heading() {
    return "Plan";
  }

  @Override
  public void write(Markup page) {
    if (plan.value().isEmpty()) {
      Texts.problem("An upgrade would be refused.", plan.problem(), page);
      return;
    }
    Script script = plan.value().get();
    List<ScriptStep> steps = script.steps();
    if (script.plan().isEmpty()) {
      Texts.paragraph("Nothing is pending.", page);
      return;
    }
    String count = Texts.counted(steps.size(), "revision", "revisions");
    Texts.paragraph("An upgrade would run " + count + ", in this order.", page);
    losses(script, page);
    int begin = page.length();
    int shown = 0;
    while (shown < steps.size()
        && shown < MOST_REVISIONS
        && page.length() - begin < MOST_CHARACTERS) {
      write(steps.get(shown), page);
      shown++;
    }
    if (shown < steps.size()) {
      String rest = Texts.counted(steps.size() - shown, "further revision", "further revisions");
      Texts.paragraph(
          "Left out: the SQL of " + rest + ". The script of the upgrade has all of it.", page);
    }
    script.obstacle().ifPresent(why -> Texts.problem("A script cannot do everything.", why, page));
  }

  private static void losses(Script script, Markup page) {
    List<String> losses = script.plan().dataLoss();
    if (losses.isEmpty()) {
      Texts.paragraph("No known loss of data.", page);
      return;
    }
    page.open("div", "class", "problem");
    Texts.list("This destroys data:", losses, MOST_REVISIONS, page);
    page.close().line();
  }

  private static void write(ScriptStep step, Markup page) {
    PlanStep plan = step.step();
    page.open("details", "open", "open", "class", "step").open("summary");
    page.element("strong", plan.title());
    plan.lineage().message().ifPresent(message -> page.text(" ").text(message));
    page.close().line();
    String transaction = step.inOneTransaction() ? "in one transaction" : "not in one transaction";
    String count = Texts.counted(step.statements().size(), "statement", "statements");
    page.element("p", count + ", " + transaction, "class", "soft");
    plan.variant().ifPresent(other -> Texts.paragraph("Reconciled after " + other + ".", page));
    plan.dataLoss().forEach(loss -> page.element("p", "Loses " + loss, "class", "warn"));
    plan.mustBeEmpty()
        .forEach(table -> Texts.paragraph("Runs only if " + table + " has no rows.", page));
    step.statements().stream().limit(MOST_STATEMENTS).forEach(each -> write(each, page));
    int more = step.statements().size() - MOST_STATEMENTS;
    if (more > 0) {
      Texts.paragraph("Left out: " + Texts.counted(more, "statement", "statements") + ".", page);
    }
    page.close().line();
  }

  private static void write(Statement statement, Markup page) {
    boolean isCode = statement.kind() == Statement.Kind.CODE;
    String text = Texts.start(statement.sql(), LONGEST_STATEMENT);
    page.element("pre", isCode ? "Java code: " + text : text + ";", "class", "sql");
  }
}
