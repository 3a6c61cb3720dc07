package dev.migrate.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.Lineage;
import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.RevisionException;
import dev.migrate.RevisionId;
import dev.migrate.error.DefinitionException;
import dev.migrate.report.GraphException;
import java.sql.Connection;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

class MigratorBuilderTest {

  private final DataSource dataSource = Mockito.mock(DataSource.class);
  private final Revision only = Revision.join(Lineage.of("only").root());

  @Test
  void buildingTouchesNoDatabase() {
    Migrator.on(dataSource).revisions(only).build();
    Mockito.verifyNoInteractions(dataSource);
  }

  @Test
  void aMigratorWithoutRevisionsIsRefused() {
    assertThatThrownBy(() -> Migrator.on(dataSource).build())
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("revisions(…)");
  }

  @Test
  void aSettingIsMadeOnceAndTheSecondCallSaysWhatItWas() {
    MigratorBuilder builder = Migrator.on(dataSource).lockTimeout(Duration.ofSeconds(5));
    assertThatThrownBy(() -> builder.lockTimeout(Duration.ofSeconds(6)))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("PT5S");
    assertThatThrownBy(() -> builder.revisions(only).revisions(List.of(only)))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("already called");
  }

  @Test
  void revisionsThatBuildOnEarlierOnesAreToldThatTheCallWasMadeBefore() {
    Revision next = Revision.join(Lineage.of("next").after("only"));
    assertThatThrownBy(() -> Migrator.on(dataSource).revisions(only).revisions(next))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("revisions(…) was already called, with 1 revision");
    assertThatThrownBy(() -> Migrator.on(dataSource).revisions(only).revisions(List.of(next)))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("already called");
  }

  @Test
  @SuppressWarnings("NullAway")
  void nothingCanBeNull() {
    MigratorBuilder builder = Migrator.on(dataSource);
    Migrator migrator = Migrator.on(dataSource).revisions(only).build();
    List<Runnable> calls =
        List.of(
            () -> Migrator.on((DataSource) null),
            () -> Migrator.on((Connection) null),
            () -> Migrator.on((Jdbi) null),
            () -> builder.revisions((RevisionGraph) null),
            () -> builder.revisions((List<Revision>) null),
            () -> builder.historyTable(null),
            () -> builder.dialect(null),
            () -> builder.listener(null),
            () -> builder.lockTimeout(null),
            () -> builder.statementLockTimeout(null),
            () -> builder.statementLockLimit(null),
            () -> builder.clock(null),
            () -> builder.acceptConflict("a", "b", null),
            () -> builder.acceptConflict((String) null, "b", "why"),
            () -> migrator.upgrade((String) null),
            () -> migrator.upgrade((RevisionId) null),
            () -> migrator.upgrade("a", (String) null),
            () -> migrator.upgrade("a", (String[]) null),
            () -> migrator.downgrade((String) null),
            () -> migrator.downgrade((RevisionId) null),
            () -> migrator.stamp((String) null),
            () -> migrator.upgradeScript((String) null),
            () -> migrator.show((String) null),
            () -> migrator.history(null));
    for (Runnable call : calls) {
      assertThatThrownBy(call::run)
          .isInstanceOf(DefinitionException.class)
          .hasMessageContaining("is null");
    }
    Mockito.verifyNoInteractions(dataSource);
  }

  @Test
  void aNegativeLockTimeoutIsRefused() {
    assertThatThrownBy(() -> Migrator.on(dataSource).lockTimeout(Duration.ofMillis(-1)))
        .isInstanceOf(DefinitionException.class);
  }

  @Test
  void aStatementLockTimeoutIsFromAMillisecondToADay() {
    for (Duration wrong :
        List.of(
            Duration.ZERO,
            Duration.ofNanos(999_999),
            Duration.ofSeconds(-1),
            Duration.ofDays(1).plusNanos(1),
            Duration.ofSeconds(Long.MAX_VALUE))) {
      assertThatThrownBy(() -> Migrator.on(dataSource).statementLockTimeout(wrong))
          .isInstanceOf(DefinitionException.class)
          .hasMessageContaining("the statement lock timeout is " + wrong);
      assertThatThrownBy(() -> Migrator.on(dataSource).statementLockLimit(wrong))
          .isInstanceOf(DefinitionException.class)
          .hasMessageContaining("the statement lock limit is " + wrong);
    }
    Migrator.on(dataSource)
        .revisions(only)
        .statementLockTimeout(Duration.ofMillis(1))
        .statementLockLimit(Duration.ofDays(1))
        .build();
  }

