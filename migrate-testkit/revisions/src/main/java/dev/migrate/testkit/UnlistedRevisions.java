package dev.migrate.testkit;

import dev.migrate.Revision;
import dev.migrate.error.Facts;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The classes of revisions that stand beside those of a list and are not in it. */
final class UnlistedRevisions {

  private static final String CLASS = ".class";

  private UnlistedRevisions() {}

  /** Fails if a class beside the listed ones is a revision, not listed, and not agreed to be so. */
  static void require(Set<Class<?>> listed, Set<Class<? extends Revision>> agreed) {
    Set<String> unlisted = new TreeSet<>();
    for (Class<?> one : listed) {
      for (String name : beside(one)) {
        Class<?> other = load(name, one.getClassLoader());
        if (isRevision(other) && !listed.contains(other) && !agreed.contains(other)) {
          unlisted.add(other.getName());
        }
      }
    }
    if (!unlisted.isEmpty()) {
      throw TestFailures.of(
          Facts.of("revisions stand beside those of the list and are not in it")
              .with("missing", String.join("\n", unlisted))
              .next(
                  "add them to the list, or let unlisted() return the classes that do not belong"
                      + " to it"),
          null);
    }
  }

  private static boolean isRevision(Class<?> type) {
    return Revision.class.isAssignableFrom(type)
        && !type.isInterface()
        && !Modifier.isAbstract(type.getModifiers())
        && !type.isAnonymousClass()
        && !type.isLocalClass();
  }

  /** A class that cannot be loaded here is none that a list could have. */
  private static Class<?> load(String name, ClassLoader loader) {
    try {
      return Class.forName(name, false, loader);
    } catch (ClassNotFoundException | LinkageError missing) {
      return Object.class;
    }
  }

  /** The names of the classes in the package of a class, in its own folder or archive. */
  private static Set<String> beside(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    URL location = source == null ? null : source.getLocation();
    String folder = type.getPackageName().replace('.', '/');
    if (location == null || !location.getProtocol().equals("file")) {
      return Set.of();
    }
    try {
      Path path = Path.of(location.toURI());
      return (Files.isDirectory(path) ? inFolder(path.resolve(folder)) : inArchive(path, folder))
          .stream()
              .map(
                  name ->
                      type.getPackageName()
                          + "."
                          + name.substring(0, name.length() - CLASS.length()))
              .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException | URISyntaxException failure) {
      throw new AssertionError("the classes beside " + type + " cannot be listed", failure);
    }
  }

  private static Set<String> inFolder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return Set.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.endsWith(CLASS))
          .collect(Collectors.toSet());
    }
  }

  private static Set<String> inArchive(Path archive, String folder) throws IOException {
    try (JarFile jar = new JarFile(archive.toFile())) {
      return jar.stream()
          .map(entry -> entry.getName())
          .filter(name -> name.startsWith(folder + "/") && name.endsWith(CLASS))
          .map(name -> name.substring(folder.length() + 1))
          .filter(name -> name.indexOf('/') < 0)
          .collect(Collectors.toSet());
    }
  }
}
