package dev.migrate.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.dialect.Dialect;
import java.sql.SQLException;
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
    Tally related = new Tally();
    Tally mutated = new Tally();
    Dialect dialect = engine.dialect();
    try (LawDatabase database = new LawDatabase(engine)) {
      int done = 0;
      for (int seed = FIRST; done < pairs; seed++) {
        for (RandomSchemas pair : runnable(RandomSchemas.on(dialect, seed))) {
          new DifferenceLaw(engine, dialect, database.empty(), related).require(pair);
          done++;
        }
        RandomSchemas pair = RandomSchemas.mutated(dialect, engine.collations(), seed);
        new DifferenceLaw(engine, dialect, database.empty(), mutated).require(pair);
        done++;
      }
    }
    assertThat(related.rows()).as(related.toString()).isGreaterThan(related.changes());
    assertThat(related.refusals()).as(related.toString()).isLessThan(1 + related.changes() / 10);
    assertThat(mutated.rows()).as(mutated.toString()).isGreaterThan(5 * mutated.changes());
    assertThat(mutated.refusals()).as(mutated.toString()).isZero();
  }

  private static List<RandomSchemas> runnable(List<RandomSchemas> pairs) {
    return pairs.stream().filter(RandomSchemas::canRun).toList();
  }
}
