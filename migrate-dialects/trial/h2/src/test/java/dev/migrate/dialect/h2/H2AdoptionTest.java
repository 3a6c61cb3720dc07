package dev.migrate.dialect.h2;

import static dev.migrate.Ddl.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.migrate.Lineage;
import dev.migrate.Revision;
import dev.migrate.report.SchemaMismatchException;
import dev.migrate.report.StampOutcome;
import dev.migrate.schema.SchemaDifference;
import dev.migrate.testkit.Databases;
import dev.migrate.testkit.dialect.contract.DatabaseContract;
import dev.migrate.testkit.dialect.contract.UndeclaredContract.Adopted;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class H2AdoptionTest implements DatabaseContract {

  @Override
  public DataSource emptyDatabase() {
    return Databases.h2();
  }

  /** The class is not there; H2 makes the trigger nevertheless, and calls it at the first row. */
  static List<String> trigger(String name, String table) {
    return List.of(
        "CREATE FORCE TRIGGER "
            + name
            + " AFTER INSERT ON "
            + table
            + " FOR EACH ROW CALL \"no.such.Trigger\"");
  }

  static Stream<Adopted> adopted() {
    return Stream.of(
        new Adopted(
            "sequence with limits",
            List.of("CREATE SEQUENCE ticket MINVALUE 1 MAXVALUE 99 CYCLE CACHE 3"),
            op -> op.createSequence("ticket"),
            op -> op.dropSequence("ticket"),
            "SELECT MAXIMUM_VALUE, CYCLE_OPTION, \"CACHE\" FROM INFORMATION_SCHEMA.SEQUENCES"),
        new Adopted(
            "sequence of another type",
            List.of("CREATE SEQUENCE ticket AS INTEGER"),
            op -> op.createSequence("ticket"),
            op -> op.dropSequence("ticket"),
            "SELECT DATA_TYPE FROM INFORMATION_SCHEMA.SEQUENCES"),
        new Adopted(
            "declared sequence with limits",
            List.of("CREATE SEQUENCE ticket AS INTEGER START WITH 5 MAXVALUE 99 CYCLE NO CACHE"),
            op ->
                op.createSequence(
                    sequence("ticket")
                        .type(integer())
                        .startingAt(5)
                        .maximum(99)
                        .cycling()
                        .cache(1)),
            op -> op.dropSequence("ticket"),
            "SELECT DATA_TYPE, START_VALUE, MINIMUM_VALUE, MAXIMUM_VALUE, CYCLE_OPTION, \"CACHE\""
                + " FROM INFORMATION_SCHEMA.SEQUENCES"),
        new Adopted(
            "unique constraint in which NULL equals NULL",
            List.of("CREATE TABLE t (a INTEGER, CONSTRAINT uq_t_a UNIQUE NULLS NOT DISTINCT (a))"),
            op -> op.createTable("t", column("a", integer()), unique("a")),
            op -> op.dropConstraint("t", "uq_t_a"),
            "SELECT NULLS_DISTINCT FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS WHERE TABLE_NAME ="
                + " 'T'"),
        new Adopted(
            "unique constraint in which no NULL counts",
            List.of(
                "CREATE TABLE t (a INTEGER, b INTEGER,"
                    + " CONSTRAINT uq_t_a_b UNIQUE NULLS ALL DISTINCT (a, b))"),
            op ->
                op.createTable(
                    "t", column("a", integer()), column("b", integer()), unique("a", "b")),
            op -> op.dropConstraint("t", "uq_t_a_b"),
            "SELECT NULLS_DISTINCT FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS WHERE TABLE_NAME ="
                + " 'T'"),
        new Adopted(
            "unique index in which NULL equals NULL",
            List.of(
                "CREATE TABLE t (a INTEGER)",
                "CREATE UNIQUE NULLS NOT DISTINCT INDEX ix_t_a ON t (a)"),
            op -> op.createTable("t", column("a", integer()), index("a").unique()),
            op -> op.dropIndex("t", "ix_t_a"),
            "SELECT NULLS_DISTINCT FROM INFORMATION_SCHEMA.INDEXES WHERE TABLE_NAME = 'T'"),
        new Adopted(
            "index with a comment",
            List.of(
                "CREATE TABLE t (a INTEGER)",
                "CREATE INDEX ix_t_a ON t (a)",
                "COMMENT ON INDEX ix_t_a IS 'for the report'"),
            op -> op.createTable("t", column("a", integer()), index("a")),
            op -> op.dropIndex("t", "ix_t_a"),
            "SELECT REMARKS FROM INFORMATION_SCHEMA.INDEXES WHERE TABLE_NAME = 'T'"),
        new Adopted(
            "constraint that is dropped and added again around an index",
            List.of(
                "CREATE TABLE p (id BIGINT NOT NULL, CONSTRAINT pk_p PRIMARY KEY (id))",
                "CREATE TABLE c (p_id BIGINT)",
                "CREATE INDEX ix_c_p_id ON c (p_id)",
                "ALTER TABLE c ADD CONSTRAINT fk_c_p_id FOREIGN KEY (p_id) REFERENCES p (id)",
                "COMMENT ON CONSTRAINT fk_c_p_id IS 'legal hold'"),
            op -> {
              op.createTable("p", column("id", bigint()).notNull(), primaryKey("id"));
              op.createTable("c", column("p_id", bigint()), index("p_id"));
              op.addForeignKey("c", foreignKey("p_id").references("p"));
            },
            op -> op.dropIndex("c", "ix_c_p_id"),
            "SELECT REMARKS FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS"
                + " WHERE CONSTRAINT_NAME = 'FK_C_P_ID'"),
        new Adopted(
            "view with a comment",
            List.of("CREATE VIEW v AS SELECT 1 AS one", "COMMENT ON VIEW v IS 'see'"),
            op -> op.createView("v", view("SELECT 1 AS one")),
            op -> op.dropView("v"),
            "SELECT REMARKS FROM INFORMATION_SCHEMA.VIEWS WHERE TABLE_NAME = 'V'"));
  }

  @Test
  void conditionsAreComparedAsH2SpellsThem() {
    DataSource database = emptyDatabase();
    execute(database, "CREATE TABLE t (qty INTEGER, CONSTRAINT ck CHECK (qty>0 AND qty in (1,2)))");
    Revision other = checked("qty > 1 AND qty IN (1, 2)");
    SchemaMismatchException refused =
        assertThrows(SchemaMismatchException.class, () -> migrator(database, other).stamp("heads"));
    assertEquals(
        List.of("constraint ck of table t: condition"),
        refused.difference().entries().stream().map(SchemaDifference.Entry::what).toList());
    StampOutcome outcome =
        migrator(database, checked("qty IN (1, 2) AND (qty > 0)")).stamp("heads");
    assertEquals(List.of(), outcome.uncompared());
    migrator(database, other).restampAccepting("for the test", "heads");
    Revision drop =
        Revision.of(Lineage.of("drop").after("first"), op -> op.dropConstraint("t", "ck"));
    assertThrows(SchemaMismatchException.class, () -> migrator(database, other, drop).upgrade());
  }

  private static Revision checked(String condition) {
    return Revision.of(
        Lineage.of("first").root(),
        op -> op.createTable("t", column("qty", integer()), check(condition).named("ck")));
  }
}
