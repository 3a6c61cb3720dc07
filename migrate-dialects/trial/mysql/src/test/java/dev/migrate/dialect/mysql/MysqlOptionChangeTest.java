package dev.migrate.dialect.mysql;

import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.integer;
import static dev.migrate.Ddl.tableOption;
import static dev.migrate.Ddl.varchar;
import static dev.migrate.schema.DialectName.MARIADB;
import static dev.migrate.schema.DialectName.MYSQL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.dialect.RenderContext;
import dev.migrate.dialect.Renderer;
import dev.migrate.dialect.Statement;
import dev.migrate.error.UnsupportedByDialectException;
import dev.migrate.operation.SetTableOption;
import dev.migrate.schema.Column;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableOption;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MysqlOptionChangeTest {

  private static final QualifiedName NAME = QualifiedName.of("t");
  private static final Renderer RENDERER =
      new MysqlDialect(new MysqlServer(true, 11, 4, 5)).renderer();
  private static final Column NUMBER = column("n", integer());

  private static List<String> sql(Column column, List<TableOption> was, SetTableOption operation) {
    Schema before = Schema.empty().with(Table.of(NAME, List.of(column)).withOptions(was));
    return RENDERER.render(operation, new RenderContext(before)).stream()
        .filter(statement -> statement.kind() == Statement.Kind.STRUCTURE)
        .map(Statement::sql)
        .toList();
  }

  private static List<String> sql(Column column, String was, String then) {
    return sql(
        column,
        was.isEmpty() ? List.of() : List.of(tableOption(MYSQL, was)),
        new SetTableOption(NAME, MYSQL, Optional.of(then).filter(text -> !text.isEmpty())));
  }

  @Test
  void whatGoesIsSetToItsDefault() {
    assertThat(sql(NUMBER, "", "ENGINE=MyISAM")).containsExactly("ALTER TABLE t ENGINE=MyISAM");
    assertThat(sql(NUMBER, "ENGINE=MyISAM ROW_FORMAT=FIXED", "ROW_FORMAT = DYNAMIC"))
        .containsExactly("ALTER TABLE t ENGINE=InnoDB ROW_FORMAT = DYNAMIC");
    assertThat(sql(NUMBER, "ROW_FORMAT=COMPRESSED", ""))
        .containsExactly("ALTER TABLE t ROW_FORMAT=DEFAULT");
    assertThat(sql(NUMBER, "ENGINE=InnoDB", "")).isEmpty();
    assertThat(sql(NUMBER, "CHARSET=latin1", "CHARSET=utf8mb4"))
        .containsExactly("ALTER TABLE t CHARSET=utf8mb4");
  }

  @Test
  void whatTheServerWouldKeepIsRefused() {
    refused(NUMBER, "CHARSET=latin1", "", "leaves out the character set");
    refused(NUMBER, "STATS_PERSISTENT=1", "", "leaves out STATS_PERSISTENT");
    refused(column("s", varchar(9)), "", "COLLATE=utf8mb4_bin", "the column s keeps its own");
    refused(NUMBER, "", "PARTITION BY HASH (n) PARTITIONS 2", "partitions");
    refused(NUMBER, "WITH SYSTEM VERSIONING", "ENGINE=InnoDB", "versions of its rows");
    refused(NUMBER, "", "ENGINE = BLACKHOLE", "forgets the rows");
  }

  private static void refused(Column column, String was, String then, String why) {
    assertThatThrownBy(() -> sql(column, was, then))
        .isInstanceOf(UnsupportedByDialectException.class)
        .hasMessageContaining(why);
  }

  @Test
  void theOptionOfTheMoreSpecificDialectCounts() {
    TableOption own = tableOption(MARIADB, "ENGINE=Aria");
    SetTableOption common = SetTableOption.to(NAME, tableOption(MYSQL, "ENGINE=MyISAM"));
    assertThat(sql(NUMBER, List.of(own), common)).isEmpty();
    assertThat(
            sql(
                NUMBER,
                List.of(own, tableOption(MYSQL, "ENGINE=MyISAM")),
                new SetTableOption(NAME, MARIADB, Optional.empty())))
        .containsExactly("ALTER TABLE t ENGINE=MyISAM");
  }
}
