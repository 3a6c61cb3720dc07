package dev.migrate.dialect.postgresql;

import static dev.migrate.Ddl.SET_NULL;
import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.enumType;
import static dev.migrate.Ddl.foreignKey;
import static dev.migrate.Ddl.integer;
import static dev.migrate.Ddl.primaryKey;
import static dev.migrate.Ddl.type;
import static dev.migrate.Ddl.unique;
import static dev.migrate.Ddl.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.Lineage;
import dev.migrate.Revision;
import dev.migrate.engine.Migrator;
import dev.migrate.error.MigrateException;
import dev.migrate.testkit.dialect.contract.DatabaseContract;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tables that others made keep what they have when a revision changes something beside it. */
@ExtendWith(PostgresqlServer.class)
class PostgresqlAdoptedTest implements DatabaseContract {

  private static final String[] KEYS = {
    "CREATE TABLE p (id int CONSTRAINT pk_p PRIMARY KEY, c int CONSTRAINT uq_p_c UNIQUE,"
        + " d int CONSTRAINT uq_p_d UNIQUE NULLS NOT DISTINCT)",
    "CREATE TABLE f (c int CONSTRAINT fk_f_c REFERENCES p (c) MATCH FULL ON DELETE SET NULL (c))"
  };

  private static final String DEFINITIONS =
      "SELECT conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint"
          + " WHERE conname IN ('fk_f_c', 'uq_p_d') ORDER BY conname";

  private static final Revision SWAPPED =
      Revision.of(
          Lineage.of("r2").after("r1"),
          op -> {
            op.addUnique("p", unique("c").named("other"));
            op.dropConstraint("p", "uq_p_c");
            op.dropConstraint("p", "uq_p_d");
          });

  @Override
  public DataSource emptyDatabase() {
    return PostgresqlServer.emptyDatabase();
  }

  @Test
  void keysThatAreDeclaredAsTheyAreStayAsTheyAre() {
    DataSource database = emptyDatabase();
    execute(database, KEYS);
    var before = rows(database, DEFINITIONS);
    Revision declared =
        Revision.of(
            Lineage.of("r1").root(),
            op -> {
              op.createTable(
                  "p",
                  column("id", integer()),
                  column("c", integer()),
                  column("d", integer()),
                  primaryKey("id"),
                  unique("c"),
                  unique("d").nullsNotDistinct());
              op.createTable(
                  "f",
                  column("c", integer()),
                  foreignKey("c").references("p", "c").onDelete(SET_NULL, "c").matchFull());
            });
    Migrator migrator = migrator(database, declared, SWAPPED);
    migrator.stamp("r1");
    migrator.upgrade();
    migrator.downgrade("r1");
    assertThat(rows(database, DEFINITIONS)).isEqualTo(before);
  }

  @Test
  void keysThatAreDeclaredAsLessAreNotRecorded() {
    DataSource database = emptyDatabase();
    execute(database, KEYS);
    Revision declared =
        Revision.of(
            Lineage.of("r1").root(),
            op -> {
              op.createTable(
                  "p",
                  column("id", integer()),
                  column("c", integer()),
                  column("d", integer()),
                  primaryKey("id"),
                  unique("c"),
                  unique("d"));
              op.createTable(
                  "f",
                  column("c", integer()),
                  foreignKey("c").references("p", "c").onDelete(SET_NULL));
            });
    assertThatThrownBy(() -> migrator(database, declared, SWAPPED).stamp("r1"))
        .isInstanceOf(MigrateException.class)
        .hasMessageContaining("fk_f_c")
        .hasMessageContaining("uq_p_d");
  }

  @Test
  void aDefaultThatNoRevisionDeclaredIsNotReplacedByTheDeclaredOne() {
    DataSource database = emptyDatabase();
    Migrator migrator =
        migrator(
            database,
            Revision.of(
                Lineage.of("r1").root(),
                op -> {
                  op.createEnumType("mood", "a", "b");
                  op.createTable("t", column("n", varchar(9)).defaultTo("a"));
                }),
            Revision.of(
                Lineage.of("r2").after("r1"),
                op -> op.alterColumn("t", "n", type(enumType("mood")))));
    migrator.upgrade("r1");
    execute(database, "ALTER TABLE t ALTER n SET DEFAULT 'b'");
    assertThatThrownBy(migrator::upgrade)
        .isInstanceOf(MigrateException.class)
        .hasMessageContaining("t.n");
    execute(database, "ALTER TABLE t ALTER n SET DEFAULT 'a'");
    assertThat(migrator.upgrade().isEmpty()).isFalse();
  }
}
