package dev.migrate.generate;

import dev.migrate.RevisionId;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Names other revisions by constants of their classes, and imports these. Not thread-safe.
 *
 * <p>A revision of which the class has no constant that can be read, or of which the simple name
 * already means another class, has none.
 */
final class RevisionConstants {

  private static final String FIELD = "ID";

  private final Map<RevisionId, Class<?>> classes;
  private final String packageName;
  private final Map<String, Class<?>> named = new HashMap<>();
  private final NavigableMap<String, Class<?>> imported = new TreeMap<>();
  private final String className;

  RevisionConstants(Map<RevisionId, Class<?>> classes, String packageName, String className) {
    this.classes = classes;
    this.packageName = packageName;
    this.className = className;
  }

  Optional<String> of(RevisionId id) {
    Class<?> type = classes.get(id);
    if (type == null || !isUsable(type, id)) {
      return Optional.empty();
    }
    String name = type.getSimpleName();
    if (!type.equals(named.computeIfAbsent(name, key -> type))) {
      return Optional.empty();
    }
    boolean isBeside = type.getPackageName().equals(packageName) && !type.isMemberClass();
    if (!isBeside) {
      imported.put(type.getCanonicalName(), type);
    }
    return Optional.of(name + "." + FIELD);
  }

  /** The names of the classes to import. */
  Iterable<String> imports() {
    return imported.keySet();
  }

  private boolean isUsable(Class<?> type, RevisionId id) {
    String name = type.getSimpleName();
    if (type.getCanonicalName() == null
        || name.equals(className)
        || ClassNames.NAMED.contains(name)
        || (type.getPackageName().isEmpty() && !packageName.isEmpty())
        || !isVisible(type)) {
      return false;
    }
    try {
      Field field = type.getDeclaredField(FIELD);
      field.setAccessible(true);
      return Modifier.isStatic(field.getModifiers())
          && isVisible(field.getModifiers(), type)
          && field.getType().equals(RevisionId.class)
          && id.equals(field.get(null));
    } catch (ReflectiveOperationException | RuntimeException | LinkageError unreadable) {
      return false;
    }
  }

  private boolean isVisible(Class<?> type) {
    for (Class<?> each = type; each != null; each = each.getEnclosingClass()) {
      if (!isVisible(each.getModifiers(), type)) {
        return false;
      }
    }
    return true;
  }

  private boolean isVisible(int modifiers, Class<?> type) {
    return Modifier.isPublic(modifiers)
        || (!Modifier.isPrivate(modifiers) && type.getPackageName().equals(packageName));
  }
}
