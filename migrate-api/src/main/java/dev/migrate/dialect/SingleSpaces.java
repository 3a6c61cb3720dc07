package dev.migrate.dialect;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** SQL with single spaces; what is quoted stays as it is. */
final class SingleSpaces {

  private static final Pattern PART = Pattern.compile("'[^']*+'|\"[^\"]*+\"|`[^`]*+`|\\s+");

  private SingleSpaces() {}

  /** The text without a semicolon at its end. */
  static String in(String text) {
    return PART.matcher(text.strip())
        .replaceAll(part -> part.group().isBlank() ? " " : Matcher.quoteReplacement(part.group()))
        .replaceAll(" *;$", "");
  }
}
