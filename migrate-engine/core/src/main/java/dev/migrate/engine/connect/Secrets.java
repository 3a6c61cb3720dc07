package dev.migrate.engine.connect;

import java.sql.SQLException;
import java.util.regex.Pattern;

/** Keeps passwords in URLs out of messages: some drivers repeat the URL that they were given. */
public final class Secrets {

  /** {@code //user:password@host}; the password may have slashes, and is not a port. */
  private static final Pattern IN_FRONT = Pattern.compile("(//[^\\s:/@]*):(?!\\d{1,5}/)[^\\s]*@");

  /** {@code jdbc:oracle:thin:user/password@host}. */
  private static final Pattern AFTER_SLASH = Pattern.compile("(jdbc:[^\\s/@]*/)[^\\s/@]+@");

  /** {@code password=…}, as a property or as a query. */
  private static final Pattern PROPERTY =
      Pattern.compile(
          "(?i)((?:password|passwd|pwd|secret|token|passphrase)\\w*\\s*=)[^&;,\\s\"')]*");

  /** {@code ?password=…}, as a part of a URL. */
  private static final Pattern IN_QUERY =
      Pattern.compile(
          "(?i)([?&;]\\w*(?:password|passwd|pwd|secret|token|passphrase)\\w*=)[^&;\\s]*");

  private Secrets() {}

  /**
   * A text without the passwords of URLs in it. What only looks like a password elsewhere, such as
   * a column in a statement, stays.
   */
  public static String hiddenInUrls(String text) {
    String front = IN_FRONT.matcher(text).replaceAll("$1:…@");
    front = AFTER_SLASH.matcher(front).replaceAll("$1…@");
    return IN_QUERY.matcher(front).replaceAll("$1…");
  }

  /** A text without the passwords of URLs and properties in it. */
  public static String hidden(String text) {
    return PROPERTY.matcher(hiddenInUrls(text)).replaceAll("$1…");
  }

  /** The failure itself, or one like it without the secret in any of its causes. */
  static Exception without(Exception failure) {
    boolean clean = true;
    for (Throwable each = failure; each != null; each = each.getCause()) {
      String text = String.valueOf(each.getMessage());
      clean &= hidden(text).equals(text);
    }
    if (clean) {
      return failure;
    }
    String text = hidden(String.valueOf(failure.getMessage()));
    Exception copy =
        failure instanceof SQLException sql
            ? new SQLException(text, sql.getSQLState(), sql.getErrorCode())
            : new IllegalStateException(text);
    copy.setStackTrace(failure.getStackTrace());
    return copy;
  }
}
