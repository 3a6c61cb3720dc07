package dev.migrate.testkit.dialect.branch;

import dev.migrate.Lineage;
import dev.migrate.Operations;
import dev.migrate.Recording;
import dev.migrate.Revision;
import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.RenderContext;
import dev.migrate.dialect.Statement;
import dev.migrate.error.MigrateException;
import dev.migrate.error.UnsupportedByDialectException;
import dev.migrate.operation.Footprint;
import dev.migrate.operation.Operation;
import dev.migrate.schema.Schema;
import dev.migrate.testkit.dialect.branch.BranchMoves.Move;
import dev.migrate.testkit.dialect.branch.BranchRun.Sight;
import dev.migrate.testkit.dialect.database.SessionDuring;
import dev.migrate.testkit.dialect.database.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Carries out what branches do in several orders, each on a database of its own, and compares what
 * is left. Not thread-safe.
 */
public final class BranchTrial implements AutoCloseable {

  /** So many times a database is used that is rolled back. */
  private static final int FORKS = 300;

  /**
   * A branch by itself on the fork.
   *
   * @param operations what it does
   * @param sight what is there afterwards; empty if the database refuses it
   * @param undone what is there after it was undone; empty if it cannot be undone
   */
  public record Alone(List<Operation> operations, Optional<Sight> sight, Optional<Sight> undone) {}

  private final Supplier<DataSource> databases;
  private final boolean rollsBack;
  private @Nullable Connection kept;
  private int forks;
  private final Dialect dialect;
  private final List<Statement> preparation = new ArrayList<>();
  private final Revision fork;
  private final Schema ground;
  private final Sight groundSight;
  private final Map<Move, Alone> alone = new HashMap<>();

  /**
   * A trial.
   *
   * @param databases makes empty databases
   * @param rollsBack whether to use one database and to roll back what was tried on it
   */
  public BranchTrial(Supplier<DataSource> databases, boolean rollsBack) throws SQLException {
    this.databases = databases;
    this.rollsBack = rollsBack;
    try (Connection connection = databases.get().getConnection()) {
      this.dialect = TestDatabase.dialect(connection);
    }
    Revision revision = BranchGround.WITH_SEQUENCES;
    Schema schema;
    try {
      schema = prepare(revision);
    } catch (UnsupportedByDialectException noSequences) {
      preparation.clear();
      revision = BranchGround.WITHOUT_SEQUENCES;
      schema = prepare(revision);
    }
    this.fork = revision;
    this.ground = schema;
    try (BranchRun run = fork()) {
      this.groundSight = run.look();
    }
  }

  private Schema prepare(Revision revision) {
    Schema schema = Schema.empty();
    for (Operation operation : Recording.of(revision).upgrade()) {
      for (Operation part : operation.on(dialect.names())) {
        preparation.addAll(dialect.renderer().render(part, new RenderContext(schema)));
        schema = part.applyTo(schema);
      }
    }
    return schema;
  }

  /** What makes the fork. */
  public Revision forking() {
    return fork;
  }

  /** What can be done at the fork by what it means. */
  public List<Move> moves() {
    return BranchMoves.all().stream()
        .filter(move -> folded(ground, operations(move)).isPresent())
        .toList();
  }

  public Dialect dialect() {
    return dialect;
  }

  public Schema ground() {
    return ground;
  }

  /** A database at the fork; none of those before may be in use any more. */
  public BranchRun fork() throws SQLException {
    Connection connection = rollsBack ? kept() : databases.get().getConnection();
    connection.setAutoCommit(!rollsBack);
    try (SessionDuring session = new SessionDuring(preparation, dialect.renderer(), connection)) {
      for (Statement statement : preparation) {
        session.execute(statement);
      }
    }
    return new BranchRun(
        dialect, connection, ground, rollsBack ? connection::rollback : connection::close);
  }

  /** Another one from time to time: what is rolled back leaves its litter in the catalogue. */
  private Connection kept() throws SQLException {
    if (kept == null || forks++ % FORKS == 0) {
      close();
      kept = databases.get().getConnection();
    }
    return Objects.requireNonNull(kept);
  }

  @Override
  public void close() throws SQLException {
    if (kept != null) {
      kept.close();
    }
  }

  public static List<Operation> operations(Move move) {
    return Recording.of(revision("move", move, "ground")).upgrade();
  }

  public static Revision revision(String id, Move move, String parent) {
    Consumer<Operations> body = move.body();
    return Revision.of(Lineage.of(id).after(parent), body);
  }

  public Footprint footprint(Move move) {
    return Footprint.ofAll(operations(move), ground);
  }

