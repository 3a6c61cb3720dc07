package dev.migrate.engine;

import dev.migrate.Revision;
import dev.migrate.RevisionId;
import dev.migrate.dialect.Dialect;
import dev.migrate.engine.connect.ConnectionSource;
import dev.migrate.engine.context.LeaseChoice;
import dev.migrate.engine.context.Settings;
import dev.migrate.engine.context.StatementLocks;
import dev.migrate.engine.history.HistoryTable;
import dev.migrate.error.Arguments;
import dev.migrate.error.DefinitionException;
import dev.migrate.report.GraphException;
import dev.migrate.report.MigrationListener;
import dev.migrate.schema.QualifiedName;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Builds a {@link Migrator}. Each setting can be made once. Not thread-safe. */
public final class MigratorBuilder {

  private static final Duration LONGEST_STATEMENT_LOCK = Duration.ofDays(1);

  private final ConnectionSource source;
  private final List<MigrationListener> listeners = new ArrayList<>();
  private @Nullable RevisionGraph graph;
  private @Nullable QualifiedName table;
  private @Nullable Dialect dialect;
  private @Nullable Duration lockTimeout;
  private @Nullable LeaseChoice lease;
  private @Nullable Duration statementLockTimeout;
  private @Nullable Duration statementLockLimit;
  private boolean waitsForStatementLocks;
  private @Nullable Clock clock;
  private boolean undoesUnknownSql;
  private boolean requiresSingleHead;
  private AcceptedConflicts accepted = AcceptedConflicts.NONE;

  MigratorBuilder(ConnectionSource source) {
    this.source = source;
  }

  /**
   * The revisions.
   *
   * @param revisions the revisions, in whatever order
   * @throws GraphException if they do not form a graph
   * @throws DefinitionException if revisions were given before
   */
  public MigratorBuilder revisions(Collection<? extends Revision> revisions) {
    requireNoRevisions();
    return revisions(RevisionGraph.of(revisions));
  }

  /**
   * The revisions.
   *
   * @param more further revisions, in whatever order
   * @throws GraphException if they do not form a graph
   * @throws DefinitionException if revisions were given before
   */
  public MigratorBuilder revisions(Revision first, Revision... more) {
    requireNoRevisions();
    return revisions(RevisionGraph.of(first, more));
  }

  /**
   * The revisions.
   *
   * @param revisions a graph, perhaps shared with other migrators
   * @throws DefinitionException if revisions were given before
   */
  public MigratorBuilder revisions(RevisionGraph revisions) {
    requireNoRevisions();
    graph = Arguments.requireGiven(revisions, "the graph of revisions");
    return this;
  }

  private void requireNoRevisions() {
    requireUnset("revisions", graph == null ? null : count(graph.order().size()));
  }

  private static String count(int revisions) {
    return revisions + (revisions == 1 ? " revision" : " revisions");
  }

  /**
   * The table that holds the history; {@code migrate_history} in the current schema by default.
   *
   * @param name the table's name, as {@link QualifiedName#of} reads it
   * @throws DefinitionException if the name is malformed, or was given before
   */
  public MigratorBuilder historyTable(String name) {
    requireUnset("historyTable", table);
    table = QualifiedName.of(name);
    return this;
  }

  /**
   * The dialect; found on the class path by default.
   *
   * @throws DefinitionException if a dialect was given before
   */
  public MigratorBuilder dialect(Dialect given) {
    requireUnset("dialect", dialect == null ? null : dialect.names());
    dialect = Arguments.requireGiven(given, "the dialect");
    return this;
  }

  /** Adds a listener for progress events; can be called several times. */
  public MigratorBuilder listener(MigrationListener listener) {
    listeners.add(Arguments.requireGiven(listener, "the listener"));
    return this;
  }

  /**
   * How long to wait while another process migrates; by default one minute more than {@link
   * #statementLockLimit}, so three minutes, because the other process may itself wait that long for
   * a busy table; or one minute more than the {@link #lease}, if that is longer. A shorter time is
   * right where the caller prefers to fail.
   *
   * @param timeout the time; zero to not wait at all
   * @throws DefinitionException if it is negative, or was given before
   */
  public MigratorBuilder lockTimeout(Duration timeout) {
    requireUnset("lockTimeout", lockTimeout);
    if (Arguments.requireGiven(timeout, "the lock timeout").isNegative()) {
      throw new DefinitionException("the lock timeout is " + timeout, "give zero or more");
    }
    lockTimeout = timeout;
    return this;
  }

