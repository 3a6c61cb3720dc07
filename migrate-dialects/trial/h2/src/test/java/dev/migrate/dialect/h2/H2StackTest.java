package dev.migrate.dialect.h2;

import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.integer;
import static dev.migrate.Ddl.row;
import static dev.migrate.Ddl.sql;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.Lineage;
import dev.migrate.Revision;
import dev.migrate.dialect.Dialect;
import dev.migrate.engine.Migrator;
import dev.migrate.schema.DialectName;
import dev.migrate.testkit.Databases;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The way from {@code Migrator.upgrade()} to JDBC is short enough to be read in a stack trace. */
class H2StackTest {

  private static final int MOST = 14;
  private static final Dialect H2 = new H2DialectProvider().dialect(DialectName.H2);

  /** The methods of the engine above the execution of each statement, the migrator's last. */
  private final Map<String, List<String>> calls = new LinkedHashMap<>();

  private static final Revision TABLE =
      Revision.of(Lineage.of("table").root(), op -> op.createTable("t", column("id", integer())));

  private static final Revision ROWS =
      Revision.of(
          Lineage.of("rows").after("table"),
          op -> {
            op.insert("t", List.of("id"), row(1));
            op.execute(sql("UPDATE t SET id = 2").undoneBy("UPDATE t SET id = 1"));
          });

  @Test
  void statementByStatement() throws SQLException {
    try (Connection connection = Databases.h2().getConnection()) {
      migrator(connection, H2, TABLE, ROWS).upgrade();
    }
    assertShort("CREATE TABLE t", "INSERT INTO t", "UPDATE t");
  }

  @Test
  void inOneTransaction() throws SQLException {
    try (Connection connection = Databases.h2().getConnection()) {
      migrator(connection, H2, TABLE).upgrade();
      migrator(connection, new TransactionalH2(), TABLE, ROWS).upgrade();
    }
    assertShort("INSERT INTO t", "UPDATE t");
  }

  private Migrator migrator(Connection connection, Dialect dialect, Revision... revisions) {
    return Migrator.on(watched(connection, Connection.class))
        .dialect(dialect)
        .revisions(List.of(revisions))
        .build();
  }

  private void assertShort(String... starts) {
    for (String start : starts) {
      List<String> methods =
          calls.entrySet().stream()
              .filter(call -> call.getKey().startsWith(start))
              .findFirst()
              .orElseThrow(() -> new AssertionError(start + " not in " + calls.keySet()))
              .getValue();
      assertThat(methods).as(start).hasSizeLessThanOrEqualTo(MOST).endsWith("Migrator.upgrade");
    }
  }

  private <T> T watched(T target, Class<T> type) {
    InvocationHandler handler = (proxy, method, arguments) -> called(target, method, arguments);
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private Object called(Object target, Method method, Object[] arguments) throws Throwable {
    if (target instanceof Statement && method.getName().equals("execute")) {
      calls.put((String) arguments[0], methodsOfTheEngine());
    }
    try {
      Object result = method.invoke(target, arguments);
      return method.getReturnType() == Statement.class
          ? watched((Statement) result, Statement.class)
          : result;
    } catch (InvocationTargetException failure) {
      throw failure.getCause();
    }
  }

  private static List<String> methodsOfTheEngine() {
    return StackWalker.getInstance()
        .walk(
            frames ->
                frames
                    .filter(frame -> frame.getClassName().startsWith("dev.migrate.engine."))
                    .map(
                        frame ->
                            frame.getClassName().replaceAll(".*\\.", "")
                                + "."
                                + frame.getMethodName())
                    .toList());
  }
}
