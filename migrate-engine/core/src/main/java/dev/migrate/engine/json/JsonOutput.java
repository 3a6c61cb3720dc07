package dev.migrate.engine.json;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * Canonical JSON while it is written: ASCII in bytes, from which the digest is made without a text
 * in between. Not thread-safe.
 */
final class JsonOutput {

  private static final byte[] HEX = ascii("0123456789abcdef");

  private byte[] bytes = new byte[512];
  private int length;

  /** The bytes of a text that has only ASCII. */
  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  int length() {
    return length;
  }

  /** Takes back what was written from one place to another. */
  void delete(int from, int to) {
    System.arraycopy(bytes, to, bytes, from, length - to);
    length -= to - from;
  }

  /** Writes one ASCII character. */
  void append(char ascii) {
    reserve(1);
    bytes[length++] = (byte) ascii;
  }

  /** Writes what {@link #ascii} made. */
  void append(byte[] ascii) {
    reserve(ascii.length);
    System.arraycopy(ascii, 0, bytes, length, ascii.length);
    length += ascii.length;
  }

  private void reserve(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.addExact(length + more, bytes.length));
    }
  }

  /**
   * Writes a text between double quotes, as it is, not normalised; half a surrogate pair comes back
   * as such. What is not ASCII is escaped, so that no character set of a database can change it.
   */
  void quote(String text) {
    byte[] ascii = ascii(text);
    append('"');
    if (isPlain(ascii)) {
      append(ascii);
    } else {
      for (int i = 0; i < text.length(); i++) {
        escape(text.charAt(i));
      }
    }
    append('"');
  }

  /** Whether nothing is to be escaped; what Latin-1 does not have has become a question mark. */
  private static boolean isPlain(byte[] text) {
    for (byte b : text) {
      if (b < ' ' || b == '"' || b == '\\' || b == '?' || b == 0x7f) {
        return false;
      }
    }
    return true;
  }

  private void escape(char c) {
    if (c == '"' || c == '\\') {
      append('\\');
      append(c);
    } else if (c >= ' ' && c < 0x7f) {
      append(c);
    } else if (c == '\n') {
      append(ascii("\\n"));
    } else if (c == '\r') {
      append(ascii("\\r"));
    } else if (c == '\t') {
      append(ascii("\\t"));
    } else {
      append(ascii("\\u"));
      for (int shift = 12; shift >= 0; shift -= 4) {
        append((char) HEX[c >> shift & 0xf]);
      }
    }
  }

  /** The SHA-256 of what was written, in hexadecimal digits. */
  String digest() {
    MessageDigest digest = Sha256.start();
    digest.update(bytes, 0, length);
    return Sha256.hex(digest);
  }

  @Override
  public String toString() {
    return new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
  }
}
