package dev.migrate.generate;

import dev.migrate.RevisionId;
import dev.migrate.engine.RevisionGraph;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the class of a new revision goes, and which names are taken there. Immutable. */
final class RevisionPlace {

  private final RevisionGraph graph;
  private final Optional<Class<?>> newest;
  private final Optional<String> packageName;

  /**
   * A place.
   *
   * @param packageName the package; by default, that of the newest head's class
   */
  RevisionPlace(RevisionGraph graph, Optional<String> packageName) {
    this.graph = graph;
    this.newest = newest(graph);
    this.packageName = packageName.or(() -> newest.map(Class::getPackageName));
  }

  /** The class of the newest head that has one. */
  private static Optional<Class<?>> newest(RevisionGraph graph) {
    Optional<Class<?>> newest = Optional.empty();
    for (RevisionId id : graph.order()) {
      Class<?> type = graph.revision(id).getClass();
      if (graph.heads().contains(id) && graph.classes().contains(type)) {
        newest = Optional.of(type);
      }
    }
    return newest;
  }

  /** The package; empty if it is not known. */
  Optional<String> packageName() {
    return packageName;
  }

  /** The classes of some revisions. */
  Map<RevisionId, Class<?>> classes(Collection<RevisionId> revisions) {
    Map<RevisionId, Class<?>> classes = new HashMap<>();
    revisions.forEach(id -> classes.put(id, graph.revision(id).getClass()));
    return classes;
  }

  /** Whether the package has a class of this name; on some systems case makes no difference. */
  boolean isTaken(String name) {
    return graph.classes().stream()
            .filter(type -> packageName.equals(Optional.of(type.getPackageName())))
            .anyMatch(type -> type.getSimpleName().equalsIgnoreCase(name))
        || newest.filter(type -> isLoadable(type.getClassLoader(), name)).isPresent();
  }

  private boolean isLoadable(@Nullable ClassLoader loader, String name) {
    String place =
        packageName.filter(known -> !known.isEmpty()).map(known -> known + ".").orElse("");
    try {
      Class.forName(place + name, false, loader);
      return true;
    } catch (ClassNotFoundException | LinkageError none) {
      return false;
    }
  }
}
