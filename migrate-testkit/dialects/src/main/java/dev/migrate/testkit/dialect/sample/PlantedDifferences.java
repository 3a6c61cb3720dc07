package dev.migrate.testkit.dialect.sample;

import dev.migrate.Ddl;
import dev.migrate.schema.Check;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnName;
import dev.migrate.schema.DataReference;
import dev.migrate.schema.Deferrability;
import dev.migrate.schema.DialectName;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.Expression;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Generated;
import dev.migrate.schema.IdentityMode;
import dev.migrate.schema.Index;
import dev.migrate.schema.IndexKey;
import dev.migrate.schema.Literal;
import dev.migrate.schema.MatchType;
import dev.migrate.schema.NullsOrder;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.ReferentialAction;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.SimpleType;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableElement;
import dev.migrate.schema.TableOption;
import dev.migrate.schema.Unique;
import dev.migrate.schema.View;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Pairs of small schemas that differ in one component of one element, for each component of each
 * kind of element: what revisions declare, and what a database has instead. The names of a pair
 * start with a text of their own, so that all of them fit into one database.
 */
public final class PlantedDifferences {

  private static final Column A = Column.of("a", SimpleType.INTEGER).withNullable(false);
  private static final Column B = Column.of("b", SimpleType.INTEGER).withNullable(false);
  private static final Column S = Column.of("s", Ddl.varchar(20));
  private static final Generated COMPUTED = new Generated(Expression.of("b + 1"), true);
  private static final Deferrability DEFERRED = Deferrability.INITIALLY_DEFERRED;

  private final List<Plant> plants = new ArrayList<>();

  private PlantedDifferences() {}

  /**
   * One pair.
   *
   * @param type the record that differs
   * @param component which component of it
   * @param prefix what the names of its objects start with
   * @param declared what revisions declare
   * @param live what the database has
   */
  public record Plant(
      Class<?> type, String component, String prefix, Schema declared, Schema live) {

    /** Whether an object belongs to it. */
    public boolean has(QualifiedName name) {
      return name.name().startsWith(prefix);
    }

    @Override
    public String toString() {
      return type.getSimpleName() + "." + component + " (" + prefix + ")";
    }
  }

  /** What must be there before: two tables to refer to. */
  public static Schema before() {
    Schema schema = Schema.empty();
    for (String name : List.of("u", "v")) {
      schema =
          schema.with(
              Table.of(
                  QualifiedName.of(name),
                  List.of(
                      A,
                      B,
                      PrimaryKey.of(List.of("a", "b")).named("pk_" + name),
                      Unique.of(List.of("b", "a")).named("uq_" + name))));
    }
    return schema;
  }

  /** All pairs. */
  public static List<Plant> all() {
    PlantedDifferences all = new PlantedDifferences();
    all.addColumns();
    all.addConstraints();
    all.addIndexes();
    all.addObjects();
    return List.copyOf(all.plants);
  }

  private void addColumns() {
    Column free = A.withNullable(true);
    Function<QualifiedName, Function<Column, Schema>> column =
        name -> value -> table(name, value, B, S);
    add(free, column, "name", "c");
    add(free, column, "type", SimpleType.BIGINT);
    add(free, column, "nullable", false);
    add(free, column, "defaultValue", Optional.of(Literal.of(1)));
    add(free, column, "generated", Optional.of(COMPUTED));
    add(free, column, "comment", Optional.of("another"));
    add(
        A,
        name -> value -> table(name, value, PrimaryKey.of(List.of("a")).named(name + "_pk")),
        "identityMode",
        Optional.of(IdentityMode.ALWAYS));
    add(
        A,
        name -> value -> table(name, value, PrimaryKey.of(List.of("a")).named(name + "_pk")),
        "identityMode",
        Optional.of(IdentityMode.BY_DEFAULT));
    for (String collation : List.of("C", "NOCASE", "utf8mb4_bin")) {
      add(S, name -> value -> table(name, value, B), "collation", Optional.of(collation));
    }
    Function<QualifiedName, Function<Generated, Schema>> computed =
        name -> value -> table(name, A.withNullable(true).withGenerated(Optional.of(value)), B);
    add(COMPUTED, computed, "expression", Expression.of("b + 2"));
    add(COMPUTED, computed, "stored", false);
  }

