package dev.migrate.engine.trial;

import dev.migrate.Revision;
import dev.migrate.dialect.Renderer;
import dev.migrate.engine.Migrator;
import dev.migrate.engine.MigratorBuilder;
import dev.migrate.report.RevisionInfo;
import dev.migrate.report.RevisionState;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * A new database in memory. The process that uses it can be killed before or after a statement or a
 * commit: what was not committed is lost then, and nobody handles the error. Not thread-safe.
 */
final class TrialDatabase {

  /** The end of the process. */
  static final class Killed extends Error {

    private static final long serialVersionUID = 1L;

    Killed(String when) {
      super(when);
    }
  }

  /** What is in the database after a call, without times. */
  record Contents(String schema, List<String> rows, List<String> history) {}

  /** What is the same whenever a revision runs. */
  private static final List<String> HISTORY =
      List.of(
          "id",
          "parents",
          "dependencies",
          "labels",
          "message",
          "position",
          "state",
          "statement",
          "statement_digest",
          "session",
          "digest",
          "format",
          "dialect",
          "server",
          "variant",
          "applied_by",
          "operations");

  private final Renderer renderer = new TrialDialect().renderer();
  private final String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
  private final List<String> events = new ArrayList<>();
  private Predicate<String> deadline = event -> false;
  private boolean before;

  Migrator migrator(Revision... revisions) {
    return builder(revisions).build();
  }

  MigratorBuilder builder(Revision... revisions) {
    DataSource connections =
        proxy(
            DataSource.class,
            (method, arguments) -> {
              if (method.getName().equals("getConnection")) {
                return new Line(DriverManager.getConnection(url)).connection();
              }
              throw new UnsupportedOperationException(method.getName());
            });
    return Migrator.on(connections).dialect(new TrialDialect()).revisions(List.of(revisions));
  }

  /** Kills the process once, at an event counted from 1 and from now. */
  void killAt(int number, boolean beforeIt) {
    events.clear();
    before = beforeIt;
    deadline = event -> events.size() == number;
  }

  /** Kills the process once, before the first statement with this start. */
  void killBefore(String start) {
    before = true;
    deadline = event -> event.startsWith(start);
  }

  /** Kills the process once, after the first statement with this start. */
  void killAfter(String start) {
    before = false;
    deadline = event -> event.startsWith(start);
  }

  /** The statements and commits so far. */
  List<String> events() {
    return List.copyOf(events);
  }

  void forgetEvents() {
    events.clear();
    deadline = event -> false;
  }

  /** How often a statement with this start was executed. */
  long count(String start) {
    return events.stream().filter(event -> event.startsWith(start)).count();
  }

  void execute(String... sql) {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      for (String each : sql) {
        statement.execute(each);
      }
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  List<String> rows(String query) {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      List<String> texts = new ArrayList<>();
      while (rows.next()) {
        List<String> values = new ArrayList<>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          values.add(rows.getString(i));
        }
        texts.add(String.join(" ", values.stream().map(String::valueOf).toList()));
      }
      return texts;
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private Schema schema() {
    try (Connection connection = DriverManager.getConnection(url)) {
      return new TrialInspector().inspect(connection, Set.of());
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** The names of the tables of revisions. */
  Set<String> tables() {
    Set<String> names = new TreeSet<>();
    schema().tables().forEach(table -> names.add(table.name().name()));
    names.removeAll(Set.of("migrate_history", "trial_lock"));
    return names;
  }

  Contents contents() {
    List<String> rows = new ArrayList<>();
    StringBuilder schema = new StringBuilder();
    for (Table table : schema().tables()) {
      String name = table.name().name();
      schema.append(table).append('\n');
      if (!name.equals("migrate_history") && !name.equals("trial_lock")) {
        rows("SELECT * FROM " + name).forEach(row -> rows.add(name + ": " + row));
      }
    }
    rows.sort(null);
    return new Contents(
        schema.toString(),
        rows,
        rows(
            "SELECT "
                + HISTORY.stream().map(renderer::name).collect(Collectors.joining(", "))
                + " FROM migrate_history ORDER BY "
                + renderer.name("position")));
  }

  /** Such as {@code [x] a, [>] b, [ ] c}: done, in flight, pending. */
  String states(Revision... revisions) {
    return migrator(revisions).history().stream()
        .map(TrialDatabase::state)
        .collect(Collectors.joining(", "));
  }

  private static String state(RevisionInfo info) {
    String sign =
        info.state() == RevisionState.DONE
            ? "[x] "
            : info.state() == RevisionState.PENDING ? "[ ] " : "[>] ";
    return sign + info.id();
  }

  private interface Call {
    Object of(Method method, Object[] arguments) throws Throwable;
  }

  private static <T> T proxy(Class<T> type, Call call) {
    return type.cast(
        Proxy.newProxyInstance(
            TrialDatabase.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> call.of(method, arguments)));
  }

  private static Object call(Object object, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(object, arguments);
    } catch (InvocationTargetException failure) {
      throw failure.getCause();
    }
  }

  /** A connection of the process. */
  private final class Line {

    private final Connection real;
    private boolean dead;

    Line(Connection real) {
      this.real = real;
    }

    Connection connection() {
      return proxy(Connection.class, this::called);
    }

    private Object called(Method method, Object[] arguments) throws Throwable {
      String name = method.getName();
      if (dead) {
        return afterDeath(name);
      } else if (name.equals("commit")) {
        return event("commit", real, method, arguments);
      }
      Object result = call(real, method, arguments);
      if (result instanceof PreparedStatement statement) {
        return statement(PreparedStatement.class, statement, String.valueOf(arguments[0]));
      }
      return result instanceof Statement statement
          ? statement(Statement.class, statement, "")
          : result;
    }

    private <T extends Statement> T statement(Class<T> type, T statement, String prepared) {
      return proxy(
          type,
          (method, arguments) -> {
            if (dead) {
              return afterDeath(method.getName());
            } else if (!method.getName().startsWith("execute")) {
              return call(statement, method, arguments);
            }
            String sql = arguments == null ? prepared : String.valueOf(arguments[0]);
            return event(sql, statement, method, arguments);
          });
    }

    private Object event(String event, Object object, Method method, Object[] arguments)
        throws Throwable {
      events.add(event);
      boolean last = deadline.test(event);
      if (last && before) {
        throw die("before " + event);
      }
      try {
        Object result = call(object, method, arguments);
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

    private Killed die(String when) throws SQLException {
      dead = true;
      deadline = event -> false;
      if (!real.getAutoCommit()) {
        real.rollback();
      }
      real.close();
      return new Killed(when);
    }

    private Object afterDeath(String method) throws SQLException {
      return switch (method) {
        case "close" -> null;
        case "isClosed" -> true;
        case "hashCode" -> System.identityHashCode(this);
        case "toString" -> "a dead connection";
        default -> throw new SQLException("the process is dead", "08006");
      };
    }
  }
}
