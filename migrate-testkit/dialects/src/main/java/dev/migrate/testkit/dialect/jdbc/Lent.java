package dev.migrate.testkit.dialect.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;

/** Connections that are given back rather than closed. */
public final class Lent {

  private Lent() {}

  /** A connection that stays open when it is closed; the first time, something else is done. */
  public static Connection of(Connection connection, Runnable back) {
    boolean[] closed = {false};
    return (Connection)
        Proxy.newProxyInstance(
            Lent.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("close")) {
                if (!closed[0]) {
                  closed[0] = true;
                  back.run();
                }
                return null;
              } else if (method.getName().equals("isClosed")) {
                return closed[0] || connection.isClosed();
              }
              try {
                return method.invoke(connection, arguments);
              } catch (InvocationTargetException failure) {
                throw failure.getCause();
              }
            });
  }
}
