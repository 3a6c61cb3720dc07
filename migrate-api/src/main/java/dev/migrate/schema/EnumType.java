package dev.migrate.schema;

import dev.migrate.error.Arguments;
import dev.migrate.error.DefinitionException;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A named type whose values are labels.
 *
 * @param labels its labels in their order
 */
public record EnumType(QualifiedName name, List<String> labels) {

  /**
   * Checks and copies.
   *
   * @throws DefinitionException if there is no label, or a label is empty or repeated
   */
  public EnumType {
    Objects.requireNonNull(name, "name");
    labels = requireLabels("the enum type " + name, labels);
  }

  static List<String> requireLabels(String what, List<String> labels) {
    Set<String> seen = new HashSet<>();
    for (String label : labels) {
      if (label.isEmpty() || label.indexOf('\0') >= 0 || !seen.add(label)) {
        throw new DefinitionException(
            what + " has a label that is empty, repeated, or contains a NUL character: " + labels,
            "give each label its own text");
      }
      Arguments.requireWholeCharacters(label, "a label of " + what);
    }
    if (labels.isEmpty()) {
      throw new DefinitionException(what + " has no label", "give it at least one");
    }
    return List.copyOf(labels);
  }

  /** A copy with another name. */
  public EnumType withName(QualifiedName other) {
    return new EnumType(other, labels);
  }

  /**
   * A copy with other labels.
   *
   * @param others the labels in their order
   * @throws DefinitionException if there is no label, or a label is empty or repeated
   */
  public EnumType withLabels(List<String> others) {
    return new EnumType(name, others);
  }

  @Override
  public String toString() {
    return "enum " + name + " " + labels;
  }
}
