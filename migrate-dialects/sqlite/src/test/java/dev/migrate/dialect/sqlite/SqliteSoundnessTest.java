package dev.migrate.dialect.sqlite;

import dev.migrate.testkit.Databases;
import dev.migrate.testkit.dialect.contract.SoundnessContract;
import javax.sql.DataSource;

class SqliteSoundnessTest implements SoundnessContract {

  @Override
  public DataSource emptyDatabase() {
    return Databases.of("jdbc:sqlite::memory:?foreign_keys=on", "", "");
  }

  @Override
  public int soundnessPairs() {
    return 150;
  }
}
