package dev.migrate.report;

import dev.migrate.error.Facts;
import dev.migrate.error.MigrateException;
import java.util.List;

/**
 * The revisions do not form a graph. Carries all problems; detected first, so no database was
 * touched.
 */
public final class GraphException extends MigrateException {

  private static final long serialVersionUID = 1L;
  private static final int PRINTED = 20;

  private final transient List<GraphProblem> problems;

  /**
   * Creates the exception.
   *
   * @param problems the problems, one or more
   */
  public GraphException(List<GraphProblem> problems) {
    super(facts(problems));
    this.problems = List.copyOf(problems);
  }

  /**
   * All problems.
   *
   * @return the problems, never empty
   */
  public List<GraphProblem> problems() {
    return problems;
  }

  private static Facts facts(List<GraphProblem> problems) {
    int count = problems.size();
    Facts facts =
        Facts.of(
            "the revisions do not form a graph: "
                + count
                + (count == 1 ? " problem" : " problems"));
    for (GraphProblem problem : problems.subList(0, Math.min(count, PRINTED))) {
      facts = facts.with(problem.kind(), problem.toString());
    }
    if (count > PRINTED) {
      facts = facts.with("and", (count - PRINTED) + " more");
    }
    return facts.next(
        count == 1
            ? "correct it where the lineage is declared"
            : "correct them where the lineages are declared");
  }
}
