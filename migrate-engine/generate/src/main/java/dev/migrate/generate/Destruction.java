package dev.migrate.generate;

import dev.migrate.generate.Answer.Kind;
import dev.migrate.operation.ElementChange;
import dev.migrate.operation.Operation;
import dev.migrate.operation.UpdateRows;
import dev.migrate.schema.ElementName;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Asks for consent to what operations destroy. */
final class Destruction {

  private final Decisions decisions;

  /** Elements that get another name on the way, and the names that people know them by. */
  private final Map<ElementName, ElementName> names = new HashMap<>();

  Destruction(Decisions decisions) {
    this.decisions = decisions;
  }

  void requireConsent(List<Operation> operations, Schema before) {
    Schema schema = before;
    for (Operation operation : operations) {
      List<String> lost = operation.dataLoss(schema);
      if (!lost.isEmpty() && !(operation instanceof UpdateRows)) {
        requireConsent(operation.elementChanges(), lost);
      }
      operation.elementChanges().forEach(this::follow);
      schema = operation.applyTo(schema);
    }
  }

  private void follow(ElementChange change) {
    if (change.kind() == ElementChange.Kind.RENAMED) {
      names.put(change.after(), known(change.element()));
    }
  }

  private ElementName known(ElementName name) {
    ElementName known = names.getOrDefault(name, name);
    QualifiedName table = object(known.object());
    return known.kind().isPart() ? known.withObject(table) : known;
  }

  private QualifiedName object(QualifiedName table) {
    return names.getOrDefault(ElementName.table(table), ElementName.table(table)).object();
  }

  private void requireConsent(List<ElementChange> changes, List<String> lost) {
    for (ElementChange change : changes) {
      boolean drops = change.kind() == ElementChange.Kind.DROPPED;
      if (drops || change.kind() == ElementChange.Kind.ALTERED) {
        ElementName name = known(change.element());
        String element = element(name);
        decisions.requireConsent(
            element,
            name.object().toString(),
            new Question(
                element,
                (drops ? "may the " + name + " be dropped" : "may the " + name + " change")
                    + ", which destroys "
                    + String.join(", and ", lost)
                    + "?",
                List.of(Answer.of(drops ? Kind.DROP : Kind.ALLOW_LOSS, element))));
      }
    }
  }

  private static String element(ElementName name) {
    return name.object() + name.part().map(part -> "." + part).orElse("");
  }
}
