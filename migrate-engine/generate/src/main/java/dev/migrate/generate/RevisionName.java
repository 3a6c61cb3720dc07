package dev.migrate.generate;

import dev.migrate.RevisionId;
import dev.migrate.operation.ElementChange;
import dev.migrate.operation.Operation;
import java.text.Normalizer;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What a generated revision is called.
 *
 * @param words the words of its name, in lower-case letters and digits
 */
record RevisionName(List<String> words) {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd_HHmm", Locale.ROOT);

  private static final int LONGEST = 40;
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern OTHER = Pattern.compile("[^a-z0-9]+");
  private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

  /** Names that files cannot have on Windows. */
  private static final Pattern DEVICE = Pattern.compile("(?i)con|prn|aux|nul|com[0-9]|lpt[0-9]");

  RevisionName {
    words = List.copyOf(words);
  }

  /** A name from the message, or from another text if the message has no Latin letters. */
  static RevisionName of(String message, String other) {
    List<String> words = words(message);
    if (words.stream().noneMatch(word -> word.matches(".*[a-z].*"))) {
      words = words(other);
    }
    return new RevisionName(words.isEmpty() ? List.of("change") : words);
  }

  /** What the first operation does, in a few words. */
  static String sentence(List<Operation> operations) {
    if (operations.isEmpty()) {
      return "join branches";
    }
    return operations.get(0).elementChanges().stream()
        .findFirst()
        .map(RevisionName::sentence)
        .orElse("change");
  }

  private static String sentence(ElementChange change) {
    String verb =
        switch (change.kind()) {
          case CREATED -> change.element().kind().isPart() ? "add" : "create";
          case ALTERED -> "alter";
          case RENAMED -> "rename";
          case DROPPED -> "drop";
          case ROWS_INSERTED -> "insert into";
          case ROWS_UPDATED -> "update";
          case ROWS_DELETED -> "delete from";
        };
    return verb
        + " "
        + change.element().object()
        + change.element().part().map(part -> "." + part).orElse("");
  }

  private static List<String> words(String text) {
    String spelled = text.replace("ß", "ss").replace("æ", "ae").replace("ø", "o").replace("ł", "l");
    String plain =
        MARKS.matcher(Normalizer.normalize(spelled, Normalizer.Form.NFKD)).replaceAll("");
    String lower = HUMP.matcher(plain).replaceAll(" ").toLowerCase(Locale.ROOT);
    List<String> words = new ArrayList<>();
    int length = 0;
    for (String word : OTHER.split(lower, -1)) {
      if (!word.isEmpty() && (words.isEmpty() || length + word.length() <= LONGEST)) {
        String kept = word.substring(0, Math.min(word.length(), LONGEST));
        words.add(kept);
        length += kept.length() + 1;
      } else if (!word.isEmpty()) {
        break;
      }
    }
    return words;
  }

  /**
   * An id such as {@code 20261130_1005_add_email}.
   *
   * @param clock its time, in UTC
   * @param isTaken whether a revision has an id
   */
  RevisionId id(Clock clock, Predicate<RevisionId> isTaken) {
    String time = TIME.format(clock.instant().atZone(ZoneOffset.UTC));
    String text = time + "_" + String.join("_", words);
    RevisionId id = RevisionId.of(text);
    for (int number = 2; isTaken.test(id); number++) {
      id = RevisionId.of(text + "_" + number);
    }
    return id;
  }

  /**
   * The name of a class such as {@code AddEmail}.
   *
   * @param isTaken whether the package has a class of a name
   */
  String className(Predicate<String> isTaken) {
    StringBuilder text = new StringBuilder();
    for (String word : words) {
      text.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
    }
    String name = text.toString();
    if (Character.isDigit(name.charAt(0))
        || ClassNames.NAMED.contains(name)
        || DEVICE.matcher(name).matches()) {
      name = "Revision" + name;
    }
    String free = name;
    for (int number = 2; isTaken.test(free); number++) {
      free = name + number;
    }
    return free;
  }
}
