package dev.migrate.engine;

import dev.migrate.Revision;
import dev.migrate.RevisionException;
import dev.migrate.error.Arguments;
import dev.migrate.error.DefinitionException;
import dev.migrate.error.Facts;
import dev.migrate.report.NoRevisionsException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the revisions of an application, so that nobody has to list them. */
public final class Revisions {

  private static final String LEFT = "no database was touched";

  private Revisions() {}

  /**
   * The revisions in the package of a class: an instance of each class that implements {@link
   * Revision} and is neither abstract nor local. Looks where the class itself comes from, which can
   * be a folder, a jar, a jar within a jar, or a module; not in other folders or jars that have
   * classes of the same package, and not in packages below.
   *
   * <p>The classes need a public constructor without parameters. In a native image nothing can be
   * listed; name the revisions one by one there.
   *
   * @param type any class of the package, such as one of the revisions
   * @return the revisions, sorted by the names of their classes
   * @throws NoRevisionsException if the package has no revision
   * @throws DefinitionException if the package cannot be listed
   * @throws RevisionException if a class cannot be loaded or instantiated
   */
  public static List<Revision> beside(Class<?> type) {
    Arguments.requireGiven(type, "the class of which the package is wanted");
    PackageClasses classes = PackageClasses.of(type);
    List<Revision> revisions = new ArrayList<>();
    for (String name : classes.names()) {
      Class<?> one = loaded(name, type.getClassLoader());
      if (isRevision(one)) {
        revisions.add(instance(one));
      }
    }
    if (revisions.isEmpty()) {
      throw new NoRevisionsException(
          Facts.of("there is no revision in the package " + type.getPackageName())
              .with("looked in", classes.place())
              .list("classes", classes.names())
              .with("left", LEFT)
              .next(
                  "name a class of the package that has the revisions, which are not abstract; or"
                      + " write the first one, with db migrate or db revision, and compile it"));
    }
    return List.copyOf(revisions);
  }

  private static Class<?> loaded(String name, @Nullable ClassLoader loader) {
    try {
      return Class.forName(name, false, loader);
    } catch (ClassNotFoundException | LinkageError failure) {
      throw failed(
          name,
          "cannot be loaded",
          failure,
          "add what it needs to the class path, or move it to another package");
    }
  }

  private static boolean isRevision(Class<?> type) {
    return Revision.class.isAssignableFrom(type)
        && !type.isInterface()
        && !Modifier.isAbstract(type.getModifiers())
        && !type.isAnonymousClass()
        && !type.isLocalClass();
  }

  private static Revision instance(Class<?> type) {
    String name = type.getName();
    try {
      return (Revision) type.getConstructor().newInstance();
    } catch (NoSuchMethodException none) {
      throw failed(
          name,
          "has no public constructor without parameters",
          none,
          "add one, or list the revisions with RevisionGraph.of(…)");
    } catch (InvocationTargetException thrown) {
      Throwable cause = thrown.getCause() == null ? thrown : thrown.getCause();
      throw failed(name, "cannot be instantiated", cause, "correct its constructor");
    } catch (ReflectiveOperationException | LinkageError failure) {
      throw failed(
          name,
          "cannot be instantiated",
          failure,
          "make the class public, and export or open its package if it is in a module");
    }
  }

  private static RevisionException failed(String name, String what, Throwable cause, String next) {
    return new RevisionException(
        name,
        Facts.of("the class " + name + " " + what)
            .with("because", cause.toString())
            .with("left", LEFT)
            .next(next),
        cause);
  }
}
