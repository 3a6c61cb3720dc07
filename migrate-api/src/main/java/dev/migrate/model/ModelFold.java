package dev.migrate.model;

import dev.migrate.error.Facts;
import dev.migrate.error.MigrateException;
import dev.migrate.error.SchemaException;
import dev.migrate.operation.AddConstraint;
import dev.migrate.operation.CreateEnumType;
import dev.migrate.operation.CreateSchema;
import dev.migrate.operation.CreateSequence;
import dev.migrate.operation.CreateTable;
import dev.migrate.operation.CreateView;
import dev.migrate.operation.Operation;
import dev.migrate.operation.SetSequenceOwner;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.Table;
import dev.migrate.schema.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts the objects of a model together as operations would, whatever their order, and collects what
 * does not fit.
 */
final class ModelFold {

  private final List<String> problems = new ArrayList<>();
  private Schema schema = Schema.empty();

  private boolean add(Operation operation) {
    Optional<String> problem = tried(operation);
    problem.ifPresent(problems::add);
    return problem.isEmpty();
  }

  private Optional<String> tried(Operation operation) {
    try {
      schema = operation.applyTo(schema);
      return Optional.empty();
    } catch (MigrateException misfit) {
      return Optional.of(String.valueOf(misfit.getMessage()));
    }
  }

  void addNamespace(String name) {
    add(new CreateSchema(name));
  }

  void add(EnumType type) {
    add(new CreateEnumType(type));
  }

  void add(Sequence sequence) {
    add(new CreateSequence(sequence.withOwner(Optional.empty())));
  }

  void own(Sequence sequence) {
    if (sequence.ownedBy().isPresent() && schema.findSequence(sequence.name()).isPresent()) {
      add(new SetSequenceOwner(sequence.name(), sequence.ownedBy()));
    }
  }

  /** Adds foreign keys after all tables, so that tables can refer to each other. */
  void addTables(List<Table> tables) {
    List<Table> added = new ArrayList<>();
    for (Table table : tables) {
      List<Constraint> constraints =
          table.constraints().stream().filter(key -> !(key instanceof ForeignKey)).toList();
      if (add(new CreateTable(table.withConstraints(constraints)))) {
        added.add(table);
      }
    }
    for (Table table : added) {
      table.foreignKeys().forEach(key -> add(new AddConstraint(table.name(), key)));
    }
  }

  /** Adds views in an order in which each finds the views that it reads. */
  void addViews(List<View> views) {
    List<View> waiting = new ArrayList<>(views);
    while (waiting.removeIf(view -> tried(new CreateView(view)).isEmpty())) {
      // Another round, for the views that read one of these.
    }
    waiting.forEach(view -> add(new CreateView(view)));
  }

  Schema finished() {
    if (!problems.isEmpty()) {
      throw new SchemaException(
          Facts.of("the model does not make a schema")
              .list("problems", problems)
              .next("change the model where the problems say"));
    }
    return schema;
  }
}
