package dev.migrate.hibernate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.dialect.Dialect;
import dev.migrate.engine.Migrator;
import dev.migrate.engine.RevisionGraph;
import dev.migrate.generate.GeneratedRevision;
import dev.migrate.generate.Generator;
import dev.migrate.model.DeclaredSchema;
import dev.migrate.model.ModelComparison;
import dev.migrate.schema.Check;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.ElementName;
import dev.migrate.schema.Expression;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.schema.Unique;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Entity classes become a revision, which runs, and Hibernate is content with the database. */
final class MigratedModel {

  private static final RevisionGraph NOTHING = RevisionGraph.of(List.of());

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-30T10:05:00Z"), ZoneOffset.UTC);

  private final Engine engine;
  private final List<Class<?>> classes;
  private final Map<String, Object> settings;

  MigratedModel(Engine engine, Collection<Class<?>> classes, Map<String, Object> settings) {
    this.engine = engine;
    this.classes = List.copyOf(classes);
    this.settings = settings;
  }

  private Generator generator(RevisionGraph before, List<Class<?>> ordered, Dialect dialect) {
    return Generator.of(before).model(model(ordered)).dialect(dialect).clock(CLOCK);
  }

  private HibernateModel model(List<Class<?>> ordered) {
    return HibernateModel.of(ordered).settings(settings).version(engine.version());
  }

  void verify() {
    DataSource database = engine.emptyDatabase();
    Dialect dialect = Engine.dialect(database);
    GeneratedRevision revision =
        generator(NOTHING, classes, dialect).generate("create all").orElseThrow();
    Migrator migrator = Migrator.on(database).revisions(revision.revision()).build();
    migrator.upgrade();
    assertThat(migrator.stamp("heads").isEmpty()).isTrue(); // has compared
    HibernateTool hibernate = new HibernateTool(classes, settings);
    DataSource created = engine.emptyDatabase();
    hibernate.create(created);
    requireContent(hibernate, database, created);
    DeclaredSchema declared = model(classes).declared(dialect, Schema.empty());
    requireLikeHibernate(created, database, dialect, declared);
    requireNoSecondDifference(dialect, revision);
    assertThat(revision.source()).isEqualTo(shuffledSource(dialect));
  }

  /**
   * Hibernate is as content as with what it created itself, where it misses descending keys on some
   * engines, and the type of an identity on SQLite.
   */
  static void requireContent(HibernateTool hibernate, DataSource database, DataSource created) {
    String keys = hibernate.missing(created, "NAMED").isEmpty() ? "NAMED" : "NONE";
    assertThat(hibernate.missing(database, keys)).isEqualTo(hibernate.missing(created, keys));
  }

  private void requireLikeHibernate(
      DataSource created, DataSource migrated, Dialect dialect, DeclaredSchema declared) {
    Set<String> namespaces = Set.copyOf(declared.schema().namespaces());
    Schema theirs = withoutTold(comparable(Engine.inspected(created, namespaces)), declared);
    Schema ours = comparable(Engine.inspected(migrated, namespaces));
    for (Table table : ours.tables()) {
      if (table.name().name().startsWith("migrate_")) {
        ours = ours.without(table.name());
      }
    }
    theirs = named(theirs, ours);
    if (engine.name().equals("sqlite")) {
      ours = onlyWhatSqliteGets(theirs, ours);
    }
    ModelComparison comparison = ModelComparison.of(theirs, DeclaredSchema.of(ours), dialect);
    assertThat(comparison.difference().toString()).isEqualTo("no difference");
  }

  /** A remark says on H2 which names Hibernate quotes in lower case. */
  private static Schema withoutTold(Schema theirs, DeclaredSchema declared) {
    return theirs.withUnmodelled(
        theirs.unmodelled().stream()
            .filter(
                one ->
                    !one.name().equals("lower-case name")
                        || one.owner().stream().noneMatch(name -> isTold(name, declared)))
            .toList());
  }

  private static boolean isTold(ElementName name, DeclaredSchema declared) {
    String element = name.object() + name.part().map(part -> "." + part).orElse("");
    return declared.remarks().stream()
        .filter(remark -> remark.contains("quotes names in lower case"))
        .anyMatch(remark -> remark.contains(element));
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

  /**
   * MariaDB makes indexes for foreign keys. Checks have no name there, and conditions stand in
   * parentheses in some versions.
   */
  private static Schema comparable(Schema inspected) {
    Schema comparable = inspected;
    for (Table table : inspected.tables()) {
      Map<String, Constraint> constraints = new LinkedHashMap<>();
      for (Constraint constraint : table.constraints()) {
        Constraint plain = constraint instanceof Check check ? plain(table, check) : constraint;
        constraints.put(plain.requiredName(), plain);
      }
      comparable =
          comparable.with(
              table
                  .withConstraints(List.copyOf(constraints.values()))
                  .withIndexes(
                      table.indexes().stream()
                          .filter(index -> table.findConstraint(index.requiredName()).isEmpty())
                          .toList()));
    }
    return comparable;
  }

  private static Check plain(Table table, Check check) {
    String condition = sortedArray(MappedChecks.condition(check.condition().text()));
    return (Check) Check.of(Expression.of(condition)).namedIn(table.name());
  }

  /** PostgreSQL makes an array of a list. */
  private static String sortedArray(String condition) {
    Matcher array = Pattern.compile("(?<=ARRAY\\[)[^\\]]*(?=\\])").matcher(condition);
    return array.replaceAll(
        values ->
            Matcher.quoteReplacement(
                Stream.of(values.group().split(", ")).sorted().collect(Collectors.joining(", "))));
  }

  /**
   * On SQLite, Hibernate creates no foreign key, nor a unique key of several columns, and has no
   * word for an identity.
   */
  private static Schema onlyWhatSqliteGets(Schema theirs, Schema ours) {
    Schema common = ours;
    for (Table table : ours.tables()) {
      Optional<Table> other = theirs.findTable(table.name());
      if (other.isPresent()) {
        List<String> names =
            other.get().constraints().stream().map(Constraint::requiredName).toList();
        common =
            common.with(
                table
                    .withConstraints(
                        table.constraints().stream()
                            .filter(
                                one ->
                                    !(one instanceof ForeignKey || one instanceof Unique)
                                        || names.contains(one.requiredName()))
                            .toList())
                    .withColumns(
                        columns ->
                            columns.stream()
                                .map(
                                    one ->
                                        one.identityMode().isPresent()
                                            ? other.get().column(one.name())
                                            : one)
                                .toList()));
      }
    }
    return common;
  }

  private void requireNoSecondDifference(Dialect dialect, GeneratedRevision revision) {
    RevisionGraph graph = RevisionGraph.of(revision.revision());
    assertThat(generator(graph, classes, dialect).generate("again")).isEmpty();
    assertThat(model(classes).declared(dialect, graph.schema(dialect)).leftAlone()).isEmpty();
  }

  private String shuffledSource(Dialect dialect) {
    List<Class<?>> shuffled = new ArrayList<>(classes);
    Collections.shuffle(shuffled, new Random(7));
    return generator(NOTHING, shuffled, dialect).generate("create all").orElseThrow().source();
  }
}
