package dev.migrate.engine.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.Ddl;
import dev.migrate.Lineage;
import dev.migrate.Operations;
import dev.migrate.Recording;
import dev.migrate.Revision;
import dev.migrate.operation.AddColumn;
import dev.migrate.operation.CreateTable;
import dev.migrate.operation.DropTable;
import dev.migrate.operation.Operation;
import dev.migrate.schema.CharacterType;
import dev.migrate.schema.Column;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.SimpleType;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableElement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OperationDifferenceTest {

  @Test
  void equalOperationsDoNotDiffer() {
    assertThat(OperationDifference.between(drops("abc"), drops("abc"))).isEmpty();
    assertThat(OperationDifference.between(List.of(), List.of())).isEmpty();
  }

  @Test
  void orderOfColumnsIsNoDifference() {
    assertThat(
            OperationDifference.between(
                List.of(table("t", "a", "b")), List.of(table("t", "b", "a"))))
        .isEmpty();
  }

  @Test
  void changedOperationIsShownBothWays() {
    assertThat(text(List.of(email(320)), List.of(email(400))))
        .isEqualTo(
            """
            operation 1 was changed
              was  add column account.email varchar(320)
              is   add column account.email varchar(400)\
            """);
  }

  @Test
  void addedAndRemovedOperationsAreTold() {
    assertThat(text(drops("abc"), drops("ac"))).isEqualTo("operation 2 was removed: drop table b");
    assertThat(text(drops("ac"), drops("abc"))).isEqualTo("operation 2 was added: drop table b");
    assertThat(text(drops("abcd"), drops("xacyd")))
        .isEqualTo(
            """
            operation 1 was added: drop table x
            operation 2 was removed: drop table b
            operation 4 was added: drop table y\
            """);
    assertThat(text(drops("ab"), drops("acd")))
        .isEqualTo(
            """
            operation 2 was changed
              was  drop table b
              is   drop table c
            operation 3 was added: drop table d\
            """);
  }

  @Test
  void swappedOperationsAreTold() {
    assertThat(text(drops("ab"), drops("ba")))
        .isEqualTo(
            """
            operation 1 was removed: drop table a
            operation 2 was added: drop table a\
            """);
  }

  @Test
  void whatWordsDoNotSayIsShownAsJson() {
    assertThat(text(List.of(insert(1)), List.of(insert(2))))
        .isEqualTo(
            """
            operation 1 was changed
              was  {"insertRows":{"table":"t","columns":["a"],"rows":[[1]]}}
              is   {"insertRows":{"table":"t","columns":["a"],"rows":[[2]]}}\
            """);
  }

  @Test
  void whatRawSqlCodeAndUpdatesDeclareCanBeCorrected() {
    List<Operation> bare =
        recorded(
            op -> {
              op.execute(Ddl.sql("UPDATE t SET a = 1"));
              op.run(Ddl.code("fill", context -> {}));
              op.update("t", Ddl.set("a", 1).inEveryRow());
            });
    List<Operation> declared =
        recorded(
            op -> {
              op.execute(
                  Ddl.sql("UPDATE t SET a = 1")
                      .reads("t")
                      .writes("t", "a")
                      .undoneBy("UPDATE t SET a = 0"));
              op.run(Ddl.code("fill", context -> {}).writes("t", "a").needsNoUndo());
              op.update("t", Ddl.set("a", 1).inEveryRow().needsNoUndo());
            });
    assertThat(OperationDifference.between(bare, declared)).isEmpty();
    assertThat(
            OperationDifference.between(
                bare.subList(0, 1), recorded(op -> op.execute(Ddl.sql("UPDATE t SET a = 2")))))
        .isPresent();
    assertThat(
            OperationDifference.between(
                bare.subList(2, 3), recorded(op -> op.update("t", Ddl.set("a", 2).inEveryRow()))))
        .isPresent();
  }

  private static List<Operation> recorded(Consumer<Operations> upgrade) {
    return Recording.of(Revision.of(Lineage.of("any").root(), upgrade)).upgrade();
  }

  private static Operation insert(int value) {
    return recorded(op -> op.insert("t", Ddl.columns("a"), Ddl.row(value))).get(0);
  }

  @Test
  void ofLongOperationsOnlyTheDifferenceIsShown() {
    String[] many =
        Stream.iterate(1, i -> i + 1).limit(100).map(i -> "c" + i).toArray(String[]::new);
    String[] other = many.clone();
    other[49] = "renamed";

    assertThat(text(List.of(table("t", many)), List.of(table("t", other))))
        .hasSizeLessThan(400)
        .contains("c50", "renamed")
        .doesNotContain("c20", "c80");
  }

  @Test
  void manyOperationsAreComparedByPosition() {
    List<Operation> stored = new ArrayList<>(Collections.nCopies(2_000, drops("a").get(0)));
    List<Operation> now = Collections.nCopies(2_001, drops("b").get(0));

    assertThat(OperationDifference.between(stored, now).orElseThrow().changes()).hasSize(2_001);
  }

  private static String text(List<Operation> stored, List<Operation> now) {
    return OperationDifference.between(stored, now).orElseThrow().toString();
  }

  private static List<Operation> drops(String tables) {
    return tables
        .chars()
        .mapToObj(c -> (Operation) new DropTable(QualifiedName.of(Character.toString(c))))
        .toList();
  }

  private static Operation email(int length) {
    return new AddColumn(
        QualifiedName.of("account"), Column.of("email", new CharacterType(length, false)));
  }

  private static Operation table(String name, String... columns) {
    List<TableElement> elements = new ArrayList<>();
    for (String column : columns) {
      elements.add(Column.of(column, SimpleType.TEXT));
    }
    return new CreateTable(Table.of(QualifiedName.of(name), elements));
  }
}
