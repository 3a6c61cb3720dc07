package dev.migrate;

import dev.migrate.operation.Declarations;
import dev.migrate.operation.ObjectReference;
import dev.migrate.schema.DataReference;
import java.util.List;

/** Adds one thing to what raw SQL or code declares. */
final class Declaring {

  private Declaring() {}

  static Declarations reads(Declarations known, String table, String... columns) {
    return new Declarations(
        Several.joined(known.reads(), List.of(DataReference.of(table, columns))),
        known.writes(),
        known.creates(),
        known.drops(),
        known.uses());
  }

  static Declarations writes(Declarations known, String table, String... columns) {
    return new Declarations(
        known.reads(),
        Several.joined(known.writes(), List.of(DataReference.of(table, columns))),
        known.creates(),
        known.drops(),
        known.uses());
  }

  static Declarations creates(Declarations known, String kind, String name) {
    return new Declarations(
        known.reads(),
        known.writes(),
        with(known.creates(), kind, name),
        known.drops(),
        known.uses());
  }

  static Declarations drops(Declarations known, String kind, String name) {
    return new Declarations(
        known.reads(),
        known.writes(),
        known.creates(),
        with(known.drops(), kind, name),
        known.uses());
  }

  static Declarations uses(Declarations known, String kind, String name) {
    return new Declarations(
        known.reads(),
        known.writes(),
        known.creates(),
        known.drops(),
        with(known.uses(), kind, name));
  }

  private static List<ObjectReference> with(List<ObjectReference> known, String kind, String name) {
    return Several.joined(known, List.of(new ObjectReference(kind, name)));
  }
}
