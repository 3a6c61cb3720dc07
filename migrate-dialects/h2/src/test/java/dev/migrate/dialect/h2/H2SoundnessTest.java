package dev.migrate.dialect.h2;

import dev.migrate.testkit.Databases;
import dev.migrate.testkit.dialect.contract.SoundnessContract;
import java.nio.file.Path;
import java.util.Optional;
import javax.sql.DataSource;

class H2SoundnessTest implements SoundnessContract {

  @Override
  public DataSource emptyDatabase() {
    return Databases.of("jdbc:h2:mem:", "sa", "");
  }

  @Override
  public Optional<Path> soundnessFolder() {
    return Optional.of(Path.of("src/test/resources/soundness"));
  }
}
