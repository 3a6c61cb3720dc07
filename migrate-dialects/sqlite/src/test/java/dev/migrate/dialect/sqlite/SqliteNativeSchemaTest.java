package dev.migrate.dialect.sqlite;

import dev.migrate.dialect.Dialect;
import dev.migrate.testkit.dialect.contract.NativeSchemaContract;
import dev.migrate.testkit.dialect.sample.NativeSchema;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import javax.sql.DataSource;

class SqliteNativeSchemaTest implements NativeSchemaContract {

  @Override
  public Dialect dialect() {
    return new SqliteDialect("SQLite 3.53", SqliteVersion.NEWEST);
  }

  @Override
  public DataSource emptyDatabase() {
    return SqliteDatabases.file();
  }

  /** Quartz has none for SQLite. */
  @Override
  public List<NativeSchema> schemas() {
    return List.of(
        NativeSchema.springBatch("sqlite"),
        NativeSchema.springSession("sqlite"),
        NativeSchema.jobRunr("sqlite"));
  }

  /**
   * What the pragmas show of every table. A default of NULL is none. SQLite takes NULL into primary
   * keys that do not say NOT NULL, except for numbers of rows; the model's never do.
   *
   * @see <a href="https://www.sqlite.org/lang_createtable.html#the_primary_key">Primary keys</a>
   */
  @Override
  public List<String> ownWords(Connection connection) throws SQLException {
    List<String> words = new ArrayList<>();
    for (String query :
        List.of(
            "SELECT t.name, c.name, upper(c.type), c.\"notnull\" OR c.pk,"
                + " nullif(upper(c.dflt_value), 'NULL'), c.pk, c.hidden"
                + " FROM sqlite_master t, pragma_table_xinfo(t.name) c WHERE t.type = 'table'"
                + " AND t.name NOT LIKE 'sqlite%' ORDER BY 1, c.cid",
            "SELECT t.name, i.\"unique\", i.origin, i.partial, c.seqno, c.name, c.desc, c.coll"
                + " FROM sqlite_master t, pragma_index_list(t.name) i, pragma_index_xinfo(i.name) c"
                + " WHERE t.type = 'table' AND c.key ORDER BY 1, 2, 3, i.name, 5",
            "SELECT t.name, f.\"table\", f.seq, f.\"from\", f.\"to\", f.on_update, f.on_delete"
                + " FROM sqlite_master t, pragma_foreign_key_list(t.name) f"
                + " WHERE t.type = 'table' ORDER BY 1, 2, f.id, 3")) {
      try (Statement statement = connection.createStatement();
          ResultSet rows = statement.executeQuery(query)) {
        while (rows.next()) {
          StringJoiner row = new StringJoiner(" ");
          for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
            row.add(rows.getString(i));
          }
          words.add(row.toString());
        }
      }
    }
    return words;
  }
}
