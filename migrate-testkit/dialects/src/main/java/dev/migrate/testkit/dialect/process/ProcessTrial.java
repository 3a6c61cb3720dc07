package dev.migrate.testkit.dialect.process;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.migrate.Revision;
import dev.migrate.testkit.UrlDataSource;
import dev.migrate.testkit.dialect.database.TestDatabase;
import dev.migrate.testkit.dialect.process.UpgradingProcess.Line;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Several processes upgrade a database at the same moment, round after round. In some rounds the
 * one that begins a certain revision is killed there or shortly after it.
 */
public final class ProcessTrial implements AutoCloseable {

  /** Much longer than anything takes. */
  private static final long PATIENCE = 120;

  private static final int LONGEST_DELAY = 25;

  /** So often a node of a cluster is asked again, which may not have what another one has. */
  private static final int LAGGING = 100;

  private final Random random;
  private final Optional<Duration> lease;
  private final BlockingQueue<Line> lines = new LinkedBlockingQueue<>();
  private final List<UpgradingProcess> processes = new ArrayList<>();
  private final List<Duration> takeOvers = new ArrayList<>();

  /**
   * Starts processes.
   *
   * @param seed which moments of death are chosen
   * @param lease the length of the lease that they take; empty for what the migrator does by
   *     default
   */
  public ProcessTrial(int count, long seed, Optional<Duration> lease) {
    this.random = new Random(seed);
    this.lease = lease;
    for (int i = 0; i < count; i++) {
      processes.add(new UpgradingProcess(lines));
    }
  }

  /** How long it took after each kill until another process went on. */
  public List<Duration> takeOvers() {
    return List.copyOf(takeOvers);
  }

  /**
   * Lets all upgrade one database.
   *
   * @param ways how it is reached, by one process after the other: the nodes of a cluster
   */
  public void round(List<UrlDataSource> ways) throws InterruptedException, SQLException {
    run(ways, "", 0, "all live");
  }

  /** Lets all upgrade one database, and kills the one that begins a certain revision. */
  public void roundWithAKill(List<UrlDataSource> ways) throws InterruptedException, SQLException {
    String fatal = UpgradingProgram.BEGINS + "r" + random.nextInt(SharedRevisions.COUNT);
    int delay = random.nextInt(LONGEST_DELAY);
    String round = "killed " + delay + " ms after a process said: " + fatal;
    UpgradingProcess killed = run(ways, fatal, delay, round);
    if (killed == null) {
      throw new AssertionError("nothing was killed: " + round);
    }
    processes.set(processes.indexOf(killed), new UpgradingProcess(lines));
  }

  private @Nullable UpgradingProcess run(
      List<UrlDataSource> ways, String fatal, int delay, String round)
      throws InterruptedException, SQLException {
    Set<UpgradingProcess> busy = new HashSet<>(processes);
    for (int i = 0; i < processes.size(); i++) {
      processes.get(i).upgrade(ways.get(i % ways.size()), lease);
    }
    @Nullable UpgradingProcess killed = null;
    long killedAt = 0;
    boolean isTakenOver = false;
    List<String> failures = new ArrayList<>();
    while (!busy.isEmpty()) {
      Line line = lines.poll(PATIENCE, SECONDS);
      assertNotNull(line, "nothing happened for " + PATIENCE + " s, " + round);
      if (!busy.contains(line.process())) {
        continue;
      }
      if (killed == null && line.text().equals(fatal)) {
        MILLISECONDS.sleep(delay);
        killed = line.process();
        killed.kill();
        killedAt = System.nanoTime();
        busy.remove(killed);
      } else if (line.text().startsWith(UpgradingProgram.FAILED)) {
        failures.add(line.text());
        busy.remove(line.process());
      } else if (killed != null && !isTakenOver) {
        isTakenOver = true;
        takeOvers.add(Duration.ofNanos(Math.max(0, line.nanos() - killedAt)));
      }
      if (line.text().startsWith(UpgradingProgram.DONE)) {
        busy.remove(line.process());
      }
    }
    assertEquals(List.of(), failures, round);
    requireOnce(ways.get(0), round);
    return killed;
  }

  private static void requireOnce(UrlDataSource database, String round)
      throws SQLException, InterruptedException {
    TestDatabase probe = new TestDatabase(database);
    List<String> numbers =
        IntStream.range(0, SharedRevisions.COUNT).mapToObj(String::valueOf).toList();
    String query = "SELECT n FROM shared ORDER BY n";
    List<String> rows = probe.query(query);
    for (int i = 0; i < LAGGING && !rows.equals(numbers); i++) {
      MILLISECONDS.sleep(20);
      rows = probe.query(query);
    }
    assertEquals(numbers, rows, "rows, " + round);
    assertEquals(
        SharedRevisions.COUNT,
        probe.migrator(SharedRevisions.all().toArray(Revision[]::new)).history().stream()
            .filter(revision -> revision.isApplied())
            .count(),
        "applied revisions, " + round);
  }

  @Override
  public void close() {
    processes.forEach(UpgradingProcess::close);
  }
}
