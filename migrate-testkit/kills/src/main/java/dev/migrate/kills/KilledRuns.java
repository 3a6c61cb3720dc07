package dev.migrate.kills;

import dev.migrate.report.InDoubtException;
import dev.migrate.testkit.UrlDataSource;
import dev.migrate.testkit.dialect.database.Snapshot;
import dev.migrate.testkit.dialect.jdbc.FailingDataSource;
import dev.migrate.testkit.dialect.jdbc.FailingDataSource.Death;
import dev.migrate.testkit.dialect.jdbc.FailingDataSource.Moment;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;

/** Kills a tool before and after each statement and commit, and lets it run again. */
final class KilledRuns {

  /** The tables in which tools keep what they did. */
  private static final Set<String> OWN =
      Set.of("flyway_schema_history", "databasechangelog", "databasechangeloglock");

  private final Tool tool;
  private final Databases databases;
  private final IntFunction<UrlDataSource> product;
  private final Map<Ending, Integer> endings = new EnumMap<>(Ending.class);
  private final Map<String, Integer> messages = new TreeMap<>();

  KilledRuns(Tool tool, Databases databases, IntFunction<UrlDataSource> product) {
    this.tool = tool;
    this.databases = databases;
    this.product = product;
  }

  Map<Ending, Integer> endings() {
    return Map.copyOf(endings);
  }

  /** What the tool said where it was stuck, and how often. */
  Map<String, Integer> messages() {
    return Map.copyOf(messages);
  }

  KilledRuns run() throws Exception {
    UrlDataSource undisturbed = product.apply(databases.next());
    FailingDataSource counted = new FailingDataSource(undisturbed);
    tool.migrate(counted);
    Map<String, Object> expected = contents(undisturbed);
    for (int event = 1; event <= counted.events().size(); event++) {
      for (Moment moment : Moment.values()) {
        UrlDataSource database = product.apply(databases.next());
        FailingDataSource mortal = new FailingDataSource(database);
        mortal.dieAt(event, moment, Death.DATABASE);
        if (isKilled(mortal)) {
          endings.merge(ending(database, expected), 1, Integer::sum);
        }
      }
    }
    return this;
  }

  private boolean isKilled(FailingDataSource connections) {
    try {
      tool.migrate(connections);
    } catch (Exception killed) {
      return connections.isGone();
    }
    return connections.isGone();
  }

  private Ending ending(UrlDataSource database, Map<String, Object> expected) throws SQLException {
    try {
      tool.migrate(database);
    } catch (InDoubtException question) {
      return Ending.ASKED;
    } catch (Exception failure) {
      messages.merge(shortened(failure), 1, Integer::sum);
      return Ending.STUCK;
    }
    return contents(database).equals(expected) ? Ending.ENDED : Ending.WRONG;
  }

  private static String shortened(Exception failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    String text = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    text = text.replaceFirst("^\\(conn=\\d+\\) ", "");
    return text.length() > 120 ? text.substring(0, 120) + "…" : text;
  }

  /** Tables with their rows, apart from those of the tools. */
  private static Map<String, Object> contents(UrlDataSource database) throws SQLException {
    Snapshot all = Snapshot.of(database, Set.of());
    Map<String, Object> contents = new TreeMap<>();
    all.schema()
        .tables()
        .forEach(
            table -> {
              String name = table.name().name();
              if (!OWN.contains(name.toLowerCase(Locale.ROOT))) {
                contents.put(name, table);
                contents.put(name + " rows", all.rows().get(table.name().toString()));
              }
            });
    return contents;
  }
}
