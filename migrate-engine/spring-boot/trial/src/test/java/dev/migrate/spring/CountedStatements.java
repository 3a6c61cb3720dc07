package dev.migrate.spring;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Wraps the data source, and notes what the migrator executes on it. */
class CountedStatements implements BeanPostProcessor {

  private final List<String> statements = new ArrayList<>();

  List<String> ofTheMigrator() {
    return List.copyOf(statements);
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    return bean instanceof DataSource source ? proxy(DataSource.class, source) : bean;
  }

  private Object proxy(Class<?> type, Object target) {
    InvocationHandler handler =
        (proxy, method, arguments) -> {
          String name = method.getName();
          boolean hasText = arguments != null && arguments[0] instanceof String;
          if (isCalledByUs() && (name.equals("commit") || name.startsWith("execute"))) {
            statements.add(hasText ? (String) arguments[0] : name);
          }
          try {
            Object result = method.invoke(target, arguments);
            return result instanceof Connection connection
                ? proxy(Connection.class, connection)
                : result instanceof PreparedStatement prepared
                    ? proxy(PreparedStatement.class, prepared)
                    : result instanceof Statement statement
                        ? proxy(Statement.class, statement)
                        : result;
          } catch (InvocationTargetException failure) {
            throw failure.getCause();
          }
        };
    return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler);
  }

  private static boolean isCalledByUs() {
    return StackWalker.getInstance()
        .walk(
            frames ->
                frames.anyMatch(frame -> frame.getClassName().startsWith("dev.migrate.engine")));
  }
}
