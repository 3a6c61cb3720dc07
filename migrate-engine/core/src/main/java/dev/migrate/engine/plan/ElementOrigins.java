package dev.migrate.engine.plan;

import dev.migrate.operation.ElementChange;
import dev.migrate.operation.Operation;
import dev.migrate.schema.ElementName;
import dev.migrate.schema.ElementName.Kind;
import dev.migrate.schema.QualifiedName;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the elements of a schema were called when a plan began, as its operations rename, create and
 * drop them. Mutable, not thread-safe.
 */
public final class ElementOrigins {

  /** An object by its name of now; the original is null for one that the plan created. */
  private static final class Origin {

    private final @Nullable QualifiedName original;
    private final Map<Part, Optional<String>> parts = new HashMap<>();

    private Origin(@Nullable QualifiedName original) {
      this.original = original;
    }
  }

  private record Part(Kind kind, String name) {}

  private final Map<QualifiedName, Origin> objects = new HashMap<>();
  private final Map<String, String> namespaces = new HashMap<>();

  /**
   * What an element was called when the plan began.
   *
   * @return its name then; empty if the plan created it
   */
  public Optional<ElementName> of(ElementName name) {
    if (name.kind() == Kind.SCHEMA) {
      String now = name.object().name();
      return Optional.of(ElementName.namespace(namespaces.getOrDefault(now, now)));
    }
    Origin origin = objects.getOrDefault(name.object(), new Origin(untouched(name.object())));
    QualifiedName then = origin.original;
    if (then == null) {
      return Optional.empty();
    }
    if (name.part().isEmpty()) {
      return Optional.of(name.withObject(then));
    }
    String now = name.part().get();
    return origin
        .parts
        .getOrDefault(new Part(name.kind(), now), Optional.of(now))
        .map(part -> new ElementName(name.kind(), then, Optional.of(part)));
  }

  /** What no operation named keeps its name, but for that of its schema. */
  private QualifiedName untouched(QualifiedName now) {
    return now.namespace()
        .map(namespaces::get)
        .map(namespace -> QualifiedName.in(namespace, now.name()))
        .orElse(now);
  }

  /**
   * Takes an operation into account.
   *
   * @param operation the operation that runs next
   */
  public void follow(Operation operation) {
    for (ElementChange change : operation.elementChanges()) {
      switch (change.kind()) {
        case CREATED -> created(change.element());
        case RENAMED -> renamed(change.element(), change.after());
        // Whatever gets the name of what is dropped is created, or renamed to it.
        case ALTERED, DROPPED, ROWS_INSERTED, ROWS_UPDATED, ROWS_DELETED -> {}
      }
    }
  }

  private void created(ElementName name) {
    switch (name.kind()) {
      case ENUM_TYPE, SEQUENCE, VIEW, TABLE -> objects.put(name.object(), new Origin(null));
      case COLUMN, CONSTRAINT, INDEX ->
          known(name.object()).parts.put(part(name), Optional.empty());
      // Keeps its name, as far as anybody asks.
      case SCHEMA -> {}
    }
  }

  private void renamed(ElementName from, ElementName to) {
    switch (from.kind()) {
      case SCHEMA -> renamedNamespace(from.object().name(), to.object().name());
      case ENUM_TYPE, SEQUENCE, VIEW, TABLE -> {
        objects.put(to.object(), known(from.object()));
        objects.remove(from.object());
      }
      case COLUMN, CONSTRAINT, INDEX -> {
        Map<Part, Optional<String>> parts = known(from.object()).parts;
        Optional<String> then = parts.remove(part(from));
        parts.put(part(to), then == null ? from.part() : then);
      }
    }
  }

  private static Part part(ElementName name) {
    return new Part(name.kind(), name.part().orElseThrow());
  }

  private void renamedNamespace(String from, String to) {
    for (QualifiedName name : Set.copyOf(objects.keySet())) {
      if (name.namespace().equals(Optional.of(from))) {
        objects.put(QualifiedName.in(to, name.name()), known(name));
        objects.remove(name);
      }
    }
    String then = namespaces.remove(from);
    namespaces.put(to, then == null ? from : then);
  }

  private Origin known(QualifiedName name) {
    return objects.computeIfAbsent(name, now -> new Origin(untouched(now)));
  }
}
