package dev.migrate.dialect.mysql;

import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.defaultTo;
import static dev.migrate.Ddl.doublePrecision;
import static dev.migrate.Ddl.integer;
import static dev.migrate.Ddl.nextValue;
import static dev.migrate.Ddl.primaryKey;
import static dev.migrate.Ddl.sequence;
import static dev.migrate.Ddl.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.Lineage;
import dev.migrate.Operations;
import dev.migrate.Recording;
import dev.migrate.Revision;
import dev.migrate.dialect.RenderContext;
import dev.migrate.dialect.Renderer;
import dev.migrate.dialect.Statement;
import dev.migrate.engine.Migrator;
import dev.migrate.error.MigrateException;
import dev.migrate.operation.Operation;
import dev.migrate.schema.Schema;
import dev.migrate.testkit.dialect.contract.VendorClient.Mode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What {@code SequenceContract} does not show: the SQL, scripts, and a second attempt. */
class MysqlCountersTest {

  private static final Revision BEFORE =
      Revision.of(
          Lineage.of("r1").root(),
          op -> {
            op.createSequence(sequence("ticket"));
            op.createSequence(sequence("it's").startingAt(-1).incrementedBy(-5));
            op.createTable(
                "account",
                column("id", doublePrecision()).notNull(),
                column("n", integer()),
                column("migrate_last", varchar(10)),
                primaryKey("id"));
          });

  private static final Revision AFTER = after(MysqlCountersTest::numbered);

  private static Revision after(Consumer<Operations> operations) {
    return Revision.of(Lineage.of("r2").after("r1"), operations);
  }

  private static void numbered(Operations op) {
    op.alterColumn("account", "id", defaultTo(nextValue("ticket")));
  }

  private static List<String> sql(Consumer<Operations> operations) {
    Schema schema = Schema.empty();
    for (Operation each : Recording.of(BEFORE).upgrade()) {
      schema = each.applyTo(schema);
    }
    Renderer renderer = new MysqlDialect(new MysqlServer(true, 11, 4, 5)).renderer();
    List<Operation> remaining = new ArrayList<>(Recording.of(after(operations)).upgrade());
    List<Statement> statements = new ArrayList<>();
    while (!remaining.isEmpty()) {
      RenderContext context = new RenderContext(schema);
      List<Operation> next = remaining.subList(0, renderer.together(remaining, context));
      statements.addAll(renderer.render(List.copyOf(next), context));
      for (Operation each : next) {
        schema = each.applyTo(schema);
      }
      next.clear();
    }
    return statements.stream().map(Statement::sql).toList();
  }

  @Test
  void aSequenceGoesOnInItsDirection() {
    assertThat(sql(MysqlCountersTest::numbered))
        .hasSize(2)
        .last()
        .isEqualTo(
            """
            BEGIN NOT ATOMIC
              DECLARE migrate_last BIGINT DEFAULT (SELECT CEIL(MAX(id)) FROM account);
              IF migrate_last IS NOT NULL THEN
                EXECUTE IMMEDIATE CONCAT('DO SETVAL(ticket, ', migrate_last, ')');
              END IF;
            END\
            """);
    assertThat(sql(op -> op.alterColumn("account", "n", defaultTo(nextValue("it's")))))
        .hasSize(2)
        .last()
        .asString()
        .contains("FLOOR(MIN(n))", "'DO SETVAL(`it''s`, '");
  }

  /** Only a column that gets another sequence, and has numbers. */
  @Test
  void otherChangesLeaveASequenceWhereItIs() {
    assertThat(
            sql(
                op -> {
                  numbered(op);
                  op.alterColumn("account", "id", defaultTo(nextValue("ticket")));
                  op.renameSequence("ticket", "slip");
                }))
        .filteredOn(each -> each.contains("SETVAL"))
        .hasSize(1);
    assertThat(sql(op -> op.alterColumn("account", "n", defaultTo(1)))).hasSize(1);
  }

  @Test
  void soDoesOneThatComesWithAnotherPrimaryKey() {
    assertThat(
            sql(
                op -> {
                  op.dropConstraint("account", "pk_account");
                  numbered(op);
                  op.addPrimaryKey("account", primaryKey("id"));
                }))
        .hasSize(2)
        .last()
        .asString()
        .contains("SETVAL(ticket");
  }

  private static Migrator migrator(DataSource database) {
    return Migrator.on(database).revisions(BEFORE, AFTER).build();
  }

  private static DataSource withRow(String number) {
    DataSource database = TestServer.mariadb().onlyDatabase();
    migrator(database).upgrade("r1");
    execute(database, "INSERT INTO account (id) VALUES (" + number + ")");
    return database;
  }

  private static void execute(DataSource database, String sql) {
    try (Connection connection = database.getConnection();
        java.sql.Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException failure) {
      throw new AssertionError(failure);
    }
  }

  private static long nextNumber(DataSource database) {
    try (Connection connection = database.getConnection();
        java.sql.Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("INSERT INTO account (n) VALUES (1) RETURNING id")) {
      row.next();
      return row.getLong(1);
    } catch (SQLException failure) {
      throw new AssertionError(failure);
    }
  }

  @Test
  void aScriptDoesTheSame() throws IOException {
    DataSource database = withRow("42");
    Path script = Files.createTempFile("script", ".sql");
    script.toFile().deleteOnExit();
    Files.writeString(script, migrator(database).upgradeScript().toString());
    var result = MysqlScriptTest.mariadbClient().run(database, script, Mode.USUAL);
    assertThat(result.succeeded()).as(result.output()).isTrue();
    assertThat(nextNumber(database)).isEqualTo(43);
    assertThat(migrator(database).upgrade().isEmpty()).isTrue();
  }

  /** No sequence reaches the number, so the statement after the new default fails. */
  @Test
  void aFailedAttemptGoesOnWhereItStopped() {
    DataSource database = withRow("1e300");
    assertThatThrownBy(() -> migrator(database).upgrade()).isInstanceOf(MigrateException.class);
    execute(database, "UPDATE account SET id = 42");
    migrator(database).upgrade();
    assertThat(nextNumber(database)).isEqualTo(43);
  }
}
