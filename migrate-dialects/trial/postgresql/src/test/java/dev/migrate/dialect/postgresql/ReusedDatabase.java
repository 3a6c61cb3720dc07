package dev.migrate.dialect.postgresql;

import dev.migrate.testkit.UrlDataSource;
import dev.migrate.testkit.dialect.jdbc.ReusedConnections;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.postgresql.PGConnection;

/**
 * A database that one test after the other gets as a new one, with its sessions: to begin a session
 * and to make a database takes longer than most tests.
 */
final class ReusedDatabase {

  /** Drops what a test can make in a database; the collations of the samples are there again. */
  private static final String EMPTY =
      """
      DO $$ DECLARE name text; BEGIN
        FOR name IN SELECT evtname FROM pg_event_trigger LOOP
          EXECUTE format('DROP EVENT TRIGGER %I', name);
        END LOOP;
        FOR name IN SELECT pubname FROM pg_publication LOOP
          EXECUTE format('DROP PUBLICATION %I', name);
        END LOOP;
        FOR name IN SELECT extname FROM pg_extension WHERE extname <> 'plpgsql' LOOP
          EXECUTE format('DROP EXTENSION %I CASCADE', name);
        END LOOP;
        FOR name IN SELECT nspname FROM pg_namespace WHERE nspname !~ '^pg_|^information_schema$'
        LOOP
          EXECUTE format('DROP SCHEMA %I CASCADE', name);
        END LOOP;
        CREATE SCHEMA public AUTHORIZATION pg_database_owner;
        GRANT USAGE ON SCHEMA public TO PUBLIC;
        COMMENT ON SCHEMA public IS 'standard public schema';
        EXECUTE format('GRANT TEMPORARY ON DATABASE %I TO PUBLIC', current_database());
        CREATE COLLATION public."de_DE" (provider = icu, locale = 'de-DE');
        CREATE COLLATION public."NOCASE" FROM "C";
      END $$
      """;

  /** What is left where a database is not as a new one. */
  private static final String REMAINS =
      """
      SELECT (SELECT count(*) FROM pg_class WHERE oid >= 16384)
        + (SELECT count(*) FROM pg_proc WHERE oid >= 16384)
        + (SELECT count(*) FROM pg_type WHERE oid >= 16384)
        + (SELECT count(*) FROM pg_cast WHERE oid >= 16384)
        + (SELECT count(*) FROM pg_language WHERE oid >= 16384)
        + (SELECT count(*) FROM pg_foreign_data_wrapper WHERE oid >= 16384)
        + (SELECT count(*) FROM pg_default_acl)
        + (SELECT count(*) FROM pg_largeobject_metadata)
        + (SELECT count(*) FROM pg_db_role_setting s JOIN pg_database d ON d.oid = s.setdatabase
             AND d.datname = current_database())
        + (SELECT abs(count(*) - 1) FROM pg_namespace WHERE oid >= 16384)
        + (SELECT abs(count(*) - 2) FROM pg_collation WHERE oid >= 16384)
      """;

  private final String name;
  private final ReusedConnections connections;

  ReusedDatabase(String name, UrlDataSource source) {
    this.name = name;
    this.connections = new ReusedConnections(source, "DISCARD ALL");
  }

  String name() {
    return name;
  }

  ReusedConnections connections() {
    return connections;
  }

  /** Ends what a test left; returns whether the database is as a new one. */
  boolean isEmptied(Connection admin) {
    try {
      List<Connection> kept = connections.endLent();
      StringBuilder pids = new StringBuilder("0");
      for (Connection connection : kept) {
        pids.append(", ").append(connection.unwrap(PGConnection.class).getBackendPID());
      }
      try (Statement statement = admin.createStatement()) {
        statement.execute(
            "SELECT pg_terminate_backend(pid, 2000) FROM pg_stat_activity WHERE datname = '"
                + name
                + "' AND pid NOT IN ("
                + pids
                + ")");
      }
      try (Connection connection = connections.getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute(EMPTY);
        try (ResultSet remains = statement.executeQuery(REMAINS)) {
          remains.next();
          return remains.getInt(1) == 0;
        }
      }
    } catch (SQLException failure) {
      return false;
    }
  }
}
