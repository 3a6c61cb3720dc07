package dev.migrate.schema;

import java.nio.charset.StandardCharsets;

/**
 * The names that PostgreSQL gives by itself, the only database whose given names can be in the way
 * of others: {@code makeObjectName} in its sources.
 */
public final class ChosenName {

  /** NAMEDATALEN - 1: longer names are cut. */
  private static final int BYTES = 63;

  private ChosenName() {}

  /**
   * The name of what belongs to a column.
   *
   * @param table the table's name without its schema
   * @param label what it is: {@code seq} or {@code not_null}, with a number where that is taken
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

  /** The first characters that take no more bytes. */
  private static String cut(String text, int bytes) {
    int end = text.length();
    while (bytes(text.substring(0, end)) > bytes) {
      end = text.offsetByCodePoints(end, -1);
    }
    return text.substring(0, end);
  }
}
