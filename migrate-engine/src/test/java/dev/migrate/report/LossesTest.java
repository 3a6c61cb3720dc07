package dev.migrate.report;

import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.columns;
import static dev.migrate.Ddl.integer;
import static dev.migrate.Ddl.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.Lineage;
import dev.migrate.Operations;
import dev.migrate.Recording;
import dev.migrate.Revision;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class LossesTest {

  private static List<String> losses(Consumer<Operations> operations) {
    return Losses.of(Recording.of(Revision.of(Lineage.of("r").root(), operations)).upgrade());
  }

  @Test
  void whereATableGoesNothingElseIsSaidOfIt() {
    assertThat(
            losses(
                op -> {
                  op.delete("discount", columns("id"), row(1));
                  op.dropColumn("discount", "rate");
                  op.dropTable("discount");
                }))
        .containsExactly("the rows of table discount");
  }

  @Test
  void aTableThatGoesUnderAnotherNameIsTheSame() {
    assertThat(
            losses(
                op -> {
                  op.delete("a", columns("id"), row(1));
                  op.renameTable("a", "b");
                  op.dropTable("b");
                }))
        .containsExactly("the rows of table b");
  }

  @Test
  void anotherTableOfTheSameNameIsAnotherOne() {
    assertThat(
            losses(
                op -> {
                  op.delete("a", columns("id"), row(1));
                  op.renameTable("a", "kept");
                  op.createTable("a", column("id", integer()));
                  op.dropTable("a");
                }))
        .containsExactly("1 row of table a", "the rows of table a");
  }

  @Test
  void otherTablesAreToldInOrder() {
    assertThat(
            losses(
                op -> {
                  op.delete("a", columns("id"), row(1), row(2));
                  op.dropTable("b");
                  op.dropColumn("c", "n");
                }))
        .containsExactly("2 rows of table a", "the rows of table b", "the values of column c.n");
  }
}
