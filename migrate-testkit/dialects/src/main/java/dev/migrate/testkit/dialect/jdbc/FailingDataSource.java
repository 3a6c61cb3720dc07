package dev.migrate.testkit.dialect.jdbc;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A data source whose connection dies at a chosen moment: before or after a statement or a commit.
 * What the connection had not committed is lost, as if the process had been killed, and every later
 * call on it fails. Not thread-safe.
 */
public final class FailingDataSource extends ForwardingDataSource {

  /** Before or after an event. */
  public enum Moment {
    /** The event does not happen. */
    BEFORE,
    /** The event happens; the caller does not learn of it. */
    AFTER
  }

  /** How a death looks to whoever uses the connection. */
  public enum Death {
    /** The process is killed: an {@link Error}, which nobody should try to handle. */
    PROCESS,
    /** The connection breaks: a {@link SQLException}, after which the process lives. */
    CONNECTION,
    /**
     * All connections break, and there are no others until {@link #calm}: the end of a program that
     * would handle an {@link Error} and tidy up.
     */
    DATABASE
  }

  /** Stands for the end of the process. */
  public static final class Killed extends Error {

    private static final long serialVersionUID = 1L;

    Killed(String event) {
      super("killed " + event);
    }
  }

  private final List<String> events = new ArrayList<>();
  private final List<String> effective = new ArrayList<>();
  private final List<Line> open = new ArrayList<>();
  private int deadline;
  private @Nullable String word;
  private Runnable beforeCommit = () -> {};
  private Moment moment = Moment.BEFORE;
  private Death death = Death.PROCESS;
  private boolean isGone;

  /**
   * Wraps a data source. Nothing fails before {@link #dieAt}.
   *
   * @param target the data source that does the work
   */
  public FailingDataSource(DataSource target) {
    super(target);
  }

  /**
   * Lets a connection die once, at a later event.
   *
   * @param event the number of the statement or commit, counted from 1 and from now
   * @param when before or after it
   * @param how how it looks
   */
  public void dieAt(int event, Moment when, Death how) {
    events.clear();
    isGone = false;
    word = null;
    deadline = event;
    moment = when;
    death = how;
  }

  /**
   * Lets the process die once, at the first statement with a certain word in it.
   *
   * @param when before or after it
   */
  public void dieAt(String text, Moment when) {
    dieAt(0, when, Death.PROCESS);
    word = text;
  }

  /**
   * Does something right before each commit.
   *
   * @param action what to do, perhaps on another connection
   */
  public void beforeCommit(Runnable action) {
    beforeCommit = action;
  }

  /** Stops all failures, and restarts the count. */
  public void calm() {
    dieAt(0, Moment.BEFORE, Death.PROCESS);
  }

  /** Whether all connections broke, and there are no others. */
  public boolean isGone() {
    return isGone;
  }

  /**
   * The statements and commits since the last {@link #dieAt} or {@link #calm}.
   *
   * @return the texts in order, with {@code commit} for a commit
   */
  public List<String> events() {
    return List.copyOf(events);
  }

  /**
   * The statements whose effect lasts: those in auto-commit mode, and those that were committed.
   *
   * @return the texts in order, since the start
   */
  public List<String> effective() {
    return List.copyOf(effective);
  }

  /** Forgets the statements so far. */
  public void forget() {
    effective.clear();
  }

  @Override
  public Connection getConnection() throws SQLException {
    if (isGone) {
      throw broken();
    }
    Line line = new Line(target.getConnection());
    open.add(line);
    return line.proxy();
  }

  private static SQLException broken() {
    return new SQLNonTransientConnectionException("the connection is broken", "08006", 1);
  }

  /** One connection. */
  private final class Line {

    private final Connection connection;
    private final List<String> pending = new ArrayList<>();
    private boolean dead;

    Line(Connection connection) {
      this.connection = connection;
    }

    Connection proxy() {
      return FailingDataSource.proxy(Connection.class, this::called);
    }

    private @Nullable Object called(Object proxy, Method method, Object @Nullable [] arguments)
        throws Throwable {
      String name = method.getName();
      if (dead) {
        return afterDeath(name);
      } else if (name.equals("commit")) {
        return happen("commit", () -> call(connection, method, arguments));
      } else if (name.equals("rollback") || name.equals("close")) {
        pending.clear();
        if (name.equals("close")) {
          open.remove(this);
        }
      }
      Object result = call(connection, method, arguments);
      return result instanceof Statement statement
          ? wrapped(statement, (Connection) proxy, name.startsWith("prepare") ? arguments : null)
          : result;
    }

    private Statement wrapped(
        Statement statement, Connection owner, Object @Nullable [] preparation) {
      Class<? extends Statement> type =
          statement instanceof CallableStatement
              ? CallableStatement.class
              : statement instanceof PreparedStatement ? PreparedStatement.class : Statement.class;
      return FailingDataSource.proxy(
          type,
          (proxy, method, arguments) -> {
            if (dead) {
              return afterDeath(method.getName());
            } else if (method.getName().equals("getConnection")) {
              return owner;
            } else if (!method.getName().startsWith("execute")) {
              return call(statement, method, arguments);
            }
            Object[] said = preparation == null ? arguments : preparation;
            String sql = said == null ? "batch" : String.valueOf(said[0]);
            return happen(sql, () -> call(statement, method, arguments));
          });
    }

    private @Nullable Object happen(String event, Call call) throws Throwable {
      events.add(event);
      if (event.equals("commit")) {
        beforeCommit.run();
      }
      boolean last = events.size() == deadline || (word != null && event.contains(word));
      if (last && moment == Moment.BEFORE) {
        throw die("before " + event);
      }
      try {
        boolean lasting = event.equals("commit") || connection.getAutoCommit();
        Object result = call.run();
        took(event, lasting);
        if (!last) {
          return result;
        }
      } catch (SQLException failure) {
        if (!last) {
          throw failure;
        }
      }
      throw die("after " + event);
    }

    private void took(String event, boolean lasting) {
      pending.add(event);
      if (lasting) {
        pending.removeIf("commit"::equals);
        effective.addAll(pending);
        pending.clear();
      }
    }

    private Throwable die(String event) throws SQLException {
      deadline = 0;
      word = null;
      isGone = death == Death.DATABASE;
      for (Line line : isGone ? List.copyOf(open) : List.of(this)) {
        line.end();
      }
      return death == Death.PROCESS ? new Killed(event) : broken();
    }

    private void end() throws SQLException {
      dead = true;
      open.remove(this);
      if (!connection.isClosed()) {
        if (!connection.getAutoCommit()) {
          connection.rollback();
        }
        connection.close();
      }
    }

    private @Nullable Object afterDeath(String method) throws SQLException {
      return switch (method) {
        case "close" -> null;
        case "isClosed" -> true;
        case "isValid" -> false;
        case "hashCode" -> System.identityHashCode(this);
        case "toString" -> "a dead connection";
        default -> throw broken();
      };
    }
  }

  private interface Call {
    @Nullable Object run() throws Throwable;
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    ClassLoader loader = FailingDataSource.class.getClassLoader();
    return type.cast(Proxy.newProxyInstance(loader, new Class<?>[] {type}, handler));
  }

  private static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments)
      throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException failure) {
      throw failure.getCause();
    }
  }
}
