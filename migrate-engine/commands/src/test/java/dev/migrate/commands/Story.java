package dev.migrate.commands;

import static dev.migrate.Ddl.*;

import dev.migrate.Lineage;
import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.engine.Migrator;
import dev.migrate.model.Model;
import dev.migrate.model.SchemaSource;
import dev.migrate.report.StatementException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * What happens to an application: two developers, a branch, a join, a downgrade, a stamp, an edited
 * revision, a revision of a newer version, one that failed half-way. Each chapter has a database of
 * its own.
 */
final class Story {

  static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T09:30:15.250Z"), ZoneOffset.UTC);

  static final Revision ACCOUNT =
      Revision.of(
          Lineage.of("001_create_account").root().message("accounts with a login"),
          op ->
              op.createTable(
                  "account",
                  column("id", bigint()),
                  column("login", varchar(64)).notNull(),
                  primaryKey("id")));

  /** A revision as a class of its own. */
  static final class AddEmail implements Revision {

    @Override
    public Lineage lineage() {
      return Lineage.of("002_add_email").after("001_create_account");
    }

    @Override
    public void upgrade(Operations op) {
      op.addColumn("account", column("email", varchar(320)));
      op.createIndex("account", index("email"));
    }
  }

  static final Revision EMAIL = new AddEmail();
  static final Revision PHONE =
      Revision.of(
          Lineage.of("002_add_phone").after("001_create_account").message("a telephone number"),
          op -> op.addColumn("account", column("phone", varchar(32))));
  static final Revision JOIN =
      Revision.join(Lineage.of("003_join").after("002_add_email", "002_add_phone"));
  static final Revision INVOICE =
      Revision.of(
          Lineage.of("004_create_invoice").after("003_join").label("billing").message("invoices"),
          op ->
              op.createTable(
                  "invoice",
                  column("id", bigint()),
                  column("account_id", bigint()).notNull(),
                  primaryKey("id"),
                  foreignKey("account_id").references("account")));
  static final Revision NO_PHONE =
      Revision.of(
          Lineage.of("005_drop_phone").after("004_create_invoice"),
          op -> op.dropColumn("account", "phone"));

  private static final Revision EDITED_EMAIL =
      Revision.of(
          Lineage.of("002_add_email").after("001_create_account"),
          op -> op.addColumn("account", column("email", varchar(64))));
  private static final Revision LATE_EMAIL =
      Revision.of(
          Lineage.of("003_widen_email").after("001_create_account"),
          op -> op.alterColumn("account", "login", type(varchar(128))));
  private static final Revision RENAME =
      Revision.of(
          Lineage.of("002_rename_login").after("001_create_account").message("login is a name"),
          op -> op.renameColumn("account", "login", "name"));
  private static final Revision OTHER_RENAME =
      Revision.of(
          Lineage.of("003_rename_login").after("001_create_account"),
          op -> op.renameColumn("account", "login", "user_name"));
  private static final Revision FAILING =
      Revision.of(
          Lineage.of("002_unique_login").after("001_create_account"),
          op -> {
            op.addColumn("account", column("nick", varchar(32)));
            op.createIndex("account", index("login").unique());
          });

  static final SchemaSource MODEL =
      Model.of(
          table(
              "account",
              column("id", bigint()),
              column("login", varchar(64)).notNull(),
              column("email", varchar(320)),
              column("nick", varchar(32)),
              primaryKey("id"),
              index("email")));

  /** A state of the application and its database. */
  record Chapter(String title, Migrator migrator) {}

  private final Supplier<DataSource> databases;
  private final List<Chapter> chapters = new ArrayList<>();

  /**
   * Writes the story.
   *
   * @param databases each call makes an empty database
   */
  Story(Supplier<DataSource> databases) {
    this.databases = databases;
  }

  static Migrator migrator(DataSource database, Revision... revisions) {
    return Migrator.on(database).revisions(List.of(revisions)).clock(CLOCK).build();
  }

  private Chapter chapter(String title, DataSource database, Revision... revisions) {
    Chapter chapter = new Chapter(title, migrator(database, revisions));
    chapters.add(chapter);
    return chapter;
  }

  List<Chapter> chapters() {
    if (chapters.isEmpty()) {
      write();
    }
    return chapters;
  }

  private void write() {
    chapter("no revisions", databases.get());
    chapter("an empty database", databases.get(), ACCOUNT, EMAIL);

    DataSource branch = databases.get();
    migrator(branch, ACCOUNT, EMAIL).upgrade();
    chapter("another developer's branch", branch, ACCOUNT, EMAIL, PHONE);

    DataSource joined = databases.get();
    migrator(joined, ACCOUNT, EMAIL, PHONE, JOIN, INVOICE).upgrade();
    chapter("joined and applied", joined, ACCOUNT, EMAIL, PHONE, JOIN, INVOICE);

    DataSource down = databases.get();
    migrator(down, ACCOUNT, EMAIL, PHONE, JOIN, INVOICE, NO_PHONE).upgrade();
    migrator(down, ACCOUNT, EMAIL, PHONE, JOIN, INVOICE, NO_PHONE).downgrade("-2");
    chapter("after a downgrade", down, ACCOUNT, EMAIL, PHONE, JOIN, INVOICE, NO_PHONE);

    DataSource stamped = databases.get();
    execute(stamped, "CREATE TABLE account (id bigint PRIMARY KEY, login varchar(64) NOT NULL)");
    migrator(stamped, ACCOUNT).stampAccepting("made by hand", "heads");
    execute(stamped, "CREATE TABLE audit (id bigint)");
    execute(stamped, "ALTER TABLE account ADD COLUMN nick varchar(16)");
    chapter("stamped, and then changed by hand", stamped, ACCOUNT, EMAIL);

    DataSource edited = databases.get();
    migrator(edited, ACCOUNT, EMAIL).upgrade();
    chapter("an edited revision", edited, ACCOUNT, EDITED_EMAIL);

    DataSource ahead = databases.get();
    migrator(ahead, ACCOUNT, EMAIL, PHONE).upgrade();
    chapter("a database ahead of the code", ahead, ACCOUNT, EMAIL);

    DataSource late = databases.get();
    migrator(late, ACCOUNT, EMAIL).upgrade();
    chapter(
        "a revision put in below",
        late,
        ACCOUNT,
        LATE_EMAIL,
        Revision.of(Lineage.of("002_add_email").after("003_widen_email"), EMAIL::upgrade));

    DataSource lost = databases.get();
    migrator(lost, ACCOUNT, EMAIL).upgrade();
    execute(lost, "DROP TABLE migrate_history");
    chapter("a history that was lost", lost, ACCOUNT, EMAIL);

    DataSource conflict = databases.get();
    migrator(conflict, ACCOUNT).upgrade();
    chapter("two developers in conflict", conflict, ACCOUNT, RENAME, OTHER_RENAME);

    DataSource failed = databases.get();
    migrator(failed, ACCOUNT).upgrade();
    execute(failed, "INSERT INTO account (id, login) VALUES (1, 'ada'), (2, 'ada')");
    Chapter half = chapter("a revision that failed half-way", failed, ACCOUNT, FAILING);
    try {
      half.migrator().upgrade();
      throw new AssertionError("it is to fail");
    } catch (StatementException expected) {
      // the chapter is what it left
    }
  }

  private static void execute(DataSource database, String sql) {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