  private void addConstraints() {
    Function<QualifiedName, Function<PrimaryKey, Schema>> primary =
        name -> value -> table(name, A, B, value);
    PrimaryKey pk = PrimaryKey.of(List.of("a")).named("pk_plant");
    add(pk, primary, "name", Optional.of("pk_other"));
    add(pk, primary, "columns", List.of("b"));
    add(pk, primary, "deferrability", DEFERRED);
    add(pk, primary, "included", List.of("b"));

    Function<QualifiedName, Function<Unique, Schema>> unique =
        name -> value -> table(name, A, B.withNullable(true), value.named(name + name(value)));
    Unique uq = Unique.of(List.of("a")).named("_uq");
    add(uq, unique, "name", Optional.of("_other"));
    add(uq, unique, "columns", List.of("b"));
    add(uq, unique, "isNullsNotDistinct", true);
    add(uq, unique, "deferrability", DEFERRED);
    add(uq, unique, "included", List.of("b"));

    Function<QualifiedName, Function<Check, Schema>> check =
        name -> value -> table(name, A, B, value.named(name + value.requiredName()));
    Check ck = Check.of(Expression.of("a > 0")).named("_ck");
    add(ck, check, "name", Optional.of("_other"));
    add(ck, check, "condition", Expression.of("b > 0"));
    add(ck, check, "isNotValid", true);
    add(ck, check, "isNotEnforced", true);
    add(ck, check, "atColumn", Optional.of("a"));

    Function<QualifiedName, Function<ForeignKey, Schema>> foreign =
        name ->
            value ->
                before()
                    .with(
                        Table.of(
                            name,
                            List.of(
                                A.withNullable(true),
                                B.withNullable(true),
                                Index.of(List.of(IndexKey.column("a"), IndexKey.column("b")))
                                    .named(name + "_ix"),
                                value.named(name + value.requiredName()))));
    ForeignKey fk =
        ForeignKey.of(List.of("a", "b"))
            .references("u", "a", "b")
            .onDelete(ReferentialAction.SET_NULL)
            .named("_fk");
    add(fk, foreign, "name", Optional.of("_other"));
    add(fk, foreign, "columns", List.of("b", "a"));
    add(fk, foreign, "target", QualifiedName.of("v"));
    add(fk, foreign, "targetColumns", List.of("b", "a"));
    add(fk, foreign, "onDelete", ReferentialAction.CASCADE);
    add(fk, foreign, "onUpdate", ReferentialAction.CASCADE);
    add(fk, foreign, "deferrability", DEFERRED);
    add(fk, foreign, "isNotValid", true);
    add(fk, foreign, "isNotEnforced", true);
    add(fk, foreign, "match", MatchType.FULL);
    add(fk, foreign, "onDeleteColumns", List.of("a"));
  }

  private static String name(Unique unique) {
    return unique.requiredName();
  }

  private void addIndexes() {
    Function<QualifiedName, Function<Index, Schema>> index =
        name ->
            value ->
                table(
                    name,
                    A,
                    B.withNullable(true),
                    S,
                    value.named(name + "_" + value.requiredName()));
    Index ix = Index.of(List.of(IndexKey.column("a"))).named("ix");
    add(ix, index, "name", Optional.of("other"));
    add(ix, index, "keys", List.of(IndexKey.column("a"), IndexKey.column("b")));
    add(ix, index, "isUnique", true);
    add(ix, index, "where", Optional.of(Expression.of("a > 0")));
    add(ix, index, "method", Optional.of("hash"));
    add(ix, index, "included", List.of("b"));
    add(ix.withUnique(true), index, "isNullsNotDistinct", true);
    add(ix, index, "isInvisible", true);
    Function<QualifiedName, Function<IndexKey, Schema>> key =
        name -> value -> table(name, A, B, S, Index.of(List.of(value)).named(name + "_ix"));
    add(IndexKey.column("a"), key, "column", Optional.of("b"));
    add(
        IndexKey.expression(Expression.of("(a + 1)")),
        key,
        "expression",
        Optional.of(Expression.of("(a + 2)")));
    add(IndexKey.column("a"), key, "isDescending", true);
    add(IndexKey.column("a"), key, "nulls", Optional.of(NullsOrder.FIRST));
    add(IndexKey.column("s"), key, "operatorClass", Optional.of("varchar_pattern_ops"));
    add(IndexKey.column("s"), key, "prefix", 3);
    add(IndexKey.column("s"), key, "collation", Optional.of("C"));
    add(IndexKey.column("s"), key, "collation", Optional.of("NOCASE"));
  }

