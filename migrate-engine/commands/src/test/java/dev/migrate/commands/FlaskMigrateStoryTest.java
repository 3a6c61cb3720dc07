package dev.migrate.commands;

import static dev.migrate.Ddl.*;

import dev.migrate.model.Model;
import dev.migrate.model.SchemaSource;
import dev.migrate.schema.Column;
import dev.migrate.schema.ModelElement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The story that the page on Flask-Migrate tells with both tools, with ours. */
class FlaskMigrateStoryTest {

  private static final Column EMAIL = column("email", varchar(320));
  private static final Pattern ID = Pattern.compile("\\b\\d{8}_\\d{4}_\\w+");
  private static final Pattern TIME = Pattern.compile("(?:<time>|\\b\\d{8}_\\d{4})_");

  @TempDir private Path folder;

  private static SchemaSource model(ModelElement... more) {
    List<ModelElement> elements =
        new ArrayList<>(List.of(column("login", varchar(64)).notNull(), primaryKey("id")));
    elements.addAll(List.of(more));
    return Model.of(
        table("account", column("id", bigint()), elements.toArray(ModelElement[]::new)));
  }

  @Test
  void everyCommand() throws IOException {
    Transcript transcript = new Transcript();
    TestApplication application = TestApplication.in(folder).model(model());
    run(transcript, application, "migrate", "-m", "create account");
    run(transcript, application, "upgrade");
    application.model(model(EMAIL));
    run(transcript, application, "migrate", "-m", "add email");
    run(transcript, application, "show");
    run(transcript, application, "upgrade");
    run(transcript, application, "current");
    run(transcript, application, "current", "-v");
    String first = id(application, "CreateAccount");
    run(transcript, application, "revision", "-m", "add phone", "--after", first);
    run(transcript, application, "heads");
    run(transcript, application, "branches");
    run(transcript, application, "history");
    run(transcript, application, "history", "-i");
    run(transcript, application, "upgrade");
    run(transcript, application, "merge", "-m", "join");
    run(transcript, application, "upgrade");
    run(transcript, application, "history", "-r", first + ":head");
    run(transcript, application, "downgrade");
    run(transcript, application, "downgrade", id(application, "AddEmail"));
    run(transcript, application, "stamp", first);
    run(transcript, application, "stamp", "head");
    run(transcript, application, "current");
    run(transcript, application, "check");
    application.model(model(EMAIL, column("phone", varchar(32))));
    run(transcript, application, "check");
    run(transcript, application, "upgrade", "nonsense");
    transcript.requireSame("flask-migrate");
  }

  /** The id in the source of a revision. */
  private static String id(TestApplication application, String className) throws IOException {
    Path source = application.revisions().resolve(className + ".java");
    return ID.matcher(Files.readString(source)).results().findFirst().orElseThrow().group();
  }

  private static void run(Transcript transcript, TestApplication application, String... arguments)
      throws IOException {
    TestApplication.Printed printed = application.run(arguments);
    String[] shown =
        Stream.of(arguments).map(FlaskMigrateStoryTest::timeless).toArray(String[]::new);
    transcript.add(shown, timeless(printed.out()), timeless(printed.err()), printed.code());
  }

  private static String timeless(String text) {
    return TIME.matcher(text)
        .replaceAll("20260301_0930_")
        .replaceAll("in \\d+ ms", "in 12 ms")
        .replaceAll("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z", "2026-03-01T09:31:00Z");
  }
}
