package dev.migrate.hibernate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Entity classes as text, of which each version is an edit of the one before. */
record EvolvingClasses(String source) {

  private static final String IMPORTS =
      """
      package shop;

      import jakarta.persistence.*;
      import java.math.BigDecimal;
      import java.util.*;

      """;

  EvolvingClasses edited(String... replacements) {
    String edited = source;
    for (int i = 0; i < replacements.length; i += 2) {
      assertThat(edited).contains(replacements[i]);
      edited = edited.replace(replacements[i], replacements[i + 1]);
    }
    return new EvolvingClasses(edited);
  }

  /** The entities, in a class loader of their own. */
  List<Class<?>> compiled(Path folder) {
    ClassLoader loader = CompiledClasses.in(folder, Map.of("Shop.java", IMPORTS + source));
    List<Class<?>> classes = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder.resolve("shop"))) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString().replace(".class", "");
        Class<?> type = loader.loadClass("shop." + name);
        if (type.isAnnotationPresent(jakarta.persistence.Entity.class)) {
          classes.add(type);
        }
      }
    } catch (IOException | ReflectiveOperationException failure) {
      throw new AssertionError(failure);
    }
    return classes;
  }
}
