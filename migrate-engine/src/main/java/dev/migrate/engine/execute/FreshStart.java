package dev.migrate.engine.execute;

import dev.migrate.dialect.Place;
import dev.migrate.engine.connect.Session;
import dev.migrate.error.Facts;
import dev.migrate.operation.CreateTable;
import dev.migrate.operation.CreateView;
import dev.migrate.operation.ExecuteSql;
import dev.migrate.operation.Operation;
import dev.migrate.report.HistoryException;
import dev.migrate.report.Plan;
import dev.migrate.report.Step;
import dev.migrate.schema.Column;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SimpleType;
import dev.migrate.schema.Table;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A database without a history that already has what the plan would create is no fresh database: it
 * is the wrong one, or one that was made in another way.
 */
final class FreshStart {

  private FreshStart() {}

  static void require(Site site, Plan plan) {
    Set<QualifiedName> there = relations(site);
    requireOnePlace(site, there);
    Set<QualifiedName> clashing = created(site, plan);
    clashing.retainAll(there);
    if (clashing.isEmpty()) {
      return;
    }
    QualifiedName history = site.settings().table().name();
    List<QualifiedName> elsewhere =
        there.stream()
            .filter(name -> name.name().equals(history.name()) && !name.equals(history))
            .toList();
    Facts facts =
        Facts.of("there is no history table " + history + ", but the tables are there already")
            .with("there", String.join(", ", clashing.stream().map(Object::toString).toList()));
    if (!elsewhere.isEmpty()) {
      facts = facts.with("history", "one is in " + elsewhere);
    }
    throw new HistoryException(
        facts
            .with("left", "nothing was changed")
            .next(
                "if the tables are as the revisions make them, record that with stamp(\"heads\");\n"
                    + "if this is the wrong schema, set the right one in the URL or the user,\n"
                    + "or name the table with historyTable(\"schema."
                    + history.name()
                    + "\")"),
        List.of(),
        null);
  }

  /**
   * A schema that has the name of the user became current when somebody created it. Whether the
   * tables are to go there, or to stay where the history is, nobody has said.
   */
  private static void requireOnePlace(Site site, Set<QualifiedName> there) {
    QualifiedName history = site.settings().table().name();
    Place place = site.session().place();
    List<String> elsewhere =
        there.stream()
            .filter(name -> name.name().equals(history.name()))
            .flatMap(name -> name.namespace().stream())
            .toList();
    if (!place.isImplicit() || history.namespace().isPresent() || elsewhere.isEmpty()) {
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
        List.of(),
        null);
  }

  /**
   * The names of all tables and views that come into being. A plain name is its own canonical form;
   * others the database may store like a plain one.
   */
  private static Set<QualifiedName> created(Site site, Plan plan) {
    Set<QualifiedName> created = new TreeSet<>();
    Schema others = Schema.empty();
    for (Step step : plan.steps()) {
      for (QualifiedName name : step.operations().stream().flatMap(FreshStart::names).toList()) {
        created.add(name);
        if (!name.name().equals(name.name().toLowerCase(Locale.ROOT))) {
          others = others.with(Table.of(name, List.of(Column.of("any", SimpleType.INTEGER))));
        }
      }
    }
    site.dialect().canonical(others).tables().stream().map(Table::name).forEach(created::add);
    return created;
  }

  private static Stream<QualifiedName> names(Operation operation) {
    if (operation instanceof CreateTable table) {
      return Stream.of(table.table().name());
    } else if (operation instanceof CreateView view) {
      return Stream.of(view.view().name());
    } else if (operation instanceof ExecuteSql sql) {
      return sql.meaning().stream().flatMap(FreshStart::names);
    }
    return Stream.empty();
  }

  private static Set<QualifiedName> relations(Site site) {
    try {
      return site.dialect().inspector().relations(site.session().connection());
    } catch (SQLException failure) {
      throw Session.failed("the catalogue cannot be read", failure);
    }
  }
}
