package dev.migrate.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.dialect.RenderContext;
import dev.migrate.dialect.Statement;
import dev.migrate.operation.Operation;
import dev.migrate.schema.Check;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.Deferrability;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.MatchType;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Unique;
import dev.migrate.schema.UnmodelledElement;
import dev.migrate.testkit.SchemaAssert;
import dev.migrate.testkit.dialect.sample.CreateOperations;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What others made in PostgreSQL's own SQL is in the model, or is named; it is never less. */
@ExtendWith(PostgresqlServer.class)
class PostgresqlNativeObjectsTest {

  private LivePostgresql database;

  @BeforeEach
  void connect() throws SQLException {
    database = new LivePostgresql();
  }

  @AfterEach
  void disconnect() throws SQLException {
    database.close();
  }

  private Constraint constraint(String table, String name) throws SQLException {
    return database.inspect().table(QualifiedName.of(table)).constraint(name);
  }

  private List<String> unmodelled() throws SQLException {
    return database.inspect().unmodelled().stream()
        .map(UnmodelledElement::toString)
        .filter(line -> !line.startsWith("collation ")) // of the server's template
        .toList();
  }

  /** What is read makes the same in another database, where it is read again. */
  private void requireTheSameAgain() throws SQLException {
    Schema read = database.inspect();
    try (LivePostgresql other = new LivePostgresql()) {
      Schema schema = Schema.empty();
      for (Operation operation : CreateOperations.of(read)) {
        for (Statement statement :
            LivePostgresql.DIALECT.renderer().render(operation, new RenderContext(schema))) {
          other.execute(statement.sql());
        }
        schema = operation.applyTo(schema);
      }
      SchemaAssert.assertThat(other.inspect()).isEqualTo(read);
    }
  }

  @Test
  void keysAreReadWithAllThatIsSaidOfThem() throws SQLException {
    database.execute(
        "CREATE TABLE p (a int, b int, c int, d int,"
            + " CONSTRAINT pk PRIMARY KEY (a) INCLUDE (c, b) DEFERRABLE INITIALLY DEFERRED,"
            + " CONSTRAINT uq UNIQUE NULLS NOT DISTINCT (b) INCLUDE (d),"
            + " CONSTRAINT ud UNIQUE (c, d) DEFERRABLE, CONSTRAINT uk UNIQUE (b, c))",
        "CREATE TABLE f (b int, c int, x int,"
            + " CONSTRAINT fk FOREIGN KEY (b, c) REFERENCES p (b, c) MATCH FULL"
            + " ON DELETE SET NULL (c) ON UPDATE CASCADE,"
            + " CONSTRAINT fe FOREIGN KEY (b, x) REFERENCES p (b, c) NOT ENFORCED,"
            + " CONSTRAINT ck CHECK (x > 0) NOT ENFORCED)",
        "ALTER TABLE f ADD CONSTRAINT nv CHECK (b > 0) NOT VALID");
    PrimaryKey pk = (PrimaryKey) constraint("p", "pk");
    assertThat(pk.included()).containsExactly("c", "b");
    assertThat(pk.deferrability()).isEqualTo(Deferrability.INITIALLY_DEFERRED);
    Unique uq = (Unique) constraint("p", "uq");
    assertThat(uq.isNullsNotDistinct()).isTrue();
    assertThat(uq.included()).containsExactly("d");
    assertThat(((Unique) constraint("p", "ud")).deferrability())
        .isEqualTo(Deferrability.INITIALLY_IMMEDIATE);
    ForeignKey fk = (ForeignKey) constraint("f", "fk");
    assertThat(fk.match()).isEqualTo(MatchType.FULL);
    assertThat(fk.onDeleteColumns()).containsExactly("c");
    assertThat(((ForeignKey) constraint("f", "fe")).isNotEnforced()).isTrue();
    Check ck = (Check) constraint("f", "ck");
    assertThat(ck.isNotEnforced() && !ck.isNotValid()).isTrue();
    assertThat(((Check) constraint("f", "nv")).isNotValid()).isTrue();
    assertThat(unmodelled()).isEmpty();
    requireTheSameAgain();
  }

