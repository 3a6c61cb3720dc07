package dev.migrate.testkit.dialect.contract;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.migrate.Operations;
import dev.migrate.dialect.Dialect;
import dev.migrate.operation.Operation;
import dev.migrate.testkit.UrlDataSource;
import dev.migrate.testkit.dialect.sample.NativeSchema;
import dev.migrate.testkit.dialect.sample.SampleOperations.Sample;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;

/**
 * Every contract of a dialect. A dialect has one test class that extends this one and answers the
 * questions of {@link DialectUnderTest}; it cannot forget a contract.
 *
 * <pre>{@code
 * class MyDatabaseSuiteTest extends DialectSuite {
 *   @Override public Dialect dialect() { … }
 *   @Override public DataSource emptyDatabase() { … }
 *   …
 * }
 * }</pre>
 */
public abstract class DialectSuite implements DialectUnderTest {

  /** A contract on the databases of the suite, skipped where the dialect gives a reason. */
  abstract class OnTheDatabase implements DatabaseContract {

    @Override
    public DataSource emptyDatabase() {
      return DialectSuite.this.emptyDatabase();
    }

    /** Other cases on each database: together the suites try more of them. */
    @Override
    public String seed() {
      return DialectSuite.this.getClass().getName();
    }

    @BeforeEach
    void isNotSkipped() {
      for (Class<?> contract : getClass().getInterfaces()) {
        Optional<String> reason = DialectSuite.this.reasonToSkip(contract);
        assumeTrue(reason.isEmpty(), () -> reason.orElseThrow());
      }
    }
  }

  @Nested
  class AdoptionTests extends OnTheDatabase implements AdoptionContract {}

  @Nested
  class UndeclaredTests extends OnTheDatabase implements UndeclaredContract {
    @Override
    public Stream<Adopted> adopted() {
      return DialectSuite.this.adopted();
    }

    @Override
    public List<String> trigger(String name, String table) {
      return DialectSuite.this.trigger(name, table);
    }
  }

  @Nested
  class AdviceTests extends OnTheDatabase implements AdviceContract {
    @Override
    public int advicePairs() {
      return DialectSuite.this.effort().advicePairs();
    }

    @Override
    public boolean rollsBackAdvice() {
      return DialectSuite.this.rollsBack();
    }
  }

  @Nested
  class AppliedSetTests extends OnTheDatabase implements AppliedSetContract {}

  @Nested
  class BadInputTests extends OnTheDatabase implements BadInputContract {
    @Override
    public Map<String, Consumer<Operations>> moreMistakes() {
      return DialectSuite.this.moreMistakes();
    }
  }

  @Nested
  class BranchTests extends OnTheDatabase implements BranchContract {}

  @Nested
  class BudgetTests extends OnTheDatabase implements BudgetContract {
    @Override
    public int statementsPerRevision() {
      return DialectSuite.this.statementsPerRevision();
    }

    @Override
    public int overhead() {
      return DialectSuite.this.overhead();
    }
  }

  @Nested
  class CheckTests extends OnTheDatabase implements CheckContract {
    @Override
    public DataSource readOnly(DataSource database) {
      return DialectSuite.this.readOnly(database);
    }
  }

  @Nested
  class CodeTests extends OnTheDatabase implements CodeContract {}

  @Nested
  class DeferredRowsTests extends OnTheDatabase implements DeferredRowsContract {}

  @Nested
  class DialectTests extends OnTheDatabase implements DialectContract {
    @Override
    public Dialect dialect() {
      return DialectSuite.this.dialect();
    }

    @Override
    public DataSource emptyDatabase() {
      return DialectSuite.this.temporaryDatabase();
    }

    @Override
    public Sample adapt(Sample sample) {
      return DialectSuite.this.adapt(sample);
    }

    @Override
    public int randomSequences() {
      return DialectSuite.this.effort().randomSequences();
    }

    @Override
    public int everyNthSample() {
      return DialectSuite.this.effort().operations();
    }
  }

  @Nested
  class DoubtTests extends OnTheDatabase implements DoubtContract {}

  @Nested
  class DriftTests extends OnTheDatabase implements DriftContract {
    @Override
    public DataSource emptyDatabase() {
      return databaseWithSequences();
    }

