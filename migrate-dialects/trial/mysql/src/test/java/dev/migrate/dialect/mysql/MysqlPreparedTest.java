package dev.migrate.dialect.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The name of a prepared transaction of MySQL as its statements take it. */
class MysqlPreparedTest {

  @Test
  void plainTextIsText() {
    assertThat(MysqlPrepared.sql("706c61696e", 5, 0, 1)).isEqualTo("'plain'");
  }

  @Test
  void allPartsAreGivenIfOneIsNotTheUsualOne() {
    assertThat(MysqlPrepared.sql("706c61696e", 3, 2, 1)).isEqualTo("'pla','in',1");
    assertThat(MysqlPrepared.sql("706c61696e", 5, 0, 7)).isEqualTo("'plain','',7");
  }

  @Test
  void whatIsNotPlainIsHexadecimal() {
    assertThat(MysqlPrepared.sql("61276220", 2, 2, 4294967295L))
        .isEqualTo("X'6127',X'6220',4294967295");
    assertThat(MysqlPrepared.sql("5cff00", 1, 2, 1)).isEqualTo("X'5c',X'ff00',1");
  }
}
