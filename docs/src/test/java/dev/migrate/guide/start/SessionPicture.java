package dev.migrate.guide.start;

import java.util.List;
import java.util.Locale;

/** A terminal session as an SVG picture. */
final class SessionPicture {

  private static final double CHARACTER = 8.43;
  private static final int LINE = 20;
  private static final int MARGIN = 20;

  private SessionPicture() {}

  /** The picture of a session, of which the lines that a person types begin with a dollar. */
  static String of(String session) {
    List<String> lines = session.lines().toList();
    int longest = lines.stream().mapToInt(String::length).max().orElse(0);
    int width = (int) Math.ceil(longest * CHARACTER) + 2 * MARGIN;
    int height = lines.size() * LINE + 2 * MARGIN;
    StringBuilder svg = new StringBuilder();
    svg.append(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\""
                + " role=\"img\" aria-label=\"A terminal session\">\n",
            width,
            height,
            width));
    svg.append("<style>text { white-space: pre }</style>\n");
    svg.append("<rect width=\"100%\" height=\"100%\" rx=\"8\" fill=\"#1f2430\"/>\n");
    svg.append("<g font-family=\"ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace\"");
    svg.append(" font-size=\"14\" fill=\"#cbccc6\">\n");
    int y = MARGIN + LINE - 6;
    for (String line : lines) {
      svg.append(text(line, y));
      y += LINE;
    }
    return svg.append("</g>\n</svg>\n").toString();
  }

  private static String text(String line, int y) {
    if (line.isEmpty()) {
      return "";
    }
    String color =
        line.startsWith("$ ")
            ? " fill=\"#bae67e\" font-weight=\"bold\""
            : line.startsWith("# ") ? " fill=\"#8a9199\"" : "";
    String escaped = line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    return "<text x=\"" + MARGIN + "\" y=\"" + y + "\"" + color + ">" + escaped + "</text>\n";
  }
}
