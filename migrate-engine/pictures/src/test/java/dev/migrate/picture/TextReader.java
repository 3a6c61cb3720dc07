package dev.migrate.picture;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Follows the lines of a picture from each revision down to those that they reach. */
final class TextReader {

  private static final String NODES = "●○";
  private static final String DOWN = "╷╭╮┬│├┤┼┊";
  private static final String TURNS = "╭╮┬╰╯┴├┤┼";
  private static final Pattern WORDS = Pattern.compile("(after|depends on) (r\\d+)");
  private static final Pattern TITLE = Pattern.compile("r\\d+");

  /** Which revisions' lines are at each place. */
  private Map<Integer, Set<String>> lanes = new TreeMap<>();

  private final List<String> revisions = new ArrayList<>();
  private final Set<String> edges = new HashSet<>();
  private int last = -1;

  TextReader(String picture) {
    picture.lines().forEach(this::read);
  }

  /** The revisions from the top to the bottom. */
  List<String> revisions() {
    return revisions;
  }

  /** The edges in words, such as {@code r1 to r0}. */
  Set<String> edges() {
    return edges;
  }

  private void read(String line) {
    int node = indexOfAny(line, NODES);
    int words = indexOfAny(line, "rad(");
    String graph = words < 0 ? line : line.substring(0, words);
    lanes.keySet().removeIf(lane -> at(graph, lane) == ' ');
    Matcher said = WORDS.matcher(line);
    if (node >= 0) {
      node(line, node / 2);
    } else if (said.find()) {
      edges.add(revisions.get(revisions.size() - 1) + " to " + said.group(2));
    } else if (indexOfAny(line, TURNS) >= 0) {
      turn(line);
    }
  }

  private void node(String line, int place) {
    Matcher title = TITLE.matcher(line);
    String id = title.find() ? title.group() : "?";
    revisions.add(id);
    lanes.getOrDefault(place, Set.of()).forEach(child -> edges.add(child + " to " + id));
    lanes.put(place, new HashSet<>(Set.of(id)));
    last = place;
  }

  /** Lines go from the revision above to others, or from others to the revision below. */
  private void turn(String line) {
    Map<Integer, Set<String>> next = new HashMap<>(lanes);
    List<Integer> turning = new ArrayList<>();
    for (int place = 0; 2 * place < line.length(); place++) {
      if (TURNS.indexOf(at(line, place)) >= 0) {
        turning.add(place);
      }
    }
    List<Integer> down =
        turning.stream().filter(place -> DOWN.indexOf(at(line, place)) >= 0).toList();
    for (int place : turning) {
      next.put(place, new HashSet<>());
    }
    if (down.size() == 1) {
      turning.forEach(place -> next.get(down.get(0)).addAll(lanes.getOrDefault(place, Set.of())));
    } else {
      for (int place : down) {
        next.get(place).addAll(lanes.getOrDefault(place, Set.of()));
        next.get(place).addAll(lanes.getOrDefault(last, Set.of()));
      }
    }
    next.values().removeIf(Set::isEmpty);
    lanes = new TreeMap<>(next);
  }

  private static char at(String line, int place) {
    return 2 * place < line.length() ? line.charAt(2 * place) : ' ';
  }

  private static int indexOfAny(String line, String characters) {
    for (int i = 0; i < line.length(); i++) {
      if (characters.indexOf(line.charAt(i)) >= 0) {
        return i;
      }
    }
    return -1;
  }
}