  private void addObjects() {
    Function<QualifiedName, Function<Sequence, Schema>> sequence =
        name -> value -> table(name, A, B).with(renamed(value, name));
    Sequence seq = Sequence.of(QualifiedName.of("_seq"));
    add(seq, sequence, "name", QualifiedName.of("_other"));
    add(seq, sequence, "start", 2L);
    add(seq, sequence, "increment", 2L);
    add(seq, sequence, "type", Optional.of(SimpleType.INTEGER));
    add(seq, sequence, "minimum", Optional.of(0L));
    add(seq, sequence, "maximum", Optional.of(9L));
    add(seq, sequence, "cycles", true);
    add(seq, sequence, "cache", Optional.of(7L));
    QualifiedName owner = QualifiedName.of(prefix());
    add(
        seq,
        name -> value -> table(owner, A, B).with(renamed(value, owner)),
        "ownedBy",
        Optional.of(new ColumnName(owner, "a")));

    Function<QualifiedName, Function<View, Schema>> view =
        name ->
            value ->
                before()
                    .with(
                        new View(
                            QualifiedName.of(name + value.name().name()),
                            value.query(),
                            value.reads()));
    View few =
        new View(
            QualifiedName.of("_few"),
            Optional.of(Expression.of("SELECT a FROM u WHERE a > 0")),
            List.of(DataReference.of("u", "a")));
    add(few, view, "name", QualifiedName.of("_other"));
    add(few, view, "query", Optional.of(Expression.of("SELECT a FROM u WHERE a > 1")));
    add(few, view, "reads", List.of(DataReference.of("u", "a", "b")));
    Function<QualifiedName, Function<DataReference, Schema>> data =
        name ->
            value ->
                before()
                    .with(new View(QualifiedName.of(name + "_few"), few.query(), List.of(value)));
    add(DataReference.of("u", "a"), data, "table", QualifiedName.of("v"));
    add(DataReference.of("u", "a"), data, "columns", List.of("a", "b"));

    Function<QualifiedName, Function<EnumType, Schema>> enumType =
        name ->
            value ->
                Schema.empty()
                    .with(
                        new EnumType(QualifiedName.of(name + value.name().name()), value.labels()));
    EnumType state = new EnumType(QualifiedName.of("_state"), List.of("open"));
    add(state, enumType, "name", QualifiedName.of("_other"));
    add(state, enumType, "labels", List.of("open", "paid"));

    Function<QualifiedName, Function<Table, Schema>> table =
        name ->
            value ->
                Schema.empty()
                    .with(
                        new Table(
                            QualifiedName.of(name + value.name().name()),
                            value.columns(),
                            value.constraints(),
                            value.indexes(),
                            value.comment(),
                            value.options()));
    Table plain = Table.of(QualifiedName.of("_t"), List.of(A, B));
    add(plain, table, "name", QualifiedName.of("_other"));
    add(plain, table, "columns", List.of(A, B, S));
    add(plain, table, "constraints", List.of(Unique.of(List.of("a"))));
    add(plain, table, "indexes", List.of(Index.of(List.of(IndexKey.column("a")))));
    add(plain, table, "comment", Optional.of("another"));
    TableOption strict = new TableOption(DialectName.SQLITE, "STRICT");
    add(plain, table, "options", List.of(strict));
    add(plain, table, "options", List.of(new TableOption(DialectName.MYSQL, "ROW_FORMAT=COMPACT")));
    add(
        plain,
        table,
        "options",
        List.of(new TableOption(DialectName.POSTGRESQL, "WITH (fillfactor=70)")));
    Function<QualifiedName, Function<TableOption, Schema>> option =
        name ->
            value -> Schema.empty().with(Table.of(name, List.of(A, B)).withOptions(List.of(value)));
    add(strict, option, "dialect", DialectName.POSTGRESQL);
    add(strict, option, "sql", "WITHOUT ROWID");
  }

  private static Sequence renamed(Sequence sequence, QualifiedName name) {
    return sequence.withName(QualifiedName.of(name + sequence.name().name()));
  }

  private static Schema table(QualifiedName name, TableElement... elements) {
    return Schema.empty().with(Table.of(name, List.of(elements)));
  }

  private String prefix() {
    return "p" + (100 + plants.size());
  }

  private <R extends Record> void add(
      R base, Function<QualifiedName, Function<R, Schema>> schema, String component, Object value) {
    String prefix = prefix();
    Function<R, Schema> named = schema.apply(QualifiedName.of(prefix));
    Schema declared = named.apply(base);
    Schema live = named.apply(with(base, component, value));
    plants.add(new Plant(base.getClass(), component, prefix, declared, live));
  }

  @SuppressWarnings("unchecked")
  private static <R extends Record> R with(R base, String component, Object value) {
    RecordComponent[] components = base.getClass().getRecordComponents();
    Object[] values = new Object[components.length];
    Class<?>[] types = new Class<?>[components.length];
    boolean found = false;
    try {
      for (int i = 0; i < components.length; i++) {
        boolean wanted = components[i].getName().equals(component);
        found |= wanted;
        types[i] = components[i].getType();
        values[i] = wanted ? value : components[i].getAccessor().invoke(base);
      }
      if (!found) {
        throw new IllegalArgumentException(base.getClass() + " has no " + component);
      }
      return (R) base.getClass().getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException failure) {
      throw new IllegalArgumentException(base + " with another " + component, failure);
    }
  }
}
