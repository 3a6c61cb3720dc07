package dev.migrate.engine.json;

/** Text between double quotes, in ASCII. */
final class JsonText {

  private static final String HEX = "0123456789abcdef";

  private JsonText() {}

  /** Where the first character is that is escaped; most texts have none. */
  private static int plainUntil(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\' || c < ' ' || c >= 0x7f) {
        return i;
      }
    }
    return text.length();
  }

  /**
   * Appends a text as it is, not normalised; half a surrogate pair comes back as such. What is not
   * ASCII is escaped, so that no character set of a database can change it.
   */
  static void append(String text, StringBuilder out) {
    out.append('"');
    int plain = plainUntil(text);
    out.append(text, 0, plain);
    for (int i = plain; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c >= ' ' && c < 0x7f) {
        out.append(c);
      } else if (c == '\n') {
        out.append("\\n");
      } else if (c == '\r') {
        out.append("\\r");
      } else if (c == '\t') {
        out.append("\\t");
      } else {
        out.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
          out.append(HEX.charAt(c >> shift & 0xf));
        }
      }
    }
    out.append('"');
  }
}
