package dev.migrate.dialect;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Normalizes SQL to single spaces outside quotes. */
final class SingleSpaces {

  private static final Pattern PART = Pattern.compile("'[^']*+'|\"[^\"]*+\"|`[^`]*+`|\\s+");

  private SingleSpaces() {}

  /** The text without a trailing semicolon. */
  static String in(String text) {
    return PART.matcher(text.strip())
        .replaceAll(part -> part.group().isBlank() ? " " : Matcher.quoteReplacement(part.group()))
        .replaceAll(" *;$", "");
  }
}
