package dev.migrate.schema;

import dev.migrate.error.Arguments;
import dev.migrate.error.DefinitionException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The name of a table, view, sequence or type, with its schema (namespace) unless that is the
 * connection's default. Names are exact: {@code Account} and {@code account} differ.
 *
 * @param namespace the schema; empty for the connection's default
 * @param name the object's own name
 */
public record QualifiedName(Optional<String> namespace, String name)
    implements Comparable<QualifiedName> {

  /**
   * Checks both parts.
   *
   * @throws DefinitionException if a part is empty or contains a NUL character
   */
  public QualifiedName {
    if (namespace.isPresent()) {
      NameRules.require("schema", namespace.get());
    }
    NameRules.require("table, view, sequence or type", name);
  }

  /**
   * Reads a name as users write it: {@code account}, {@code billing.invoice}, or with double quotes
   * around a part that contains a dot: {@code "we.ird"} or {@code billing."we.ird"}, where a double
   * quote is written twice. A name that does not begin with a double quote is taken literally up to
   * the dot.
   *
   * @param text the name, with at most one schema in front
   * @throws DefinitionException if a part is empty, a quote is left open, or there are more than
   *     two parts
   */
  public static QualifiedName of(String text) {
    List<String> parts = parts(text);
    return switch (parts.size()) {
      case 1 -> exactly(parts.get(0));
      case 2 -> in(parts.get(0), parts.get(1));
      default ->
          throw new DefinitionException(
              "the name " + text + " has " + parts.size() + " parts",
              "write schema.name; put a part that contains a dot into double quotes");
    };
  }

  /**
   * A name in the connection's default schema, taken literally.
   *
   * @param name the name, including any dots and quotes
   * @throws DefinitionException if the name is empty or contains a NUL character
   */
  public static QualifiedName exactly(String name) {
    return new QualifiedName(Optional.empty(), name);
  }

  /**
   * A name in a schema, both taken literally.
   *
   * @param name the object's own name
   * @throws DefinitionException if a part is empty or contains a NUL character
   */
  public static QualifiedName in(String namespace, String name) {
    return new QualifiedName(Optional.of(namespace), name);
  }

  /**
   * Another name in the same schema.
   *
   * @param other the other object's own name
   * @return the name in this one's schema
   */
  public QualifiedName sibling(String other) {
    return new QualifiedName(namespace, other);
  }

  /** As the record would have it, but the generated method makes a start slower. */
  @Override
  public boolean equals(Object other) {
    return other instanceof QualifiedName that
        && name.equals(that.name)
        && namespace.equals(that.namespace);
  }

  @Override
  public int hashCode() {
    return 31 * namespace.hashCode() + name.hashCode();
  }

  @Override
  public int compareTo(QualifiedName other) {
    if (namespace.isEmpty() && other.namespace.isEmpty()) {
      return name.compareTo(other.name);
    }
    int byNamespace = namespace.orElse("").compareTo(other.namespace.orElse(""));
    return byNamespace != 0 ? byNamespace : name.compareTo(other.name);
  }

  /** The name as {@link #of} reads it. */
  @Override
  public String toString() {
    return namespace.isEmpty() ? written(name) : written(namespace.get()) + "." + written(name);
  }

  private static String written(String part) {
    boolean plain = part.indexOf('.') < 0 && !part.startsWith("\"");
    return plain ? part : '"' + part.replace("\"", "\"\"") + '"';
  }

  private static List<String> parts(String text) {
    Arguments.requireGiven(text, "the name of a table, view, sequence or type");
    if (text.indexOf('.') < 0 && !text.startsWith("\"")) {
      return List.of(text);
    }
    List<String> parts = new ArrayList<>();
    int at = 0;
    while (true) {
      StringBuilder part = new StringBuilder();
      at = text.startsWith("\"", at) ? quoted(text, at, part) : plain(text, at, part);
      parts.add(part.toString());
      if (at == text.length()) {
        return parts;
      }
      if (text.charAt(at) != '.') {
        throw new DefinitionException(
            "the name " + text + " continues after a closing quote", "put a dot between two parts");
      }
      at++;
    }
  }

  private static int plain(String text, int from, StringBuilder part) {
    int dot = text.indexOf('.', from);
    int end = dot < 0 ? text.length() : dot;
    part.append(text, from, end);
    return end;
  }

  private static int quoted(String text, int from, StringBuilder part) {
    for (int at = from + 1; at < text.length(); at++) {
      if (text.charAt(at) != '"') {
        part.append(text.charAt(at));
      } else if (text.startsWith("\"\"", at)) {
        part.append('"');
        at++;
      } else {
        return at + 1;
      }
    }
    throw new DefinitionException(
        "the name " + text + " has an unclosed double quote",
        "close it, or double it if it is part of the name");
  }
}
