package dev.migrate.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds the parts of sources that a page shows. A source marks them with {@code // snippet: name}
 * and {@code // end}; a page puts {@code <!-- snippet: name -->} before the block of code, or
 * {@code <!-- message: name -->} before the text of an error, or {@code <!-- report: name -->}
 * before another text that the library prints.
 */
public final class Snippets {

  private static final Pattern REGION =
      Pattern.compile("(?ms)^ *// snippet: (\\S+)\\R(.*?)^ *// end$");
  private static final String BLOCK = "(?ms)^<!-- %s: (\\S+) -->\\R+```\\w*\\R(.*?)^```$";

  private Snippets() {}

  /** One block on a page. */
  public record Block(Path page, String name, String text) {

    @Override
    public String toString() {
      return page.getFileName() + ": " + name;
    }
  }

  /** The marked regions of all Java sources below some folders, by name. */
  public static Map<String, String> regions(Path... folders) throws IOException {
    Map<String, String> regions = new TreeMap<>();
    for (Path folder : folders) {
      for (Path source : filesBelow(folder)) {
        Matcher region = REGION.matcher(Files.readString(source));
        while (region.find()) {
          if (regions.put(region.group(1), region.group(2).stripTrailing().stripIndent() + "\n")
              != null) {
            throw new IllegalStateException("two snippets are called " + region.group(1));
          }
        }
      }
    }
    return regions;
  }

  /** The blocks of a page that are marked as {@code snippet}, {@code message} or {@code report}. */
  public static List<Block> blocks(Path page, String kind) throws IOException {
    List<Block> blocks = new ArrayList<>();
    Matcher block = Pattern.compile(BLOCK.formatted(kind)).matcher(Files.readString(page));
    while (block.find()) {
      blocks.add(new Block(page, block.group(1), block.group(2)));
    }
    return blocks;
  }

  /**
   * Requires that a block is what it should be; with {@code -Ddocs.update} makes it so.
   *
   * @param block the block
   * @param actual what it should be, with a line break at its end
   */
  public static void require(Block block, String actual) throws IOException {
    if (Boolean.getBoolean("docs.update")) {
      String page = Files.readString(block.page());
      int fence = page.indexOf("```", page.indexOf(": " + block.name() + " -->"));
      int start = page.indexOf('\n', fence) + 1;
      String end = page.substring(start + block.text().length());
      Files.writeString(block.page(), page.substring(0, start) + actual + end);
    } else {
      assertThat(block.text()).isEqualTo(actual);
    }
  }

  private static List<Path> filesBelow(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }
}
