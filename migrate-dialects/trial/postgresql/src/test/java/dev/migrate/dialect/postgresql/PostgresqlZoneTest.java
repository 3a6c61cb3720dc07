package dev.migrate.dialect.postgresql;

import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.columns;
import static dev.migrate.Ddl.date;
import static dev.migrate.Ddl.row;
import static dev.migrate.Ddl.text;
import static dev.migrate.Ddl.time;
import static dev.migrate.Ddl.timestampWithTimeZone;
import static dev.migrate.Ddl.type;
import static dev.migrate.Ddl.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.Lineage;
import dev.migrate.Revision;
import dev.migrate.testkit.dialect.contract.DatabaseContract;
import java.time.Instant;
import java.util.List;
import java.util.TimeZone;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresqlServer.class)
class PostgresqlZoneTest implements DatabaseContract {

  @Override
  public DataSource emptyDatabase() {
    return PostgresqlServer.emptyDatabase();
  }

  private static final Revision INSTANTS =
      Revision.of(
          Lineage.of("r1").root(),
          op -> {
            op.createTable(
                "e",
                column("d", timestampWithTimeZone()),
                column("t", timestampWithTimeZone()),
                column("s", timestampWithTimeZone()),
                column("v", varchar(40)));
            Instant late = Instant.parse("2024-07-01T23:30:00Z");
            op.insert("e", columns("d", "t", "s", "v"), row(late, late, late, "2024-07-01 23:30"));
          });

  private static final Revision OTHERS =
      Revision.of(
          Lineage.of("r2").after("r1"),
          op -> {
            op.alterColumn("e", "d", type(date()));
            op.alterColumn("e", "t", type(time()));
            op.alterColumn("e", "s", type(text()));
            op.alterColumn("e", "v", type(timestampWithTimeZone()));
          });

  @Test
  void daysTimesAndTextsOfInstantsAreInUtcToo() {
    TimeZone own = TimeZone.getDefault();
    try {
      for (String zone : List.of("America/New_York", "Asia/Tokyo")) {
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        DataSource database = emptyDatabase();
        migrator(database, INSTANTS, OTHERS).upgrade();
        assertThat(rows(database, "SELECT d::text, t::text, s, v AT TIME ZONE 'UTC' FROM e"))
            .as(zone)
            .containsExactly("2024-07-01 23:30:00 2024-07-01 23:30:00+00 2024-07-01 23:30:00.0");
      }
    } finally {
      TimeZone.setDefault(own);
    }
  }
}