  @Test
  void indexesAreReadWithAllThatIsSaidOfThem() throws SQLException {
    database.execute(
        "CREATE TABLE t (a text, b text COLLATE \"C\", c int, v tsvector)",
        "CREATE INDEX i1 ON t (a COLLATE \"C\", lower(a) COLLATE \"de_DE\" text_pattern_ops)",
        "CREATE INDEX i2 ON t (lower(b), b)",
        "CREATE UNIQUE INDEX i3 ON t (c) NULLS NOT DISTINCT",
        "CREATE INDEX i4 ON t USING gist (v tsvector_ops (siglen = 40))",
        "CREATE INDEX i5 ON t (a COLLATE \"C\" DESC NULLS LAST)");
    assertThat(
            database.inspect().table(QualifiedName.of("t")).indexes().stream()
                .map(Object::toString))
        .containsExactly(
            "index i1 (a collate C, lower(a) collate de_DE text_pattern_ops)",
            "index i2 (lower(b), b)",
            "unique index i3 (c) nulls not distinct",
            "index i4 using gist (v tsvector_ops(siglen=40))",
            "index i5 (a collate C desc nulls last)");
    assertThat(unmodelled()).isEmpty();
    requireTheSameAgain();
  }

  @Test
  void sequencesAreReadWithAllThatIsSaidOfThem() throws SQLException {
    database.execute(
        "CREATE SEQUENCE s AS integer START 5 INCREMENT 2 MINVALUE 3 MAXVALUE 99 CACHE 7 CYCLE",
        "CREATE SEQUENCE d AS smallint INCREMENT -1",
        "CREATE SEQUENCE u",
        "CREATE SEQUENCE z MINVALUE 0 START 0");
    assertThat(database.inspect().sequences().stream().map(Object::toString))
        .containsExactly(
            "sequence d as smallint from -1 by -1",
            "sequence s as integer from 5 by 2 minimum 3 maximum 99 cycle cache 7",
            "sequence u from 1 by 1",
            "sequence z from 0 by 1");
    requireTheSameAgain();
  }

  @Test
  void optionsOfTablesAreRead() throws SQLException {
    database.execute(
        "CREATE TABLE parent (a int, CONSTRAINT ck CHECK (a > 0))",
        "CREATE TABLE child (b int) INHERITS (parent) WITH (fillfactor = 70)",
        "CREATE TABLE part (at date, n int) PARTITION BY RANGE (at)",
        "CREATE TABLE part_1 PARTITION OF part FOR VALUES FROM ('2024-01-01') TO ('2025-01-01')");
    assertThat(database.inspect().table(QualifiedName.of("child")).options().toString())
        .isEqualTo("[option on postgresql: INHERITS (parent) WITH (fillfactor=70)]");
    assertThat(database.inspect().table(QualifiedName.of("part")).options().toString())
        .isEqualTo("[option on postgresql: PARTITION BY RANGE (at)]");
    assertThat(unmodelled())
        .containsExactly(
            "partition part_1 on table part: FOR VALUES FROM ('2024-01-01') TO ('2025-01-01')");
  }

  @Test
  void attributesThatTheModelDoesNotHaveAreNamed() throws SQLException {
    database.execute(
        "CREATE UNLOGGED TABLE t (id int GENERATED ALWAYS AS IDENTITY (START 100 INCREMENT 5"
            + " CYCLE), a text STORAGE EXTERNAL COMPRESSION pglz, b int, c int, CONSTRAINT uq"
            + " UNIQUE (b) WITH (fillfactor = 50), CONSTRAINT ck CHECK (b > 0) NO INHERIT)",
        "ALTER TABLE t ADD CONSTRAINT nn NOT NULL c NOT VALID",
        "ALTER TABLE t ALTER COLUMN b SET STATISTICS 500, ALTER COLUMN b SET (n_distinct = 7)",
        "ALTER TABLE t ENABLE ROW LEVEL SECURITY",
        "ALTER TABLE t REPLICA IDENTITY FULL",
        "CREATE INDEX ix ON t (b) WITH (deduplicate_items = off)",
        "CREATE TYPE mood AS ENUM ('a')",
        "CREATE SEQUENCE s",
        "CREATE VIEW v WITH (security_barrier, check_option = local) AS SELECT b FROM t",
        "COMMENT ON VIEW v IS 'a view'",
        "COMMENT ON CONSTRAINT ck ON t IS 'a check'",
        "COMMENT ON INDEX ix IS 'an index'",
        "COMMENT ON TYPE mood IS 'a type'",
        "COMMENT ON SEQUENCE s IS 'a sequence'");
    assertThat(unmodelled())
        .containsExactlyInAnyOrder(
            "table t: persistence UNLOGGED",
            "table t: row level security ENABLED",
            "table t: replica identity FULL",
            "column t.id: identity options START WITH 100 INCREMENT BY 5 CYCLE",
            "column t.a: storage EXTERNAL",
            "column t.a: compression pglz",
            "column t.b: options n_distinct=7",
            "column t.b: statistics target 500",
            "column t.c: not null NOT VALID",
            "constraint ck of table t: inheritance NO INHERIT",
            "constraint ck of table t: comment a check",
            "constraint uq of table t: storage parameters fillfactor=50",
            "index ix of table t: storage parameters deduplicate_items=off",
            "index ix of table t: comment an index",
            "view v: options security_barrier=true, check_option=local",
            "view v: comment a view",
            "enum type mood: comment a type",
            "sequence s: comment a sequence");
    assertThat(database.inspect().table(QualifiedName.of("t")).column("c").nullable()).isTrue();
  }

