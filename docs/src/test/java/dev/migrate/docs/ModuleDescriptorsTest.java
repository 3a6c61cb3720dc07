package dev.migrate.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.domain.properties.HasModifiers;
import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Exports;
import java.lang.module.ModuleDescriptor.Provides;
import java.lang.module.ModuleDescriptor.Requires;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The descriptors of the modules say what their classes need, and no more than that. */
class ModuleDescriptorsTest {

  private static ModulePath path;
  private static JavaClasses classes;

  /** The module of each of our packages. */
  private static final Map<String, ModuleDescriptor> OWNERS = new TreeMap<>();

  /** The module of each package of a library that was asked for. */
  private static final Map<String, String> LIBRARIES = new HashMap<>();

  @BeforeAll
  static void read() throws IOException {
    path = ModulePath.read();
    assumeTrue(path.isComplete(), "the modules are compiled by Maven");
    classes = MainClasses.all();
    for (ModuleDescriptor module : path.ours()) {
      for (String name : module.packages()) {
        assertThat(OWNERS.put(name, module)).as("a second module with " + name).isNull();
      }
    }
    assertThat(OWNERS).containsKeys("dev.migrate", "dev.migrate.engine", "dev.migrate.commands");
  }

  /** Who requires a module can use all of its public signatures without requiring another. */
  @Test
  void whatPublicSignaturesNameIsRequiredTransitively() {
    Set<String> missing = new TreeSet<>();
    for (JavaClass type : classes) {
      ModuleDescriptor module = OWNERS.get(type.getPackageName());
      if (module != null && isExported(module, type) && isVisible(type)) {
        for (JavaClass named : named(type)) {
          String owner = owner(named);
          if (!readable(module).contains(owner) && !isOptional(module, owner)) {
            missing.add(module.name() + " requires transitive " + owner + ": " + type.getName());
          }
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  private static boolean isExported(ModuleDescriptor module, JavaClass type) {
    return module.exports().stream()
        .anyMatch(one -> !one.isQualified() && one.source().equals(type.getPackageName()));
  }

  private static boolean isVisible(HasModifiers member) {
    return member.getModifiers().contains(JavaModifier.PUBLIC)
        || member.getModifiers().contains(JavaModifier.PROTECTED);
  }

  private static Set<JavaClass> named(JavaClass type) {
    Set<JavaType> types = new HashSet<>(type.getInterfaces());
    type.getSuperclass().ifPresent(types::add);
    for (JavaCodeUnit unit : type.getCodeUnits()) {
      if (isVisible(unit)) {
        types.addAll(unit.getParameterTypes());
        types.add(unit.getReturnType());
        types.addAll(unit.getExceptionTypes());
      }
    }
    type.getFields().stream()
        .filter(ModuleDescriptorsTest::isVisible)
        .forEach(field -> types.add(field.getType()));
    return types.stream()
        .flatMap(one -> one.getAllInvolvedRawTypes().stream())
        .map(JavaClass::getBaseComponentType)
        .filter(one -> !one.isPrimitive())
        .collect(Collectors.toSet());
  }

  private static String owner(JavaClass type) {
    ModuleDescriptor ours = OWNERS.get(type.getPackageName());
    return ours == null
        ? LIBRARIES.computeIfAbsent(type.getPackageName(), path::owner)
        : ours.name();
  }

  /** The module, what it requires transitively, and what that does. */
  private static Set<String> readable(ModuleDescriptor module) {
    Set<String> found = new TreeSet<>(Set.of("java.base", module.name()));
    Deque<ModuleDescriptor> open = new ArrayDeque<>(Set.of(module));
    while (!open.isEmpty()) {
      for (Requires one : open.pop().requires()) {
        if (one.modifiers().contains(Requires.Modifier.TRANSITIVE) && found.add(one.name())) {
          path.module(one.name()).ifPresent(open::push);
        }
      }
    }
    return found;
  }

  /** Hibernate, which the application brings in the version that it has. */
  private static boolean isOptional(ModuleDescriptor module, String owner) {
    return module.requires().stream()
        .filter(one -> one.modifiers().contains(Requires.Modifier.STATIC))
        .anyMatch(one -> one.name().equals(owner));
  }

  /**
   * What is static costs nothing at run time. The module of all dialects has no classes, and
   * requires them for others.
   */
  @Test
  void whatIsRequiredIsUsed() {
    Map<String, Set<String>> used = new TreeMap<>();
    for (JavaClass type : classes) {
      ModuleDescriptor module = OWNERS.get(type.getPackageName());
      if (module != null) {
        type.getDirectDependenciesFromSelf().stream()
            .map(dependency -> dependency.getTargetClass().getBaseComponentType())
            .filter(one -> !one.isPrimitive())
            .forEach(
                one ->
                    used.computeIfAbsent(module.name(), name -> new TreeSet<>()).add(owner(one)));
      }
    }
    List<String> unused = new ArrayList<>();
    for (ModuleDescriptor module : path.ours()) {
      module.requires().stream()
          .filter(one -> !one.modifiers().contains(Requires.Modifier.STATIC))
          .map(Requires::name)
          .filter(name -> !name.equals("java.base") && !module.packages().isEmpty())
          .filter(name -> path.module(name).isPresent())
          .filter(name -> !used.getOrDefault(module.name(), Set.of()).contains(name))
          .forEach(name -> unused.add(module.name() + " requires " + name));
    }
    assertThat(unused).isEmpty();
  }

  @Test
  void whoLoadsServicesUsesThem() {
    Set<String> loading =
        classes.stream()
            .filter(type -> OWNERS.containsKey(type.getPackageName()))
            .filter(
                type ->
                    type.getMethodCallsFromSelf().stream()
                        .anyMatch(
                            call -> call.getTargetOwner().isEquivalentTo(ServiceLoader.class)))
            .map(type -> OWNERS.get(type.getPackageName()).name())
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(
            path.ours().stream()
                .filter(module -> !module.uses().isEmpty())
                .map(ModuleDescriptor::name))
        .containsExactlyElementsOf(loading);
  }

  /** On the class path the files count, on the module path the descriptors. */
  @Test
  void whatAModuleProvidesItProvidesOnTheClassPathToo() throws IOException {
    Map<String, List<String>> described = new TreeMap<>();
    for (ModuleDescriptor module : path.ours()) {
      for (Provides one : module.provides()) {
        described.computeIfAbsent(one.service(), name -> new ArrayList<>()).addAll(one.providers());
      }
    }
    Map<String, List<String>> listed = new TreeMap<>();
    for (Path module : Pages.modules()) {
      Path services = module.resolve("src/main/resources/META-INF/services");
      if (Files.exists(services)
          && Files.exists(module.resolve("src/main/java/module-info.java"))) {
        try (Stream<Path> files = Files.list(services)) {
          for (Path file : files.toList()) {
            listed
                .computeIfAbsent(file.getFileName().toString(), name -> new ArrayList<>())
                .addAll(Files.readAllLines(file));
          }
        }
      }
    }
    described.values().forEach(providers -> providers.sort(null));
    listed.values().forEach(providers -> providers.sort(null));
    assertThat(described).isNotEmpty().isEqualTo(listed);
  }

  /** Picocli sets fields; records of operations are public, in packages that are exported. */
  @Test
  void onlyCommandsAreOpen() {
    Set<String> annotated =
        classes.stream()
            .filter(type -> OWNERS.containsKey(type.getPackageName()))
            .filter(type -> MainClasses.isAnnotatedFrom(type, "picocli"))
            .map(JavaClass::getPackageName)
            .collect(Collectors.toCollection(TreeSet::new));
    Map<String, Set<String>> open = new TreeMap<>();
    path.ours().forEach(module -> module.opens().forEach(o -> open.put(o.source(), o.targets())));

    assertThat(annotated).isNotEmpty();
    assertThat(open.keySet()).isEqualTo(annotated);
    assertThat(open.values()).allMatch(Set.of("info.picocli")::equals);
  }

  @Test
  void everyModuleIsOnThePage() throws IOException {
    String page = Files.readString(Path.of("native-and-modules.md"));
    for (ModuleDescriptor module : path.ours()) {
      assertThat(page).contains("| `" + module.name() + "` |");
    }
    assertThat(path.ours().stream().flatMap(one -> one.exports().stream()))
        .filteredOn(Exports::isQualified)
        .extracting(Exports::source)
        .allMatch(name -> name.startsWith("dev.migrate.engine."));
  }
}
