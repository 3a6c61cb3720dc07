package dev.migrate.testkit;

import dev.migrate.RevisionId;
import dev.migrate.error.Facts;
import dev.migrate.operation.ExecuteSql;
import dev.migrate.operation.Operation;
import dev.migrate.report.PlanStep;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.opentest4j.TestAbortedException;

/** Which upgrades destroy data, and whether that was agreed. */
final class DataLoss {

  private static final Pattern DESTRUCTIVE =
      Pattern.compile(
          "\\s*(delete\\s+from|truncate|drop\\s+(table|schema|database|view|materialized))\\b.*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private DataLoss() {}

  static void require(List<PlanStep> steps, Optional<Set<RevisionId>> agreed) {
    Map<RevisionId, List<String>> found = new LinkedHashMap<>();
    for (PlanStep step : steps) {
      List<String> lost = of(step);
      if (!lost.isEmpty()) {
        found.put(step.id(), lost);
      }
    }
    if (agreed.isEmpty()) {
      report(found);
      return;
    }
    Map<RevisionId, List<String>> surprising = new LinkedHashMap<>(found);
    surprising.keySet().removeAll(agreed.get());
    if (!surprising.isEmpty()) {
      throw TestFailures.of(
          Facts.of("revisions destroy data, and destructive() does not name them")
              .with("destroys", text(surprising))
              .next("keep the data, or add the ids to destructive()"),
          null);
    }
    Set<RevisionId> harmless = new TreeSet<>(agreed.get());
    harmless.removeAll(found.keySet());
    if (!harmless.isEmpty()) {
      throw TestFailures.of(
          Facts.of("destructive() names revisions that destroy nothing")
              .with("revisions", harmless.toString())
              .next("remove them from destructive()"),
          null);
    }
  }

  private static void report(Map<RevisionId, List<String>> found) {
    if (!found.isEmpty()) {
      throw new TestAbortedException(
          Facts.of("revisions destroy data")
              .with("destroys", text(found))
              .next("to have this checked, let destructive() return the ids that are agreed to")
              .toString());
    }
  }

  private static List<String> of(PlanStep step) {
    List<String> lost = new ArrayList<>(step.dataLoss());
    for (Operation operation : step.operations()) {
      if (operation instanceof ExecuteSql sql && DESTRUCTIVE.matcher(sql.sql().text()).matches()) {
        lost.add("what this removes: " + operation);
      }
    }
    return lost;
  }

  private static String text(Map<RevisionId, List<String>> found) {
    List<String> lines = new ArrayList<>();
    found.forEach((id, lost) -> lost.forEach(what -> lines.add(id + ": " + what)));
    return String.join("\n", lines);
  }
}
