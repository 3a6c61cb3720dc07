package dev.migrate.dialect.h2;

import dev.migrate.testkit.Databases;
import dev.migrate.testkit.SoundnessContract;
import javax.sql.DataSource;

class H2SoundnessTest implements SoundnessContract {

  @Override
  public DataSource emptyDatabase() {
    return Databases.of("jdbc:h2:mem:", "sa", "");
  }
}
