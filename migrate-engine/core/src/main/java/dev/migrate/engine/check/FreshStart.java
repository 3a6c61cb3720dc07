package dev.migrate.engine.check;

import dev.migrate.RevisionId;
import dev.migrate.dialect.NameSpaces;
import dev.migrate.dialect.Place;
import dev.migrate.engine.connect.Session;
import dev.migrate.engine.history.History;
import dev.migrate.engine.plan.AppliedState;
import dev.migrate.error.Facts;
import dev.migrate.operation.CreateEnumType;
import dev.migrate.operation.ElementChange;
import dev.migrate.operation.Operation;
import dev.migrate.report.HistoryException;
import dev.migrate.report.Plan;
import dev.migrate.report.PlanStep;
import dev.migrate.schema.Column;
import dev.migrate.schema.ElementName;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SimpleType;
import dev.migrate.schema.Table;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A database in which no revision of this code is applied, and which already has what the plan
 * would create, is not a fresh database: it is the wrong one, or one that was made in another way.
 */
public final class FreshStart {

  private final Session session;
  private final QualifiedName table;
  private final AppliedState state;
  private final Plan plan;
  private final Set<QualifiedName> there;

  private FreshStart(Session session, QualifiedName table, AppliedState state, Plan plan) {
    this.session = session;
    this.table = table;
    this.state = state;
    this.plan = plan;
    this.there = relations(session);
  }

  /** Refuses to create what is there already. */
  public static void require(
      Session session, QualifiedName table, History history, AppliedState state, Plan plan) {
    if (state.applied().stream().noneMatch(state::isKnown) && !plan.isEmpty()) {
      new FreshStart(session, table, state, plan).require(history);
    }
  }

  private void require(History history) {
    if (!history.exists()) {
      requireOnePlace();
    }
    Set<QualifiedName> clashing = created(plan.steps());
    clashing.addAll(typesNamedLikeTables());
    clashing.retainAll(there);
    if (clashing.isEmpty()) {
      return;
    }
    List<QualifiedName> elsewhere =
        there.stream()
            .filter(name -> name.name().equals(table.name()) && !name.equals(table))
            .toList();
    Facts facts =
        Facts.of(
                (history.exists()
                        ? "the history table " + table + " has no revision of this code"
                        : "there is no history table " + table)
                    + ", but the tables are there already")
            .list("there", clashing);
    if (!history.exists() && !elsewhere.isEmpty()) {
      facts = facts.with("history", "one is in " + elsewhere);
    }
    throw new HistoryException(
        facts
            .with("left", "nothing was changed")
            .next(
                stamp()
                    + "if this is the wrong schema, set the right one in the URL or the user,\n"
                    + "or name the table with historyTable(\"schema."
                    + table.name()
                    + "\")"),
        stampable());
  }

  private String stamp() {
    List<RevisionId> ids = stampable();
    String targets =
        ids.stream().map(id -> '"' + id.value() + '"').collect(Collectors.joining(", "));
    return ids.isEmpty()
        ? "if they are in the way, remove them;\n"
        : "if the tables are as the revisions make them, record that with stamp("
            + targets
            + ");\nupgrade() then runs what comes after;\n";
  }

  /** The last revisions of which, and of whose ancestors, everything created is there. */
  private List<RevisionId> stampable() {
    Set<RevisionId> missing = new HashSet<>();
    List<RevisionId> complete = new ArrayList<>();
    for (PlanStep step : plan.steps()) {
      Set<QualifiedName> names = created(List.of(step));
      boolean isThere = there.containsAll(canonical(step));
      if (!isThere) {
        missing.add(step.id());
      } else if (!names.isEmpty()
          && missing.stream().noneMatch(id -> state.graph().isAncestor(id, step.id()))) {
        complete.add(step.id());
      }
    }
    return complete.stream()
        .filter(id -> complete.stream().noneMatch(it -> state.graph().isAncestor(id, it)))
        .toList();
  }

  /**
   * A schema that has the name of the user became current when it was created. Whether the tables
   * belong there, or where the history is, is not known.
   */
  private void requireOnePlace() {
    Place place = session.place();
    List<String> elsewhere =
        there.stream()
            .filter(name -> name.name().equals(table.name()))
            .flatMap(name -> name.namespace().stream())
            .toList();
    if (!place.isImplicit() || table.namespace().isPresent() || elsewhere.isEmpty()) {
      return;
    }
    String schema = place.schema().orElseThrow();
    throw new HistoryException(
        Facts.of("the schema " + schema + " is current, and has no history")
            .with("because", "it has the name of the user, and so comes first")
            .with("history", "one is in " + String.join(", ", elsewhere))
            .with("left", "nothing was changed")
            .next(
                "say in the URL which one you mean: currentSchema="
                    + elsewhere.get(0)
                    + " or currentSchema="
                    + schema),
        List.of());
  }

  /**
   * The names of all tables and views that come into being. A plain name is its own canonical form;
   * others the database may store like a plain one.
   */
  private Set<QualifiedName> created(List<PlanStep> steps) {
    Set<QualifiedName> created = new TreeSet<>();
    for (PlanStep step : steps) {
      step.operations().stream().flatMap(FreshStart::names).forEach(created::add);
      created.addAll(canonical(step));
    }
    return created;
  }

  /** The enum types that come into being, where a type and a table cannot have the same name. */
  private Set<QualifiedName> typesNamedLikeTables() {
    NameSpaces spaces = session.dialect().nameSpaces();
    return spaces.allows(NameSpaces.Kind.TABLE, NameSpaces.Kind.ENUM_TYPE, false)
        ? Set.of()
        : plan.steps().stream()
            .flatMap(step -> step.operations().stream())
            .filter(CreateEnumType.class::isInstance)
            .map(operation -> ((CreateEnumType) operation).enumType().name())
            .collect(Collectors.toSet());
  }

  /** The names of what a step creates as the database stores them. */
  private Set<QualifiedName> canonical(PlanStep step) {
    Set<QualifiedName> stored = new TreeSet<>();
    Schema others = Schema.empty();
    for (QualifiedName name : step.operations().stream().flatMap(FreshStart::names).toList()) {
      if (name.name().equals(name.name().toLowerCase(Locale.ROOT))) {
        stored.add(name);
      } else {
        others = others.with(Table.of(name, List.of(Column.of("any", SimpleType.INTEGER))));
      }
    }
    if (!others.tables().isEmpty()) {
      session.dialect().canonical(others).tables().stream().map(Table::name).forEach(stored::add);
    }
    return stored;
  }

  private static Stream<QualifiedName> names(Operation operation) {
    return operation.elementChanges().stream()
        .filter(change -> change.kind() == ElementChange.Kind.CREATED)
        .map(ElementChange::element)
        .filter(FreshStart::isRelation)
        .map(ElementName::object);
  }

  private static boolean isRelation(ElementName name) {
    return switch (name.kind()) {
      case TABLE, VIEW -> true;
      case SCHEMA, ENUM_TYPE, SEQUENCE, COLUMN, CONSTRAINT, INDEX -> false;
    };
  }

  private static Set<QualifiedName> relations(Session session) {
    try {
      return session.dialect().inspector().relations(session.connection());
    } catch (SQLException failure) {
      throw Session.failed("the catalogue cannot be read", failure);
    }
  }
}