    @Override
    public int randomDatabases() {
      int usual = Math.min(10, 2 + DialectSuite.this.effort().randomSequences() / 30);
      return Integer.getInteger("migrate.test.drifts", usual);
    }

    @Override
    public Dialect dialect() {
      return DialectSuite.this.dialect();
    }

    @Override
    public DataSource readOnly(DataSource database) {
      return DialectSuite.this.readOnly(database);
    }

    @Override
    public boolean isVisibleToReaders(Operation operation) {
      return DialectSuite.this.isVisibleToReaders(operation);
    }
  }

  @Nested
  class FailureTests extends OnTheDatabase implements FailureContract {}

  @Nested
  class GoldenSqlTests extends OnTheDatabase implements GoldenSqlContract {
    @Override
    public Dialect dialect() {
      return DialectSuite.this.offlineDialect();
    }

    @Override
    public Path goldenFolder() {
      return DialectSuite.this.goldenFolder();
    }

    @Override
    public Sample adapt(Sample sample) {
      return DialectSuite.this.adapt(sample);
    }
  }

  @Nested
  class HistoryTests extends OnTheDatabase implements HistoryContract {}

  @Nested
  class InFlightTests extends OnTheDatabase implements InFlightContract {}

  @Nested
  class LeaseTests extends OnTheDatabase implements LeaseContract {}

  @Nested
  class LeaseExpiryTests extends OnTheDatabase implements LeaseExpiryContract {}

  @Nested
  class LeaseLossTests extends OnTheDatabase implements LeaseLossContract {}

  @Nested
  class LockTests extends OnTheDatabase implements LockContract {}

  @Nested
  class MigratorTests extends OnTheDatabase implements MigratorContract {}

  @Nested
  class NameSpacesTests extends OnTheDatabase implements NameSpacesContract {}

  @Nested
  class NativeSchemaTests extends OnTheDatabase implements NativeSchemaContract {
    @Override
    public Dialect dialect() {
      return DialectSuite.this.dialect();
    }

    @Override
    public List<NativeSchema> schemas() {
      return DialectSuite.this.nativeSchemas();
    }

    @Override
    public List<String> ownWords(Connection connection) throws SQLException {
      return DialectSuite.this.ownWords(connection);
    }
  }

  @Nested
  class ProcessTests extends OnTheDatabase implements ProcessContract {
    @Override
    public UrlDataSource sharedDatabase() {
      return DialectSuite.this.sharedDatabase();
    }

    @Override
    public int processes() {
      return DialectSuite.this.processes();
    }
  }

  @Nested
  class ReadOnlyTests extends OnTheDatabase implements ReadOnlyContract {
    @Override
    public DataSource emptyDatabase() {
      return DialectSuite.this.sharedDatabase();
    }

    @Override
    public Optional<Switch> readOnlySwitch() {
      return DialectSuite.this.readOnlySwitch();
    }
  }

  @Nested
  class ReconcileTests extends OnTheDatabase implements ReconcileContract {}

  @Nested
  class RefusalTests extends OnTheDatabase implements RefusalContract {}

  @Nested
  class TogetherTests extends OnTheDatabase implements TogetherContract {
    @Override
    public int randomRevisions() {
      int usual = Math.min(50, 5 + DialectSuite.this.effort().randomSequences() / 4);
      return Integer.getInteger("migrate.test.together", usual);
    }

    @Override
    public int crashedPairs() {
      int usual = Math.min(12, 2 + DialectSuite.this.effort().randomSequences() / 20);
      return Integer.getInteger("migrate.test.crash.pairs", usual);
    }

    @Override
    public Dialect dialect() {
      return DialectSuite.this.dialect();
    }
  }

  @Nested
  class ResumeTests extends OnTheDatabase implements ResumeContract {
    @Override
    public DataSource emptyDatabase() {
      return DialectSuite.this.resumedDatabase();
    }

    @Override
    public int everyNthMoment() {
      return DialectSuite.this.effort().moments();
    }

    @Override
    public int everyNthSample() {
      return DialectSuite.this.effort().resumedOperations();
    }

    @Override
    public boolean hasSequences() {
      return reasonToSkip(SequenceContract.class).isEmpty();
    }

