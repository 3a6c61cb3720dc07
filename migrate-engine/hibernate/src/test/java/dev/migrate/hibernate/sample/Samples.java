package dev.migrate.hibernate.sample;

import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The classes of the sample. */
public final class Samples {

  private Samples() {}

  /** Every class that can be mapped on every database. */
  public static List<Class<?>> all() {
    return Stream.of(Values.class, Relations.class, Inheritance.class, Names.class)
        .flatMap(outer -> Arrays.stream(outer.getDeclaredClasses()))
        .filter(inner -> !inner.isEnum() && Modifier.isPublic(inner.getModifiers()))
        .<Class<?>>map(inner -> inner)
        .toList();
  }
}
