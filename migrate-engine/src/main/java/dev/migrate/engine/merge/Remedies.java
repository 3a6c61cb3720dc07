package dev.migrate.engine.merge;

import dev.migrate.RevisionId;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RunCode;
import dev.migrate.report.Conflict;
import dev.migrate.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The ways out of a conflict of two revisions. */
final class Remedies implements WaysOut {

  private final RevisionId first;
  private final RevisionId second;
  private final List<List<RevisionId>> orders = new ArrayList<>();
  private final Optional<String> proposal;

  Remedies(
      RevisionId first,
      RevisionId second,
      List<Operation> ofFirst,
      List<Operation> ofSecond,
      Optional<Schema> base) {
    this.first = first;
    this.second = second;
    if (base.isPresent()) {
      addOrder(first, second, ofFirst, ofSecond, base.get());
      addOrder(second, first, ofSecond, ofFirst, base.get());
    }
    this.proposal =
        base.flatMap(schema -> Proposal.of(schema, ofFirst, ofSecond))
            .flatMap(found -> found.code(first, second));
  }

  private void addOrder(
      RevisionId one,
      RevisionId other,
      List<Operation> ofOne,
      List<Operation> ofOther,
      Schema base) {
    if (States.run(ofOne, base).flatMap(after -> States.run(ofOther, after)).isPresent()) {
      orders.add(List.of(one, other));
    }
  }

  @Override
  public List<List<RevisionId>> orders() {
    return orders;
  }

  @Override
  public List<String> texts(Conflict.Kind kind, Deed one, Deed other) {
    List<String> texts = new ArrayList<>();
    if (kind == Conflict.Kind.UNKNOWN) {
      undeclared(first, one).ifPresent(texts::add);
      undeclared(second, other).ifPresent(texts::add);
    } else if (kind == Conflict.Kind.SAME_CHANGE) {
      texts.add("remove it from the one of the two that no database has yet");
    }
    for (List<RevisionId> order : orders) {
      RevisionId before = order.get(0);
      RevisionId behind = order.get(1);
      texts.add(
          "put "
              + behind
              + " behind, if no database has it without "
              + before
              + "; in its lineage():\n"
              + ".dependsOn(\""
              + before
              + "\")");
    }
    if (orders.isEmpty() && kind == Conflict.Kind.CONFLICT) {
      texts.add("put one after the other with .dependsOn(…), and let it build on the other");
    }
    String join =
        "say how each reads when the other is there, in a revision after(\""
            + first
            + "\", \""
            + second
            + "\"):\n";
    if (proposal.isPresent()) {
      texts.add(join + proposal.get());
    } else if (kind == Conflict.Kind.CONFLICT) {
      texts.add(
          join
              + "when.runs(\""
              + second
              + "\").after(\""
              + first
              + "\", op -> { … });\n"
              + "when.runs(\""
              + first
              + "\").after(\""
              + second
              + "\", op -> { … });");
    }
    return texts;
  }

  /** What raw SQL or code leaves open, if it does. */
  static Optional<String> undeclared(RevisionId id, Deed deed) {
    if (!deed.footprint().isUnknown()) {
      return Optional.empty();
    }
    String what = deed.operation() instanceof RunCode ? "code" : "statement";
    return Optional.of(
        "let the "
            + what
            + " in "
            + id
            + " say what it touches:\n"
            + ".reads(\"table\", \"column\") and .writes(\"table\", \"column\"), or .means(…) if it"
            + " creates something");
  }
}
