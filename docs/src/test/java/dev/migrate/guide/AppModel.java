package dev.migrate.guide;

import static dev.migrate.Ddl.*;

import dev.migrate.model.Model;

// snippet: model
/** The schema that the application wants. */
final class AppModel {

  private AppModel() {}

  static Model model() {
    return Model.of(
        table(
            "team",
            column("id", bigint()).identity(),
            column("name", varchar(80)).notNull(),
            primaryKey("id"),
            unique("name")),
        table(
            "account",
            column("id", bigint()).identity(),
            column("team_id", bigint()).notNull(),
            column("login", varchar(200)).notNull(),
            column("email", varchar(320)),
            column("balance", decimal(12, 2)).notNull().defaultTo(0),
            column("created_at", timestamp()).notNull().defaultTo(currentTimestamp()),
            primaryKey("id"),
            unique("login"),
            foreignKey("team_id").references("team").onDelete(CASCADE),
            check("balance >= 0").named("ck_account_balance"),
            index("team_id"),
            index("email").unique(),
            comment("who may log in")));
  }
}
// end
