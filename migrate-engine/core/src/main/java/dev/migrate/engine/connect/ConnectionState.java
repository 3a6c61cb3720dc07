package dev.migrate.engine.connect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What JDBC lets code set on a connection, as it was at one moment. What a driver does not have is
 * left out. Immutable.
 */
public final class ConnectionState {

  private interface Getter {
    @Nullable Object of(Connection connection) throws SQLException;
  }

  private interface Setter {
    void set(Connection connection, Object value) throws SQLException;
  }

  private record Property(String name, Getter getter, Setter setter) {}

  private static final List<Property> PROPERTIES =
      List.of(
          new Property("catalog", Connection::getCatalog, (c, v) -> c.setCatalog((String) v)),
          new Property("schema", Connection::getSchema, (c, v) -> c.setSchema((String) v)),
          new Property("read-only", Connection::isReadOnly, (c, v) -> c.setReadOnly((Boolean) v)),
          new Property(
              "isolation",
              Connection::getTransactionIsolation,
              (c, v) -> c.setTransactionIsolation((Integer) v)),
          new Property(
              "holdability", Connection::getHoldability, (c, v) -> c.setHoldability((Integer) v)),
          new Property(
              "network timeout",
              Connection::getNetworkTimeout,
              (c, v) -> c.setNetworkTimeout(Runnable::run, (Integer) v)));

  private final List<@Nullable Object> values;

  private ConnectionState(List<@Nullable Object> values) {
    this.values = values;
  }

  /**
   * Reads the state.
   *
   * @param connection the connection, outside a transaction
   */
  public static ConnectionState of(Connection connection) {
    List<@Nullable Object> values = new ArrayList<>();
    for (Property property : PROPERTIES) {
      values.add(value(property, connection));
    }
    return new ConnectionState(values);
  }

  private static @Nullable Object value(Property property, Connection connection) {
    try {
      return property.getter().of(connection);
    } catch (SQLException | RuntimeException | AbstractMethodError without) {
      return null;
    }
  }

  /**
   * Sets the connection back.
   *
   * @param connection the connection, outside a transaction
   * @return what could not be set back, one text for each
   */
  public List<String> restore(Connection connection) {
    List<String> failures = new ArrayList<>();
    for (int i = 0; i < PROPERTIES.size(); i++) {
      Property property = PROPERTIES.get(i);
      @Nullable Object before = values.get(i);
      @Nullable Object now = value(property, connection);
      if (before != null && !Objects.equals(before, now)) {
        try {
          property.setter().set(connection, before);
        } catch (SQLException | RuntimeException failure) {
          failures.add(
              property.name() + " is " + now + ", and was " + before + ": " + failure.getMessage());
        }
      }
    }
    return failures;
  }
}
