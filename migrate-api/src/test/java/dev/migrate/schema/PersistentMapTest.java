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
  void staysBalancedUnderRandomChanges() throws ReflectiveOperationException {
    Random random = new Random(5);
    PersistentMap<Integer, Integer> map = PersistentMap.empty();
    for (int i = 0; i < 30_000; i++) {
      int key = random.nextInt(4_000);
      int around = i % 4_000; // runs up and down in turn, which leans to one side, then the other
      map = map.with(key, i).with(around, i).with(4_000 - around, i).without(random.nextInt(4_000));
      if (i % 100 == 0) {
        assertThat(height(map)).isLessThanOrEqualTo(1.45 * Math.log(map.size() + 2) / Math.log(2));
      }
    }
  }

  private static double height(PersistentMap<?, ?> map) throws ReflectiveOperationException {
    var root = PersistentMap.class.getDeclaredField("root");
    root.setAccessible(true);
    Object node = root.get(map);
    var height = node.getClass().getDeclaredMethod("height");
    height.setAccessible(true);
    return (int) height.invoke(node);
  }
}
