package dev.migrate.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Prose, messages and names are plain technical English: phrases that a native writer of the field
 * does not use are found in the pages and in all main code, with a better word.
 */
class LanguageTest {

  /** What may stand between two words: a line break in a comment or in a concatenated text too. */
  private static final String GAP = "[\\s*/\"+]{1,40}";

  private static final List<Phrase> PHRASES =
      List.of(
          phrase("shall", "will, must, is to"),
          phrase("anew", "again, or a verb with re-"),
          phrase("disturb\\w*", "is in conflict with"),
          phrase("nobody can (?:tell|know|say)", "it is not known"),
          phrase("unless said", "by default"),
          phrase("(?:is|are|was|were|be) (?:not )?said", "is stated, declared, reported"),
          phrase("did not say", "does not declare"),
          phrase("(?<!there" + GAP + ")is no (?!longer|greater|more|other|such)\\w+", "is not a …"),
          phrase("(?:takes?|taking|took|taken) down", "record"),
          phrase("one of both", "one of the two"),
          phrase("belongs? into", "belong in"),
          phrase("forms? no \\w+", "do not form a …"),
          phrase("there already (?:is|are)", "already exists"),
          phrase("has not an?", "does not have a"),
          phrase("(?:comes?|goes|go) (?:on )?behind", "come after"),
          phrase("in an operation before", "in an earlier operation"),
          phrase("in no order", "in neither order"),
          phrase("(?:great|small) values first", "descending, ascending"),
          phrase("about (?:itself|themselves)", "its comment, what it declares"),
          phrase("numbers its rows", "is an identity column"),
          phrase("somebody else (?:who )?migrates", "another process migrates"),
          phrase("nothing else to it", "no further attributes"),
          phrase("goes by", "increments by"),
          phrase("gives? back", "restores, releases, returns"),
          phrase("half of a (?:surrogate pair|character)", "an unpaired surrogate"),
          phrase("nett(?:ing|ed)", "net effects"),
          phrase("entangled", "form a cycle"),
          phrase("are not there", "do not exist"),
          phrase("brings? about", "cause"));

  private record Phrase(Pattern pattern, String better) {}

  private static Phrase phrase(String words, String better) {
    String spaced = words.replace(" ", GAP);
    return new Phrase(Pattern.compile("\\b" + spaced + "\\b", Pattern.CASE_INSENSITIVE), better);
  }

  @Test
  void pagesAndCodeAreWrittenInPlainEnglish() throws IOException {
    List<Path> files = Stream.concat(Pages.all().stream(), Pages.mainCode().stream()).toList();

    assertThat(files).hasSizeGreaterThan(400);
    List<String> found = new ArrayList<>();
    for (Path file : files) {
      found.addAll(findings(Pages.TOP.relativize(file).toString(), Files.readString(file)));
    }
    assertThat(found).isEmpty();
  }

  @Test
  void aPhraseIsFoundInProseAcrossLinesAndInNames() {
    String text =
        """
        /** There is no such thing, and nobody
         * can tell. */
        void buildAnew() {
          throw new Refused("the thing is"
              + " no type");
        }
        """;

    assertThat(findings("Thing.java", text))
        .containsExactly(
            "Thing.java:3: \"Anew\"; better: again, or a verb with re-",
            "Thing.java:1: \"nobody can tell\"; better: it is not known",
            "Thing.java:4: \"is no type\"; better: is not a …");
  }

  private static List<String> findings(String name, String text) {
    String words = text.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ");
    List<String> found = new ArrayList<>();
    for (Phrase phrase : PHRASES) {
      Matcher matcher = phrase.pattern().matcher(words);
      while (matcher.find()) {
        long line = 1 + words.substring(0, matcher.start()).chars().filter(c -> c == '\n').count();
        String match = matcher.group().replaceAll(GAP, " ");
        found.add(name + ":" + line + ": \"" + match + "\"; better: " + phrase.better());
      }
    }
    return found;
  }
}
