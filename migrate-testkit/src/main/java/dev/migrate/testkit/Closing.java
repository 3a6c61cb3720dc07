package dev.migrate.testkit;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;

/** Connections that tell when they are closed. */
final class Closing {

  private Closing() {}

  /** The same connection; after it is closed for the first time, something is done. */
  static Connection notifying(Connection connection, Runnable then) {
    boolean[] closed = {false};
    return (Connection)
        Proxy.newProxyInstance(
            Closing.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              try {
                Object result = method.invoke(connection, arguments);
                if (method.getName().equals("close") && !closed[0]) {
                  closed[0] = true;
                  then.run();
                }
                return result;
              } catch (InvocationTargetException failure) {
                throw failure.getCause();
              }
            });
  }
}
