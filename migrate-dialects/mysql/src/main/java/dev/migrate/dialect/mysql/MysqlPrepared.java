package dev.migrate.dialect.mysql;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.migrate.dialect.BlockingSession;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Prepared transactions ({@code XA PREPARE}): they keep their locks after their session, even over
 * a restart, until somebody commits them or rolls them back. No table tells what they have locked.
 *
 * @see <a href="https://dev.mysql.com/doc/refman/8.4/en/xa-statements.html">XA transactions in
 *     MySQL</a>
 * @see <a href="https://mariadb.com/kb/en/xa-transactions/">XA transactions in MariaDB</a>
 */
final class MysqlPrepared {

  private static final int SHOWN = 6;

  /** {@code ER_XAER_RMERR}, of MySQL for users without XA_RECOVER_ADMIN. */
  private static final int LACKS_RIGHT = 1401;

  /** Those that no session has. */
  private static final String DETACHED =
      "SELECT 1 FROM INFORMATION_SCHEMA.INNODB_TRX WHERE trx_mysql_thread_id = 0 LIMIT 1";

  private MysqlPrepared() {}

  /** All of the server; none if the user may not see them, or surely none has locks. */
  static List<BlockingSession> of(Connection connection, MysqlServer server) {
    List<BlockingSession> found = new ArrayList<>();
    try (Statement statement = connection.createStatement()) {
      if (!detached(statement).orElse(true)) {
        return List.of();
      }
      // Words for the bytes of an identifier: MariaDB's are SQL already.
      String query = server.isMariadb() ? "XA RECOVER FORMAT = 'SQL'" : "XA RECOVER CONVERT XID";
      try (ResultSet row = statement.executeQuery(query)) {
        while (found.size() < SHOWN && row.next()) {
          String data = row.getString(4);
          String name =
              server.isMariadb()
                  ? data
                  : sql(data.substring(2), row.getInt(2), row.getInt(3), row.getLong(1));
          found.add(prepared(name));
        }
      }
      return found;
    } catch (SQLException without) {
      return List.of();
    }
  }

  /** Whether there are some; empty if the user may not know. */
  private static Optional<Boolean> detached(Statement statement) {
    try (ResultSet row = statement.executeQuery(DETACHED)) {
      return Optional.of(row.next());
    } catch (SQLException unknown) {
      return Optional.empty();
    }
  }

  /** Whether there surely are some, and the user may not list them. */
  static boolean isHidden(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      if (!detached(statement).orElse(false)) {
        return false;
      }
      statement.executeQuery("XA RECOVER").close();
      return false;
    } catch (SQLException failure) {
      if (failure.getErrorCode() == LACKS_RIGHT) {
        return true;
      }
      throw failure;
    }
  }

  private static BlockingSession prepared(String name) {
    return new BlockingSession(
        "prepared transaction " + name + ", which belongs to no session",
        Optional.of("XA ROLLBACK " + name),
        false,
        Optional.empty());
  }

  /** An identifier of two parts and a number, as {@code XA} statements take it. */
  static String sql(String hex, int global, int branch, long format) {
    byte[] bytes = HexFormat.of().parseHex(hex);
    String name = part(bytes, 0, global);
    boolean isWhole = branch == 0 && format == 1;
    return isWhole ? name : name + "," + part(bytes, global, branch) + "," + format;
  }

  private static String part(byte[] bytes, int start, int length) {
    String text = new String(bytes, start, length, ISO_8859_1);
    boolean isPlain = text.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '\'' && c != '\\');
    return isPlain
        ? "'" + text + "'"
        : "X'" + HexFormat.of().formatHex(bytes, start, start + length) + "'";
  }
}
