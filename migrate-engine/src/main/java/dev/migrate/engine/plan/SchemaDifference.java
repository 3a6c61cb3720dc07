package dev.migrate.engine.plan;

import dev.migrate.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** In which lines two schemas differ. */
public final class SchemaDifference {

  private SchemaDifference() {}

  /**
   * The lines in which one schema differs from another.
   *
   * @param wanted the one
   * @param reached the other
   * @return what the other lacks and has too much
   */
  public static String between(Schema wanted, Schema reached) {
    Set<String> missing = lines(wanted);
    Set<String> surplus = lines(reached);
    Set<String> common = new TreeSet<>(missing);
    common.retainAll(surplus);
    missing.removeAll(common);
    surplus.removeAll(common);
    List<String> difference = new ArrayList<>();
    missing.forEach(line -> difference.add("  missing: " + line));
    surplus.forEach(line -> difference.add("  too much: " + line));
    return String.join("\n", difference);
  }

  /**
   * What a schema consists of, a line for each column, constraint, index, comment and object.
   *
   * @param schema the schema
   * @return the lines
   */
  public static Set<String> lines(Schema schema) {
    Set<String> lines = new TreeSet<>();
    schema
        .tables()
        .forEach(
            table -> {
              String prefix = "table " + table.name() + ": ";
              lines.add("table " + table.name());
              table.columns().forEach(column -> lines.add(prefix + column));
              table.constraints().forEach(constraint -> lines.add(prefix + constraint));
              table.indexes().forEach(index -> lines.add(prefix + index));
              table.comment().ifPresent(comment -> lines.add(prefix + "comment " + comment));
            });
    schema.views().forEach(view -> lines.add(view.toString()));
    schema.sequences().forEach(sequence -> lines.add(sequence.toString()));
    schema.enumTypes().forEach(type -> lines.add(type.toString()));
    schema.namespaces().forEach(namespace -> lines.add("schema " + namespace));
    return lines;
  }
}
