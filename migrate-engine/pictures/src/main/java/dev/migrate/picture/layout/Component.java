package dev.migrate.picture.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Boxes that lines connect, and the lines between them. Immutable.
 *
 * @param boxes the numbers of the boxes in order
 */
record Component(List<Integer> boxes, List<Link> links) {

  /** Copies. */
  Component {
    boxes = List.copyOf(boxes);
    links = List.copyOf(links);
  }

  /** The components of a picture, in the order of their first boxes. */
  static List<Component> of(int boxes, List<Link> links) {
    int[] parent = new int[boxes];
    for (int i = 0; i < boxes; i++) {
      parent[i] = i;
    }
    for (Link link : links) {
      int one = root(parent, link.from());
      int other = root(parent, link.to());
      parent[Math.max(one, other)] = Math.min(one, other);
    }
    TreeMap<Integer, List<Integer>> members = new TreeMap<>();
    TreeMap<Integer, List<Link>> inside = new TreeMap<>();
    for (int i = 0; i < boxes; i++) {
      members.computeIfAbsent(root(parent, i), none -> new ArrayList<>()).add(i);
    }
    for (Link link : links) {
      inside.computeIfAbsent(root(parent, link.from()), none -> new ArrayList<>()).add(link);
    }
    List<Component> components = new ArrayList<>();
    members.forEach(
        (root, numbers) ->
            components.add(new Component(numbers, inside.getOrDefault(root, List.of()))));
    return components;
  }

  private static int root(int[] parent, int box) {
    int root = box;
    while (parent[root] != root) {
      parent[root] = parent[parent[root]];
      root = parent[root];
    }
    return root;
  }
}
