package dev.migrate.hibernate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.Lineage;
import dev.migrate.Revision;
import dev.migrate.dialect.Dialect;
import dev.migrate.engine.Migrator;
import dev.migrate.generate.SchemaOperations;
import dev.migrate.model.DeclaredSchema;
import dev.migrate.model.ModelComparison;
import dev.migrate.operation.Operation;
import dev.migrate.schema.Check;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.schema.Unique;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import javax.sql.DataSource;

/** Entity classes become a revision, which runs, and Hibernate is content with the database. */
final class MigratedModel {

  private final Engine engine;
  private final List<Class<?>> classes;
  private final Map<String, Object> settings;

  MigratedModel(Engine engine, Collection<Class<?>> classes, Map<String, Object> settings) {
    this.engine = engine;
    this.classes = List.copyOf(classes);
    this.settings = settings;
  }

  private HibernateModel model() {
    return HibernateModel.of(classes).settings(settings).version(engine.version());
  }

  void verify() {
    DataSource database = engine.emptyDatabase();
    Dialect dialect = Engine.dialect(database);
    DeclaredSchema declared = model().declared(dialect, Schema.empty());
    List<Operation> operations = operations(declared);
    Migrator.on(database)
        .revisions(Revision.of(Lineage.of("model").root(), op -> operations.forEach(op::add)))
        .build()
        .upgrade();
    HibernateTool hibernate = new HibernateTool(classes, settings);
    DataSource created = engine.emptyDatabase();
    hibernate.create(created);
    hibernate.validate(database, hibernate.keysFound(created));
    requireLikeHibernate(created, database, dialect, declared.schema());
    requireNoSecondDifference(dialect, declared.schema());
    requireSameInAnyOrder(dialect, declared);
  }

  private static List<Operation> operations(DeclaredSchema declared) {
    List<Operation> operations =
        new ArrayList<>(SchemaOperations.between(Schema.empty(), declared.schema()));
    operations.addAll(declared.rows());
    return operations;
  }

  private void requireLikeHibernate(
      DataSource created, DataSource migrated, Dialect dialect, Schema declared) {
    Set<String> namespaces = Set.copyOf(declared.namespaces());
    Schema theirs = comparable(Engine.inspected(created, namespaces));
    Schema ours = comparable(Engine.inspected(migrated, namespaces));
    for (Table table : ours.tables()) {
      if (table.name().name().startsWith("migrate_")) {
        ours = ours.without(table.name());
      }
    }
    ModelComparison comparison =
        ModelComparison.of(named(theirs, ours), DeclaredSchema.of(ours), dialect);
    assertThat(comparison.difference().toString()).isEqualTo("no difference");
  }

  /** Hibernate leaves out the name of a key that it also knows without one. */
  private static Schema named(Schema theirs, Schema ours) {
    Schema named = theirs;
    for (Table table : theirs.tables()) {
      List<Constraint> constraints = new ArrayList<>();
      for (Constraint constraint : table.constraints()) {
        constraints.add(
            constraint instanceof Unique
                ? ours.findTable(table.name()).stream()
                    .flatMap(own -> own.constraints().stream())
                    .filter(own -> own instanceof Unique)
                    .filter(own -> own.columns().equals(constraint.columns()))
                    .map(own -> constraint.named(own.requiredName()))
                    .findFirst()
                    .orElse(constraint)
                : constraint);
      }
      named = named.with(table.withConstraints(constraints));
    }
    return named;
  }

  /** Nameless checks get a name here, and SQLite has foreign keys here alone. */
  private Schema comparable(Schema inspected) {
    Schema comparable = inspected;
    for (Table table : inspected.tables()) {
      List<Constraint> constraints = new ArrayList<>();
      for (Constraint constraint : table.constraints()) {
        if (constraint instanceof Check check) {
          Check plain = Check.of(check.condition());
          if (constraints.stream().noneMatch(one -> one.requiredName().equals(plain.generatedName(table.name())))) {
            constraints.add(plain.named(plain.generatedName(table.name())));
          }
        } else if (!(constraint instanceof ForeignKey) || !engine.name().equals("sqlite")) {
          constraints.add(constraint);
        }
      }
      comparable = comparable.with(table.withConstraints(constraints));
    }
    return comparable;
  }

  private void requireNoSecondDifference(Dialect dialect, Schema folded) {
    DeclaredSchema again = model().declared(dialect, folded);
    assertThat(ModelComparison.of(folded, again, dialect).difference().toString())
        .isEqualTo("no difference");
    assertThat(again.leftAlone()).isEmpty();
  }

  private void requireSameInAnyOrder(Dialect dialect, DeclaredSchema declared) {
    List<Class<?>> shuffled = new ArrayList<>(classes);
    Collections.shuffle(shuffled, new Random(7));
    DeclaredSchema other =
        HibernateModel.of(shuffled)
            .settings(settings)
            .version(engine.version())
            .declared(dialect, Schema.empty());
    assertThat(operations(other).toString()).isEqualTo(operations(declared).toString());
  }
}
