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

/** Settings of the session that a revision needs, with what they were before. */
public final class SessionSettings {

  private final Connection connection;
  private final Deque<String> restoring = new ArrayDeque<>();

  private SessionSettings(Session session) {
    this.connection = session.connection();
  }

  /** Makes settings. */
  public static SessionSettings set(Session session, List<SessionSetting> settings) {
    SessionSettings made = new SessionSettings(session);
    try {
      for (SessionSetting setting : settings) {
        made.restoring.push(setting.restore().apply(made.read(setting)));
        made.execute(setting.during());
      }
      return made;
    } catch (SQLException failure) {
      RuntimeException reported = Session.failed("the session cannot be set up", failure);
      made.restoreAfter(reported);
      throw reported;
    }
  }

  /** Sets everything as it was. */
  public void restore() {
    try {
      for (String sql : restoring) {
        execute(sql);
      }
    } catch (SQLException failure) {
      throw Session.failed("the session cannot be set as it was", failure);
    }
  }

  /** Sets everything as it was before a revision that failed. */
  public void restoreAfter(Throwable failure) {
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
