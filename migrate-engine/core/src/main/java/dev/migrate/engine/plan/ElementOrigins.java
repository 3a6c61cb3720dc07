package dev.migrate.engine.plan;

import dev.migrate.operation.AddColumn;
import dev.migrate.operation.AddConstraint;
import dev.migrate.operation.CreateEnumType;
import dev.migrate.operation.CreateIndex;
import dev.migrate.operation.CreateSequence;
import dev.migrate.operation.CreateTable;
import dev.migrate.operation.CreateView;
import dev.migrate.operation.ExecuteSql;
import dev.migrate.operation.ForDialect;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RenameColumn;
import dev.migrate.operation.RenameConstraint;
import dev.migrate.operation.RenameEnumType;
import dev.migrate.operation.RenameIndex;
import dev.migrate.operation.RenameSchema;
import dev.migrate.operation.RenameSequence;
import dev.migrate.operation.RenameTable;
import dev.migrate.operation.RenameView;
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
   * @param name its name now
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
    if (operation instanceof ExecuteSql sql) {
      sql.meaning().forEach(this::follow);
    } else if (operation instanceof ForDialect group) {
      group.operations().forEach(this::follow);
    } else {
      followObject(operation);
      followPart(operation);
    }
  }

  /** What is dropped needs no line: whatever gets its name is created, or renamed to it. */
  private void followObject(Operation operation) {
    if (operation instanceof CreateTable create) {
      objects.put(create.table().name(), new Origin(null));
    } else if (operation instanceof CreateView create) {
      objects.put(create.view().name(), new Origin(null));
    } else if (operation instanceof CreateSequence create) {
      objects.put(create.sequence().name(), new Origin(null));
    } else if (operation instanceof CreateEnumType create) {
      objects.put(create.enumType().name(), new Origin(null));
    } else if (operation instanceof RenameTable rename) {
      rename(rename.table(), rename.newName());
    } else if (operation instanceof RenameView rename) {
      rename(rename.view(), rename.newName());
    } else if (operation instanceof RenameSequence rename) {
      rename(rename.sequence(), rename.newName());
    } else if (operation instanceof RenameEnumType rename) {
      rename(rename.enumType(), rename.newName());
    } else if (operation instanceof RenameSchema rename) {
      rename(rename);
    }
  }

  private void rename(QualifiedName name, String newName) {
    objects.put(name.sibling(newName), known(name));
    objects.remove(name);
  }

  private void rename(RenameSchema rename) {
    for (QualifiedName name : Set.copyOf(objects.keySet())) {
      if (name.namespace().equals(Optional.of(rename.namespace()))) {
        objects.put(QualifiedName.in(rename.newName(), name.name()), known(name));
        objects.remove(name);
      }
    }
    String then = namespaces.remove(rename.namespace());
    namespaces.put(rename.newName(), then == null ? rename.namespace() : then);
  }

  private Origin known(QualifiedName name) {
    return objects.computeIfAbsent(name, now -> new Origin(untouched(now)));
  }

  private void followPart(Operation operation) {
    if (operation instanceof AddColumn add) {
      added(ElementName.column(add.table(), add.column().name()));
    } else if (operation instanceof AddConstraint add) {
      added(ElementName.constraint(add.table(), add.constraint().requiredName()));
    } else if (operation instanceof CreateIndex create) {
      added(
          ElementName.index(create.table(), create.index().namedIn(create.table()).requiredName()));
    } else if (operation instanceof RenameColumn rename) {
      renamed(ElementName.column(rename.table(), rename.column()), rename.newName());
    } else if (operation instanceof RenameConstraint rename) {
      renamed(ElementName.constraint(rename.table(), rename.constraint()), rename.newName());
    } else if (operation instanceof RenameIndex rename) {
      renamed(ElementName.index(rename.table(), rename.index()), rename.newName());
    }
  }

  private void added(ElementName name) {
    known(name.object())
        .parts
        .put(new Part(name.kind(), name.part().orElseThrow()), Optional.empty());
  }

  private void renamed(ElementName name, String newName) {
    Map<Part, Optional<String>> parts = known(name.object()).parts;
    String now = name.part().orElseThrow();
    Optional<String> then = parts.remove(new Part(name.kind(), now));
    parts.put(new Part(name.kind(), newName), then == null ? Optional.of(now) : then);
  }
}
