package dev.migrate.spring;

import dev.migrate.Revision;
import dev.migrate.engine.RevisionGraph;
import dev.migrate.engine.Revisions;
import dev.migrate.error.DefinitionException;
import dev.migrate.error.Facts;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.util.ClassUtils;

/**
 * The revisions of an application: its beans, and those beside the classes that a property names.
 */
final class FoundRevisions {

  static final String BESIDE = "migrate.revisions-beside";

  private FoundRevisions() {}

  /** The graph of all revisions. A class that is also a bean is taken once, as the bean. */
  static RevisionGraph graph(List<Revision> beans, List<String> besides) {
    Set<Class<?>> classes = beans.stream().map(Object::getClass).collect(Collectors.toSet());
    Set<String> packages = new LinkedHashSet<>();
    List<Revision> all = new ArrayList<>(beans);
    for (String beside : besides) {
      Class<?> type = type(beside);
      if (packages.add(type.getPackageName())) {
        Revisions.beside(type).stream()
            .filter(revision -> !classes.contains(revision.getClass()))
            .forEach(all::add);
      }
    }
    return RevisionGraph.of(all);
  }

  private static Class<?> type(String name) {
    try {
      return ClassUtils.forName(name, ClassUtils.getDefaultClassLoader());
    } catch (ClassNotFoundException | LinkageError failure) {
      throw new DefinitionException(
          Facts.of(BESIDE + " names a class that cannot be loaded: " + name)
              .with("because", failure.toString())
              .with("left", "no database was touched")
              .next(
                  "give the full name of a class, not of a package: any class of the package that"
                      + " has the revisions"));
    }
  }

  /** Refuses a start without revisions: what was meant to migrate would silently not do so. */
  static void requireAny(RevisionGraph graph, List<String> besides) {
    if (graph.order().isEmpty()) {
      throw new DefinitionException(
          Facts.of("the application has no revisions")
              .with(
                  "looked for",
                  "a bean of type RevisionGraph: none, or it is empty\n"
                      + "beans of type Revision: none\n"
                      + BESIDE
                      + ": "
                      + (besides.isEmpty() ? "not set" : String.join(", ", besides)))
              .with("left", "no database was touched")
              .next(
                  "set "
                      + BESIDE
                      + " to a class in the package of the revisions, or declare them as beans;\n"
                      + "as long as there are none, set migrate.on-start=none"));
    }
  }
}
