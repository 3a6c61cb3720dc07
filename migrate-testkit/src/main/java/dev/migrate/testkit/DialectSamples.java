package dev.migrate.testkit;

import static dev.migrate.Ddl.*;

import dev.migrate.operation.*;
import dev.migrate.operation.CreateTable;
import dev.migrate.operation.CreateView;
import dev.migrate.schema.*;
import dev.migrate.schema.Schema;
import java.util.List;

/** TEMPORARY. */
final class DialectSamples {

  static List<Sample> all() {
    return List.of(new Sample("create table", Schema.empty(), new CreateTable(post())));
  }

  private static Table post() {
    return Table.of(
        QualifiedName.of("post"),
        List.of(column("id", bigint()).identity(), column("title", varchar(20)), primaryKey("id")));
  }

  static Schema withView() {
    Schema s = new CreateTable(post()).applyTo(Schema.empty());
    return new CreateView(
            view("SELECT title FROM post").reads("post", "title").named(QualifiedName.of("titles")))
        .applyTo(s);
  }
}
