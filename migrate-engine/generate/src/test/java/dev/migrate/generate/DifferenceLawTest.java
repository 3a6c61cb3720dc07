package dev.migrate.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.dialect.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The operations between two schemas, on databases with rows. */
class DifferenceLawTest {

  private static final int PAIRS = Integer.getInteger("migrate.test.pairs", 750);

  private static final int SERVER_PAIRS = Integer.getInteger("migrate.test.pairs.servers", 150);

  @ParameterizedTest
  @EnumSource
  void theDatabaseBecomesTheSecondSchemaAndKeepsItsRows(MemoryEngine engine) throws SQLException {
    require(engine, PAIRS);
  }

  @ParameterizedTest
  @EnumSource
  void soDoesAServer(ServerEngine engine) throws SQLException {
    require(engine, SERVER_PAIRS);
  }

  private static void require(TestEngine engine, int pairs) throws SQLException {
    Dialect dialect = engine.dialect();
    int refused = 0;
    int kept = 0;
    int failed = 0;
    java.util.Map<String, Integer> reasons = new java.util.TreeMap<>();
    for (long seed = Long.getLong("law.first", 1); seed <= pairs; seed++) {
      for (RandomSchemas pair : RandomSchemas.on(dialect, seed)) {
        try (Connection connection = engine.emptyDatabase().getConnection()) {
          DifferenceLaw law = new DifferenceLaw(engine, dialect, connection);
          law.require(pair);
          refused += law.refusals().size();
          law.refusals().forEach(r -> reasons.merge(r, 1, Integer::sum));
          kept += law.kept();
        } catch (AssertionError e) {
          failed++;
          System.out.println(
              "FAILED "
                  + engine
                  + " "
                  + seed
                  + ": "
                  + String.valueOf(e.getCause().getMessage())
                      .lines()
                      .limit(Integer.getInteger("law.lines", 12))
                      .collect(java.util.stream.Collectors.joining("\n    ")));
          if (Boolean.getBoolean("law.trace")) e.printStackTrace(System.out);
        }
      }
    }
    System.out.println(engine + " refused " + refused + " kept " + kept + " failed " + failed);
    reasons.entrySet().stream()
        .sorted((a, b) -> b.getValue() - a.getValue())
        .limit(20)
        .forEach(e -> System.out.println(e.getValue() + "x " + e.getKey()));
    assertThat(List.of(failed)).containsExactly(0);
  }
}
