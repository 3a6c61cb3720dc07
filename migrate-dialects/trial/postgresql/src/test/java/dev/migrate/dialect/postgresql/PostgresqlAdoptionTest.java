package dev.migrate.dialect.postgresql;

import static dev.migrate.Ddl.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.migrate.Lineage;
import dev.migrate.Revision;
import dev.migrate.report.SchemaMismatchException;
import dev.migrate.report.StampOutcome;
import dev.migrate.schema.SchemaDifference;
import dev.migrate.testkit.dialect.contract.DatabaseContract;
import dev.migrate.testkit.dialect.contract.UndeclaredContract.Adopted;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresqlServer.class)
class PostgresqlAdoptionTest implements DatabaseContract {

  private static final String CONSTRAINTS =
      "SELECT conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint"
          + " WHERE conrelid IN ('p'::regclass, 'f'::regclass) ORDER BY conname";

  private static final String SEQUENCES =
      "SELECT data_type, start_value, min_value, max_value, cycle, cache_size FROM pg_sequences";

  @Override
  public DataSource emptyDatabase() {
    return PostgresqlServer.emptyDatabase();
  }

  static List<String> trigger(String name, String table) {
    return List.of(
        "CREATE FUNCTION nothing() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
        "CREATE TRIGGER "
            + name
            + " BEFORE INSERT ON "
            + table
            + " FOR EACH ROW EXECUTE FUNCTION nothing()");
  }

  static Stream<Adopted> adopted() {
    return Stream.of(
        new Adopted(
            "foreign key that matches full and sets one column, around a key that is replaced",
            List.of(
                "CREATE TABLE p (id int CONSTRAINT pk_p PRIMARY KEY,"
                    + " c int CONSTRAINT uq_p_c UNIQUE,"
                    + " d int CONSTRAINT uq_p_d UNIQUE NULLS NOT DISTINCT)",
                "CREATE TABLE f (c int CONSTRAINT fk_f_c REFERENCES p (c)"
                    + " MATCH FULL ON DELETE SET NULL (c))"),
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
            },
            op -> {
              op.addUnique("p", unique("c").named("other"));
              op.dropConstraint("p", "uq_p_c");
              op.dropConstraint("p", "uq_p_d");
            },
            CONSTRAINTS),
        new Adopted(
            "keys that are deferrable or carry columns along",
            List.of(
                "CREATE TABLE p (id int, c int, CONSTRAINT pk_p PRIMARY KEY (id) INCLUDE (c),"
                    + " CONSTRAINT uq_p_c UNIQUE (c) DEFERRABLE INITIALLY DEFERRED)",
                "CREATE TABLE f (c int)"),
            op -> {
              op.createTable(
                  "p",
                  column("id", integer()),
                  column("c", integer()),
                  primaryKey("id"),
                  unique("c"));
              op.createTable("f", column("c", integer()));
            },
            op -> {
              op.dropConstraint("p", "uq_p_c");
              op.dropConstraint("p", "pk_p");
            },
            CONSTRAINTS),
        new Adopted(
            "check that children do not inherit",
            List.of(
                "CREATE TABLE p (id int, CONSTRAINT ck CHECK (id > 0) NO INHERIT)",
                "CREATE TABLE f (c int)"),
            op -> {
              op.createTable("p", column("id", integer()), check("id > 0").named("ck"));
              op.createTable("f", column("c", integer()));
            },
            op -> op.dropConstraint("p", "ck"),
            CONSTRAINTS),
        new Adopted(
            "sequence with a type and limits",
            List.of("CREATE SEQUENCE s AS integer MAXVALUE 99 CYCLE CACHE 5"),
            op -> op.createSequence("s"),
            op -> op.dropSequence("s"),
            SEQUENCES),
        new Adopted(
            "sequence of a dropped column",
            List.of("CREATE TABLE t (a int, b serial)"),
            op -> {
              op.createTable("t", column("a", integer()), column("b", integer()).notNull());
              op.createSequence(sequence("t_b_seq").ownedBy("t", "b"));
              op.alterColumn("t", "b", defaultTo(nextValue("t_b_seq")));
            },
            op -> op.dropColumn("t", "b"),
            SEQUENCES),
        new Adopted(
            "index with a collation, storage parameters and a comment",
            List.of(
                "CREATE TABLE t (a text)",
                "CREATE INDEX ix_t_a ON t (a COLLATE \"C\") WITH (fillfactor = 70)",
                "COMMENT ON INDEX ix_t_a IS 'for the report'"),
            op -> op.createTable("t", column("a", text()), index("a")),
            op -> op.dropIndex("t", "ix_t_a"),
            "SELECT pg_get_indexdef('ix_t_a'::regclass), obj_description('ix_t_a'::regclass)"),
        new Adopted(
            "view with options",
            List.of("CREATE VIEW v WITH (security_invoker = true) AS SELECT 1 AS one"),
            op -> op.createView("v", view("SELECT 1 AS one")),
            op -> op.dropView("v"),
            "SELECT reloptions FROM pg_class WHERE relname = 'v'"));
  }

  @Test
  void textsAreComparedAsPostgresqlSpellsThem() {
    DataSource database = emptyDatabase();
    execute(
        database,
        "CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a * 2) STORED,"
            + " c text DEFAULT upper('x' || 'y'), CONSTRAINT ck CHECK (a > 0 AND a IN (1, 2)))",
        "CREATE INDEX ix ON t (a) WHERE a > 1",
        "CREATE VIEW v AS SELECT a FROM t WHERE a > 1");
    Revision other = texts("a > 1 AND a IN (1, 2)", "a * 3", "a > 2", "SELECT a FROM t");
    SchemaMismatchException refused =
        assertThrows(SchemaMismatchException.class, () -> migrator(database, other).stamp("heads"));
    assertEquals(
        List.of(
            "view v: query",
            "column t.b: computation",
            "constraint ck of table t: condition",
            "index ix of table t: condition"),
        refused.difference().entries().stream().map(SchemaDifference.Entry::what).toList());
    StampOutcome outcome =
        migrator(
                database,
                texts("a>0 and a in (1,2)", "a*2", "(a) > 1", "select a from t where (a > 1)"))
            .stamp("heads");
    assertEquals(List.of(), outcome.uncompared());
  }

  private static Revision texts(String check, String computation, String where, String query) {
    return Revision.of(
        Lineage.of("first").root(),
        op -> {
          op.createTable(
              "t",
              column("a", integer()),
              column("b", integer()).storedAs(computation),
              column("c", text()).defaultTo(expression("upper('x' || 'y')")),
              check(check).named("ck"),
              index("a").where(where).named("ix"));
          op.createView("v", view(query).reads("t"));
        });
  }
}
