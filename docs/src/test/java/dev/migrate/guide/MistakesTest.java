package dev.migrate.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.migrate.docs.Snippets;
import dev.migrate.docs.Snippets.Block;
import dev.migrate.error.MigrateException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The messages that the guide shows are those that a mistake brings. */
class MistakesTest {

  static List<Block> messages() throws IOException {
    return Snippets.blocks(Path.of("guide.md"), "message");
  }

  @ParameterizedTest
  @MethodSource("messages")
  void theGuideShowsTheRealMessage(Block block) throws IOException {
    Mistakes mistakes = new Mistakes(Guide.database("mistake_" + block.name()));

    Throwable thrown = catchThrowable(() -> mistakes.make(block.name()));

    assertThat(thrown).isInstanceOf(MigrateException.class);
    Snippets.require(block, thrown.getMessage() + "\n");
  }
}
