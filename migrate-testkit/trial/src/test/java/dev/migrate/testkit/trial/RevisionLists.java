package dev.migrate.testkit.trial;

import static dev.migrate.Ddl.*;

import dev.migrate.Lineage;
import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.RevisionId;
import dev.migrate.model.Model;
import dev.migrate.model.SchemaSource;
import dev.migrate.testkit.Databases;
import dev.migrate.testkit.RevisionContract;
import dev.migrate.testkit.Scenario;
import dev.migrate.testkit.trial.listed.AddCity;
import dev.migrate.testkit.trial.listed.CreateVenue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Lists of revisions under the contract: a good one, and one for each mistake that it finds. */
final class RevisionLists {

  private RevisionLists() {}

  private static final Revision ACCOUNTS =
      Revision.of(
          Lineage.of("001").root(),
          op ->
              op.createTable(
                  "account",
                  column("id", bigint()).identity(),
                  column("login", varchar(64)).notNull(),
                  column("status", varchar(10)),
                  primaryKey("id"),
                  unique("login")));

  private static Revision after(String parent, String id, Consumer<Operations> upgrade) {
    return Revision.of(Lineage.of(id).after(parent), upgrade);
  }

  /** A revision with a downgrade of its own. */
  private record Own(Lineage lineage, Consumer<Operations> up, Consumer<Operations> down)
      implements Revision {

    @Override
    public void upgrade(Operations op) {
      up.accept(op);
    }

    @Override
    public void downgrade(Operations op) {
      down.accept(op);
    }
  }

  /** Starts with the accounts, and goes on with others. */
  private interface AfterAccounts extends RevisionContract {

    List<Revision> others();

    @Override
    default Scenario scenario() {
      List<Revision> all = new ArrayList<>(others());
      all.add(ACCOUNTS);
      return Scenario.of(all).on(Databases.h2());
    }
  }

  static class Good implements AfterAccounts {
    @Override
    public Optional<Set<RevisionId>> destructive() {
      return Optional.of(Set.of(RevisionId.of("008")));
    }

    @Override
    public Optional<SchemaSource> model() {
      return Optional.of(
          Model.of(
                  table(
                      "account",
                      column("id", bigint()).identity(),
                      column("email", varchar(320)),
                      column("name", varchar(99)).notNull(),
                      primaryKey("id"),
                      unique("name")),
                  table(
                      "article",
                      column("id", uuid()).notNull(),
                      column("author_id", bigint()).notNull(),
                      column("body", text()).notNull(),
                      primaryKey("id"),
                      foreignKey("author_id").references("account").onDelete(CASCADE),
                      index("author_id")),
                  table("genre", column("id", integer()), column("name", text()), primaryKey("id")),
                  table("audit.entry", column("n", bigint()).notNull(), primaryKey("n")))
              .withSchema("audit")
              .withView("names", view("SELECT name FROM account")));
    }

    @Override
    public List<Revision> others() {
      return Arrays.asList(
          after(
              "001",
              "002_posts",
              op -> {
                op.createTable(
                    "post",
                    column("id", uuid()).notNull(),
                    column("author_id", bigint()).notNull(),
                    column("body", text()).notNull(),
                    primaryKey("id"),
                    foreignKey("author_id").references("account").onDelete(CASCADE),
                    index("author_id"));
              }),
          after(
              "001",
              "002_email",
              op -> {
                op.addColumn("account", column("email", varchar(320)));
                op.execute(
                    sql("UPDATE account SET email = lower(login)")
                        .reads("account", "login")
                        .writes("account", "email")
                        .needsNoUndo());
              }),
          Revision.join(Lineage.of("003").after("002_posts", "002_email")),
          after(
              "003",
              "004",
              op -> {
                op.execute(
                    sql("INSERT INTO account (login) VALUES ('root')")
                        .writes("account")
                        .undoneBy("DELETE FROM account WHERE login = 'root'"));
                op.renameColumn("account", "login", "name");
              }),
          after("004", "004b", op -> op.alterColumn("account", "name", type(varchar(99)))),
          after("004b", "005", op -> op.renameTable("post", "article")),
          after(
              "005",
              "006",
              op -> {
                op.createTable(
                    "genre", column("id", integer()), column("name", text()), primaryKey("id"));
                op.insert("genre", columns("id", "name"), row(1, "Rock"), row(2, "Jazz"));
              }),
          after("006", "007", op -> op.insert("genre", columns("id", "name"), row(3, "Blues"))),
          after("007", "008", op -> op.dropColumn("account", "status")),
          after("008", "009", op -> op.createView("names", view("SELECT name FROM account"))),
          after(
              "009",
              "010",
              op -> {
                op.createSchema("audit");
                op.createTable("audit.entry", column("n", bigint()).notNull(), primaryKey("n"));
              }));
    }
  }

