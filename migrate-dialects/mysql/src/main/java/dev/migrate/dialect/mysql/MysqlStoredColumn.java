package dev.migrate.dialect.mysql;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A column as the catalogue has it.
 *
 * @param name its name
 * @param type the words of its type
 * @param isNullable whether it takes NULL
 * @param defaultText what the catalogue shows of its default
 * @param extra what else the catalogue has of it
 * @param generation how it is computed
 * @param collation its collation, if it is a text
 * @param comment its comment
 * @param srs the number of its spatial reference system
 */
record MysqlStoredColumn(
    String name,
    String type,
    boolean isNullable,
    @Nullable String defaultText,
    String extra,
    @Nullable String generation,
    @Nullable String collation,
    Optional<String> comment,
    @Nullable String srs) {

  static final String GENERATED_KEY = "my_row_id";

  private String lower() {
    return extra.toLowerCase(Locale.ROOT);
  }

  boolean isGenerated() {
    return generation != null && lower().contains("generated");
  }

  boolean isVirtual() {
    return lower().contains("virtual generated");
  }

  boolean isNumbered() {
    return lower().contains("auto_increment");
  }

  boolean isInvisible() {
    return extra.contains("INVISIBLE");
  }

  boolean hasComputedDefault() {
    return extra.toUpperCase(Locale.ROOT).contains("DEFAULT_GENERATED");
  }

  boolean isGeneratedKey() {
    return name.equals(GENERATED_KEY) && isNumbered() && isInvisible();
  }

  /** Whether the catalogue shows only the beginning of a default of bytes. */
  boolean isCut() {
    return defaultText != null
        && !hasComputedDefault()
        && MysqlBinaryDefaults.isCut(type, defaultText);
  }

  /**
   * What the model has no word for belongs to the type, so that it is not lost when the column is
   * restated.
   */
  String typeWithMore() {
    String change =
        lower().contains("on update current_timestamp")
            ? " " + lower().replaceAll(".*(on update current_timestamp(\\(\\d?\\))?).*", "$1")
            : "";
    return type
        + (srs == null ? "" : " srid " + srs)
        + change.replace("()", "")
        + (isInvisible() ? " invisible" : "");
  }

  String quotedName() {
    return "`" + name.replace("`", "``") + "`";
  }
}
