package dev.migrate.hibernate;

import jakarta.persistence.Converter;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.MappedSuperclass;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** Entity classes that others wrote, found in the jars of the class path. */
enum ForeignModels {
  ANIMAL("org.hibernate.testing.orm.domain.animal"),
  CONTACTS("org.hibernate.testing.orm.domain.contacts"),
  GAMBIT("org.hibernate.testing.orm.domain.gambit"),
  HELPDESK("org.hibernate.testing.orm.domain.helpdesk"),
  LIBRARY("org.hibernate.testing.orm.domain.library"),
  RETAIL("org.hibernate.testing.orm.domain.retail"),
  USERGUIDE("org.hibernate.testing.orm.domain.userguide"),
  MODULITH("org.springframework.modulith.events.jpa"),
  AXON("org.axonframework");

  private static final List<Class<? extends Annotation>> MAPPED =
      List.of(Entity.class, MappedSuperclass.class, Embeddable.class, Converter.class);

  /** Some of the entities need them. */
  private static final String CONVERTERS = "org/hibernate/testing/orm/domain/\\w+Converter.class";

  private final String prefix;

  ForeignModels(String prefix) {
    this.prefix = prefix;
  }

  List<Class<?>> classes() {
    String folder = prefix.replace('.', '/') + "/";
    List<Class<?>> classes = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(java.io.File.pathSeparator)) {
      if (entry.endsWith(".jar") && isNamed(Path.of(entry).getFileName().toString())) {
        try (JarFile jar = new JarFile(entry)) {
          jar.stream()
              .map(one -> one.getName())
              .filter(name -> name.startsWith(folder) || name.matches(CONVERTERS))
              .filter(name -> name.endsWith(".class"))
              .flatMap(name -> mapped(name.substring(0, name.length() - 6).replace('/', '.')))
              .forEach(classes::add);
        } catch (IOException failure) {
          throw new UncheckedIOException(failure);
        }
      }
    }
    if (classes.isEmpty()) {
      throw new AssertionError("no class in " + prefix);
    }
    return classes;
  }

  private static boolean isNamed(String jar) {
    return jar.startsWith("hibernate-testing")
        || jar.startsWith("axon-")
        || jar.startsWith("spring-modulith-events-jpa");
  }

  /** The class if it is mapped, and everything that it needs is there. */
  private static Stream<Class<?>> mapped(String name) {
    try {
      Class<?> type = Class.forName(name, false, ForeignModels.class.getClassLoader());
      return MAPPED.stream().anyMatch(type::isAnnotationPresent) ? Stream.of(type) : Stream.of();
    } catch (ClassNotFoundException | LinkageError elsewhere) {
      return Stream.of();
    }
  }
}
