package dev.migrate.engine.json;

import dev.migrate.schema.DialectName;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record: an object with its components in their order, without those that have their standard
 * value.
 */
class RecordShape extends Shape {

  /** A component; the standard is what it has where it is not written, null if it always is. */
  private record Part(
      String name, Method accessor, Shape shape, @Nullable Object standard, boolean isLeftOut) {

    boolean isWritten(Object value) {
      return !isLeftOut && (standard == null || !shape.isStandard(value, standard));
    }
  }

  private final Class<?> type;
  private final Part[] parts;

  /** The name of each part as it is written. */
  private final byte[][] fields;

  private final Constructor<?> constructor;
  private final boolean isShort;
  private final boolean varies;

  RecordShape(Class<?> type) {
    this.type = type;
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    parts = new Part[components.length];
    fields = new byte[components.length][];
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      parts[i] = part(type, components[i]);
      fields[i] = JsonOutput.ascii("\"" + parts[i].name() + "\":");
    }
    try {
      constructor = type.getConstructor(types);
    } catch (NoSuchMethodException hidden) {
      throw new IllegalStateException(type + " has no public constructor", hidden);
    }
    isShort = FormatRules.isShort(type);
    varies = anyVaries(parts);
  }

  private static boolean anyVaries(Part[] parts) {
    for (Part part : parts) {
      if (part.shape().varies()) {
        return true;
      }
    }
    return false;
  }

  private static Part part(Class<?> type, RecordComponent component) {
    String name = component.getName();
    Shape shape = Shapes.of(component.getGenericType());
    Object standard = FormatRules.standard(type, name);
    Method accessor = component.getAccessor();
    accessor.setAccessible(true); // it is public anyway, but then that is not checked each time
    return new Part(
        name,
        accessor,
        shape,
        standard == null ? shape.standard() : standard,
        FormatRules.isLeftOut(type, name));
  }

  @Override
  void write(Object value, JsonOutput out) {
    int start = out.length();
    int written = 0;
    for (int i = 0; i < parts.length; i++) {
      Object component = get(parts[i], value);
      if (parts[i].isWritten(component)) {
        out.append(written++ == 0 ? '{' : ',');
        out.append(fields[i]);
        parts[i].shape().write(component, out);
      }
    }
    if (isShort && written == 1) {
      out.delete(start, start + 1 + fields[0].length);
      return;
    }
    if (written == 0) {
      out.append('{');
    }
    out.append('}');
  }

  @Override
  Object read(JsonSource source) {
    Object[] values = new Object[parts.length];
    if (isShort && !source.isObject()) {
      values[0] = parts[0].shape().read(source);
    } else {
      source.object(name -> read(name, values, source));
    }
    for (int i = 0; i < parts.length; i++) {
      values[i] = values[i] == null ? parts[i].standard() : values[i];
      if (values[i] == null) {
        throw source.damaged("the field " + parts[i].name() + " " + of() + " is missing");
      }
    }
    return source.make(() -> create(values));
  }

  private void read(String name, Object[] values, JsonSource source) {
    for (int i = 0; i < parts.length; i++) {
      if (parts[i].name().equals(name) && !parts[i].isLeftOut()) {
        values[i] = parts[i].shape().read(source);
        return;
      }
    }
    throw source.unknown("the field", name, of());
  }

  private String of() {
    return "of " + KindShape.kind(type);
  }

  /** Component by component: the equality of records costs a start more than all the rest. */
  @Override
  boolean isStandard(Object value, Object standard) {
    if (value == standard) {
      return true;
    }
    for (Part part : parts) {
      if (!part.shape().isStandard(get(part, value), get(part, standard))) {
        return false;
      }
    }
    return true;
  }

  @Override
  boolean varies() {
    return varies;
  }

  @Override
  Object resolve(Object value, List<DialectName> names) {
    if (!varies) {
      return value;
    }
    Object chosen = DialectVariants.choose(value, names);
    @Nullable Object @Nullable [] resolved = null;
    for (int i = 0; i < parts.length; i++) {
      if (parts[i].shape().varies()) {
        Object component = get(parts[i], chosen);
        Object other = parts[i].shape().resolve(component, names);
        if (other != component) {
          resolved = resolved == null ? new Object[parts.length] : resolved;
          resolved[i] = other;
        }
      }
    }
    return resolved == null ? chosen : with(resolved, chosen);
  }

  /** The record with these components; those that are null are as they were. */
  private Object with(@Nullable Object[] components, Object record) {
    Object[] all = new Object[parts.length];
    for (int i = 0; i < parts.length; i++) {
      Object component = components[i];
      all[i] = component == null ? get(parts[i], record) : component;
    }
    return create(all);
  }

  private static Object get(Part part, Object value) {
    try {
      return part.accessor().invoke(value);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(part + " cannot be asked for", impossible);
    }
  }

  private Object create(Object[] values) {
    try {
      return constructor.newInstance(values);
    } catch (InvocationTargetException refused) {
      if (refused.getCause() instanceof RuntimeException reason) {
        throw reason;
      }
      throw new IllegalStateException(type + " cannot be made", refused.getCause());
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(type + " cannot be made", impossible);
    }
  }
}
