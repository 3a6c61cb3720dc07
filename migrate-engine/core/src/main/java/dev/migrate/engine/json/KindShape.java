package dev.migrate.engine.json;

import dev.migrate.schema.DialectName;
import dev.migrate.schema.Literal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One of the kinds that a sealed interface permits, and no other: an object with one field that
 * names the kind. Constants of an enum and literals stand there by themselves.
 */
final class KindShape extends Shape {

  private final Class<?> family;
  private volatile @Nullable Map<String, Shape> kinds;

  KindShape(Class<?> family) {
    this.family = family;
  }

  private static final ClassValue<String> NAMES =
      new ClassValue<>() {
        @Override
        protected String computeValue(Class<?> type) {
          String name = type.getSimpleName();
          return Character.toLowerCase(name.charAt(0)) + name.substring(1);
        }
      };

  /** What comes before the value of a kind. */
  private static final ClassValue<byte[]> OPENINGS =
      new ClassValue<>() {
        @Override
        protected byte[] computeValue(Class<?> type) {
          return JsonOutput.ascii("{\"" + kind(type) + "\":");
        }
      };

  /** The name of a kind: that of its class, with a small letter first. */
  static String kind(Class<?> type) {
    return NAMES.get(type);
  }

  private static boolean standsByItself(Class<?> type) {
    return type == Literal.class || type.isEnum();
  }

  @Override
  void write(Object value, JsonOutput out) {
    Class<?> type = value.getClass();
    Shape shape = Shapes.of(type);
    if (standsByItself(type)) {
      shape.write(value, out);
    } else {
      out.append(OPENINGS.get(type));
      shape.write(value, out);
      out.append('}');
    }
  }

  @Override
  Object read(JsonSource source) {
    if (source.isObject()) {
      return source.kind(kinds(), "of " + kind(family));
    }
    for (Class<?> type : family.getPermittedSubclasses()) {
      if (standsByItself(type)) {
        return Shapes.of(type).read(source);
      }
    }
    throw source.wrong("an object");
  }

  private Map<String, Shape> kinds() {
    Map<String, Shape> known = kinds;
    if (known == null) {
      known = new TreeMap<>();
      for (Class<?> type : family.getPermittedSubclasses()) {
        if (type == Literal.class) {
          known.putAll(LiteralShape.kinds());
        } else if (!standsByItself(type)) {
          known.put(kind(type), Shapes.of(type));
        }
      }
      known = Collections.unmodifiableMap(known);
      kinds = known;
    }
    return known;
  }

  @Override
  boolean varies() {
    return true;
  }

  @Override
  Object resolve(Object value, List<DialectName> names) {
    Object chosen = DialectVariants.choose(value, names);
    return Shapes.of(chosen.getClass()).resolve(chosen, names);
  }
}
