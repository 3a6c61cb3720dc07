package dev.migrate.spring;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.boot.loader.tools.Library;
import org.springframework.boot.loader.tools.LibraryScope;
import org.springframework.boot.loader.tools.Repackager;
import shop.Shop;

/** The sample application as one executable jar, packed as the plugin of Spring Boot packs it. */
final class BootJar {

  private static final Pattern LEFT_OUT =
      Pattern.compile(
          ".*(junit|jupiter|assertj|mockito|spring-boot-\\w*-?test|loader-tools|flyway|surefire"
              + "|jooq|opentest4j|byte-buddy-agent|tomcat|webmvc|starter).*");

  private BootJar() {}

  /**
   * Packs the application.
   *
   * @param folder where the jar will be
   * @param isNested whether the revisions are in a jar of their own inside it
   */
  static Path pack(Path folder, boolean isNested) throws IOException {
    Path classes = folderOf(Shop.class);
    Predicate<String> revisions = name -> name.startsWith("shop/revision/");
    Predicate<String> application =
        name -> name.startsWith("shop/") && !name.endsWith("Test.class");
    Path source =
        archive(
            folder.resolve("classes.jar"),
            classes,
            isNested ? application.and(revisions.negate()) : application);
    List<Path> libraries = new ArrayList<>();
    if (isNested) {
      libraries.add(archive(folder.resolve("shop-revisions.jar"), classes, revisions));
    }
    for (Path entry : classPath()) {
      if (Files.isDirectory(entry)) {
        if (!entry.equals(classes)) {
          Path jar = folder.resolve("folder" + libraries.size() + ".jar");
          libraries.add(archive(jar, entry, name -> true));
        }
      } else if (isWanted(entry)) {
        libraries.add(entry);
      }
    }
    Path packed = folder.resolve("shop.jar");
    Repackager repackager = new Repackager(source.toFile());
    repackager.setMainClass(Shop.class.getName());
    repackager.repackage(
        packed.toFile(),
        callback -> {
          for (Path library : libraries) {
            callback.library(new Library(library.toFile(), LibraryScope.COMPILE));
          }
        });
    return packed;
  }

  private static boolean isWanted(Path jar) {
    String name = jar.getFileName().toString();
    return Files.exists(jar)
        && name.endsWith(".jar")
        && (!LEFT_OUT.matcher(name).matches() || name.startsWith("migrate-"));
  }

  private static Path folderOf(Class<?> type) {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath());
  }

  private static List<Path> classPath() {
    String path = System.getProperty("java.class.path");
    return Stream.of(path.split(File.pathSeparator)).map(Path::of).distinct().toList();
  }

  private static Path archive(Path jar, Path folder, Predicate<String> isWanted)
      throws IOException {
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out);
        Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String name = folder.relativize(file).toString().replace(File.separatorChar, '/');
        if (isWanted.test(name)) {
          entries.putNextEntry(new JarEntry(name));
          Files.copy(file, entries);
        }
      }
    }
    return jar;
  }
}
