package dev.migrate.engine.branch;

import dev.migrate.RevisionId;
import dev.migrate.operation.CreateView;
import dev.migrate.operation.Declarations;
import dev.migrate.operation.DropView;
import dev.migrate.operation.ExecuteSql;
import dev.migrate.operation.ForDialect;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RunCode;
import dev.migrate.schema.DataReference;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What an operation leaves open about what it touches, as the call that is missing. */
final class UndeclaredEffects {

  private static final String ANY_DATA =
      ".reads(\"table\", \"column\") and .writes(\"table\", \"column\")";

  private UndeclaredEffects() {}

  /** What a revision has to state, if it leaves something open. */
  static Optional<String> advice(RevisionId id, Effect effect) {
    if (!effect.footprint().isUnknown()) {
      return Optional.empty();
    }
    Operation operation = effect.operation();
    if (operation instanceof ExecuteSql sql) {
      return Optional.of(
          hidden(effect, sql.declarations())
              .map(views -> through("statement", id, views))
              .orElseGet(() -> statement(id, sql.declarations())));
    } else if (operation instanceof RunCode code) {
      return Optional.of(
          hidden(effect, code.declarations())
              .map(views -> through("code", id, views))
              .orElseGet(() -> code(id, code.declarations())));
    } else if (operation instanceof CreateView || operation instanceof DropView) {
      return Optional.of(
          "let the view in " + id + " state what it shows:\nview(…).reads(\"table\", \"column\")");
    } else if (operation instanceof ForDialect group) {
      return Optional.of(
          "ask where the database is known: migrator.conflicts(); what "
              + id
              + " does on "
              + group.dialect()
              + " builds on what only that has");
    }
    return Optional.empty();
  }

  /** Views that do not state what they show. */
  private static Optional<List<String>> hidden(Effect effect, Declarations declared) {
    List<String> views =
        Stream.concat(declared.reads().stream(), declared.writes().stream())
            .map(DataReference::table)
            .flatMap(name -> effect.before().findView(name).stream())
            .filter(view -> view.reads().isEmpty())
            .map(View::name)
            .map(QualifiedName::toString)
            .distinct()
            .toList();
    return views.isEmpty() ? Optional.empty() : Optional.of(views);
  }

  private static String through(String what, RevisionId id, List<String> views) {
    return "let the "
        + what
        + " in "
        + id
        + " name the tables instead of the view "
        + String.join(", ", views)
        + ", which does not state what it shows:\n"
        + ANY_DATA;
  }

  private static String statement(RevisionId id, Declarations declared) {
    if (declared.stateChanges()) {
      return "let the statement in " + id + " state what it looks at:\n" + reads(declared);
    }
    List<String> lines = new ArrayList<>();
    lines.add("let the statement in " + id + " state what it does:");
    lines.add("rows: " + ANY_DATA);
    lines.add("a function, a trigger or the like: .creates(\"function\", \"name\")");
    lines.add("tables and views: .means(…)");
    lines.add("none of this: .means(op -> {})");
    return String.join("\n", lines);
  }

  private static String code(RevisionId id, Declarations declared) {
    return declared.stateChanges()
        ? "let the code in " + id + " state what it looks at:\n" + reads(declared)
        : "let the code in " + id + " state what it looks at and changes:\n" + ANY_DATA;
  }

  /** What changes data reads at least the rows that it changes. */
  private static String reads(Declarations declared) {
    return declared.writes().isEmpty()
        ? ".reads(\"table\", \"column\")"
        : String.join(
            "", declared.writes().stream().map(UndeclaredEffects::call).distinct().toList());
  }

  private static String call(DataReference data) {
    List<String> names = new ArrayList<>();
    names.add(data.table().toString());
    names.addAll(data.columns());
    return ".reads(\"" + String.join("\", \"", names) + "\")";
  }
}
