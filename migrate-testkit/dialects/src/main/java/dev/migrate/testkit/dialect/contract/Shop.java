package dev.migrate.testkit.dialect.contract;

import static dev.migrate.Ddl.*;

import dev.migrate.Lineage;
import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.report.SchemaMismatchException;
import dev.migrate.schema.SchemaDifference.Entry;
import dev.migrate.testkit.dialect.database.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** A database that others made, with two tables, and what revisions declare about it. */
final class Shop {

  private Shop() {}

  /** Two tables, of which one refers to the other. */
  static final List<String> SHOP =
      List.of(
          "CREATE TABLE team (id BIGINT NOT NULL, CONSTRAINT pk_team PRIMARY KEY (id))",
          "CREATE TABLE member (id BIGINT NOT NULL, name VARCHAR(20), team_id BIGINT,"
              + " CONSTRAINT pk_member PRIMARY KEY (id), CONSTRAINT fk_member_team_id"
              + " FOREIGN KEY (team_id) REFERENCES team (id) ON DELETE CASCADE)");

  static Revision first(Consumer<Operations> declared) {
    return Revision.of(Lineage.of("first").root(), declared);
  }

  static Revision then(String id, String after, Consumer<Operations> change) {
    return Revision.of(Lineage.of(id).after(after), change);
  }

  static void team(Operations op) {
    op.createTable("team", column("id", bigint()).notNull(), primaryKey("id"));
  }

  /** As the shop, but for the action of the foreign key. */
  static void plainShop(Operations op) {
    team(op);
    op.createTable(
        "member",
        column("id", bigint()).notNull(),
        column("name", varchar(20)),
        column("team_id", bigint()),
        primaryKey("id"),
        foreignKey("team_id").references("team"));
  }

  static void shop(Operations op) {
    team(op);
    op.createTable(
        "member",
        column("id", bigint()).notNull(),
        column("name", varchar(20)),
        column("team_id", bigint()),
        primaryKey("id"),
        foreignKey("team_id").references("team").onDelete(CASCADE));
  }

  /** The shop in a database. */
  static DataSource shopIn(DataSource database) {
    try {
      new TestDatabase(database).execute(SHOP.toArray(new String[0]));
    } catch (SQLException failure) {
      throw new AssertionError(failure);
    }
    return database;
  }

  static List<String> differences(SchemaMismatchException refused) {
    return refused.difference().entries().stream().map(Entry::what).toList();
  }
}
