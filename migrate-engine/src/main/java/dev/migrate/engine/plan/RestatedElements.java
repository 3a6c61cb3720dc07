package dev.migrate.engine.plan;

import dev.migrate.dialect.Statement;
import dev.migrate.operation.DropConstraint;
import dev.migrate.operation.DropEnumType;
import dev.migrate.operation.DropIndex;
import dev.migrate.operation.DropSequence;
import dev.migrate.operation.DropView;
import dev.migrate.operation.Operation;
import dev.migrate.report.ScriptStep;
import dev.migrate.schema.ElementName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the statements of a script make the database forget: elements that a statement restates, and
 * elements that it drops and that are made again, at once or when the revision is undone.
 */
public final class RestatedElements {

  /**
   * An element that is restated.
   *
   * @param name its name before the statement
   * @param part the change that the statement makes
   * @param losesObjects whether objects that belong to it, such as triggers, go without a word: it
   *     is dropped and made again, and no operation of the revision says so
   */
  public record Restated(ElementName name, Operation part, boolean losesObjects) {

    /**
     * The same under the name that the element had at another time.
     *
     * @param other its name then
     * @return a copy
     */
    public Restated withName(ElementName other) {
      return new Restated(other, part, losesObjects);
    }
  }

  private RestatedElements() {}

  /**
   * The elements that a revision restates.
   *
   * @param step the revision with its statements
   * @return the elements, named as before their statements
   */
  public static List<Restated> of(ScriptStep step) {
    List<Restated> all = new ArrayList<>();
    for (Statement statement : step.statements()) {
      if (statement.kind() != Statement.Kind.STRUCTURE) {
        continue;
      }
      Operation part = statement.part();
      statement.restates().forEach(name -> all.add(new Restated(name, part, false)));
      dropped(part)
          .ifPresent(
              name -> all.add(new Restated(name, part, !step.step().operations().contains(part))));
    }
    return all;
  }

  /** A dropped table or column takes its rows along, which the plan names; so it is not here. */
  private static Optional<ElementName> dropped(Operation part) {
    if (part instanceof DropConstraint drop) {
      return Optional.of(ElementName.constraint(drop.table(), drop.constraint()));
    } else if (part instanceof DropIndex drop) {
      return Optional.of(ElementName.index(drop.table(), drop.index()));
    } else if (part instanceof DropView drop) {
      return Optional.of(ElementName.view(drop.view()));
    } else if (part instanceof DropSequence drop) {
      return Optional.of(ElementName.sequence(drop.sequence()));
    } else if (part instanceof DropEnumType drop) {
      return Optional.of(ElementName.enumType(drop.enumType()));
    }
    return Optional.empty();
  }
}
