package dev.migrate.picture;

import dev.migrate.picture.layout.Box;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Reads an SVG file as XML. */
final class SvgReader {

  private final Document document;

  SvgReader(String svg) {
    try {
      this.document =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(new InputSource(new StringReader(svg)));
    } catch (Exception broken) {
      throw new AssertionError("not well-formed: " + svg, broken);
    }
  }

  /** The cards of revisions or tables. */
  List<Box> cards() {
    List<Box> boxes = new ArrayList<>();
    for (Element rect : elements("rect")) {
      if (rect.getAttribute("class").equals("card")) {
        boxes.add(
            new Box(
                number(rect, "x"),
                number(rect, "y"),
                number(rect, "width"),
                number(rect, "height")));
      }
    }
    return boxes;
  }

  /** The texts of all elements with this name. */
  List<String> texts(String element) {
    return elements(element).stream().map(Element::getTextContent).toList();
  }

  List<Element> elements(String name) {
    NodeList nodes = document.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  private static double number(Element element, String attribute) {
    return Double.parseDouble(element.getAttribute(attribute));
  }
}
