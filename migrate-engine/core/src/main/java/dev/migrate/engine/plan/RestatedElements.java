package dev.migrate.engine.plan;

import dev.migrate.dialect.Statement;
import dev.migrate.operation.ElementChange;
import dev.migrate.operation.ForDialect;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RawOperation;
import dev.migrate.report.ScriptStep;
import dev.migrate.schema.ElementName;
import dev.migrate.schema.ElementName.Kind;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What the statements of a script make the database forget: elements that a statement restates, and
 * elements that it drops and that are made again, at once or when the revision is undone.
 */
public final class RestatedElements {

  /** What is lost of an element, if the database has more than the revisions declare. */
  public enum Loss {
    /** How it differs from what is declared. */
    DEFINITION,
    /** How it differs, and objects that belong to it, such as triggers. */
    DEFINITION_AND_OBJECTS,
    /** Other elements that go with it, or change with it. */
    DEPENDENTS
  }

  /**
   * An element that is restated or dropped.
   *
   * @param name its name before the statement
   * @param part the change that does it
   * @param loss what could be lost
   */
  public record Restated(ElementName name, Operation part, Loss loss) {

    /** The same under the name that the element had at another time. */
    public Restated withName(ElementName other) {
      return new Restated(other, part, loss);
    }
  }

  private RestatedElements() {}

  /**
   * The elements that a revision restates or drops.
   *
   * @param step the revision with its statements
   * @return the elements, named as before their statements
   */
  public static Set<Restated> of(ScriptStep step) {
    Set<Restated> all = new LinkedHashSet<>();
    List<Operation> stated = flat(step.step().operations());
    for (Operation operation : stated) {
      all.addAll(dropped(operation, Loss.DEFINITION, step.step().before()));
    }
    for (Statement statement : step.statements()) {
      if (statement.kind() == Statement.Kind.STRUCTURE) {
        Operation part = statement.part();
        statement.restates().forEach(name -> all.add(new Restated(name, part, lossOf(name))));
        if (!stated.contains(part)) {
          all.addAll(dropped(part, Loss.DEFINITION_AND_OBJECTS, step.step().before()));
        }
      }
    }
    return all;
  }

  /** A view that is restated is dropped first; a table or a column keeps what belongs to it. */
  private static Loss lossOf(ElementName name) {
    return name.kind() == Kind.VIEW ? Loss.DEFINITION_AND_OBJECTS : Loss.DEFINITION;
  }

  private static List<Operation> flat(List<Operation> operations) {
    List<Operation> flat = new ArrayList<>();
    for (Operation operation : operations) {
      if (operation instanceof ForDialect group) {
        flat.addAll(flat(group.operations()));
      } else {
        flat.add(operation);
      }
    }
    return flat;
  }

  /** What raw SQL drops is dropped by the words of its author. */
  private static List<Restated> dropped(Operation part, Loss loss, Schema before) {
    return part instanceof RawOperation
        ? List.of()
        : part.elementChanges().stream()
            .filter(change -> change.kind() == ElementChange.Kind.DROPPED)
            .flatMap(change -> dropped(change.element(), part, loss, before).stream())
            .toList();
  }

  /** The rows of a table or column are lost in any case, which the plan reports. */
  private static List<Restated> dropped(
      ElementName name, Operation part, Loss loss, Schema before) {
    List<Restated> all = new ArrayList<>();
    switch (name.kind()) {
      case CONSTRAINT, INDEX, VIEW, SEQUENCE, ENUM_TYPE -> all.add(new Restated(name, part, loss));
      case SCHEMA -> all.add(new Restated(name, part, Loss.DEPENDENTS));
      case COLUMN -> {
        all.addAll(owned(before, name, part, loss));
        all.add(new Restated(name, part, Loss.DEPENDENTS));
      }
      case TABLE -> all.addAll(owned(before, name, part, loss));
    }
    return all;
  }

  /** Sequences that are dropped with their column or table. */
  private static List<Restated> owned(Schema before, ElementName owner, Operation part, Loss loss) {
    List<Restated> all = new ArrayList<>();
    for (Sequence sequence : before.sequencesOwnedBy(owner.object(), owner.part())) {
      all.add(new Restated(ElementName.sequence(sequence.name()), part, loss));
    }
    return all;
  }
}