  public Optional<Schema> folded(Schema before, List<Operation> operations) {
    Schema schema = before;
    try {
      for (Operation operation : operations) {
        schema = Operation.applyAll(operation.on(dialect.names()), schema);
      }
      return Optional.of(schema);
    } catch (MigrateException misfit) {
      return Optional.empty();
    }
  }

  /** A move by itself, tried once. */
  public Alone alone(Move move) throws SQLException {
    Alone known = alone.get(move);
    if (known == null) {
      known = tried(operations(move));
      alone.put(move, known);
    }
    return known;
  }

  private Alone tried(List<Operation> operations) throws SQLException {
    try (BranchRun run = fork()) {
      if (!run.up(operations)) {
        return new Alone(operations, Optional.empty(), Optional.empty());
      }
      Sight sight = run.look();
      boolean undone = BranchRun.isUndoable(operations, ground) && run.down(operations, ground);
      return new Alone(
          operations, Optional.of(sight), undone ? Optional.of(run.look()) : Optional.empty());
    }
  }

  /** Whether both orders are defined and end in the same schema by what the moves mean. */
  public boolean isSameInBothOrders(Move one, Move other) {
    List<Operation> a = operations(one);
    List<Operation> b = operations(other);
    Optional<Schema> ab = folded(ground, a).flatMap(schema -> folded(schema, b));
    return ab.isPresent() && ab.equals(folded(ground, b).flatMap(schema -> folded(schema, a)));
  }

  /** Why two moves do not commute; empty if both orders, and each undone after the other, agree. */
  public Optional<String> disagreement(Move one, Move other) throws SQLException {
    Alone a = alone(one);
    Alone b = alone(other);
    if (!isSameInBothOrders(one, other)) {
      return Optional.of("what they mean depends on the order");
    }
    if (a.sight().isEmpty() || b.sight().isEmpty()) {
      return failing(a, b);
    }
    Ends first = after(a, b);
    if (first.problem().isPresent()) {
      return first.problem();
    }
    Ends second = after(b, a);
    return second.problem().isEmpty() && !first.both().equals(second.both())
        ? Optional.of("the two orders leave different things")
        : second.problem();
  }

  /** What fails by itself fails after the other as well. */
  private Optional<String> failing(Alone a, Alone b) throws SQLException {
    if (a.sight().isEmpty() && b.sight().isEmpty()) {
      return Optional.empty();
    }
    Alone works = a.sight().isPresent() ? a : b;
    Alone fails = a.sight().isPresent() ? b : a;
    try (BranchRun run = fork()) {
      run.up(works.operations());
      return run.up(fails.operations())
          ? Optional.of("one fails by itself and works after the other")
          : Optional.empty();
    }
  }

  /**
   * What came of one order.
   *
   * @param both what both leave
   * @param problem what went wrong then
   */
  private record Ends(Optional<Sight> both, Optional<String> problem) {

    static Ends wrong(String problem) {
      return new Ends(Optional.empty(), Optional.of(problem));
    }
  }

  /** One, then the other, then the one undone. */
  private Ends after(Alone first, Alone second) throws SQLException {
    Optional<Sight> both;
    Optional<Sight> left = Optional.empty();
    try (BranchRun run = fork()) {
      run.up(first.operations());
      if (!run.up(second.operations())) {
        return Ends.wrong("fails after the other");
      }
      both = Optional.of(run.look());
      if (first.undone().isPresent()) {
        Schema rest = folded(ground, second.operations()).orElseThrow();
        if (!BranchRun.isUndoable(first.operations(), rest)
            || !run.down(first.operations(), rest)) {
          return Ends.wrong("cannot be undone after the other");
        }
        left = Optional.of(run.look());
      }
    }
    return left.isEmpty() || left.orElseThrow().equals(withoutFirst(first, second))
        ? new Ends(both, Optional.empty())
        : Ends.wrong("undone after the other leaves something else");
  }

  /**
   * What the other leaves by itself, where undoing loses no data; else what both leave in a row.
   */
  private Sight withoutFirst(Alone first, Alone second) throws SQLException {
    if (first.undone().equals(Optional.of(groundSight))) {
      return second.sight().orElseThrow();
    }
    try (BranchRun run = fork()) {
      run.up(first.operations());
      run.down(first.operations(), ground);
      run.up(second.operations());
      return run.look();
    }
  }

  /** What is left of moves in an order; empty if one of them fails. */
  public Optional<Sight> inOrder(List<Move> order) throws SQLException {
    try (BranchRun run = fork()) {
      for (Move move : order) {
        if (!run.up(operations(move))) {
          return Optional.empty();
        }
      }
      return Optional.of(run.look());
    }
  }
}
