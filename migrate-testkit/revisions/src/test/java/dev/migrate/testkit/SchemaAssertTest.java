package dev.migrate.testkit;

import static dev.migrate.Ddl.bigint;
import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.index;
import static dev.migrate.Ddl.primaryKey;
import static dev.migrate.Ddl.varchar;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

class SchemaAssertTest {

  private static final Schema ACCOUNT =
      Schema.empty()
          .with(
              Table.of(
                  QualifiedName.of("account"),
                  List.of(
                      column("id", bigint()).identity(),
                      column("email", varchar(320)).notNull(),
                      primaryKey("id"),
                      index("email").unique())));

  @Test
  void assertionsSayWhatTheyMissed() {
    SchemaAssert.assertThat(ACCOUNT)
        .hasTable("account")
        .hasNoTable("user")
        .hasColumn("account", column("email", varchar(320)).notNull())
        .isEqualTo(ACCOUNT);
    assertThatThrownBy(
            () -> SchemaAssert.assertThat(ACCOUNT).as("after the test").hasTable("acount"))
        .isInstanceOf(AssertionFailedError.class)
        .hasMessage("after the test\nthere is no table acount\n  known  account");
    assertThatThrownBy(
            () -> SchemaAssert.assertThat(ACCOUNT).hasColumn("account", column("age", bigint())))
        .hasMessageContaining("column account.age\n  expected  age bigint\n  actual    missing");
    assertThatThrownBy(() -> SchemaAssert.assertThat(ACCOUNT).hasNoTable("account"))
        .hasMessageContaining("there is a table account");
  }
}
