package dev.migrate.dialect.h2;

import dev.migrate.testkit.Databases;
import dev.migrate.testkit.dialect.contract.SessionContract;
import java.util.List;
import javax.sql.DataSource;

class H2SessionTest implements SessionContract {

  private static final String SETTINGS =
      "SELECT SETTING_VALUE FROM INFORMATION_SCHEMA.SETTINGS WHERE SETTING_NAME = ";

  private static final String STATE =
      "SELECT STATE_COMMAND FROM INFORMATION_SCHEMA.SESSION_STATE WHERE STATE_KEY = ";

  @Override
  public DataSource emptyDatabase() {
    return Databases.h2();
  }

  @Override
  public List<Setting> settings() {
    return List.of(
        new Setting("SET SCHEMA INFORMATION_SCHEMA", "SELECT CURRENT_SCHEMA"),
        new Setting("SET LOCK_TIMEOUT 77", "SELECT LOCK_TIMEOUT()"),
        new Setting("SET QUERY_TIMEOUT 7700", SETTINGS + "'QUERY_TIMEOUT'"),
        new Setting("SET TIME ZONE 'Asia/Tokyo'", SETTINGS + "'TIME ZONE'"),
        new Setting("SET NON_KEYWORDS VALUE", SETTINGS + "'NON_KEYWORDS'"),
        new Setting("SET VARIABLE_BINARY TRUE", SETTINGS + "'VARIABLE_BINARY'"),
        new Setting("SET @mine = 5", "SELECT @mine"),
        new Setting(
            "CREATE LOCAL TEMPORARY TABLE mine (n INT) TRANSACTIONAL", STATE + "'TABLE MINE'"));
  }

  /** H2 reads what is committed, and keeps nothing of it. */
  @Override
  public boolean readsOpenATransaction() {
    return false;
  }
}
