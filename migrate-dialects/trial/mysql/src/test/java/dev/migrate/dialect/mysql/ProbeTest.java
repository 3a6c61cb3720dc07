package dev.migrate.dialect.mysql;
import java.sql.*;
import org.junit.jupiter.api.Test;
class ProbeTest {
  static void show(Connection c, String sql) {
    System.out.println("> " + sql);
    try (Statement s = c.createStatement()) {
      if (s.execute(sql)) { ResultSet r = s.getResultSet(); while (r.next()) { StringBuilder b = new StringBuilder("   "); for (int i = 1; i <= r.getMetaData().getColumnCount(); i++) b.append(r.getMetaData().getColumnLabel(i)).append('=').append(r.getString(i)).append("  "); System.out.println(b); } }
    } catch (SQLException e) { System.out.println("   ! " + e.getErrorCode() + " " + e.getSQLState() + " " + e.getMessage()); }
  }
  @Test void probe() throws Exception {
    TestServer server = System.getenv(TestServer.MYSQL_URL) != null ? TestServer.mysql() : TestServer.mariadb();
    var db = server.emptyDatabase();
    try (Connection all = server.seeingAll(db).getConnection(); Connection own = db.getConnection()) {
      show(all, "SELECT VERSION(), USER()");
      show(all, "SHOW GRANTS");
      show(own, "CREATE TABLE t (id INT PRIMARY KEY, n INT)");
      show(own, "INSERT INTO t VALUES (1, 1)");
      try (Connection xa = db.getConnection()) {
        show(xa, "XA START X'612762', X'00ff', 7");
        show(xa, "UPDATE t SET n = 2");
        show(xa, "XA END X'612762', X'00ff', 7");
        show(xa, "XA PREPARE X'612762', X'00ff', 7");
      }
      try (Connection xa = db.getConnection()) {
        show(xa, "XA START 'plain'");
        show(xa, "SELECT * FROM t");
        show(xa, "XA END 'plain'");
        show(xa, "XA PREPARE 'plain'");
      }
      Thread.sleep(300);
      for (Connection c : new Connection[] {all, own}) {
        show(c, "SELECT USER()");
        show(c, "XA RECOVER");
        show(c, "XA RECOVER CONVERT XID");
        show(c, "XA RECOVER FORMAT='SQL'");
        show(c, "SELECT trx_id, trx_state, trx_mysql_thread_id, trx_started, trx_tables_locked FROM INFORMATION_SCHEMA.INNODB_TRX");
        show(c, "SELECT OBJECT_TYPE, OBJECT_SCHEMA, OBJECT_NAME, LOCK_TYPE, LOCK_DURATION, LOCK_STATUS, OWNER_THREAD_ID FROM performance_schema.metadata_locks WHERE OBJECT_NAME='t'");
        show(c, "SELECT * FROM INFORMATION_SCHEMA.PROCESSLIST");
        show(c, "SELECT XID_FORMAT_ID, XID_GTRID, XID_BQUAL, XA_STATE, t.THREAD_ID, STATE, TRX_ID FROM performance_schema.events_transactions_current t WHERE XA_STATE IS NOT NULL");
        show(c, "SELECT ENGINE_TRANSACTION_ID, THREAD_ID, OBJECT_NAME, LOCK_TYPE, LOCK_MODE FROM performance_schema.data_locks");
      }
      show(own, "SET SESSION lock_wait_timeout = 1, innodb_lock_wait_timeout = 1");
      show(own, "UPDATE t SET n = 5");
      show(own, "ALTER TABLE t ADD COLUMN z INT");
      show(own, "XA ROLLBACK 'plain'");
      show(own, "ALTER TABLE t ADD COLUMN z2 INT");
      show(own, "XA ROLLBACK 'a''b',X'00ff',7");
      show(all, "XA ROLLBACK 'a''b',X'00ff',7");
      show(all, "XA ROLLBACK 'plain'");
      show(own, "ALTER TABLE t ADD COLUMN z3 INT");
    }
  }
}
