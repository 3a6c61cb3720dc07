package dev.migrate.commands;

import static dev.migrate.Ddl.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.Lineage;
import dev.migrate.Revision;
import dev.migrate.engine.Migrator;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

class DbCommandTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void headsNeedsNoDatabase() {
    assertThat(run("heads")).isEqualTo(ExitCode.OK);
    assertThat(out).hasToString("001\n");
  }

  private int run(String... arguments) {
    return DbCommand.of(DbCommandTest::migrator).out(stream(out), stream(err)).run(arguments);
  }

  private static Migrator migrator() {
    JdbcDataSource nowhere = new JdbcDataSource();
    nowhere.setURL("jdbc:h2:tcp://localhost:1/nowhere");
    return Migrator.on(nowhere)
        .revisions(
            Revision.of(
                Lineage.of("001").root(),
                op -> op.createTable("account", column("id", bigint()), primaryKey("id"))))
        .build();
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}