  /** The model has moved on: a column more, another type, an index less. */
  static class FallsShortOfTheModel implements AfterAccounts {
    static final Model MODEL =
        Model.of(
            table(
                "account",
                column("id", bigint()).identity(),
                column("login", varchar(64)).notNull(),
                column("status", varchar(20)),
                column("email", varchar(320)),
                primaryKey("id"),
                unique("login")));

    @Override
    public Optional<SchemaSource> model() {
      return Optional.of(MODEL);
    }

    @Override
    public List<Revision> others() {
      return List.of(
          after("001", "002", op -> op.createIndex("account", index("status").named("ix"))));
    }
  }

  static class AcceptsThatItFallsShort extends FallsShortOfTheModel {
    @Override
    public Optional<SchemaSource> model() {
      return Optional.of(
          MODEL
              .ignoring("account.email", "comes with the next release")
              .ignoring("account.status", "widened by hand")
              .ignoring("account.ix", "for a report"));
    }
  }

  static class HasAModelThatCannotBeBuilt implements AfterAccounts {
    @Override
    public Optional<SchemaSource> model() {
      return Optional.of(
          Model.of(
              table(
                  "post",
                  column("author_id", bigint()),
                  foreignKey("author_id").references("author"))));
    }

    @Override
    public List<Revision> others() {
      return List.of();
    }
  }

  static class Empty implements RevisionContract {
    @Override
    public int expectedHeads() {
      return 0;
    }

    @Override
    public Scenario scenario() {
      return Scenario.of(List.of()).on(Databases.h2());
    }
  }

  static class TwoHeads implements AfterAccounts {
    @Override
    public List<Revision> others() {
      return List.of(after("001", "002_a", op -> {}), after("001", "002_b", op -> {}));
    }
  }

  static class ChangesWhenConstructed implements AfterAccounts {
    private static final AtomicInteger COUNT = new AtomicInteger();

    @Override
    public List<Revision> others() {
      int count = COUNT.incrementAndGet();
      return List.of(
          after("001", "002", op -> op.addColumn("account", column("c" + count, integer()))));
    }
  }

  /** Records another date each day. */
  static class RecordsTheDay implements AfterAccounts {
    @Override
    public List<Revision> others() {
      return List.of(
          after(
              "001",
              "002",
              op ->
                  op.createTable(
                      "sale", column("ends", date()).defaultTo(LocalDate.now().plusDays(30)))));
    }
  }

  /** Writes a name in the language of the machine. */
  static class RecordsTheLocale implements AfterAccounts {
    @Override
    public List<Revision> others() {
      return List.of(
          after(
              "001",
              "002",
              op -> op.addColumn("account", column("ID_X".toLowerCase(), integer()))));
    }
  }

  static class ForgetsOne implements RevisionContract {
    @Override
    public Scenario scenario() {
      return Scenario.of(new CreateVenue()).on(Databases.h2());
    }
  }

  static class AgreesToForgetOne extends ForgetsOne {
    @Override
    public Set<Class<? extends Revision>> unlisted() {
      return Set.of(AddCity.class);
    }
  }

  static class Destroys implements AfterAccounts {
    @Override
    public List<Revision> others() {
      return List.of(
          after("001", "002", op -> op.dropColumn("account", "status")),
          after(
              "002",
              "003",
              op -> op.execute(sql("DELETE FROM account").writes("account").needsNoUndo())));
    }
  }

  static class AgreesToDestroy extends Destroys {
    @Override
    public Optional<Set<RevisionId>> destructive() {
      return Optional.of(Set.of(RevisionId.of("001"), RevisionId.of("002")));
    }
  }

  /** Seeds rows with keys of their own and leaves the counter where it was. */
  static class LeavesTheCounterBehind implements AfterAccounts {
    @Override
    public List<Revision> others() {
      return List.of(
          after(
              "001",
              "002",
              op ->
                  op.execute(
                      sql("INSERT INTO account (id, login) VALUES (1, 'ada'), (2, 'bob')")
                          .writes("account")
                          .undoneBy("DELETE FROM account WHERE id < 3"))));
    }
  }

  /** The dialect refuses the statement, in whatever order the branches run. */
  static class RefusedInABranch implements AfterAccounts {
    @Override
    public List<Revision> others() {
      return List.of(
          after("001", "002_a", op -> op.createTable("a", column("n", integer()))),
          after(
              "001",
              "002_b",
              op ->
                  op.execute(
                      sql("INSERT INTO account (login) VALUES ('x') ON CONFLICT DO NOTHING")
                          .writes("account")
                          .needsNoUndo())),
          Revision.join(Lineage.of("003").after("002_a", "002_b")));
    }
  }

