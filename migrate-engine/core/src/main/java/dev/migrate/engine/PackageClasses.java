package dev.migrate.engine;

import dev.migrate.error.DefinitionException;
import dev.migrate.error.Facts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleReader;
import java.lang.module.ResolvedModule;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * The classes of a package that come from the same place as one of them. Immutable.
 *
 * @param place the folder, archive or module
 * @param names the names of the classes, sorted
 */
record PackageClasses(String place, List<String> names) {

  private static final String CLASS = ".class";

  PackageClasses {
    names = List.copyOf(names);
  }

  static PackageClasses of(Class<?> type) {
    if (System.getProperty("org.graalvm.nativeimage.imagecode") != null) {
      throw refused(
          type,
          "a native image has no files of its classes",
          "list the revisions, as in revisions(new First(), new Second()) or RevisionGraph.of(…);\n"
              + "in a Spring Boot application, beans of the revisions do the same");
    }
    try {
      Optional<ResolvedModule> module = module(type);
      return module.isPresent() ? inModule(type, module.get()) : beside(type);
    } catch (IOException | UncheckedIOException | URISyntaxException failure) {
      throw refused(type, failure.toString());
    }
  }

  private static Optional<ResolvedModule> module(Class<?> type) {
    return Optional.ofNullable(type.getModule().getLayer())
        .flatMap(layer -> layer.configuration().findModule(type.getModule().getName()));
  }

  private static PackageClasses inModule(Class<?> type, ResolvedModule module) throws IOException {
    try (ModuleReader reader = module.reference().open();
        Stream<String> entries = reader.list()) {
      return in("module " + module.name(), type, entries);
    }
  }

  private static PackageClasses beside(Class<?> type) throws IOException, URISyntaxException {
    String file = type.getName().substring(type.getName().lastIndexOf('.') + 1) + CLASS;
    URL url = type.getResource(file);
    if (url == null) {
      throw refused(type, "the class has no file");
    }
    if (url.getProtocol().equals("file")) {
      return inFolder(type, Path.of(url.toURI()));
    }
    URLConnection connection = url.openConnection();
    if (connection instanceof JarURLConnection archive) {
      archive.setUseCaches(false);
      try (JarFile jar = archive.getJarFile()) {
        return in(
            archive.getJarFileURL().toString(), type, jar.stream().map(entry -> entry.getName()));
      }
    }
    throw refused(type, "its file is at " + url);
  }

  private static PackageClasses inFolder(Class<?> type, Path file) throws IOException {
    Path folder = file.toAbsolutePath().resolveSibling("");
    try (Stream<Path> files = Files.list(folder)) {
      String before = folderName(type);
      return in(folder.toString(), type, files.map(one -> before + one.getFileName()));
    }
  }

  private static String folderName(Class<?> type) {
    String name = type.getPackageName();
    return name.isEmpty() ? "" : name.replace('.', '/') + "/";
  }

  private static PackageClasses in(String place, Class<?> type, Stream<String> entries) {
    String folder = folderName(type);
    return new PackageClasses(
        place,
        entries
            .filter(entry -> entry.startsWith(folder) && entry.endsWith(CLASS))
            .map(entry -> entry.substring(folder.length(), entry.length() - CLASS.length()))
            .filter(name -> name.indexOf('/') < 0 && name.indexOf('-') < 0)
            .map(name -> folder.replace('/', '.') + name)
            .sorted()
            .distinct()
            .toList());
  }

  private static DefinitionException refused(Class<?> type, String because) {
    return refused(type, because, "list the revisions with RevisionGraph.of(…)");
  }

  private static DefinitionException refused(Class<?> type, String because, String next) {
    return new DefinitionException(
        Facts.of("the classes beside " + type.getName() + " cannot be listed")
            .with("because", because)
            .next(next));
  }
}
