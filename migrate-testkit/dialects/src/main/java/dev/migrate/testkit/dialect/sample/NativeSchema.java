package dev.migrate.testkit.dialect.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A schema that others wrote in the database's own SQL.
 *
 * @param name what it is called, for the titles of tests
 * @param scripts its scripts in order, resources on the class path such as {@code
 *     org/quartz/impl/jdbcjobstore/tables_h2.sql}
 */
public record NativeSchema(String name, List<String> scripts) {

  private static final String JOBRUNR = "org/jobrunr/storage/sql/";

  /** What JobRunr's scripts are called; a database may have its own of each. */
  private static final List<String> JOBRUNR_SCRIPTS =
      List.of(
          "v000__create_migrations_table",
          "v001__create_job_table",
          "v002__create_recurring_job_table",
          "v003__create_background_job_server_table",
          "v004__create_job_stats_view",
          "v005__update_job_stats_view",
          "v006__alter_table_jobs_add_recurringjob",
          "v007__alter_table_backgroundjobserver_add_delete_config",
          "v008__alter_table_jobs_increase_jobAsJson_size",
          "v009__change_jobrunr_job_counters_to_jobrunr_metadata",
          "v010__change_job_stats",
          "v013__alter_table_recurring_job_add_createdAt",
          "v014__improve_job_stats",
          "v015__alter_table_backgroundjobserver_add_name");

  /** Copies. */
  public NativeSchema {
    scripts = List.copyOf(scripts);
  }

  /**
   * The tables of Quartz.
   *
   * @param database the database in Quartz's words, such as {@code mysql_innodb}
   */
  public static NativeSchema quartz(String database) {
    String script = "org/quartz/impl/jdbcjobstore/tables_" + database + ".sql";
    return new NativeSchema("Quartz", List.of(script));
  }

  /**
   * The tables of Spring Batch.
   *
   * @param database the database in Spring's words, such as {@code mariadb}
   */
  public static NativeSchema springBatch(String database) {
    String script = "org/springframework/batch/core/schema-" + database + ".sql";
    return new NativeSchema("Spring Batch", List.of(script));
  }

  /**
   * The tables of Spring Session.
   *
   * @param database the database in Spring's words, such as {@code mysql}
   */
  public static NativeSchema springSession(String database) {
    String script = "org/springframework/session/jdbc/schema-" + database + ".sql";
    return new NativeSchema("Spring Session", List.of(script));
  }

  /**
   * The tables of Spring Modulith's events and of their archive.
   *
   * @param database the database in Spring's words, such as {@code mariadb}
   */
  public static NativeSchema springModulith(String database) {
    String folder = "org/springframework/modulith/events/jdbc/schemas/v2/schema-";
    return new NativeSchema(
        "Spring Modulith", List.of(folder + database + ".sql", folder + database + "-archive.sql"));
  }

  /**
   * The tables and the view of JobRunr, which it makes in many steps.
   *
   * @param database the database in JobRunr's words, such as {@code postgres}
   */
  public static NativeSchema jobRunr(String database) {
    return new NativeSchema(
        "JobRunr", JOBRUNR_SCRIPTS.stream().map(script -> jobRunr(database, script)).toList());
  }

  private static String jobRunr(String database, String script) {
    String own = JOBRUNR + database + "/migrations/" + script + ".sql";
    return loader().getResource(own) == null
        ? JOBRUNR + "common/migrations/" + script + ".sql"
        : own;
  }

  /**
   * The tables of Flowable's process and identity engines.
   *
   * @param database the database in Flowable's words, such as {@code postgres}
   */
  public static NativeSchema flowable(String database) {
    return new NativeSchema(
        "Flowable",
        Stream.of(
                "org/flowable/common/db/create/flowable.%s.create.common.sql",
                "org/flowable/db/create/flowable.%s.create.engine.sql",
                "org/flowable/db/create/flowable.%s.create.history.sql",
                "org/flowable/idm/db/create/flowable.%s.create.identity.sql")
            .map(script -> script.formatted(database))
            .toList());
  }

  /** The statements of all scripts; none of them has a semicolon inside. */
  public List<String> statements() {
    List<String> statements = new ArrayList<>();
    for (String script : scripts) {
      StringBuilder text = new StringBuilder();
      resource(script)
          .lines()
          .filter(line -> !line.startsWith("#") && !line.startsWith("--"))
          .forEach(line -> text.append(line).append('\n'));
      for (String statement : text.toString().split(";", -1)) {
        if (!statement.isBlank() && !statement.strip().equalsIgnoreCase("commit")) {
          statements.add(statement.strip());
        }
      }
    }
    return statements;
  }

  private static String resource(String name) {
    try (InputStream stream = loader().getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalArgumentException("no resource " + name + " on the class path");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static ClassLoader loader() {
    return Thread.currentThread().getContextClassLoader();
  }

  @Override
  public String toString() {
    return name;
  }
}
