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
import dev.migrate.schema.ElementName;
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

  private boolean add(ElementName element, Operation operation) {
    Optional<String> problem = tried(element, operation);
    problem.ifPresent(problems::add);
    return problem.isEmpty();
  }

  private Optional<String> tried(ElementName element, Operation operation) {
    try {
      schema = operation.applyTo(schema);
      return Optional.empty();
    } catch (MigrateException misfit) {
      return Optional.of(withoutAdvice(misfit.getMessage()) + "\n  in         " + element);
    }
  }

  /** The advice of an operation concerns revisions: what an earlier one should have done. */
  private static String withoutAdvice(String message) {
    int advice = message.indexOf("\n  next ");
    return advice < 0 ? message : message.substring(0, advice);
  }

  void addNamespace(String name) {
    add(ElementName.namespace(name), new CreateSchema(name));
  }

  void add(EnumType type) {
    add(ElementName.enumType(type.name()), new CreateEnumType(type));
  }

  void add(Sequence sequence) {
    add(
        ElementName.sequence(sequence.name()),
        new CreateSequence(sequence.withOwner(Optional.empty())));
  }

  void own(Sequence sequence) {
    if (sequence.ownedBy().isPresent() && schema.findSequence(sequence.name()).isPresent()) {
      add(
          ElementName.sequence(sequence.name()),
          new SetSequenceOwner(sequence.name(), sequence.ownedBy()));
    }
  }

  /** Adds foreign keys after all tables, so that tables can refer to each other. */
  void addTables(List<Table> tables) {
    List<Table> added = new ArrayList<>();
    for (Table table : tables) {
      List<Constraint> constraints =
          table.constraints().stream().filter(key -> !(key instanceof ForeignKey)).toList();
      if (add(
          ElementName.table(table.name()), new CreateTable(table.withConstraints(constraints)))) {
        added.add(table);
      }
    }
    for (Table table : added) {
      for (ForeignKey key : table.foreignKeys()) {
        add(
            ElementName.constraint(table.name(), key.requiredName()),
            new AddConstraint(table.name(), key));
      }
    }
  }

  /** Adds views in an order in which each finds the views that it reads. */
  void addViews(List<View> views) {
    List<View> waiting = new ArrayList<>(views);
    while (waiting.removeIf(view -> tried(view).isEmpty())) {
      // Another round, for the views that read one of these.
    }
    waiting.forEach(view -> tried(view).ifPresent(problems::add));
  }

  private Optional<String> tried(View view) {
    return tried(ElementName.view(view.name()), new CreateView(view));
  }

  Schema finished() {
    if (!problems.isEmpty()) {
      Facts facts = Facts.of("the model does not make a schema");
      for (String problem : problems) {
        facts = facts.with("problem", problem);
      }
      throw new SchemaException(facts.next("correct the model"));
    }
    return schema;
  }
}