  @Test
  void aStatementLockLimitShorterThanTheTimeoutIsRefused() {
    MigratorBuilder builder =
        Migrator.on(dataSource)
            .revisions(only)
            .statementLockTimeout(Duration.ofSeconds(3))
            .statementLockLimit(Duration.ofSeconds(2));
    assertThatThrownBy(builder::build)
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("limit PT2S is shorter than the timeout PT3S");
  }

  @Test
  void oneOfTheTwoStatementLockTimesAdaptsTheOther() {
    Migrator.on(dataSource).revisions(only).statementLockTimeout(Duration.ofHours(1)).build();
    Migrator.on(dataSource).revisions(only).statementLockLimit(Duration.ofSeconds(1)).build();
  }

  @Test
  void withoutAStatementLockTimeoutThereIsNone() {
    Duration second = Duration.ofSeconds(1);
    assertThatThrownBy(
            () ->
                Migrator.on(dataSource).withoutStatementLockTimeout().statementLockTimeout(second))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("withoutStatementLockTimeout() was called");
    assertThatThrownBy(
            () -> Migrator.on(dataSource).withoutStatementLockTimeout().statementLockLimit(second))
        .isInstanceOf(DefinitionException.class);
    assertThatThrownBy(
            () -> Migrator.on(dataSource).statementLockLimit(second).withoutStatementLockTimeout())
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("PT1S");
  }

  /** Otherwise processes fail while the one that migrates waits its turn at a busy table. */
  @Test
  void whoWaitsForAProcessWaitsLongerThanThatWaitsForATable() {
    Duration hour = Duration.ofHours(1);
    Duration second = Duration.ofSeconds(1);
    assertThat(limits(Migrator.on(dataSource))).containsExactly(5L, 120L, 180L);
    assertThat(limits(Migrator.on(dataSource).withoutStatementLockTimeout())).containsExactly(180L);
    assertThat(limits(Migrator.on(dataSource).statementLockLimit(hour)))
        .containsExactly(5L, 3600L, 3660L);
    assertThat(limits(Migrator.on(dataSource).statementLockTimeout(hour)))
        .containsExactly(3600L, 3600L, 3660L);
    assertThat(limits(Migrator.on(dataSource).statementLockLimit(second)))
        .containsExactly(1L, 1L, 90L);
    assertThat(limits(Migrator.on(dataSource).lease(hour))).containsExactly(5L, 120L, 3660L);
    assertThat(limits(Migrator.on(dataSource).lockTimeout(second))).containsExactly(5L, 120L, 1L);
  }

  private static List<Long> limits(MigratorBuilder builder) {
    return Stream.concat(
            builder.statementLocks().stream()
                .flatMap(locks -> Stream.of(locks.timeout(), locks.limit())),
            Stream.of(builder.effectiveLockTimeout()))
        .map(Duration::toSeconds)
        .toList();
  }

  @Test
  void anEmptyHistoryTableNameIsRefused() {
    assertThatThrownBy(() -> Migrator.on(dataSource).historyTable(""))
        .isInstanceOf(DefinitionException.class);
  }

  @Test
  void everyProblemOfTheGraphIsToldAtOnce() {
    assertThatThrownBy(
            () ->
                RevisionGraph.of(
                    Revision.join(Lineage.of("a").after("missing")),
                    Revision.join(Lineage.of("b").after("d")),
                    Revision.join(Lineage.of("d").after("b")),
                    Revision.join(Lineage.of("c").root()),
                    Revision.join(Lineage.of("c").root())))
        .isInstanceOfSatisfying(
            GraphException.class, refused -> assertThat(refused.problems()).hasSize(3))
        .hasMessageContaining("missing");
  }

  @Test
  void aRevisionThatIsNullIsToldByItsIndex() {
    assertThatThrownBy(() -> RevisionGraph.of(Arrays.asList(only, null)))
        .isInstanceOf(RevisionException.class)
        .hasMessageContaining("index 1");
  }

  @Test
  void aLineageThatIsNullIsToldByItsClass() {
    assertThatThrownBy(() -> RevisionGraph.of(new Broken(null)))
        .isInstanceOf(RevisionException.class)
        .hasMessageContaining("Broken")
        .hasMessageContaining("returned null");
  }

  @Test
  void aLineageThatThrowsIsToldByItsClass() {
    assertThatThrownBy(() -> RevisionGraph.of(new Broken(new IllegalStateException("no"))))
        .isInstanceOf(RevisionException.class)
        .hasMessageContaining("Broken")
        .hasRootCauseMessage("no");
  }

  private record Broken(RuntimeException failure) implements Revision {

    @Override
    public Lineage lineage() {
      if (failure != null) {
        throw failure;
      }
      return null;
    }

    @Override
    public void upgrade(Operations op) {}
  }
}
