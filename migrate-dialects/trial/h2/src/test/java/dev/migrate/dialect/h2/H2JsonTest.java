package dev.migrate.dialect.h2;

import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.json;
import static dev.migrate.Ddl.nativeType;
import static dev.migrate.Ddl.text;
import static dev.migrate.Ddl.type;
import static dev.migrate.Ddl.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.Lineage;
import dev.migrate.Revision;
import dev.migrate.engine.Migrator;
import dev.migrate.error.MigrateException;
import dev.migrate.schema.ArrayType;
import dev.migrate.schema.DataType;
import dev.migrate.testkit.Databases;
import dev.migrate.testkit.dialect.contract.DatabaseContract;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Documents stay documents, whatever type a column had before and gets after. */
class H2JsonTest implements DatabaseContract {

  private static final String OBJECTS = "SELECT COUNT(*) FROM e WHERE v IS JSON OBJECT";

  @Override
  public DataSource emptyDatabase() {
    return Databases.h2();
  }

  private Migrator migrator(DataSource database, DataType from, DataType to) {
    return migrator(
        database,
        Revision.of(
            Lineage.of("r1").root(),
            op -> op.createTable("e", column("v", from).defaultTo("{\"b\":2}"))),
        Revision.of(Lineage.of("r2").after("r1"), op -> op.alterColumn("e", "v", type(to))));
  }

  static Stream<DataType> texts() {
    return Stream.of(
        varchar(50),
        text(),
        nativeType("varchar"),
        nativeType("varchar_ignorecase(60)"),
        nativeType("nvarchar2(60)"),
        nativeType("longtext"));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void aTextBecomesADocumentAndATextAgain(DataType text) {
    for (DataType json : List.of(json(), nativeType("json"))) {
      DataSource database = emptyDatabase();
      Migrator migrator = migrator(database, text, json);
      migrator.upgrade("r1");
      execute(database, "INSERT INTO e VALUES ('{\"a\":1}'), (NULL)");
      migrator.upgrade();
      execute(database, "INSERT INTO e VALUES (DEFAULT)");
      assertThat(rows(database, OBJECTS)).containsExactly("2");
      migrator.downgrade("r1");
      execute(database, "INSERT INTO e VALUES (DEFAULT)");
      assertThat(rows(database, "SELECT CAST(v AS VARCHAR) FROM e"))
          .containsExactlyInAnyOrder("{\"a\":1}", "null", "{\"b\":2}", "{\"b\":2}");
    }
  }

  @Test
  void aTextThatIsNoDocumentStopsTheRevisionAndStays() {
    DataSource database = emptyDatabase();
    Migrator migrator = migrator(database, varchar(50), json());
    migrator.upgrade("r1");
    execute(database, "INSERT INTO e VALUES ('no document')");
    assertThatThrownBy(migrator::upgrade)
        .isInstanceOf(MigrateException.class)
        .hasMessageContaining("no document");
    execute(database, "DELETE FROM e");
    migrator.upgrade();
    execute(database, "INSERT INTO e VALUES (DEFAULT)");
    assertThat(rows(database, OBJECTS)).containsExactly("1");
  }

  @Test
  void listsOfTextsAreNotMadeListsOfStrings() {
    DataSource database = emptyDatabase();
    Migrator migrator =
        migrator(
            database,
            Revision.of(
                Lineage.of("r1").root(),
                op -> op.createTable("e", column("v", new ArrayType(varchar(50))))),
            Revision.of(
                Lineage.of("r2").after("r1"),
                op -> op.alterColumn("e", "v", type(new ArrayType(json())))));
    assertThatThrownBy(migrator::upgradeScript)
        .isInstanceOf(MigrateException.class)
        .hasMessageContaining("add a column of the new type");
  }
}
