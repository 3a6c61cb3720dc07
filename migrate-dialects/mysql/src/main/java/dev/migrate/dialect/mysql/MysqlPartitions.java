package dev.migrate.dialect.mysql;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The partitions of a table as {@code CREATE TABLE} has them.
 *
 * @see <a href="https://dev.mysql.com/doc/refman/8.4/en/partitioning.html">Partitioning</a>
 */
final class MysqlPartitions {

  /**
   * A row of the catalogue.
   *
   * @param method such as {@code RANGE COLUMNS}
   * @param expression what it is computed from
   * @param subMethod how each partition is parted again, if it is
   * @param subExpression what that is computed from
   * @param name the partition's name
   * @param description its limit or values
   * @param subPosition which of its parts this is; 0 or 1 for the first
   */
  record Part(
      String method,
      @Nullable String expression,
      @Nullable String subMethod,
      @Nullable String subExpression,
      String name,
      @Nullable String description,
      int subPosition) {

    boolean isFirst() {
      return subPosition <= 1;
    }
  }

  private MysqlPartitions() {}

  /** The words from {@code PARTITION BY} on. */
  static String sql(Collection<Part> parts) {
    Part first = parts.iterator().next();
    List<Part> partitions = parts.stream().filter(Part::isFirst).toList();
    boolean listed = partitions.stream().anyMatch(part -> part.description() != null);
    return "PARTITION BY "
        + first.method()
        + brackets(first.expression())
        + (listed ? "" : " PARTITIONS " + partitions.size())
        + subpartitions(first, parts.size() / partitions.size())
        + (listed
            ? "\n(" + String.join(", ", partitions.stream().map(p -> one(p)).toList()) + ")"
            : "");
  }

  private static String brackets(@Nullable String expression) {
    return " (" + (expression == null ? "" : expression) + ")";
  }

  private static String subpartitions(Part first, int count) {
    return first.subMethod() == null
        ? ""
        : " SUBPARTITION BY "
            + first.subMethod()
            + brackets(first.subExpression())
            + " SUBPARTITIONS "
            + count;
  }

  private static String one(Part part) {
    boolean range = part.method().toUpperCase(Locale.ROOT).startsWith("RANGE");
    boolean open = range && "MAXVALUE".equals(part.description());
    String values = open ? " MAXVALUE" : brackets(part.description());
    return "PARTITION `"
        + part.name().replace("`", "``")
        + "` VALUES "
        + (range ? "LESS THAN" : "IN")
        + values;
  }
}
