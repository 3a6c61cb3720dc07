package dev.migrate.dialect.postgresql;

import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.integer;
import static dev.migrate.Ddl.tableOption;
import static dev.migrate.schema.DialectName.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.dialect.RenderContext;
import dev.migrate.dialect.Statement;
import dev.migrate.error.UnsupportedByDialectException;
import dev.migrate.operation.SetTableOption;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableOption;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PostgresqlOptionChangeTest {

  private static final QualifiedName NAME = QualifiedName.of("t");

  private static List<String> sql(String was, String then) {
    List<TableOption> options = was.isEmpty() ? List.of() : List.of(tableOption(POSTGRESQL, was));
    Table table = Table.of(NAME, List.of(column("a", integer()))).withOptions(options);
    SetTableOption operation =
        new SetTableOption(NAME, POSTGRESQL, Optional.of(then).filter(text -> !text.isEmpty()));
    return new PostgresqlDialect("PostgreSQL 16", 16)
        .renderer().render(operation, new RenderContext(Schema.empty().with(table))).stream()
            .map(Statement::sql)
            .toList();
  }

  @Test
  void parametersAreSetAndReset() {
    assertThat(sql("", "WITH (fillfactor = 70)"))
        .containsExactly("ALTER TABLE t SET (fillfactor = 70)");
    assertThat(sql("WITH (fillfactor=70, autovacuum_enabled)", "with (FillFactor = 80)"))
        .containsExactly("ALTER TABLE t SET (fillfactor = 80), RESET (autovacuum_enabled)");
    assertThat(sql("WITH (fillfactor=70)", "")).containsExactly("ALTER TABLE t RESET (fillfactor)");
    assertThat(sql("WITH (a=1, b=0.5)", "with(b = 0.5,a = 1)")).isEmpty();
    assertThat(sql("", "TABLESPACE \"fast Disk\""))
        .containsExactly("ALTER TABLE t SET TABLESPACE \"fast Disk\"");
    assertThat(sql("WITH (a=1) TABLESPACE one", "WITH (toast.b='x y') TABLESPACE two"))
        .containsExactly("ALTER TABLE t SET (toast.b = 'x y'), RESET (a), SET TABLESPACE two");
  }

  @Test
  void whatAlterTableDoesNotSetIsRefused() {
    for (String text :
        List.of("PARTITION BY RANGE (a)", "INHERITS (p)", "USING heap", "WITH (a = 1", "WITH ()")) {
      assertThatThrownBy(() -> sql("", text))
          .isInstanceOf(UnsupportedByDialectException.class)
          .hasMessageContaining(text)
          .hasMessageContaining("means(o -> o.setTableOption(…))");
      assertThatThrownBy(() -> sql(text, "WITH (a = 1)"))
          .isInstanceOf(UnsupportedByDialectException.class);
    }
    assertThatThrownBy(() -> sql("TABLESPACE one", ""))
        .isInstanceOf(UnsupportedByDialectException.class)
        .hasMessageContaining("pg_default");
  }
}
