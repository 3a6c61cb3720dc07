package dev.migrate.engine.call;

import dev.migrate.RevisionId;
import dev.migrate.engine.branch.Branches;
import dev.migrate.engine.check.AppliedRevision;
import dev.migrate.engine.check.CanonicalOrder;
import dev.migrate.engine.check.RecordedEdges;
import dev.migrate.engine.check.UnchangedRevisions;
import dev.migrate.engine.connect.ConnectionSource;
import dev.migrate.engine.connect.Session;
import dev.migrate.engine.context.CallContext;
import dev.migrate.engine.context.Settings;
import dev.migrate.engine.graph.Target;
import dev.migrate.engine.history.History;
import dev.migrate.engine.plan.AppliedState;
import dev.migrate.report.Conflict;
import dev.migrate.report.DatabaseException;
import dev.migrate.report.Direction;
import dev.migrate.report.Outcome;
import dev.migrate.report.Script;
import dev.migrate.report.Settlement;
import dev.migrate.report.StampOutcome;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Upgrades and downgrades: looks, and if there is something to do takes the lock, looks again, ends
 * what was begun, plans, renders and runs. Immutable and thread-safe.
 */
public final class Migration {

  private final ConnectionSource source;
  private final Settings settings;

  /**
   * Migrations of one database.
   *
   * @param source its connections
   * @param settings what the migrator was built with
   */
  public Migration(ConnectionSource source, Settings settings) {
    this.source = source;
    this.settings = settings;
  }

  /**
   * Upgrades to some targets.
   *
   * @param targets the targets
   * @return what was done
   */
  public Outcome upgrade(Collection<Target> targets) {
    long begin = System.nanoTime();
    return on(
        site -> {
          Optional<List<RevisionId>> unknown = quiet(site, targets);
          if (unknown.isPresent()) {
            return new Outcome(Direction.UP, List.of(), unknown.get(), since(begin));
          }
          site.settle().session().requireWritable();
          return locked(site, () -> new Run(site, Direction.UP, up(targets)).carryOut(begin));
        });
  }

  /**
   * Downgrades to a target.
   *
   * @param target the target
   * @return what was done
   */
  public Outcome downgrade(Target target) {
    long begin = System.nanoTime();
    return on(
        site -> {
          site.settle().session().requireWritable();
          return locked(site, () -> new Run(site, Direction.DOWN, down(target)).carryOut(begin));
        });
  }

  /**
   * Records revisions as applied or not, without running anything.
   *
   * @param targets the state to record
   * @param reason why a difference of the database is accepted; empty to refuse one
   * @return what was recorded differently before, and what the database has besides
   */
  public StampOutcome stamp(Collection<Target> targets, Optional<String> reason) {
    return on(
        site -> {
          site.settle().session().requireWritable();
          return locked(site, () -> new Stamping(site, reason).run(targets));
        });
  }

  /**
   * Empties the history and records revisions as applied, without running anything.
   *
   * @param targets the state to record
   * @param reason why a difference of the database is accepted; empty to refuse one
   * @return what was recorded, and what else was there
   */
  public StampOutcome restamp(Collection<Target> targets, Optional<String> reason) {
    return on(
        site -> {
          site.settle().session().requireWritable();
          return locked(site, () -> new Stamping(site, reason).again(targets));
        });
  }

  /**
   * Answers whether a statement in doubt was executed.
   *
   * @param id the revision in flight
   * @param answer the answer
   */
  public void settle(RevisionId id, Settlement answer) {
    on(
        site -> {
          site.settle().session().requireWritable();
          return locked(
              site,
              () -> {
                Settling.run(site, id, answer);
                return id;
              });
        });
  }

  /**
   * What an upgrade would do. Nothing is executed.
   *
   * @param targets the targets
   * @return the script
   */
  public Script upgradeScript(Collection<Target> targets) {
    return on(site -> new Run(site.settle(), Direction.UP, up(targets)).script());
  }

  /**
   * What a downgrade would do. Nothing is executed.
   *
   * @param target the target
   * @return the script
   */
  public Script downgradeScript(Target target) {
    return on(site -> new Run(site.settle(), Direction.DOWN, down(target)).script());
  }

  /**
   * Looks at the graph and the history.
   *
   * @param question what to find out
   * @param <T> what comes of it
   * @return the answer
   */
  public <T> T look(Function<RevisionQueries, T> question) {
    return on(
        site -> {
          History history = site.settle().store().read();
          return question.apply(
              new RevisionQueries(
                  settings.known(), history, site.situation(history, history.done())));
        });
  }

  /**
   * Judges every revision of the code against every other. The database is not touched.
   *
   * @return the conflicts, possibly none
   */
  public List<Conflict> conflicts() {
    return Branches.conflicts(settings.known(), settings.policy(), settings.dialect());
  }

  private static Run.Choice up(Collection<Target> targets) {
    return situation -> situation.targets().upgrade(targets);
  }

  private static Run.Choice down(Target target) {
    return situation -> situation.targets().downgrade(target);
  }

  /**
   * One statement and no lock where everything required is done, nothing is in flight, and nothing
   * was changed: then what the code does not know of all that, otherwise empty.
   */
  private Optional<List<RevisionId>> quiet(CallContext site, Collection<Target> targets) {
    History history = read(site);
    if (!history.exists()
        || !history.inFlight().isEmpty()
        || !site.session().readsCommitted()
        || !UnchangedRevisions.isUnchanged(settings.known(), history, site.dialect().names())) {
      return Optional.empty();
    }
    AppliedState situation = site.situation(history, history.done());
    if (!up(targets).apply(situation).isEmpty()
        || !RecordedEdges.areSettled(settings.known(), history, situation)) {
      return Optional.empty();
    }
    if (situation.unknown().isEmpty()) {
      CanonicalOrder.require(AppliedRevision.of(history, situation), situation);
    }
    site.progress().ahead(situation.unknown());
    site.progress().upToDate(() -> situation.targets().current());
    return Optional.of(situation.unknown());
  }

  /** What cannot be read tells nothing: whether there is a schema at all is asked next. */
  private static History read(CallContext site) {
    try {
      return site.store().read();
    } catch (DatabaseException failure) {
      boolean busy =
          failure.getCause() instanceof SQLException database && site.dialect().isBusy(database);
      site.settle();
      if (busy || site.session().place().isAmbiguous()) {
        return History.none(); // read again under the lock, by its full name
      }
      throw failure;
    }
  }

  private static <T> T locked(CallContext site, Supplier<T> work) {
    try {
      return LockedCall.with(site, work);
    } catch (DatabaseException failure) {
      throw site.store().explained(failure);
    }
  }

  private <T> T on(Function<CallContext, T> work) {
    return source.with(
        connection -> {
          try (Session session = Session.on(connection, settings.dialect(), source.isOwner());
              CallContext site = new CallContext(settings, session)) {
            return work.apply(site);
          }
        });
  }

  private static Duration since(long begin) {
    return Duration.ofNanos(System.nanoTime() - begin);
  }
}
