package dev.migrate.picture.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.graphper.api.Graphviz;
import org.graphper.api.Line;
import org.graphper.api.Node;
import org.graphper.api.attributes.Dir;
import org.graphper.api.attributes.Layout;
import org.graphper.api.attributes.NodeShapeEnum;
import org.graphper.draw.DrawGraph;
import org.graphper.draw.ExecuteException;
import org.graphper.draw.LineDrawProp;
import org.graphper.draw.NodeDrawProp;

/**
 * Arranges one component in layers. The library is given sizes and gives places back; it never sees
 * a text, so neither fonts nor names have an influence.
 */
final class LayeredLayout {

  private static final double INCH = Graphviz.PIXEL;

  private final List<Size> sizes;
  private final Component component;
  private final Direction direction;

  LayeredLayout(List<Size> sizes, Component component, Direction direction) {
    this.sizes = sizes;
    this.component = component;
    this.direction = direction;
  }

  /** The places, from the upper left corner of the component; boxes by their place in it. */
  Placement placement() {
    Graphviz.GraphvizBuilder graph =
        Graphviz.digraph()
            .layout(Layout.DOT)
            .rankdir(direction.rankdir())
            .splines(direction.splines())
            .nodeSep(direction.beside())
            .rankSep(direction.between());
    Map<Integer, Node> nodes = new HashMap<>();
    for (int box : component.boxes()) {
      Node node = node(box, sizes.get(box));
      nodes.put(box, node);
      graph.addNode(node);
    }
    Map<Link, Line> lines = new HashMap<>();
    for (Link link : component.links()) {
      Line line = line(given(nodes, link.from()), given(nodes, link.to()));
      lines.put(link, line);
      graph.addLine(line);
    }
    return placement(drawn(graph.build()), nodes, lines);
  }

  private static Node node(int box, Size size) {
    return Node.builder()
        .id("n" + box)
        .label("")
        .shape(NodeShapeEnum.RECT)
        .fixedSize(true)
        .width(size.width() / INCH)
        .height(size.height() / INCH)
        .build();
  }

  private static Line line(Node from, Node to) {
    return Line.builder(from, to).dir(Dir.NONE).build();
  }

  private static DrawGraph drawn(Graphviz graph) {
    try {
      return Layout.DOT.getLayoutEngine().layout(graph);
    } catch (ExecuteException failure) {
      throw new IllegalStateException("the layout failed", failure);
    }
  }

  private Placement placement(DrawGraph drawn, Map<Integer, Node> nodes, Map<Link, Line> lines) {
    double left = Double.MAX_VALUE;
    double top = Double.MAX_VALUE;
    double right = -Double.MAX_VALUE;
    double bottom = -Double.MAX_VALUE;
    List<Box> boxes = new ArrayList<>();
    for (int number : component.boxes()) {
      NodeDrawProp node = drawn.getNodeDrawProp(given(nodes, number));
      Size size = sizes.get(number);
      double x = (node.getLeftBorder() + node.getRightBorder() - size.width()) / 2;
      double y = (node.getUpBorder() + node.getDownBorder() - size.height()) / 2;
      boxes.add(new Box(x, y, size.width(), size.height()));
    }
    Map<Link, Route> routes = new HashMap<>();
    lines.forEach((link, line) -> routes.put(link, route(drawn.getLineDrawProp(line))));
    for (Box box : boxes) {
      left = Math.min(left, box.x());
      top = Math.min(top, box.y());
      right = Math.max(right, box.right());
      bottom = Math.max(bottom, box.bottom());
    }
    for (Route route : routes.values()) {
      for (Point point : route.points()) {
        left = Math.min(left, point.x());
        top = Math.min(top, point.y());
        right = Math.max(right, point.x());
        bottom = Math.max(bottom, point.y());
      }
    }
    double x = left;
    double y = top;
    routes.replaceAll((link, route) -> route.moved(-x, -y));
    return new Placement(
        right - left, bottom - top, boxes.stream().map(box -> box.moved(-x, -y)).toList(), routes);
  }

  private static Route route(LineDrawProp line) {
    List<Point> points = line.stream().map(point -> new Point(point.getX(), point.getY())).toList();
    return new Route(points, line.isBesselCurve());
  }

  private static <K, V> V given(Map<K, V> values, K key) {
    return Objects.requireNonNull(values.get(key));
  }
}