  /**
   * How long one attempt of a statement waits for locks of tables and rows that other sessions
   * hold; 5 seconds by default, or {@link #statementLockLimit} if that is less. Whoever wants the
   * table meanwhile queues behind the statement, so this is also how long a migration can hold up
   * others. A statement that waited that long is repeated, with growing pauses, within {@link
   * #statementLockLimit}: in a transaction the whole revision, so code of a revision can run more
   * than once; elsewhere the statement, unless it may have been executed in part.
   *
   * <p>A shorter limit that the session has itself, such as {@code lock_timeout} in the URL, stays.
   * MySQL and MariaDB count whole seconds. Scripts do not set it.
   *
   * @param timeout the time, from a millisecond to a day
   * @throws DefinitionException if it is not, was given before, or {@link
   *     #withoutStatementLockTimeout} was called
   */
  public MigratorBuilder statementLockTimeout(Duration timeout) {
    requireUnset("statementLockTimeout", statementLockTimeout);
    statementLockTimeout = requireLimit("statement lock timeout", timeout);
    return this;
  }

  /**
   * How long all attempts of one statement together wait for locks, pauses included; for a revision
   * in one transaction, all attempts of the revision. Two minutes by default, or {@link
   * #statementLockTimeout} if that is more. After that the call fails, names the sessions in the
   * way as far as the user may see them, and leaves the revision as after any other failure.
   *
   * @param limit the time, from a millisecond to a day, and no less than {@link
   *     #statementLockTimeout}; if it is equal, there is one attempt
   * @throws DefinitionException if it is not, was given before, or {@link
   *     #withoutStatementLockTimeout} was called
   */
  public MigratorBuilder statementLockLimit(Duration limit) {
    requireUnset("statementLockLimit", statementLockLimit);
    statementLockLimit = requireLimit("statement lock limit", limit);
    return this;
  }

  /**
   * Lets statements wait for locks as long as the session itself has it, on many databases for
   * ever, and repeats none.
   *
   * @throws DefinitionException if {@link #statementLockTimeout} or {@link #statementLockLimit} was
   *     given
   */
  public MigratorBuilder withoutStatementLockTimeout() {
    requireUnset("statementLockTimeout", statementLockTimeout);
    requireUnset("statementLockLimit", statementLockLimit);
    waitsForStatementLocks = true;
    return this;
  }

  private Duration requireLimit(String name, Duration given) {
    Arguments.requireGiven(given, "the " + name);
    if (waitsForStatementLocks) {
      throw new DefinitionException(
          "withoutStatementLockTimeout() was called, so there is no " + name,
          "call one of the two");
    }
    if (given.compareTo(Duration.ofMillis(1)) < 0) {
      throw new DefinitionException(
          "the " + name + " is " + given,
          "give a millisecond or more; withoutStatementLockTimeout() waits without one");
    } else if (given.compareTo(LONGEST_STATEMENT_LOCK) > 0) {
      throw new DefinitionException(
          "the " + name + " is " + given,
          "give a day at most; withoutStatementLockTimeout() waits without one");
    }
    return given;
  }

  /** How long statements wait, as given or by default. */
  Optional<StatementLocks> statementLocks() {
    if (waitsForStatementLocks) {
      return Optional.empty();
    }
    return Optional.of(StatementLocks.of(statementLockTimeout, statementLockLimit));
  }

  /**
   * Makes the lock a lease in addition: a row beside the history names the process that migrates,
   * and is renewed every third of the lease's length, on a second connection. For clusters, where
   * the lock of a session is known to one server alone. By default there is a lease of 30 seconds
   * on nodes of Galera, and none elsewhere.
   *
   * @param length for how long the lease is valid unless it is renewed; so long others wait after
   *     its holder was killed, and so long its holder may pause; from one second to one hour
   * @throws DefinitionException if the length is out of these limits, the migrator has a single
   *     connection, or {@code lease} or {@link #withoutLease} was called before
   */
  public MigratorBuilder lease(Duration length) {
    requireUnset("lease", lease == null ? null : lease.use() + " " + lease.length());
    if (!source.isOwner()) {
      throw new DefinitionException(
          "a lease needs a second connection, and one was handed over", "hand over a DataSource");
    }
    lease =
        new LeaseChoice(
            LeaseChoice.Use.ALWAYS, Arguments.requireGiven(length, "the lease's length"));
    return this;
  }

