package dev.migrate.dialect.h2;

import static dev.migrate.Ddl.bigint;
import static dev.migrate.Ddl.blob;
import static dev.migrate.Ddl.bool;
import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.date;
import static dev.migrate.Ddl.decimal;
import static dev.migrate.Ddl.doublePrecision;
import static dev.migrate.Ddl.enumType;
import static dev.migrate.Ddl.integer;
import static dev.migrate.Ddl.json;
import static dev.migrate.Ddl.nativeType;
import static dev.migrate.Ddl.text;
import static dev.migrate.Ddl.time;
import static dev.migrate.Ddl.timestamp;
import static dev.migrate.Ddl.timestampWithTimeZone;
import static dev.migrate.Ddl.type;
import static dev.migrate.Ddl.uuid;
import static dev.migrate.Ddl.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.Lineage;
import dev.migrate.Revision;
import dev.migrate.engine.Migrator;
import dev.migrate.schema.DataType;
import dev.migrate.testkit.Databases;
import dev.migrate.testkit.dialect.contract.DatabaseContract;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Large objects and documents become values of other types, and these large objects: upgrades, and
 * the downgrades that are derived from them.
 */
class H2LargeObjectTest implements DatabaseContract {

  private static final String VALUES =
      "SELECT CAST(CAST(v AS CLOB) AS VARCHAR) FROM e ORDER BY 1 NULLS LAST";

  @Override
  public DataSource emptyDatabase() {
    return Databases.h2();
  }

  static Stream<Arguments> values() {
    Stream.Builder<Arguments> all = Stream.builder();
    for (DataType text : List.of(text(), nativeType("clob"))) {
      all.add(Arguments.of(text, integer(), "'5'"));
      all.add(Arguments.of(text, bigint(), "'5000000000'"));
      all.add(Arguments.of(text, decimal(8, 2), "'5.50'"));
      all.add(Arguments.of(text, doublePrecision(), "'5.5'"));
      all.add(Arguments.of(text, bool(), "'TRUE'"));
      all.add(Arguments.of(text, date(), "'2020-01-02'"));
      all.add(Arguments.of(text, time(), "'03:04:05'"));
      all.add(Arguments.of(text, timestamp(), "'2020-01-02 03:04:05'"));
      all.add(Arguments.of(text, timestampWithTimeZone(), "'2020-01-02 03:04:05+00'"));
      all.add(Arguments.of(text, uuid(), "'00000000-0000-0000-0000-000000000001'"));
      all.add(Arguments.of(text, enumType("size"), "'small'"));
      all.add(Arguments.of(text, varchar(10), "'small'"));
    }
    all.add(Arguments.of(json(), integer(), "JSON '5'"));
    all.add(Arguments.of(json(), bool(), "JSON 'true'"));
    all.add(Arguments.of(blob(), uuid(), "UUID '00000000-0000-0000-0000-000000000001'"));
    all.add(Arguments.of(blob(), varchar(10), "X'4142'"));
    return all.build();
  }

  @ParameterizedTest
  @MethodSource("values")
  void becomesAValueAndComesBack(DataType large, DataType small, String value) {
    DataSource database = emptyDatabase();
    Migrator migrator = migrator(database, revisions(large, small));
    migrator.upgrade("r1");
    execute(database, "INSERT INTO e VALUES (" + value + "), (NULL)");
    List<String> before = rows(database, VALUES);
    migrator.upgrade();
    assertThat(rows(database, VALUES)).hasSize(2).doesNotContain("");
    migrator.downgrade("r1");
    assertThat(rows(database, VALUES)).isEqualTo(before);
  }

  @ParameterizedTest
  @MethodSource("values")
  void aValueThatBecameOneComesBack(DataType large, DataType small, String value) {
    DataSource database = emptyDatabase();
    Migrator migrator = migrator(database, revisions(small, large));
    migrator.upgrade("r1");
    String plain = value.replace("JSON '5'", "5").replace("JSON 'true'", "TRUE");
    execute(database, "INSERT INTO e VALUES (" + plain.replace("X'4142'", "'AB'") + ")");
    List<String> before = rows(database, VALUES);
    migrator.upgrade();
    migrator.downgrade("r1");
    assertThat(rows(database, VALUES)).isEqualTo(before);
  }

  private static Revision[] revisions(DataType from, DataType to) {
    return new Revision[] {
      Revision.of(
          Lineage.of("r1").root(),
          op -> {
            op.createEnumType("size", "small", "large");
            op.createTable("e", column("v", from));
          }),
      Revision.of(Lineage.of("r2").after("r1"), op -> op.alterColumn("e", "v", type(to)))
    };
  }
}
