package dev.migrate.dialect.postgresql;

import static dev.migrate.Ddl.bigint;
import static dev.migrate.Ddl.check;
import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.index;
import static dev.migrate.Ddl.integer;
import static dev.migrate.Ddl.nativeType;
import static dev.migrate.Ddl.notNull;
import static dev.migrate.Ddl.primaryKey;
import static dev.migrate.Ddl.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.Lineage;
import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.engine.Migrator;
import dev.migrate.report.ConflictException;
import dev.migrate.report.HistoryException;
import dev.migrate.report.PlanException;
import dev.migrate.testkit.dialect.contract.DatabaseContract;
import dev.migrate.testkit.dialect.database.TestDatabase;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresqlServer.class)
class PostgresqlNameSpacesTest implements DatabaseContract {

  @Override
  public DataSource emptyDatabase() {
    return PostgresqlServer.emptyDatabase();
  }

  private static Revision root(Consumer<Operations> body) {
    return Revision.of(Lineage.of("r").root(), body);
  }

  private static Revision after(String parent, String id, Consumer<Operations> body) {
    return Revision.of(Lineage.of(id).after(parent), body);
  }

  /** PostgreSQL makes a type of the name of each table. */
  @Test
  void anEnumTypeWithTheNameOfATableThatIsThereIsRefused() throws Exception {
    TestDatabase database = new TestDatabase(emptyDatabase());
    database.execute("CREATE TABLE mood (id integer)");
    Revision r = root(op -> op.createEnumType("mood", "sad", "happy"));
    assertThatThrownBy(() -> database.migrator(r).upgrade())
        .isInstanceOf(HistoryException.class)
        .hasMessageContaining("there      mood")
        .hasMessageContaining("nothing was changed");
    database.execute("DROP TABLE mood");
    database.migrator(r).upgrade();
  }

  @Test
  void theNameOfANotNullConstraintIsAConflictBetweenBranches() {
    Revision r = root(op -> op.createTable("base", column("n", text())));
    Revision x = after("r", "x", op -> op.alterColumn("base", "n", notNull()));
    Revision y =
        after("r", "y", op -> op.addCheck("base", check("n <> ''").named("base_n_not_null")));
    DataSource database = emptyDatabase();
    assertThat(migrator(database, r, x, y).conflicts()).hasSize(1);
    migrator(database, r, x).upgrade();
    assertThatThrownBy(migrator(database, r, x, y)::upgrade)
        .isInstanceOf(ConflictException.class)
        .hasMessageContaining("constraint base.base_n_not_null");
  }

  @Test
  void theSequenceOfAnIdentityKeepsItsNameWhenItsTableIsRenamed() {
    Revision r =
        root(op -> op.createTable("account", column("id", bigint()).identity(), primaryKey("id")));
    Revision renamed = after("r", "renamed", op -> op.renameTable("account", "member"));
    DataSource database = emptyDatabase();
    migrator(database, r, renamed).upgrade();
    Revision taken = after("renamed", "taken", op -> op.createSequence("account_id_seq"));
    assertThatThrownBy(migrator(database, r, renamed, taken)::upgrade)
        .isInstanceOf(PlanException.class)
        .hasMessageContaining("takes      sequence account_id_seq")
        .hasMessageContaining(
            "sequence of an identity account_id_seq of column member.id, made by revision r");
    Revision free =
        after(
            "renamed",
            "free",
            op -> {
              op.createSequence("member_id_seq");
              op.renameColumn("member", "id", "no");
              op.createTable(
                  "account",
                  column("id", bigint()).identity(),
                  primaryKey("id").named("pk_of_account"));
            });
    Migrator migrator = migrator(database, r, renamed, free);
    migrator.upgrade();
    assertThat(rows(database, "SELECT relname FROM pg_class WHERE relkind = 'S' ORDER BY 1"))
        .contains("account_id_seq", "account_id_seq1", "member_id_seq");
    migrator.downgrade("base");
  }

  @Test
  void theSequenceOfASerialColumnIsFoundInTheWay() {
    Revision r =
        root(
            op -> {
              op.createTable("t", column("n", nativeType("bigserial")));
              op.createSequence("t_n_seq");
            });
    assertThatThrownBy(migrator(emptyDatabase(), r)::upgrade)
        .isInstanceOf(PlanException.class)
        .hasMessageContaining("t_n_seq");
  }

  @Test
  void anIndexThatIsMadeConcurrentlyTakesNoNameThatIsTaken() {
    Revision r =
        root(
            op -> {
              op.createTable("a_b", column("c", integer()));
              op.createIndex("a_b", index("c").unique());
            });
    Revision next =
        after(
            "r",
            "next",
            op -> {
              op.createTable("a", column("b_c", integer()));
              op.createIndexConcurrently("a", index("b_c"));
            });
    DataSource database = emptyDatabase();
    Migrator migrator = migrator(database, r, next);
    for (int call = 0; call < 2; call++) {
      assertThatThrownBy(migrator::upgrade)
          .isInstanceOf(PlanException.class)
          .hasMessageContaining("index ix_a_b_c of table a_b");
    }
    assertThatThrownBy(migrator::upgradeScript).isInstanceOf(PlanException.class);
  }

  @Test
  void namesThatDifferInCaseOnlyAreDifferentNames() {
    Revision r =
        root(
            op -> {
              op.createTable(
                  "Account", column("Id", bigint()), column("id", bigint()), primaryKey("Id"));
              op.createTable("account", column("id", bigint()), primaryKey("id"));
            });
    Migrator migrator = migrator(emptyDatabase(), r);
    migrator.upgrade();
    migrator.downgrade("base");
  }
}
