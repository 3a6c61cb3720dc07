package dev.migrate.testkit.dialect.contract;

import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.columns;
import static dev.migrate.Ddl.row;
import static dev.migrate.Ddl.timestamp;
import static dev.migrate.Ddl.timestampWithTimeZone;
import static dev.migrate.Ddl.type;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.migrate.Lineage;
import dev.migrate.Revision;
import dev.migrate.engine.Migrator;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.TimeZone;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/**
 * A conversion between times with and without a zone reads and writes UTC, wherever the process
 * runs: in the virtual machine's own zone, and in others. A dialect's test implements this with a
 * database.
 */
public interface ZoneContract extends DatabaseContract {

  /** A time with a zone, and one without. */
  Revision TIMES =
      Revision.of(
          Lineage.of("times").root(),
          op -> {
            op.createTable("e", column("a", timestamp()), column("b", timestampWithTimeZone()));
            op.insert(
                "e",
                columns("a", "b"),
                row(
                    LocalDateTime.parse("2024-07-01T12:00"),
                    Instant.parse("2024-07-01T12:00:00Z")));
          });

  /** Each becomes the other. */
  Revision CHANGED =
      Revision.of(
          Lineage.of("changed").after("times"),
          op -> {
            op.alterColumn("e", "a", type(timestampWithTimeZone()));
            op.alterColumn("e", "b", type(timestamp()));
          });

  /**
   * A new, empty database whose sessions are in a time zone, which the process has too.
   *
   * @return its connections; those of {@link #emptyDatabase} if they follow the process
   */
  default DataSource emptyDatabase(TimeZone zone) {
    return emptyDatabase();
  }

  /**
   * A query for a column as it is in UTC, whatever its type.
   *
   * @param column the column of the table {@code e}
   * @param hasZone whether it has a time zone now
   * @return a query whose one value begins {@code 2024-07-01 12:00} or {@code 2024-07-01T12:00}
   */
  String inUtc(String column, boolean hasZone);

  @Test
  default void conversionsDoNotDependOnTheZoneOfTheProcess() {
    TimeZone own = TimeZone.getDefault();
    try {
      for (String zone : List.of("UTC", "America/New_York", "Asia/Tokyo")) {
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        DataSource database = emptyDatabase(TimeZone.getDefault());
        Migrator migrator = migrator(database, TIMES, CHANGED);
        migrator.upgrade();
        assertEquals("2024-07-01 12:00", read(database, "a", true), zone);
        assertEquals("2024-07-01 12:00", read(database, "b", false), zone);
        migrator.downgrade("times");
        assertEquals("2024-07-01 12:00", read(database, "a", false), zone + ", back");
        assertEquals("2024-07-01 12:00", read(database, "b", true), zone + ", back");
      }
    } finally {
      TimeZone.setDefault(own);
    }
  }

  private String read(DataSource database, String column, boolean hasZone) {
    return rows(database, inUtc(column, hasZone)).get(0).replace('T', ' ').substring(0, 16);
  }
}
