package dev.migrate.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * An immutable sorted map, as an AVL tree whose copies share all nodes but one path: a schema of
 * thousands of tables is changed thousands of times, and each state is kept.
 */
final class PersistentMap<K extends Comparable<K>, V> {

  private record Node<K, V>(
      K key, V value, @Nullable Node<K, V> left, @Nullable Node<K, V> right, int height, int size) {

    static <K, V> Node<K, V> of(
        K key, V value, @Nullable Node<K, V> left, @Nullable Node<K, V> right) {
      return new Node<>(
          key,
          value,
          left,
          right,
          1 + Math.max(heightOf(left), heightOf(right)),
          1 + sizeOf(left) + sizeOf(right));
    }
  }

  private final @Nullable Node<K, V> root;

  private PersistentMap(@Nullable Node<K, V> root) {
    this.root = root;
  }

  static <K extends Comparable<K>, V> PersistentMap<K, V> empty() {
    return new PersistentMap<>(null);
  }

  @Nullable V get(K key) {
    return valueOf(root, key);
  }

  private static <K extends Comparable<K>, V> @Nullable V valueOf(
      @Nullable Node<K, V> root, K key) {
    Node<K, V> node = root;
    while (node != null) {
      int side = key.compareTo(node.key());
      if (side == 0) {
        return node.value();
      }
      node = side < 0 ? node.left() : node.right();
    }
    return null;
  }

  PersistentMap<K, V> with(K key, V value) {
    return new PersistentMap<>(put(root, key, value));
  }

  PersistentMap<K, V> without(K key) {
    return new PersistentMap<>(remove(root, key));
  }

  int size() {
    return sizeOf(root);
  }

  List<K> keys() {
    List<K> keys = new ArrayList<>(size());
    forEach(root, (key, value) -> keys.add(key));
    return keys;
  }

  List<V> values() {
    List<V> values = new ArrayList<>(size());
    forEach(root, (key, value) -> values.add(value));
    return values;
  }

  /**
   * The keys whose values are not the same instance in another map, in order. If one map was
   * derived from the other, this takes time proportional to the changes, not to the keys.
   */
  List<K> keysOtherThanIn(PersistentMap<K, V> other) {
    List<K> keys = new ArrayList<>();
    addOthers(root, other.root, keys);
    return keys;
  }

  private static <K extends Comparable<K>, V> void addOthers(
      @Nullable Node<K, V> one, @Nullable Node<K, V> other, List<K> keys) {
    if (isSame(one, other)) {
      return;
    } else if (one == null) {
      forEach(other, (key, value) -> keys.add(key));
      return;
    }
    K key = one.key();
    addOthers(one.left(), below(other, key), keys);
    if (!isSame(valueOf(other, key), one.value())) {
      keys.add(key);
    }
    addOthers(one.right(), above(other, key), keys);
  }

  /** Copies share instances, so comparing references is enough; comparing values would be slow. */
  @SuppressWarnings("ReferenceEquality")
  private static boolean isSame(@Nullable Object one, @Nullable Object other) {
    return one == other;
  }

  /** The part with smaller keys; it shares all nodes but one path. */
  private static <K extends Comparable<K>, V> @Nullable Node<K, V> below(
      @Nullable Node<K, V> node, K key) {
    if (node == null) {
      return null;
    }
    int side = node.key().compareTo(key);
    if (side >= 0) {
      return side == 0 ? node.left() : below(node.left(), key);
    }
    Node<K, V> right = below(node.right(), key);
    return isSame(right, node.right())
        ? node
        : Node.of(node.key(), node.value(), node.left(), right);
  }

  private static <K extends Comparable<K>, V> @Nullable Node<K, V> above(
      @Nullable Node<K, V> node, K key) {
    if (node == null) {
      return null;
    }
    int side = node.key().compareTo(key);
    if (side <= 0) {
      return side == 0 ? node.right() : above(node.right(), key);
    }
    Node<K, V> left = above(node.left(), key);
    return isSame(left, node.left()) ? node : Node.of(node.key(), node.value(), left, node.right());
  }

  private static <K, V> void forEach(@Nullable Node<K, V> node, BiConsumer<K, V> action) {
    if (node != null) {
      forEach(node.left(), action);
      action.accept(node.key(), node.value());
      forEach(node.right(), action);
    }
  }

  private static <K extends Comparable<K>, V> Node<K, V> put(
      @Nullable Node<K, V> node, K key, V value) {
    if (node == null) {
      return Node.of(key, value, null, null);
    }
    int side = key.compareTo(node.key());
    if (side == 0) {
      return Node.of(key, value, node.left(), node.right());
    }
    return side < 0
        ? balanced(node.key(), node.value(), put(node.left(), key, value), node.right())
        : balanced(node.key(), node.value(), node.left(), put(node.right(), key, value));
  }

  private static <K extends Comparable<K>, V> @Nullable Node<K, V> remove(
      @Nullable Node<K, V> node, K key) {
    if (node == null) {
      return null;
    }
    int side = key.compareTo(node.key());
    if (side < 0) {
      return balanced(node.key(), node.value(), remove(node.left(), key), node.right());
    } else if (side > 0) {
      return balanced(node.key(), node.value(), node.left(), remove(node.right(), key));
    } else if (node.left() == null) {
      return node.right();
    } else if (node.right() == null) {
      return node.left();
    }
    Node<K, V> next = node.right();
    while (next.left() != null) {
      next = next.left();
    }
    return balanced(next.key(), next.value(), node.left(), remove(node.right(), next.key()));
  }

  private static <K, V> Node<K, V> balanced(
      K key, V value, @Nullable Node<K, V> left, @Nullable Node<K, V> right) {
    if (left != null && heightOf(left) > heightOf(right) + 1) {
      Node<K, V> inner = left.right();
      if (inner != null && heightOf(left.left()) < heightOf(inner)) {
        return Node.of(
            inner.key(),
            inner.value(),
            Node.of(left.key(), left.value(), left.left(), inner.left()),
            Node.of(key, value, inner.right(), right));
      }
      return Node.of(
          left.key(), left.value(), left.left(), Node.of(key, value, left.right(), right));
    }
    if (right != null && heightOf(right) > heightOf(left) + 1) {
      Node<K, V> inner = right.left();
      if (inner != null && heightOf(right.right()) < heightOf(inner)) {
        return Node.of(
            inner.key(),
            inner.value(),
            Node.of(key, value, left, inner.left()),
            Node.of(right.key(), right.value(), inner.right(), right.right()));
      }
      return Node.of(
          right.key(), right.value(), Node.of(key, value, left, right.left()), right.right());
    }
    return Node.of(key, value, left, right);
  }

  private static int heightOf(@Nullable Node<?, ?> node) {
    return node == null ? 0 : node.height();
  }

  private static int sizeOf(@Nullable Node<?, ?> node) {
    return node == null ? 0 : node.size();
  }
}
