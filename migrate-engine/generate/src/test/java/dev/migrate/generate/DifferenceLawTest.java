package dev.migrate.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.dialect.Dialect;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The operations between two schemas run on tables with rows: the database is then what the second
 * schema declares, what stayed has its rows, nothing is left to do; and back.
 *
 * @see DifferenceLaw
 */
class DifferenceLawTest {

  private static final int PAIRS = Integer.getInteger("migrate.test.pairs", 1_500);

  private static final int SERVER_PAIRS = Integer.getInteger("migrate.test.pairs.servers", 300);

  private static final int FIRST = Integer.getInteger("migrate.test.pairs.first", 1);

  @ParameterizedTest
  @EnumSource
  void aDatabaseInMemoryBecomesTheSecondSchema(MemoryEngine engine) throws SQLException {
    require(engine, PAIRS);
  }

  @ParameterizedTest
  @EnumSource
  void aDatabaseOnAServerBecomesTheSecondSchema(ServerEngine engine) throws SQLException {
    require(engine, SERVER_PAIRS);
  }

  private static void require(TestEngine engine, int pairs) throws SQLException {
    Tally tally = new Tally();
    Dialect dialect = engine.dialect();
    try (LawDatabase database = new LawDatabase(engine)) {
      int done = 0;
      for (int seed = FIRST; done < pairs; seed++) {
        for (RandomSchemas pair : pairs(engine, dialect, seed)) {
          new DifferenceLaw(engine, dialect, database.empty(), tally).require(pair);
          done++;
        }
      }
    }
    assertThat(tally.rows()).as(tally.toString()).isGreaterThan(tally.changes());
    assertThat(tally.refusals()).as(tally.toString()).isLessThan(1 + tally.changes() / 10);
  }

  /** Schemas that share no more than names, that are related, and whose parts depend on others. */
  private static List<RandomSchemas> pairs(TestEngine engine, Dialect dialect, int seed) {
    List<RandomSchemas> pairs = new ArrayList<>(RandomSchemas.on(dialect, seed));
    pairs.add(RandomSchemas.mutated(dialect, engine.collations(), seed));
    return pairs.stream().filter(RandomSchemas::canRun).toList();
  }
}
