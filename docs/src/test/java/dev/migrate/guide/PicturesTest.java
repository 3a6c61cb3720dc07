package dev.migrate.guide;

import static dev.migrate.Ddl.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.Lineage;
import dev.migrate.Revision;
import dev.migrate.docs.Snippets;
import dev.migrate.docs.Snippets.Block;
import dev.migrate.engine.Migrator;
import dev.migrate.engine.RevisionGraph;
import dev.migrate.picture.PictureFile;
import dev.migrate.picture.ReportPage;
import dev.migrate.picture.RevisionPicture;
import dev.migrate.picture.SchemaPicture;
import dev.migrate.report.Script;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pictures of the pages are those that the library draws. */
class PicturesTest {

  private static final List<Revision> REVISIONS =
      List.of(
          Revision.of(
              Lineage.of("001_account").root().message("accounts with an e-mail address"),
              op ->
                  op.createTable(
                      "account",
                      column("id", bigint()).identity(),
                      column("email", varchar(320)).notNull(),
                      primaryKey("id"),
                      unique("email"))),
          Revision.of(
              Lineage.of("002_invoice").after("001_account").label("billing").message("invoices"),
              op -> {
                op.createTable(
                    "invoice",
                    column("id", bigint()).identity(),
                    column("account_id", bigint()).notNull(),
                    column("due", date()).notNull(),
                    primaryKey("id"),
                    foreignKey("account_id").references("account"));
                op.createTable(
                    "invoice_line",
                    column("invoice_id", bigint()).notNull(),
                    column("position", integer()).notNull(),
                    column("text", varchar(200)),
                    column("amount", decimal(12, 2)).notNull(),
                    primaryKey("invoice_id", "position"),
                    foreignKey("invoice_id").references("invoice"));
              }),
          Revision.of(
              Lineage.of("003_profile").after("001_account").message("profiles of accounts"),
              op ->
                  op.createTable(
                      "profile",
                      column("account_id", bigint()).notNull(),
                      column("nickname", varchar(40)),
                      primaryKey("account_id"),
                      foreignKey("account_id").references("account"))),
          Revision.join(Lineage.of("004_merge").after("002_invoice", "003_profile")),
          Revision.of(
              Lineage.of("005_payment").after("004_merge").message("payments of invoices"),
              op -> {
                op.createTable(
                    "payment",
                    column("id", bigint()).identity(),
                    column("invoice_id", bigint()).notNull(),
                    column("paid_on", date()).notNull(),
                    primaryKey("id"),
                    foreignKey("invoice_id").references("invoice"));
                op.addColumn("profile", column("language", varchar(10)));
              }));

  @TempDir private Path folder;

  private static Migrator migrator() {
    JdbcDataSource source = new JdbcDataSource();
    source.setURL("jdbc:h2:mem:pictures" + System.nanoTime() + ";DB_CLOSE_DELAY=-1");
    Migrator migrator = Migrator.on(source).revisions(RevisionGraph.of(REVISIONS)).build();
    migrator.upgrade("002_invoice");
    return migrator;
  }

  @Test
  void theTextIsTheOneOfThePage() throws IOException {
    Migrator migrator = migrator();
    // snippet: picture-text
    RevisionPicture picture = RevisionPicture.of(migrator.history(), migrator.conflicts());
    System.out.println(picture.text(80));
    // end
    List<Block> blocks = Snippets.blocks(Path.of("pictures.md"), "report");
    assertThat(blocks).singleElement().extracting(Block::name).isEqualTo("graph-text");
    Snippets.require(blocks.get(0), picture.text(80) + "\n");
  }

  @Test
  void theImagesAreThoseOfThePages() throws IOException {
    Migrator migrator = migrator();
    RevisionPicture picture = RevisionPicture.of(migrator.history(), migrator.conflicts());
    // snippet: picture-files
    new PictureFile(folder.resolve("graph.svg"), false).write(picture.svg());
    new PictureFile(folder.resolve("graph.mmd"), false).write(picture.mermaid());
    SchemaPicture schema = SchemaPicture.of(migrator.schema());
    new PictureFile(folder.resolve("schema.svg"), false).write(schema.svg());
    // end
    requireImage("graph.svg", Files.readString(folder.resolve("graph.svg")));
    Script script = migrator.upgradeScript();
    int last = script.plan().steps().size() - 1;
    SchemaPicture changes =
        SchemaPicture.of(script.plan().steps().get(last).after()).since(migrator.schema());
    requireImage("schema.svg", changes.svg());
  }

  private static void requireImage(String name, String content) throws IOException {
    Path image = Path.of("images", name);
    if (Boolean.getBoolean("docs.update")) {
      Files.createDirectories(image.getParent());
      Files.writeString(image, content);
    } else {
      assertThat(Files.readString(image)).isEqualTo(content);
    }
  }

  @Test
  void theReportIsOneFile() throws IOException {
    Migrator migrator = migrator();
    Path file = folder.resolve("report.html");
    // snippet: picture-report
    String page = ReportPage.of(migrator).title("Shop").at(Instant.now()).html();
    new PictureFile(file, false).write(page);
    // end
    assertThat(file).content().contains("<h1>Shop</h1>", "005_payment");
  }
}
