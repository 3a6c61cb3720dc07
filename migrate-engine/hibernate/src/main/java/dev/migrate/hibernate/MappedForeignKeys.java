package dev.migrate.hibernate;

import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.ReferentialAction;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hibernate.annotations.OnDeleteAction;

/** Reads the foreign keys of a table of mappings. */
final class MappedForeignKeys {

  /** What Hibernate calls a foreign key that has no name. */
  private static final Pattern IMPLICIT = Pattern.compile("(?i)FK[a-z0-9_$]{20,26}");

  private static final Pattern ACTION =
      Pattern.compile(
          "(?i)\\bon\\s+(delete|update)\\s+(no\\s+action|restrict|cascade|set\\s+null|set\\s+default)");

  private final Mapping mapping;
  private final org.hibernate.mapping.Table table;
  private final QualifiedName name;

  MappedForeignKeys(Mapping mapping, org.hibernate.mapping.Table table, QualifiedName name) {
    this.mapping = mapping;
    this.table = table;
    this.name = name;
  }

  List<ForeignKey> foreignKeys() {
    Map<String, ForeignKey> keys = new LinkedHashMap<>();
    List<org.hibernate.mapping.ForeignKey> mapped = new ArrayList<>(all(table));
    mapped.sort(Comparator.comparing(one -> String.valueOf(one.getName())));
    for (org.hibernate.mapping.ForeignKey one : mapped) {
      if (one.isPhysicalConstraint() && one.isCreationEnabled()) {
        ForeignKey key = read(one);
        keys.putIfAbsent(key.columns() + " " + key.target() + " " + key.targetColumns(), key);
      }
    }
    return distinct(keys.values());
  }

  /**
   * The generated name has the columns alone, so a second key of the same columns needs its own.
   */
  private List<ForeignKey> distinct(Collection<ForeignKey> keys) {
    Set<String> names = new HashSet<>();
    List<ForeignKey> distinct = new ArrayList<>();
    keys.stream()
        .sorted(
            Comparator.comparing((ForeignKey key) -> String.join("\0", key.columns()))
                .thenComparing(ForeignKey::target))
        .forEach(
            key -> {
              ForeignKey named = (ForeignKey) key.namedIn(name);
              boolean first = names.add(named.requiredName());
              distinct.add(
                  first ? key : key.named(named.requiredName() + "_" + key.target().name()));
            });
    return distinct;
  }

  private ForeignKey read(org.hibernate.mapping.ForeignKey mapped) {
    List<org.hibernate.mapping.Column> target = mapped.getReferencedColumns();
    if (target.isEmpty()) {
      target = mapped.getReferencedTable().getPrimaryKey().getColumns();
    }
    ForeignKey key =
        ForeignKey.of(mapped.getColumns().stream().map(mapping.names()::of).toList())
            .references(
                mapping.names().of(mapped.getReferencedTable()),
                target.stream().map(mapping.names()::of).toList())
            .onDelete(action(mapped.getOnDeleteAction()));
    String definition = mapped.getKeyDefinition();
    if (definition != null) {
      key = defined(key, definition);
    }
    String given = mapped.getName();
    return given == null || IMPLICIT.matcher(given).matches()
        ? key
        : key.named(mapping.names().given(given));
  }

  /** A definition repeats the columns, and may add actions. */
  private static ForeignKey defined(ForeignKey key, String definition) {
    ForeignKey defined = key;
    Matcher actions = ACTION.matcher(definition);
    while (actions.find()) {
      ReferentialAction action =
          ReferentialAction.valueOf(
              actions.group(2).strip().replaceAll("\\s+", "_").toUpperCase(java.util.Locale.ROOT));
      defined =
          actions.group(1).equalsIgnoreCase("delete")
              ? defined.onDelete(action)
              : defined.onUpdate(action);
    }
    return defined;
  }

  private static ReferentialAction action(
      @org.jspecify.annotations.Nullable OnDeleteAction action) {
    if (action == null) {
      return ReferentialAction.NO_ACTION;
    }
    return switch (action) {
      case NO_ACTION -> ReferentialAction.NO_ACTION;
      case CASCADE -> ReferentialAction.CASCADE;
      case SET_NULL -> ReferentialAction.SET_NULL;
      case SET_DEFAULT -> ReferentialAction.SET_DEFAULT;
      case RESTRICT -> ReferentialAction.RESTRICT;
    };
  }

  /** The one call that Hibernate 6 and 7 do not share. */
  @SuppressWarnings("unchecked")
  static Collection<org.hibernate.mapping.ForeignKey> all(org.hibernate.mapping.Table table) {
    MethodHandles.Lookup lookup = MethodHandles.publicLookup();
    Class<?> type = org.hibernate.mapping.Table.class;
    try {
      try {
        MethodHandle since7 =
            lookup.findVirtual(
                type, "getForeignKeyCollection", MethodType.methodType(Collection.class));
        return (Collection<org.hibernate.mapping.ForeignKey>) since7.invoke(table);
      } catch (NoSuchMethodException before7) {
        MethodHandle keys =
            lookup.findVirtual(type, "getForeignKeys", MethodType.methodType(Map.class));
        return ((Map<?, org.hibernate.mapping.ForeignKey>) keys.invoke(table)).values();
      }
    } catch (Throwable unknown) {
      throw new IllegalStateException(
          "Hibernate "
              + org.hibernate.Version.getVersionString()
              + " does not show foreign keys; 6.6 and 7 do",
          unknown);
    }
  }
}
