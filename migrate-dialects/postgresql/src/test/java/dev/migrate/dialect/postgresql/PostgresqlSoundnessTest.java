package dev.migrate.dialect.postgresql;

import dev.migrate.testkit.dialect.contract.SoundnessContract;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresqlServer.class)
class PostgresqlSoundnessTest implements SoundnessContract {

  @Override
  public DataSource emptyDatabase() {
    return PostgresqlServer.emptyDatabase();
  }

  @Override
  public boolean rollsBack() {
    return true;
  }

  @Override
  public int soundnessPairs() {
    return 60;
  }
}
