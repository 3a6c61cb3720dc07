package dev.migrate.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.dialect.Dialect;
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
    int failed = 0;
    Tally all = new Tally();
    LawDatabase database = new LawDatabase(engine);
    for (long seed = Long.getLong("law.first", 1); seed <= pairs; seed++) {
      List<RandomSchemas> made = new java.util.ArrayList<>();
      if (!Boolean.getBoolean("law.mutated")) made.addAll(RandomSchemas.on(dialect, seed));
      made.add(RandomSchemas.mutated(dialect, engine.collations(), seed));
      for (RandomSchemas pair : made) {
        if (pair.canRun()) {
          try {
            new DifferenceLaw(engine, dialect, database.empty(), all).require(pair);
          } catch (AssertionError e) {
            failed++;
            database.close();
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
    }
    database.close();
    System.out.println(engine + " " + all + " failed " + failed);
    assertThat(List.of(failed)).containsExactly(0);
  }
}
