package dev.migrate.picture.svg;

import static dev.migrate.picture.svg.Markup.number;

/**
 * A drawing with its size, as a part of a page or as a file of its own. Immutable.
 *
 * @param id distinguishes it from other pictures of a page
 * @param title what it shows, for screen readers
 * @param description what is to be seen, for screen readers
 * @param content its elements
 */
public record Picture(
    String id, double width, double height, String title, String description, String content) {

  private static final double MARGIN = 20;

  /** What a file needs, and HTML does not. */
  private static final String NAMESPACE = " xmlns=\"http://www.w3.org/2000/svg\"";

  /** The picture as a part of an HTML page that has {@link Style}. */
  public String inline() {
    return markup("", "").toString();
  }

  /** The picture as a file, which needs nothing else. */
  public String file() {
    String style = "<style>\n" + Style.COLOURS + Style.SHAPES + "</style>\n";
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + markup(NAMESPACE, style) + "\n";
  }

  private Markup markup(String namespace, String style) {
    double w = width + 2 * MARGIN;
    double h = height + 2 * MARGIN;
    Markup svg = new Markup();
    svg.raw("<svg").raw(namespace).raw(" class=\"picture\" role=\"img\" aria-labelledby=\"");
    svg.raw(id + "-title " + id + "-description\" width=\"" + number(w));
    svg.raw("\" height=\"" + number(h) + "\" viewBox=\"" + number(-MARGIN) + " ");
    svg.raw(number(-MARGIN) + " " + number(w) + " " + number(h) + "\">");
    svg.line().element("title", title, "id", id + "-title").line();
    svg.element("desc", description, "id", id + "-description").line();
    svg.raw(style);
    svg.empty(
        "rect",
        "class",
        "page",
        "x",
        number(-MARGIN),
        "y",
        number(-MARGIN),
        "width",
        number(w),
        "height",
        number(h),
        "rx",
        "8");
    return svg.line().raw(content).raw("</svg>");
  }
}
