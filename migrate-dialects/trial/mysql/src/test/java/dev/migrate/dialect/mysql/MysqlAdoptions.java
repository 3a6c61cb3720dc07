package dev.migrate.dialect.mysql;

import static dev.migrate.Ddl.*;

import dev.migrate.testkit.dialect.contract.UndeclaredContract.Adopted;
import java.util.List;
import java.util.stream.Stream;

/** Databases that others made, with what is special to MySQL and MariaDB. */
final class MysqlAdoptions {

  private static final String COLUMNS =
      "SELECT COLUMN_TYPE, COLUMN_DEFAULT, EXTRA, COLLATION_NAME, COLUMN_COMMENT"
          + " FROM information_schema.columns WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 't'"
          + " ORDER BY COLUMN_NAME";
  private static final String INDEXES =
      "SELECT DISTINCT INDEX_NAME, SUB_PART, INDEX_TYPE, INDEX_COMMENT"
          + " FROM information_schema.statistics"
          + " WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 't' ORDER BY 1";

  private MysqlAdoptions() {}

  static List<String> trigger(String name, String table) {
    return List.of(
        "CREATE TRIGGER " + name + " BEFORE INSERT ON " + table + " FOR EACH ROW SET NEW.id = 1");
  }

  /** What both servers have. */
  private static Stream<Adopted> common() {
    return Stream.of(
        new Adopted(
            "column with ON UPDATE, a comment and a collation",
            List.of(
                "CREATE TABLE t (a TIMESTAMP NULL ON UPDATE CURRENT_TIMESTAMP COMMENT 'why',"
                    + " b VARCHAR(20) COLLATE utf8mb4_bin)"),
            op ->
                op.createTable(
                    "t", column("a", timestampWithTimeZone(0)), column("b", varchar(20))),
            op -> {
              op.alterColumn("t", "a", defaultTo(currentTimestamp()));
              op.alterColumn("t", "b", type(varchar(30)));
            },
            COLUMNS),
        new Adopted(
            "key over the beginning of a column",
            List.of("CREATE TABLE t (k VARCHAR(200) NOT NULL, PRIMARY KEY (k(10)))"),
            op -> op.createTable("t", column("k", varchar(200)), primaryKey("k")),
            op -> op.dropConstraint("t", "pk_t"),
            INDEXES),
        new Adopted(
            "index with a comment",
            List.of("CREATE TABLE t (k INT, INDEX ix_t_k (k) COMMENT 'for the report')"),
            op -> op.createTable("t", column("k", integer()), index("k")),
            op -> op.dropIndex("t", "ix_t_k"),
            INDEXES));
  }

  static Stream<Adopted> mariadb() {
    return Stream.concat(
        common(),
        Stream.of(
            new Adopted(
                "check at a column",
                List.of("CREATE TABLE t (id BIGINT PRIMARY KEY, qty INT NOT NULL CHECK (qty > 0))"),
                op ->
                    op.createTable(
                        "t",
                        column("id", bigint()),
                        column("qty", integer()).notNull(),
                        primaryKey("id"),
                        check("qty > 0").named("qty")),
                op -> op.alterColumn("t", "qty", type(bigint())),
                "SELECT CONSTRAINT_NAME, LEVEL, CHECK_CLAUSE"
                    + " FROM information_schema.check_constraints"
                    + " WHERE CONSTRAINT_SCHEMA = DATABASE()"),
            new Adopted(
                "sequence with limits",
                List.of("CREATE SEQUENCE s MINVALUE 1 MAXVALUE 99 CYCLE"),
                op -> op.createSequence("s"),
                op -> op.dropSequence("s"),
                "SELECT minimum_value, maximum_value, cycle_option FROM s"),
            new Adopted(
                "ignored index",
                List.of("CREATE TABLE t (k INT, INDEX ix_t_k (k) IGNORED)"),
                op -> op.createTable("t", column("k", integer()), index("k")),
                op -> op.dropIndex("t", "ix_t_k"),
                "SELECT IGNORED FROM information_schema.statistics"
                    + " WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 't'")));
  }

  static Stream<Adopted> mysql() {
    return Stream.concat(
        common(),
        Stream.of(
            new Adopted(
                "invisible index, parser, security of a view",
                List.of(
                    "CREATE TABLE t (id INT PRIMARY KEY, b TEXT, k VARCHAR(200) NOT NULL,"
                        + " INDEX i (k) INVISIBLE, FULLTEXT INDEX f (b) WITH PARSER ngram)",
                    "CREATE SQL SECURITY INVOKER VIEW v AS SELECT id FROM t"),
                op -> {
                  op.createTable(
                      "t",
                      column("id", integer()),
                      column("b", nativeType("text")),
                      column("k", varchar(200)).notNull(),
                      primaryKey("id"),
                      index("k").named("i"),
                      index("b").named("f").using("fulltext"));
                  op.createView("v", view("SELECT id FROM t").reads("t", "id"));
                },
                op -> {
                  op.dropView("v");
                  op.dropIndex("t", "i");
                  op.dropIndex("t", "f");
                },
                "SHOW CREATE TABLE t"),
            new Adopted(
                "view with the rights of who asks",
                List.of("CREATE SQL SECURITY INVOKER VIEW v AS SELECT 1 AS one"),
                op -> op.createView("v", view("SELECT 1 AS one")),
                op -> op.dropView("v"),
                "SELECT SECURITY_TYPE FROM information_schema.views"
                    + " WHERE TABLE_SCHEMA = DATABASE()"),
            new Adopted(
                "check that is not enforced",
                List.of("CREATE TABLE t (n INT, CONSTRAINT ck CHECK (n > 0) NOT ENFORCED)"),
                op -> op.createTable("t", column("n", integer()), check("n > 0").named("ck")),
                op -> op.dropConstraint("t", "ck"),
                "SELECT ENFORCED FROM information_schema.table_constraints"
                    + " WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 't'")));
  }
}
