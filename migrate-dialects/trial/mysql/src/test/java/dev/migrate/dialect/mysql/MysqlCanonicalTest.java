package dev.migrate.dialect.mysql;

import static dev.migrate.Ddl.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.schema.DialectName;
import dev.migrate.schema.Index;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableElement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is the same to the server is the same here, and what is not is not. */
class MysqlCanonicalTest {

  private static final MysqlServer MARIADB = new MysqlServer(true, 11, 4, 5);
  private static final MysqlServer MYSQL = new MysqlServer(false, 8, 4, 3);

  private static Schema canonical(MysqlServer server, TableElement... elements) {
    Table table = Table.of(QualifiedName.of("t"), List.of(elements));
    Schema canonical = new MysqlCanonical(server).of(Schema.empty().with(table));
    assertThat(new MysqlCanonical(server).of(canonical)).isEqualTo(canonical);
    return canonical;
  }

  private static void same(TableElement[] one, TableElement[]... others) {
    for (TableElement[] other : others) {
      assertThat(canonical(MARIADB, one)).isEqualTo(canonical(MARIADB, other));
      assertThat(canonical(MYSQL, one)).isEqualTo(canonical(MYSQL, other));
    }
  }

  private static void different(TableElement[] one, TableElement[] other) {
    assertThat(canonical(MARIADB, one)).isNotEqualTo(canonical(MARIADB, other));
    assertThat(canonical(MYSQL, one)).isNotEqualTo(canonical(MYSQL, other));
  }

  private static TableElement[] table(TableElement... elements) {
    return elements;
  }

  @Test
  void aUniqueConstraintIsAUniqueIndex() {
    same(
        table(column("a", integer()), unique("a").named("u")),
        table(column("a", integer()), index("a").unique().named("u")));
    different(
        table(column("a", integer()), unique("a").named("u")),
        table(column("a", integer()), index("a").named("u")));
  }

  @Test
  void everyPrimaryKeyHasTheSameName() {
    same(
        table(column("a", integer()), primaryKey("a")),
        table(column("a", integer()), primaryKey("a").named("other")));
  }

  @Test
  void theIndexThatAForeignKeyImpliesIsNotTold() {
    same(
        table(column("a", integer()), foreignKey("a").references("p", "id").named("fk")),
        table(
            column("a", integer()),
            foreignKey("a").references("p", "id").named("fk"),
            index("a").named("fk")));
    different(
        table(column("a", integer()), foreignKey("a").references("p", "id").named("fk")),
        table(
            column("a", integer()),
            foreignKey("a").references("p", "id").named("fk"),
            index("a").named("ix")));
    different(
        table(column("a", integer()), foreignKey("a").references("p", "id").named("fk")),
        table(
            column("a", integer()),
            foreignKey("a").references("p", "id").named("fk"),
            index("a").unique().named("fk")));
  }

  @Test
  void restrictIsNoAction() {
    same(
        table(column("a", integer()), foreignKey("a").references("p", "id").onDelete(RESTRICT)),
        table(column("a", integer()), foreignKey("a").references("p", "id")));
    different(
        table(column("a", integer()), foreignKey("a").references("p", "id").onDelete(CASCADE)),
        table(column("a", integer()), foreignKey("a").references("p", "id")));
  }

  @Test
  void nativeTypesAreReadAsTheServerDoes() {
    same(table(column("a", nativeType("INT(11)"))), table(column("a", integer())));
    same(table(column("a", nativeType("Numeric (5, 2)"))), table(column("a", decimal(5, 2))));
    same(table(column("a", nativeType("tinyint(1)"))), table(column("a", bool())));
    same(
        table(column("a", nativeType("INT(10) UNSIGNED"))),
        table(column("a", nativeType("int unsigned"))));
    same(
        table(column("a", nativeType("enum('x','y')"))),
        table(column("a", nativeType("ENUM( 'x', 'y' )"))));
    different(table(column("a", nativeType("text"))), table(column("a", text())));
  }

  @Test
  void defaultsThatAreTheSameValueAreTheSame() {
    same(
        table(column("a", decimal(5, 2)).defaultTo(1)),
        table(column("a", decimal(5, 2)).defaultTo(expression("1.00"))));
    same(
        table(column("a", varchar(9)).defaultTo("it's")),
        table(column("a", varchar(9)).defaultTo(expression("('it''s')"))));
    same(
        table(column("a", timestamp()).defaultTo(currentTimestamp())),
        table(column("a", timestamp()).defaultTo(expression("now(6)"))));
    different(
        table(column("a", varchar(9)).defaultTo("x")),
        table(column("a", varchar(9)).defaultTo("X")));
    different(table(column("a", varchar(9)).defaultTo("x")), table(column("a", varchar(9))));
  }

  @Test
  void aBeginningAsLongAsTheColumnIsTheColumn() {
    same(
        table(column("a", varchar(9)), index(asc("a").prefix(9)).named("i")),
        table(column("a", varchar(9)), index("a").named("i")));
    different(
        table(column("a", varchar(9)), index(asc("a").prefix(8)).named("i")),
        table(column("a", varchar(9)), index("a").named("i")));
  }

  @Test
  void optionsThatAreTheServersDefaultsAreLeftOut() {
    same(
        table(column("a", varchar(9))),
        table(column("a", varchar(9)), tableOption(DialectName.MYSQL, "ENGINE=InnoDB")),
        table(
            column("a", varchar(9)),
            tableOption(DialectName.MYSQL, "AUTO_INCREMENT = 7 ROW_FORMAT=DEFAULT COMMENT 'x'")));
  }

  @Test
  void optionsAreComparedWhateverTheirSpelling() {
    same(
        table(
            column("a", varchar(9)),
            tableOption(
                DialectName.MYSQL,
                "DEFAULT CHARACTER SET = utf8 COLLATE utf8_bin, ROW_FORMAT=Compressed")),
        table(
            column("a", varchar(9)).collate("utf8mb3_bin"),
            tableOption(
                DialectName.MYSQL, "row_format = COMPRESSED engine=innodb collate=UTF8_BIN")),
        table(
            column("a", varchar(9)),
            tableOption(DialectName.MYSQL, "COLLATE='utf8mb3_bin' ROW_FORMAT=`compressed`")));
  }

  @Test
  void theMethodOfPartitionsIsCompared() {
    same(
        table(
            column("a", integer()),
            tableOption(DialectName.MYSQL, "PARTITION BY HASH (a) PARTITIONS 4")),
        table(
            column("a", integer()),
            tableOption(DialectName.MYSQL, "partition by  hash(`a`)\npartitions 4")));
  }

  @Test
  void charactersOfFourBytesAreShownAsQuestionMarks() {
    same(
        table(column("a", varchar(9)).defaultTo("\ud83d\ude00!")),
        table(column("a", varchar(9)).defaultTo("?!")));
    assertThat(MysqlText.shown("a\ud83d\ude00\u2603")).isEqualTo("a?\u2603");
    assertThat(Index.of(List.of(asc("a"))).keys()).hasSize(1);
  }
}
