package dev.migrate.operation;

import static dev.migrate.Ddl.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.error.DefinitionException;
import dev.migrate.error.SchemaException;
import dev.migrate.schema.DialectName;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableOption;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SetTableOptionTest {

  private static final QualifiedName NAME = QualifiedName.of("t");

  private static Schema with(TableOption... options) {
    Table table = Table.of(NAME, List.of(column("a", integer())));
    return Schema.empty().with(table.withOptions(List.of(options)));
  }

  private static List<TableOption> after(Schema before, SetTableOption operation) {
    return operation.applyTo(before).table(NAME).options();
  }

  private static SetTableOption set(DialectName dialect, String sql) {
    return SetTableOption.to(NAME, tableOption(dialect, sql));
  }

  private static SetTableOption clear(DialectName dialect) {
    return new SetTableOption(NAME, dialect, Optional.empty());
  }

  @Test
  void onlyTheOptionOfThatDialectChanges() {
    TableOption strict = tableOption(SQLITE, "STRICT");
    TableOption memory = tableOption(MYSQL, "ENGINE=MEMORY");
    TableOption compressed = tableOption(MYSQL, "ROW_FORMAT=COMPRESSED");

    assertThat(after(with(), set(SQLITE, "STRICT"))).containsExactly(strict);
    assertThat(after(with(strict), set(MYSQL, "ENGINE=MEMORY"))).containsExactly(strict, memory);
    assertThat(after(with(memory, strict), set(MYSQL, "ROW_FORMAT=COMPRESSED")))
        .containsExactly(compressed, strict);
    assertThat(after(with(memory, strict), clear(MYSQL))).containsExactly(strict);
  }

  @Test
  void theInverseBringsTheOldOptionBackOrRemovesTheNewOne() {
    for (Schema before : List.of(with(), with(tableOption(MYSQL, "ENGINE=MEMORY")))) {
      SetTableOption operation = set(MYSQL, "ROW_FORMAT=COMPRESSED");
      Inverse inverse = operation.inverse(before);
      assertThat(Operation.applyAll(inverse.operations(), operation.applyTo(before)))
          .isEqualTo(before);
    }
    assertThat(set(MYSQL, "x").inverse(with()).operations()).containsExactly(clear(MYSQL));
  }

  @Test
  void whatIsNotThereIsRefused() {
    assertThatThrownBy(() -> clear(MYSQL).applyTo(with(tableOption(SQLITE, "STRICT"))))
        .isInstanceOf(SchemaException.class)
        .hasMessageContaining("there is no option on mysql at table t")
        .hasMessageContaining("option on sqlite: STRICT");
    assertThatThrownBy(() -> set(MYSQL, "x").applyTo(Schema.empty()))
        .isInstanceOf(SchemaException.class);
    assertThatThrownBy(() -> new SetTableOption(NAME, MYSQL, Optional.of("a; b")))
        .isInstanceOf(DefinitionException.class);
  }

  @Test
  void twoOptionsOfATableAreInEachOthersWay() {
    Schema before = with(tableOption(SQLITE, "STRICT"));
    Footprint mysql = set(MYSQL, "ENGINE=MEMORY").footprint(before);
    assertThat(mysql.clashesWith(set(MYSQL, "ENGINE=InnoDB").footprint(before))).isNotEmpty();
    assertThat(mysql.clashesWith(set(MARIADB, "ENGINE=Aria").footprint(before))).isNotEmpty();
    Footprint other = new CommentOnTable(NAME, comment("x")).footprint(before);
    assertThat(mysql.clashesWith(other)).isEmpty();
  }

  @Test
  void itSaysWhatItDoes() {
    assertThat(set(MYSQL, "ENGINE=Aria")).hasToString("table t: option on mysql: ENGINE=Aria");
    assertThat(clear(MYSQL)).hasToString("table t: no option on mysql");
  }
}
