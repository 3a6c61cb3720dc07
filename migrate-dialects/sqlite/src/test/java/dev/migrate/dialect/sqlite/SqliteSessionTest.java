package dev.migrate.dialect.sqlite;

import dev.migrate.testkit.dialect.contract.SessionContract;
import java.util.List;
import javax.sql.DataSource;

class SqliteSessionTest implements SessionContract {

  @Override
  public DataSource emptyDatabase() {
    return SqliteDatabases.file();
  }

  @Override
  public List<Setting> settings() {
    return List.of(
        new Setting("PRAGMA busy_timeout = 77", "PRAGMA busy_timeout"),
        new Setting("PRAGMA recursive_triggers = 1", "PRAGMA recursive_triggers"),
        new Setting("PRAGMA ignore_check_constraints = 1", "PRAGMA ignore_check_constraints"),
        new Setting("PRAGMA case_sensitive_like = 1", "SELECT 'a' LIKE 'A'"),
        new Setting(
            "ATTACH ':memory:' AS mine",
            "SELECT file FROM pragma_database_list WHERE name = 'mine'"),
        new Setting(
            "CREATE TEMP TABLE mine (n)",
            "SELECT sql FROM sqlite_temp_master WHERE name = 'mine'"));
  }
}
