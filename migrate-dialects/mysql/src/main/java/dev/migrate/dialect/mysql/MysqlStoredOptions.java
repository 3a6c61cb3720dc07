package dev.migrate.dialect.mysql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The options of a table as the catalogue has them.
 *
 * @param engine its engine, if it is known
 * @param collation its collation
 * @param defaultCollation the collation of its database
 * @param more what was stated besides, such as {@code row_format=COMPRESSED partitioned}
 * @param isVersioned whether MariaDB keeps the versions of its rows
 */
record MysqlStoredOptions(
    @Nullable String engine,
    @Nullable String collation,
    @Nullable String defaultCollation,
    @Nullable String more,
    boolean isVersioned) {

  private static final String PARTITIONED = "partitioned";

  boolean isPartitioned() {
    return more != null && more.contains(PARTITIONED);
  }

  boolean hasHashes() {
    return MysqlTableOptions.read(engineOption()).hasHashes();
  }

  private String engineOption() {
    return engine == null || engine.equalsIgnoreCase("InnoDB") ? "" : "ENGINE=" + engine;
  }

  /** What differs from the defaults, as words after {@code CREATE TABLE (…)}. */
  Optional<String> sql(Optional<String> partitions) {
    List<String> words = new ArrayList<>();
    words.add(engineOption());
    if (collation != null && !collation.equalsIgnoreCase(defaultCollation)) {
      words.add("COLLATE=" + collation.toLowerCase(Locale.ROOT));
    }
    // Neither reads the double quotes in which MySQL shows some values in every mode.
    words.add(more == null ? "" : more.replace(PARTITIONED, "").replace('"', '\'').strip());
    words.add(isVersioned ? "WITH SYSTEM VERSIONING" : "");
    words.add(partitions.orElse(""));
    words.removeIf(String::isBlank);
    return words.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", words));
  }
}