  static class DoesNotFit implements AfterAccounts {
    @Override
    public List<Revision> others() {
      return List.of(after("001", "002", op -> op.dropColumn("account", "nickname")));
    }
  }

  static class SilentSql implements AfterAccounts {
    @Override
    public List<Revision> others() {
      return List.of(
          after(
              "001",
              "002",
              op -> op.execute(sql("CREATE TABLE legacy (id INT)").undoneBy("DROP TABLE legacy"))),
          after("002", "003", op -> op.addColumn("account", column("c", integer()))));
    }
  }

  static class LeavesTrace implements AfterAccounts {
    @Override
    public List<Revision> others() {
      return List.of(
          after(
              "001",
              "002",
              op ->
                  op.execute(
                      sql("CREATE INDEX IF NOT EXISTS ix ON account (status)").needsNoUndo())));
    }
  }

  static class CannotBeUndone implements AfterAccounts {
    @Override
    public List<Revision> others() {
      return List.of(
          after(
              "001",
              "002",
              op -> op.execute(sql("DELETE FROM account WHERE id < 0").writes("account"))),
          after("002", "003", op -> op.addColumn("account", column("c", integer()))));
    }
  }

  static class SaysThatItCannotBeUndone extends CannotBeUndone {
    @Override
    public Optional<Set<RevisionId>> destructive() {
      return Optional.of(Set.of(RevisionId.of("002")));
    }

    @Override
    public Set<RevisionId> irreversible() {
      return Set.of(RevisionId.of("002"));
    }
  }

  static class CanBeUndoneAfterAll extends CannotBeUndone {
    @Override
    public Set<RevisionId> irreversible() {
      return Set.of(RevisionId.of("002"), RevisionId.of("003"));
    }
  }

  static class NoDefault implements AfterAccounts {
    @Override
    public List<Revision> others() {
      return List.of(
          after("001", "002", op -> op.addColumn("account", column("age", integer()).notNull())),
          after("002", "003", op -> op.addColumn("account", column("c", integer()))));
    }
  }

  static class NoBackfill implements AfterAccounts {
    @Override
    public List<Revision> others() {
      return List.of(
          after("001", "002", op -> op.addColumn("account", column("age", integer()))),
          after("002", "003", op -> op.alterColumn("account", "age", notNull())));
    }
  }

  static class FilledByTheApplication extends NoBackfill {
    @Override
    public void fill(Scenario scenario, RevisionId applied) {
      if (applied.value().equals("002")) {
        scenario.given("UPDATE account SET age = 42");
      }
    }
  }

  static class NeedsBetterRows implements AfterAccounts {
    @Override
    public List<Revision> others() {
      return List.of(
          after(
              "001",
              "002",
              op -> op.addCheck("account", check("status IN ('on', 'off')").named("ck_s"))),
          after("002", "003", op -> op.addColumn("account", column("c", integer()))));
    }
  }

  static class Recreates implements AfterAccounts {
    @Override
    public List<Revision> others() {
      return List.of(
          new Own(
              Lineage.of("002").after("001"),
              op -> op.addColumn("account", column("c", integer())),
              op -> {
                op.dropTable("account");
                ACCOUNTS.upgrade(op);
              }));
    }
  }

  static class WritesMoreThanItSays implements AfterAccounts {
    @Override
    public List<Revision> others() {
      return List.of(
          after(
              "001",
              "002",
              op ->
                  op.execute(
                      sql("UPDATE account SET status = NULL, login = 'x' || id")
                          .writes("account", "status")
                          .needsNoUndo())));
    }
  }

  static class SaysNotWhatItWrites implements AfterAccounts {
    @Override
    public List<Revision> others() {
      return List.of(
          after(
              "001",
              "002",
              op -> op.execute(sql("UPDATE account SET status = 'on'").needsNoUndo())));
    }
  }

  static class Fails implements AfterAccounts {
    @Override
    public List<Revision> others() {
      return List.of(
          after("001", "002", op -> op.execute(sql("UPDATE nowhere SET n = 1").needsNoUndo())),
          after("002", "003", op -> op.addColumn("account", column("c", integer()))));
    }
  }

  static class BranchesDepend implements AfterAccounts {
    @Override
    public List<Revision> others() {
      return List.of(
          after("001", "002_a", op -> op.createTable("a", column("n", integer()))),
          after(
              "001",
              "002_b",
              op ->
                  op.execute(sql("INSERT INTO a VALUES (1)").reads("b").writes("b").needsNoUndo())),
          Revision.join(Lineage.of("003").after("002_a", "002_b")));
    }
  }

  static class SharesTheDatabase implements RevisionContract {
    private static final Scenario SHARED =
        Scenario.of(ACCOUNTS).on(Databases.h2()).upgradeTo("001");

    @Override
    public Scenario scenario() {
      return SHARED;
    }
  }
}
