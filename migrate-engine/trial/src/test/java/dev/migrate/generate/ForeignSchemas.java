package dev.migrate.generate;

import dev.migrate.testkit.dialect.sample.NativeSchema;
import java.util.List;

/** Schemas of well-known programs, in the SQL of each database. */
final class ForeignSchemas {

  private ForeignSchemas() {}

  static List<NativeSchema> h2() {
    return List.of(
        NativeSchema.quartz("h2"),
        NativeSchema.springBatch("h2"),
        NativeSchema.springSession("h2"),
        NativeSchema.springModulith("h2"),
        NativeSchema.jobRunr("h2"),
        NativeSchema.flowable("h2"));
  }

  /** Quartz, Spring Modulith and Flowable have none for SQLite. */
  static List<NativeSchema> sqlite() {
    return List.of(
        NativeSchema.springBatch("sqlite"),
        NativeSchema.springSession("sqlite"),
        NativeSchema.jobRunr("sqlite"));
  }

  static List<NativeSchema> postgresql() {
    return List.of(
        NativeSchema.quartz("postgres"),
        NativeSchema.springBatch("postgresql"),
        NativeSchema.springSession("postgresql"),
        NativeSchema.springModulith("postgresql"),
        NativeSchema.jobRunr("postgres"),
        NativeSchema.flowable("postgres"));
  }

  static List<NativeSchema> mariadb() {
    return List.of(
        NativeSchema.quartz("mysql_innodb"),
        NativeSchema.springBatch("mariadb"),
        NativeSchema.springSession("mysql"),
        NativeSchema.springModulith("mariadb"),
        NativeSchema.jobRunr("mariadb"),
        NativeSchema.flowable("mysql"));
  }
}
