package dev.migrate.dialect.mysql;

import static dev.migrate.Ddl.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.model.DeclaredSchema;
import dev.migrate.model.ModelComparison;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableElement;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Models are compared with revisions although the canonical form turns unique constraints into
 * indexes, and has one name for every primary key.
 */
class MysqlModelTest {

  private static String difference(TableElement key, TableElement recordedKey) {
    return ModelComparison.of(
            schema(recordedKey),
            DeclaredSchema.of(schema(key)),
            new MysqlDialect(new MysqlServer(false, 8, 4, 3)))
        .difference()
        .toString();
  }

  private static Schema schema(TableElement key) {
    List<TableElement> elements =
        List.of(column("a", integer()).notNull(), column("b", integer()).notNull(), key);
    return Schema.empty().with(Table.of(QualifiedName.of("t"), elements));
  }

  @Test
  void aNameThatIsLeftOpenIsTheOneOfTheRevisions() {
    assertThat(difference(unique("a"), unique("a").named("u"))).isEqualTo("no difference");
    assertThat(difference(primaryKey("a"), primaryKey("a").named("k"))).isEqualTo("no difference");
  }

  @Test
  void otherColumnsOfAKeyAreADifference() {
    assertThat(difference(unique("a", "b").named("u"), unique("a").named("u")))
        .startsWith("constraint u of table t: columns");
    assertThat(difference(primaryKey("b", "a"), primaryKey("a", "b")))
        .startsWith("constraint pk_t of table t: columns");
  }
}
