package dev.migrate.schema;

import java.nio.charset.StandardCharsets;

/**
 * The names that PostgreSQL generates, as {@code makeObjectName} in its sources does. No other
 * database generates names that can collide with declared ones.
 */
public final class ChosenName {

  /** NAMEDATALEN - 1: longer names are cut. */
  private static final int BYTES = 63;

  private ChosenName() {}

  /**
   * The name of an object that belongs to a column.
   *
   * @param table the table's name without its schema
   * @param label {@code seq} or {@code not_null}, with a number if that name is taken
   * @return {@code table_column_label}, with the longer of table and column cut until it fits
   */
  public static String of(String table, String column, String label) {
    int free = BYTES - label.length() - 2;
    int first = bytes(table);
    int second = bytes(column);
    while (first + second > free) {
      if (first > second) {
        first--;
      } else {
        second--;
      }
    }
    return cut(table, first) + "_" + cut(column, second) + "_" + label;
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  /** The longest prefix that fits into so many bytes. */
  private static String cut(String text, int bytes) {
    int end = text.length();
    while (bytes(text.substring(0, end)) > bytes) {
      end = text.offsetByCodePoints(end, -1);
    }
    return text.substring(0, end);
  }
}
