package dev.migrate.dialect.h2;

import dev.migrate.dialect.Renderer;
import dev.migrate.schema.QualifiedName;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How names are stored in one database. A name that is written bare is stored in upper case unless
 * the database was opened with {@code DATABASE_TO_UPPER=FALSE} or {@code DATABASE_TO_LOWER=TRUE};
 * every other name is stored as it is. Immutable.
 *
 * @param renderer decides which names are written bare
 * @param storesUpper whether bare names are stored in upper case
 * @param defaultSchema the connection's schema, as it is stored
 */
record H2Names(Renderer renderer, boolean storesUpper, String defaultSchema) {

  private static final Pattern UPPER = Pattern.compile("[A-Z_][A-Z0-9_]*");

  /** A name of the model as the database stores it. */
  String stored(String name) {
    return storesUpper && isBare(renderer, name) ? name.toUpperCase(Locale.ROOT) : name;
  }

  /**
   * Whether statements can name what is stored so. A name in lower case alone cannot be told from
   * one in upper case, which is written in lower case.
   */
  boolean isWritable(String stored) {
    return stored(model(stored)).equals(stored);
  }

  /** A stored name as the model has it. */
  String model(String stored) {
    return storesUpper ? bare(renderer, stored) : stored;
  }

  /** The stored name of an object as the model has it: without a schema in the default one. */
  QualifiedName model(String schema, String name) {
    return schema.equals(defaultSchema)
        ? QualifiedName.exactly(model(name))
        : QualifiedName.in(model(schema), model(name));
  }

  /** As {@link #model(String, String)}, where the schema may be absent. */
  QualifiedName modelOf(@Nullable String schema, String name) {
    return model(schema == null ? defaultSchema : schema, name);
  }

  /** The name that is written bare to get this stored name, or the name itself if there is none. */
  static String bare(Renderer renderer, String stored) {
    if (!UPPER.matcher(stored).matches()) {
      return stored;
    }
    String lower = stored.toLowerCase(Locale.ROOT);
    return isBare(renderer, lower) ? lower : stored;
  }

  private static boolean isBare(Renderer renderer, String name) {
    return renderer.name(name).equals(name);
  }
}
