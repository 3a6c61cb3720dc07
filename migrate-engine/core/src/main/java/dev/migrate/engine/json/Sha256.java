package dev.migrate.engine.json;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The digest of the history: SHA-256, as 64 lower-case hexadecimal digits. */
public final class Sha256 {

  private static final String DIGITS = "0123456789abcdef";

  /** Never fed, only copied: to look for the algorithm takes longer than to use it. */
  private static final MessageDigest EMPTY = empty();

  private Sha256() {}

  /** A digest of nothing yet. */
  public static MessageDigest start() {
    return copy(EMPTY);
  }

  /** A digest of the same so far. */
  public static MessageDigest copy(MessageDigest digest) {
    try {
      return (MessageDigest) digest.clone();
    } catch (CloneNotSupportedException impossible) {
      throw new IllegalStateException("the digests of the Java platform can be copied", impossible);
    }
  }

  private static MessageDigest empty() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }

  /** Ends a digest. */
  public static String hex(MessageDigest digest) {
    byte[] bytes = digest.digest();
    char[] text = new char[2 * bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      text[2 * i] = DIGITS.charAt(bytes[i] >> 4 & 0xf);
      text[2 * i + 1] = DIGITS.charAt(bytes[i] & 0xf);
    }
    return new String(text);
  }

  static String hex(byte[] bytes) {
    MessageDigest digest = start();
    digest.update(bytes);
    return hex(digest);
  }
}