  /**
   * Declines the lease where there is one by default: all migrators reach the same node of the
   * cluster.
   *
   * @throws DefinitionException if this or {@link #lease} was called before
   */
  public MigratorBuilder withoutLease() {
    requireUnset("lease", lease == null ? null : lease.use() + " " + lease.length());
    lease = new LeaseChoice(LeaseChoice.Use.NEVER, LeaseChoice.USUAL.length());
    return this;
  }

  /**
   * The clock for the time at which a revision is applied; the system's clock by default.
   *
   * @throws DefinitionException if a clock was given before
   */
  public MigratorBuilder clock(Clock given) {
    requireUnset("clock", clock);
    clock = Arguments.requireGiven(given, "the clock");
    return this;
  }

  /**
   * Consents to running raw SQL that stands in the history, to undo revisions that the code does
   * not know. Whoever can write to the history table could have put it there; read it before.
   */
  public MigratorBuilder undoesUnknownSql() {
    undoesUnknownSql = true;
    return this;
  }

  /**
   * Allows one head only: {@link #build} refuses branches that nobody has joined, though they may
   * not conflict.
   */
  public MigratorBuilder requireSingleHead() {
    requiresSingleHead = true;
    return this;
  }

  /**
   * Lets two revisions run in any order although they are in conflict, or do not declare what they
   * touch: parallel ones, and one that is missing below the other on some database. If that leads
   * to another schema on a database, the next start there reports it.
   *
   * @param reason why that does no harm
   * @throws DefinitionException if the two are the same, were accepted before, or there is no
   *     reason
   */
  public MigratorBuilder acceptConflict(RevisionId one, RevisionId other, String reason) {
    accepted = accepted.with(one, other, reason);
    return this;
  }

  /**
   * Lets two revisions run in any order although they are in conflict.
   *
   * @param one a revision's id
   * @param other the other revision's id
   * @param reason why that does no harm
   * @throws DefinitionException if an id is malformed, the two are the same, were accepted before,
   *     or there is no reason
   */
  public MigratorBuilder acceptConflict(String one, String other, String reason) {
    return acceptConflict(RevisionId.of(one), RevisionId.of(other), reason);
  }

  private void requireHeads(RevisionGraph known) {
    Set<RevisionId> heads = known.heads();
    if (requiresSingleHead && heads.size() > 1) {
      throw new DefinitionException(
          "there are " + heads.size() + " heads, and requireSingleHead() allows one: " + heads,
          "join them with a revision after them: Revision.join(Lineage.of(\"…\").after(…))");
    }
  }

  /**
   * The migrator. The database is not touched yet.
   *
   * @throws DefinitionException if no revisions were given, there are several heads and one is
   *     required, a conflict of a revision is accepted that is not there, or the statement lock
   *     limit is shorter than the timeout
   */
  public Migrator build() {
    if (graph == null) {
      throw new DefinitionException("the migrator has no revisions", "call revisions(…)");
    }
    accepted.requireKnown(graph);
    requireHeads(graph);
    AcceptedConflicts all = graph.accepted().and(accepted);
    return new Migrator(source, graph.accepting(all), settings(graph, all));
  }

  private Settings settings(RevisionGraph known, AcceptedConflicts all) {
    return new Settings(
        known.known(),
        table == null ? HistoryTable.USUAL : new HistoryTable(table),
        Optional.ofNullable(dialect),
        listeners,
        effectiveLockTimeout(),
        statementLocks(),
        effectiveLease(),
        clock == null ? Clock.systemUTC() : clock,
        undoesUnknownSql,
        all.reasons());
  }

  /** How long to wait for another process, as given or by default. */
  Duration effectiveLockTimeout() {
    return lockTimeout == null
        ? StatementLocks.usualLockTimeout(statementLocks(), effectiveLease())
        : lockTimeout;
  }

  private LeaseChoice effectiveLease() {
    return lease == null ? LeaseChoice.USUAL : lease;
  }

  private static void requireUnset(String setting, @Nullable Object before) {
    if (before != null) {
      throw new DefinitionException(
          setting + "(…) was already called, with " + before, "call it once");
    }
  }
}