  @Test
  void objectsThatTheModelDoesNotHaveAreNamed() throws SQLException {
    database.execute(
        "CREATE EXTENSION btree_gist",
        "CREATE SCHEMA other",
        "CREATE ROLE reader_of_objects",
        "CREATE TABLE t (id int, during tsrange, a int, b int, CONSTRAINT pk PRIMARY KEY (a))",
        "ALTER TABLE t ADD CONSTRAINT wo UNIQUE (id, during WITHOUT OVERLAPS)",
        "ALTER TABLE t ADD CONSTRAINT ex EXCLUDE USING gist (id WITH =, during WITH &&)",
        "CREATE TABLE f (id int, during tsrange,"
            + " CONSTRAINT pf FOREIGN KEY (id, PERIOD during) REFERENCES t (id, PERIOD during))",
        "CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
        "CREATE PROCEDURE other.clean(int) LANGUAGE sql AS 'SELECT 1'",
        "CREATE TRIGGER touched BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION touch()",
        "CREATE VIEW v AS SELECT a FROM t",
        "CREATE RULE no_insert AS ON INSERT TO v DO INSTEAD NOTHING",
        "CREATE POLICY own ON t FOR SELECT USING (a > 0)",
        "CREATE STATISTICS st ON a, b FROM t",
        "CREATE MATERIALIZED VIEW mv AS SELECT a FROM t",
        "CREATE INDEX ON mv (a)",
        "CREATE DOMAIN positive AS int CHECK (VALUE > 0)",
        "CREATE TYPE pair AS (x int, y int)",
        "CREATE TYPE span AS RANGE (subtype = float8)",
        "CREATE TABLE bare ()",
        "CREATE TYPE nothing AS ENUM ()",
        "GRANT SELECT, INSERT ON t TO reader_of_objects",
        "GRANT UPDATE (b) ON t TO PUBLIC");
    Schema schema = database.inspect("other");
    database.execute("DROP OWNED BY reader_of_objects", "DROP ROLE reader_of_objects");
    assertThat(
            schema.unmodelled().stream()
                .filter(element -> !element.kind().equals(Optional.of("collation")))
                .map(
                    element ->
                        element.kind().orElse("attribute")
                            + " "
                            + element.name()
                            + element.owner().map(owner -> " of " + owner).orElse("")))
        .containsExactlyInAnyOrder(
            "exclusion constraint wo of table t",
            "exclusion constraint ex of table t",
            "foreign key with a period pf of table f",
            "routine touch()",
            "routine other.clean(IN integer)",
            "trigger touched of table t",
            "rule no_insert of view v",
            "policy own of table t",
            "statistics st of table t",
            "materialized view mv",
            "domain positive",
            "composite type pair",
            "range type span",
            "table bare",
            "enum type nothing",
            "extension btree_gist",
            "grant reader_of_objects of table t",
            "grant PUBLIC of column t.b");
    assertThat(schema.table(QualifiedName.of("f")).foreignKeys()).isEmpty();
    assertThat(schema.table(QualifiedName.of("t")).constraints()).hasSize(1);
  }

  @Test
  void olderServersAreAskedForWhatTheyHave() throws SQLException {
    database.execute(
        "CREATE TABLE t (a int PRIMARY KEY, b text DEFAULT 'x' UNIQUE, c int REFERENCES t,"
            + " CHECK (c > 0))",
        "CREATE INDEX ON t (lower(b))",
        "CREATE SEQUENCE s");
    Schema newest = database.inspect();
    for (int major = 12; major < 18; major++) {
      PostgresqlDialect older = new PostgresqlDialect("PostgreSQL " + major, major);
      assertThat(older.inspector().inspect(database.connection(), Set.of())).isEqualTo(newest);
    }
  }
}
