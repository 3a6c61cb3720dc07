package dev.migrate.spring;

import dev.migrate.engine.Migrator;
import dev.migrate.report.HistoryException;
import dev.migrate.report.ValidationException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether the databases are as the revisions need them, independent of the version of Spring Boot.
 * Costs one statement for each migrator if all is well.
 *
 * @param isReady whether nothing is pending, edited or unfinished
 * @param details what is, by migrator; ids of revisions only
 */
record MigrateHealth(boolean isReady, Map<String, Object> details) {

  static MigrateHealth of(Map<String, Migrator> migrators) {
    boolean ready = true;
    Map<String, Object> details = new LinkedHashMap<>();
    for (Map.Entry<String, Migrator> each : migrators.entrySet()) {
      Map<String, Object> findings = findings(each.getValue());
      ready &= findings.isEmpty();
      details.put(each.getKey(), findings.isEmpty() ? "up to date" : findings);
    }
    return new MigrateHealth(ready, details);
  }

  private static Map<String, Object> findings(Migrator migrator) {
    Map<String, Object> findings = new LinkedHashMap<>();
    try {
      migrator.validate();
    } catch (ValidationException found) {
      put(findings, "pending", found.pending().stream().map(each -> each.id().value()).toList());
      put(
          findings,
          "unfinished",
          found.unfinished().stream().map(each -> each.revision().value()).toList());
      put(findings, "edited", found.edited().stream().map(e -> e.revision().value()).toList());
    } catch (HistoryException found) {
      findings.put("history", "does not agree with the code");
    }
    return findings;
  }

  private static void put(Map<String, Object> findings, String key, List<String> ids) {
    if (!ids.isEmpty()) {
      findings.put(key, ids);
    }
  }
}
