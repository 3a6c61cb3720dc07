package dev.migrate.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PersistentMapTest {

  @Test
  void behavesLikeATreeMapAndKeepsEveryFormerVersion() {
    for (int seed = 0; seed < 20; seed++) {
      Random random = new Random(seed);
      PersistentMap<Integer, Integer> map = PersistentMap.empty();
      TreeMap<Integer, Integer> expected = new TreeMap<>();
      List<PersistentMap<Integer, Integer>> versions = new ArrayList<>();
      List<Map<Integer, Integer>> expectedVersions = new ArrayList<>();
      for (int i = 0; i < 500; i++) {
        int key = random.nextInt(80);
        if (random.nextInt(3) > 0) {
          map = map.with(key, i);
          expected.put(key, i);
        } else {
          map = map.without(key);
          expected.remove(key);
        }
        versions.add(map);
        expectedVersions.add(new TreeMap<>(expected));
      }
      for (int i = 0; i < versions.size(); i++) {
        assertSame(versions.get(i), expectedVersions.get(i));
      }
    }
  }

  private static void assertSame(
      PersistentMap<Integer, Integer> map, Map<Integer, Integer> expected) {
    assertThat(map.size()).isEqualTo(expected.size());
    assertThat(map.keys()).containsExactlyElementsOf(expected.keySet());
    assertThat(map.values()).containsExactlyElementsOf(expected.values());
    for (int key = -1; key < 81; key++) {
      assertThat(map.get(key)).isEqualTo(expected.get(key));
    }
  }

  @Test
  void sortedInsertionsDoNotMakeItDeep() {
    PersistentMap<Integer, Integer> map = PersistentMap.empty();
    for (int i = 0; i < 200_000; i++) {
      map = map.with(i, i);
    }
    for (int i = 0; i < 200_000; i += 2) {
      map = map.without(i);
    }
    assertThat(map.size()).isEqualTo(100_000);
    assertThat(map.get(199_999)).isEqualTo(199_999);
    assertThat(map.get(100)).isNull();
  }

  @Test
  void noBranchIsMoreThanOneHigherThanItsSister() throws ReflectiveOperationException {
    Random random = new Random(5);
    PersistentMap<Integer, Integer> map = PersistentMap.empty();
    for (int i = 0; i < 2_000; i++) {
      map = map.with(random.nextInt(400), i).with(400 - i % 400, i).without(random.nextInt(400));
      var root = PersistentMap.class.getDeclaredField("root");
      root.setAccessible(true);
      requireBalanced(root.get(map));
    }
  }

  private static int requireBalanced(Object node) throws ReflectiveOperationException {
    if (node == null) {
      return 0;
    }
    int left = requireBalanced(part(node, "left"));
    int right = requireBalanced(part(node, "right"));
    assertThat(Math.abs(left - right)).isLessThanOrEqualTo(1);
    return 1 + Math.max(left, right);
  }

  private static Object part(Object node, String name) throws ReflectiveOperationException {
    var accessor = node.getClass().getDeclaredMethod(name);
    accessor.setAccessible(true);
    return accessor.invoke(node);
  }
}