    @Override
    public Sample adapt(Sample sample) {
      return DialectSuite.this.adapt(sample);
    }
  }

  @Nested
  class RowsTests extends OnTheDatabase implements RowsContract {}

  /** A contract about scripts. */
  abstract class WithScripts extends OnTheDatabase implements ScriptedDatabase {
    @Override
    public Dialect dialect() {
      return DialectSuite.this.dialect();
    }

    @Override
    public VendorClient client() {
      return DialectSuite.this.client();
    }

    @Override
    public boolean sharesSchemas() {
      return DialectSuite.this.sharesSchemas();
    }

    @Override
    public int everyNthSample() {
      return DialectSuite.this.effort().scriptedOperations();
    }

    @Override
    public int everyNthFailure() {
      return DialectSuite.this.effort().scriptFailures();
    }

    @Override
    public void ownStatements(Operations op) {
      DialectSuite.this.ownStatements(op);
    }

    @Override
    public Sample adapt(Sample sample) {
      return DialectSuite.this.adapt(sample);
    }
  }

  @Nested
  class ScriptTests extends WithScripts implements ScriptContract {}

  @Nested
  class ScriptFailureTests extends WithScripts implements ScriptFailureContract {}

  @Nested
  class SequenceTests extends OnTheDatabase implements SequenceContract {
    @Override
    public DataSource emptyDatabase() {
      return databaseWithSequences();
    }
  }

  @Nested
  class SessionTests extends OnTheDatabase implements SessionContract {
    @Override
    public List<Setting> settings() {
      return DialectSuite.this.settings();
    }

    @Override
    public boolean readsOpenATransaction() {
      return DialectSuite.this.readsOpenATransaction();
    }
  }

  @Nested
  class SoundnessTests extends OnTheDatabase implements SoundnessContract {
    @Override
    public DataSource emptyDatabase() {
      return DialectSuite.this.soundnessDatabase();
    }

    @Override
    public int soundnessPairs() {
      return DialectSuite.this.effort().soundnessPairs();
    }

    @Override
    public boolean rollsBack() {
      return DialectSuite.this.rollsBack();
    }

    @Override
    public Optional<Path> soundnessFolder() {
      return DialectSuite.this.soundnessFolder();
    }
  }

  @Nested
  class SpellingTests extends OnTheDatabase implements SpellingContract {
    @Override
    public Map<String, BiConsumer<Operations, String>> spellings() {
      return DialectSuite.this.spellings();
    }

    @Override
    public void apart(Operations op, String table) {
      DialectSuite.this.apart(op, table);
    }
  }

  @Nested
  class TextsTests extends OnTheDatabase implements TextsContract {
    @Override
    public DataSource emptyDatabase() {
      return databaseWithSequences();
    }
  }

  @Nested
  class TakeOverTests extends OnTheDatabase implements TakeOverContract {}

  @Nested
  class TwoApplicationsTests extends OnTheDatabase implements TwoApplicationsContract {}

  /** A contract about sessions that wait for others. */
  abstract class WithWaits extends OnTheDatabase implements WaitingDatabase {
    @Override
    public Waits waits() {
      return DialectSuite.this.waits();
    }
  }

  @Nested
  class WaitingTests extends WithWaits implements WaitingContract {}

  @Nested
  class WaitingLimitsTests extends WithWaits implements WaitingLimitsContract {}

  @Nested
  class WaitingRetryTests extends WithWaits implements WaitingRetryContract {}

  @Nested
  class ZoneTests extends OnTheDatabase implements ZoneContract {
    @Override
    public DataSource emptyDatabase(TimeZone zone) {
      return DialectSuite.this.emptyDatabase(zone);
    }

    @Override
    public String inUtc(String column, boolean hasZone) {
      return DialectSuite.this.inUtc(column, hasZone);
    }
  }

  @Nested
  class IdentityTests extends OnTheDatabase implements IdentityContract {}

  @Nested
  class ConversionTests extends OnTheDatabase implements ConversionContract {}

  @Nested
  class LabelsTests extends OnTheDatabase implements LabelsContract {}

  @Nested
  class UncertainTextsTests extends OnTheDatabase implements UncertainTextsContract {}

  @Nested
  class MissingRowsTests extends OnTheDatabase implements MissingRowsContract {}
}
