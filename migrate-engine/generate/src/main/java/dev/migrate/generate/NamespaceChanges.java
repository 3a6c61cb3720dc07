package dev.migrate.generate;

import dev.migrate.operation.CreateSchema;
import dev.migrate.operation.DropSchema;

/** The schemas of a database that come and go. */
final class NamespaceChanges {

  private NamespaceChanges() {}

  static void create(Transition transition) {
    transition.target().namespaces().stream()
        .filter(name -> !transition.current().hasNamespace(name))
        .forEach(name -> transition.add(new CreateSchema(name)));
  }

  static void drop(Transition transition) {
    transition.current().namespaces().stream()
        .filter(name -> !transition.target().hasNamespace(name))
        .forEach(name -> transition.add(new DropSchema(name)));
  }
}
