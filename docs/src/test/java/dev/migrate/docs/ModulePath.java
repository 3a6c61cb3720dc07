package dev.migrate.docs;

import java.io.File;
import java.io.IOException;
import java.lang.module.FindException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The modules of the library as Maven compiled them, and those of the libraries on the class path.
 */
final class ModulePath {

  /** What a jar without a descriptor needs, and what is only found as a service. */
  private static final Map<String, List<String>> NOT_DECLARED =
      Map.of(
          "org.jdbi.v3.core", List.of("io.leangen.geantyref", "org.slf4j"),
          "dev.migrate.dialect.h2", List.of("com.h2database"),
          "org.slf4j", List.of("org.slf4j.simple"));

  private final Map<String, ModuleReference> ours;
  private final Map<String, ModuleReference> all = new TreeMap<>();

  private ModulePath(Map<String, ModuleReference> ours) {
    this.ours = ours;
    Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(Path::of)
        .filter(jar -> jar.toString().endsWith(".jar"))
        .flatMap(jar -> modules(jar).stream())
        .forEach(module -> all.putIfAbsent(module.descriptor().name(), module));
    all.putAll(ours);
  }

  /** The modules; ours are missing where nothing but javac compiled them. */
  static ModulePath read() throws IOException {
    Map<String, ModuleReference> ours = new TreeMap<>();
    for (Path module : Pages.modules()) {
      Path classes = module.resolve("target/classes");
      if (Files.exists(classes.resolve("module-info.class"))) {
        modules(classes).forEach(one -> ours.put(one.descriptor().name(), one));
      }
    }
    return new ModulePath(ours);
  }

  private static Set<ModuleReference> modules(Path place) {
    try {
      return ModuleFinder.of(place).findAll();
    } catch (FindException noModule) {
      return Set.of();
    }
  }

  /** Whether Maven compiled every module that has a descriptor. */
  boolean isComplete() throws IOException {
    for (Path module : Pages.modules()) {
      if (Files.exists(module.resolve("src/main/java/module-info.java"))
          && !Files.exists(module.resolve("target/classes/module-info.class"))) {
        return false;
      }
    }
    return true;
  }

  /** The descriptors of our modules. */
  List<ModuleDescriptor> ours() {
    return ours.values().stream().map(ModuleReference::descriptor).toList();
  }

  /** A module of the class path or of the JDK. */
  Optional<ModuleDescriptor> module(String name) {
    return Optional.ofNullable(all.get(name))
        .or(() -> ModuleFinder.ofSystem().find(name))
        .map(ModuleReference::descriptor);
  }

  /** The module that has a package. */
  String owner(String packageName) {
    return Stream.concat(all.values().stream(), ModuleFinder.ofSystem().findAll().stream())
        .map(ModuleReference::descriptor)
        .filter(module -> module.packages().contains(packageName))
        .map(ModuleDescriptor::name)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no module has " + packageName));
  }

  /** The modules, and those that they need at run time apart from the JDK's. */
  List<ModuleReference> with(Collection<String> roots) {
    Map<String, ModuleReference> needed = new TreeMap<>();
    Deque<String> open = new ArrayDeque<>(roots);
    while (!open.isEmpty()) {
      String name = open.pop();
      ModuleReference module = all.get(name);
      if (module != null && needed.putIfAbsent(name, module) == null) {
        module.descriptor().requires().stream()
            .filter(one -> !one.modifiers().contains(Requires.Modifier.STATIC))
            .forEach(one -> open.add(one.name()));
        open.addAll(NOT_DECLARED.getOrDefault(name, List.of()));
      }
    }
    return List.copyOf(needed.values());
  }

  /** The modules as an argument of {@code java} or {@code javac}. */
  static String argument(Collection<ModuleReference> modules) {
    return modules.stream()
        .map(module -> Path.of(module.location().orElseThrow()).toString())
        .collect(Collectors.joining(File.pathSeparator));
  }
}
