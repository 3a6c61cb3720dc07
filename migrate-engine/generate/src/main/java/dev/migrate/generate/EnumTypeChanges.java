package dev.migrate.generate;

import dev.migrate.operation.AddEnumValue;
import dev.migrate.operation.CreateEnumType;
import dev.migrate.operation.DropEnumType;
import dev.migrate.operation.RenameEnumType;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The enum types that come, go, or get other labels. */
final class EnumTypeChanges {

  private EnumTypeChanges() {}

  static void change(Transition transition) {
    for (EnumType type : transition.target().enumTypes()) {
      Optional<EnumType> known = transition.current().findEnumType(type.name());
      if (known.isEmpty()) {
        transition.add(new CreateEnumType(type));
      } else if (isReplaced(known.get(), type)) {
        replace(transition, type);
      } else {
        addLabels(transition, type);
      }
    }
  }

  /**
   * Whether a type cannot become another by new labels alone: one is missing, or they come in
   * another order.
   */
  static boolean isReplaced(EnumType before, EnumType after) {
    List<String> kept = after.labels().stream().filter(before.labels()::contains).toList();
    return !kept.equals(before.labels());
  }

  /** No database takes a label away; columns change to a new type, and the old one is dropped. */
  private static void replace(Transition transition, EnumType type) {
    int number = 0;
    String old;
    do {
      number++;
      old = type.name().name() + "_old" + (number == 1 ? "" : String.valueOf(number));
    } while (isTaken(transition, type.name().sibling(old)));
    transition.add(new RenameEnumType(type.name(), old));
    transition.add(new CreateEnumType(type));
  }

  private static boolean isTaken(Transition transition, QualifiedName name) {
    return Stream.of(transition.current(), transition.target())
        .anyMatch(schema -> schema.names().contains(name));
  }

  /** Adds labels from the last one on, so that the label after each is there. */
  private static void addLabels(Transition transition, EnumType type) {
    List<String> labels = new ArrayList<>(type.labels());
    for (int place = labels.size() - 1; place >= 0; place--) {
      String label = labels.get(place);
      if (!transition.current().enumType(type.name()).labels().contains(label)) {
        Optional<String> successor =
            place + 1 < labels.size() ? Optional.of(labels.get(place + 1)) : Optional.empty();
        transition.add(new AddEnumValue(type.name(), label, successor));
      }
    }
  }

  static void drop(Transition transition) {
    Schema target = transition.target();
    transition.current().enumTypes().stream()
        .filter(type -> target.findEnumType(type.name()).isEmpty())
        .forEach(type -> transition.add(new DropEnumType(type.name())));
  }
}
