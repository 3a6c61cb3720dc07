package dev.migrate.engine.execute;

import dev.migrate.dialect.SessionSetting;
import dev.migrate.engine.connect.Session;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Has settings of the session as a revision needs them, and as they were before again. */
final class SessionSettings {

  private final Connection connection;

  SessionSettings(Session session) {
    this.connection = session.connection();
  }

  /** Does work with these settings. */
  void during(List<SessionSetting> settings, Runnable work) {
    Deque<String> restoring = new ArrayDeque<>();
    try {
      for (SessionSetting setting : settings) {
        restoring.push(setting.restore().apply(read(setting)));
        execute(setting.during());
      }
    } catch (SQLException failure) {
      RuntimeException reported = Session.failed("the session cannot be set up", failure);
      restore(restoring, reported);
      throw reported;
    }
    try {
      work.run();
    } catch (RuntimeException | Error failure) {
      restore(restoring, failure);
      throw failure;
    }
    try {
      for (String sql : restoring) {
        execute(sql);
      }
    } catch (SQLException failure) {
      throw Session.failed("the session cannot be set as it was", failure);
    }
  }

  private void restore(Deque<String> restoring, Throwable failure) {
    for (String sql : restoring) {
      try {
        execute(sql);
      } catch (SQLException second) {
        failure.addSuppressed(second);
      }
    }
  }

  private String read(SessionSetting setting) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet value = statement.executeQuery(setting.read())) {
      String text = value.next() ? value.getString(1) : null;
      return text == null ? setting.usual() : text;
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
