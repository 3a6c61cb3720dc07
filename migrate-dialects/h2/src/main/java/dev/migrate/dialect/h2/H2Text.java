package dev.migrate.dialect.h2;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How H2 writes names and text that are not plain ASCII, and how they are read again. */
final class H2Text {

  /** A character by its number, or a backslash: what stands in {@code U&'…'}. */
  private static final Pattern ESCAPE =
      Pattern.compile("\\\\(?:\\\\|\\+([0-9a-fA-F]{6})|([0-9a-fA-F]{4}))");

  private static final Pattern NAME = Pattern.compile("(U&)?\"((?:[^\"]|\"\")*)\"");

  /** Names in parentheses, or else a name that is passed over, whatever parentheses are in it. */
  private static final Pattern LIST_OR_NAME =
      Pattern.compile("\\((" + NAME + "(?:, " + NAME + ")*)\\)|" + NAME);

  private H2Text() {}

  /** The text of a {@code U&} literal or name. */
  static String unescaped(String text) {
    return ESCAPE
        .matcher(text)
        .replaceAll(
            match -> {
              String hex = match.group(1) == null ? match.group(2) : match.group(1);
              String character = hex == null ? "\\" : Character.toString(Integer.parseInt(hex, 16));
              return Matcher.quoteReplacement(character);
            });
  }

  /** The lists of quoted names in a definition, such as the columns of a key. */
  static List<List<String>> lists(String definition) {
    List<List<String>> lists = new ArrayList<>();
    Matcher found = LIST_OR_NAME.matcher(definition);
    while (found.find()) {
      if (found.group(1) != null) {
        lists.add(NAME.matcher(found.group(1)).results().map(H2Text::name).toList());
      }
    }
    return lists;
  }

  private static String name(MatchResult name) {
    String text = name.group(2).replace("\"\"", "\"");
    return name.group(1) == null ? text : unescaped(text);
  }
}
