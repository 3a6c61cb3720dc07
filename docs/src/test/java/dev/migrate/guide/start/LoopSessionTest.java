package dev.migrate.guide.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.docs.Snippets;
import dev.migrate.docs.Snippets.Block;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From an empty folder to a table that has changed, as the pages show it. */
class LoopSessionTest {

  private static final Path PICTURE = Path.of("images/loop.svg");

  @TempDir private Path folder;

  private final StringBuilder session = new StringBuilder();

  @Test
  void thePagesShowTheSession() throws Exception {
    JdbcDataSource database = new JdbcDataSource();
    database.setURL("jdbc:h2:mem:loop_session;DB_CLOSE_DELAY=-1");
    BegunApplication application = new BegunApplication(folder, database);

    type(application, "db init --maven", "init", "--maven");
    type(application, "db migrate -m \"create account\"", "migrate", "-m", "create account");
    type(application, "db upgrade", "upgrade");
    note("now the model gets a column: column(\"email\", varchar(320))");
    Path model = application.sources().resolve("app/AppModel.java");
    String text = Files.readString(model);
    String login = "column(\"login\", varchar(64)).notNull(),";
    assertThat(text).contains(login);
    Files.writeString(model, text.replace(login, login + " column(\"email\", varchar(320)),"));
    type(application, "db migrate -m \"add email\"", "migrate", "-m", "add email");
    type(application, "db upgrade", "upgrade");
    type(application, "db history -i", "history", "-i");
    type(application, "db graph", "graph");

    String shown = shown();
    List<Block> blocks = Snippets.blocks(Path.of("commands.md"), "report");
    Block block =
        blocks.stream().filter(one -> one.name().equals("session")).findFirst().orElseThrow();
    Snippets.require(block, shown);
    requirePicture(SessionPicture.of(shown));
  }

  private void type(BegunApplication application, String line, String... arguments)
      throws Exception {
    session.append("$ ").append(line).append('\n').append(application.run(List.of(arguments)));
  }

  private void note(String text) {
    session.append("# ").append(text).append('\n');
  }

  /**
   * The session with times that are the same every day, as it is in the folder of the application.
   */
  private String shown() {
    return session
        .toString()
        .replaceAll("\\d{8}_\\d{4}_create", "20261128_0910_create")
        .replaceAll("\\d{8}_\\d{4}_add", "20261130_1005_add")
        .replaceAll("(?m)^  cd .*\n", "")
        .replaceAll("\\b\\d+ ms", "12 ms")
        .replaceAll("(?m)[ \\t]+$", "");
  }

  private static void requirePicture(String svg) throws Exception {
    if (Boolean.getBoolean("docs.update")) {
      Files.createDirectories(PICTURE.getParent());
      Files.writeString(PICTURE, svg);
    }
    assertThat(PICTURE).hasContent(svg);
  }
}
