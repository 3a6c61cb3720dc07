package dev.migrate.dialect.sqlite;

import dev.migrate.dialect.sqlite.SqliteTableText.ColumnText;
import dev.migrate.dialect.sqlite.SqliteTableText.ConstraintText;
import dev.migrate.dialect.sqlite.SqliteTableText.Kind;
import dev.migrate.dialect.sqlite.SqliteTableText.Note;
import dev.migrate.schema.Check;
import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.DataType;
import dev.migrate.schema.DialectName;
import dev.migrate.schema.ElementName;
import dev.migrate.schema.EnumLabels;
import dev.migrate.schema.Expression;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Generated;
import dev.migrate.schema.IdentityMode;
import dev.migrate.schema.Index;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SimpleType;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableOption;
import dev.migrate.schema.Unique;
import dev.migrate.schema.UnmodelledElement;
import dev.migrate.schema.View;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One reading of the catalogue. Names that other statements give in another case are found
 * nevertheless, as SQLite does. Not thread-safe; made and thrown away by {@link SqliteInspector}.
 */
final class SqliteCatalogue {

  /** What has been read of a table. */
  private record Parts(String name, SqliteTableText text, List<Index> indexes) {

    /** A column's name as the table itself has it. */
    Optional<String> column(String name) {
      return text.columns().stream()
          .map(ColumnText::name)
          .filter(known -> known.equalsIgnoreCase(name))
          .findFirst();
    }

    List<String> columns(List<String> names) {
      return names.stream().map(name -> column(name).orElse(name)).toList();
    }
  }

  private final Map<String, Parts> tables = new LinkedHashMap<>();

  /** The module of each virtual table. */
  private final Map<String, String> modules = new HashMap<>();

  private final Set<String> shadows = new HashSet<>();
  private final List<View> views = new ArrayList<>();
  private final List<UnmodelledElement> unmodelled = new ArrayList<>();

  /** One object; tables come before what belongs to them. */
  void add(String type, String name, String table, @Nullable String sql, boolean shadow) {
    if (sql == null) {
      return; // a constraint's index
    }
    switch (type) {
      case "table" -> addTable(name, sql, shadow);
      case "index" -> {
        Parts owner = tables.get(key(table));
        if (owner != null) {
          owner.indexes().add(new SqliteIndexText(owner::column).read(sql).named(name));
        }
      }
      case "trigger" -> {
        ElementName owner = owner(table);
        unmodelled.add(UnmodelledElement.object("trigger", name, owner, ""));
      }
      default -> views.add(view(name, sql));
    }
  }

  private void addTable(String name, String sql, boolean shadow) {
    SqliteTokenReader words = new SqliteTokenReader(sql);
    if (words.skip("CREATE", "VIRTUAL", "TABLE")) {
      words.skip("IF", "NOT", "EXISTS");
      words.qualifiedName();
      String rest = words.rest();
      modules.put(key(name), rest.replaceFirst("(?is)^USING\\s+(\\w+).*", "$1"));
      unmodelled.add(UnmodelledElement.object("virtual table", name, rest));
    } else {
      tables.put(key(name), new Parts(name, SqliteTableText.of(sql), new ArrayList<>()));
      if (shadow) {
        shadows.add(key(name));
      }
    }
  }

  private ElementName owner(String table) {
    return views.stream()
        .filter(view -> key(view.name().name()).equals(key(table)))
        .map(view -> ElementName.view(view.name()))
        .findFirst()
        .orElseGet(
            () -> {
              Parts parts = tables.get(key(table));
              return ElementName.table(QualifiedName.exactly(parts == null ? table : parts.name()));
            });
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  Schema schema() {
    Schema schema = Schema.empty();
    for (Parts parts : tables.values()) {
      schema = isShadow(parts.name()) ? schema : schema.with(table(parts));
    }
    for (View view : views) {
      schema = schema.with(view);
    }
    return schema.withUnmodelled(unmodelled);
  }

  /** Whether a virtual table keeps its rows in it; before SQLite 3.37, only its name shows. */
  private boolean isShadow(String name) {
    return shadows.contains(key(name))
        || modules.entrySet().stream()
            .anyMatch(
                virtual ->
                    SqliteShadowTables.isShadow(virtual.getKey(), virtual.getValue(), key(name)));
  }

  private Table table(Parts parts) {
    QualifiedName name = QualifiedName.exactly(parts.name());
    List<Column> columns = parts.text().columns().stream().map(SqliteCatalogue::column).toList();
    List<Constraint> constraints = new ArrayList<>();
    Map<String, Integer> names = new HashMap<>();
    boolean keyed = false;
    for (ConstraintText text : parts.text().constraints()) {
      if (text.kind() == Kind.PRIMARY_KEY && keyed) {
        continue;
      }
      keyed |= text.kind() == Kind.PRIMARY_KEY;
      Constraint constraint = constraint(parts, text).namedIn(name);
      int times = names.merge(constraint.requiredName(), 1, Integer::sum);
      String unique = constraint.requiredName() + (times == 1 ? "" : "_" + times);
      constraints.add(constraint.named(unique));
      note(ElementName.constraint(name, unique), text.notes());
    }
    parts.text().columns().forEach(c -> note(ElementName.column(name, c.name()), c.notes()));
    return new Table(
        name, columns, constraints, parts.indexes(), Optional.empty(), options(parts.text()));
  }

  private void note(ElementName owner, List<Note> notes) {
    for (Note note : notes) {
      unmodelled.add(UnmodelledElement.attribute(owner, note.attribute(), note.words()));
    }
  }

  private static List<TableOption> options(SqliteTableText text) {
    return text.options().isEmpty()
        ? List.of()
        : List.of(
            new TableOption(
                DialectName.SQLITE, String.join(", ", text.options().stream().sorted().toList())));
  }

  private static Column column(ColumnText text) {
    DataType declared = SqliteTypeReader.read(text.type());
    DataType type =
        text.autoIncrement()
            ? SimpleType.BIGINT
            : text.labels().isEmpty() ? declared : new EnumLabels(text.labels());
    boolean generated = text.generated().isPresent();
    return new Column(
        text.name(),
        type,
        text.nullable(),
        text.defaultText()
            .filter(sql -> !generated && !text.autoIncrement())
            .map(sql -> SqliteDefaultReader.read(sql, type)),
        text.autoIncrement() ? Optional.of(IdentityMode.BY_DEFAULT) : Optional.empty(),
        text.generated().map(sql -> new Generated(Expression.of(sql), text.stored())),
        text.collation(),
        Optional.empty());
  }

  private Constraint constraint(Parts parts, ConstraintText text) {
    List<String> columns = parts.columns(text.columns());
    Constraint constraint =
        switch (text.kind()) {
          case PRIMARY_KEY -> PrimaryKey.of(columns);
          case UNIQUE -> Unique.of(columns);
          case CHECK -> Check.of(Expression.of(text.condition()));
          case FOREIGN_KEY -> {
            Parts target = tables.get(key(text.target()));
            yield ForeignKey.of(columns)
                .references(
                    QualifiedName.exactly(target == null ? text.target() : target.name()),
                    target == null ? text.targetColumns() : targetColumns(target, text))
                .onDelete(text.onDelete())
                .onUpdate(text.onUpdate())
                .withDeferrability(text.deferrability());
          }
        };
    return text.name().map(constraint::named).orElse(constraint);
  }

  /** Those of the primary key, if none are named. */
  private static List<String> targetColumns(Parts target, ConstraintText text) {
    List<String> named =
        text.targetColumns().isEmpty()
            ? target.text().constraints().stream()
                .filter(known -> known.kind() == Kind.PRIMARY_KEY)
                .map(ConstraintText::columns)
                .filter(key -> key.size() == text.columns().size())
                .findFirst()
                .orElse(List.of())
            : text.targetColumns();
    return target.columns(named);
  }

  /** The query, in which names of columns that stand before it become those of a subquery. */
  private static View view(String name, String sql) {
    SqliteTokenReader words = new SqliteTokenReader(sql);
    words.skip("CREATE");
    words.skip("VIEW");
    words.skip("IF", "NOT", "EXISTS");
    int begin = words.position();
    words.qualifiedName();
    int end = words.position();
    String columns = words.sees("(") ? words.inBrackets() : "";
    words.skip("AS");
    String query = words.rest();
    if (!columns.isEmpty()) {
      String own = words.text(begin, end);
      query = "WITH " + own + " (" + columns + ") AS (" + query + ") SELECT * FROM " + own;
    }
    return new View(QualifiedName.exactly(name), Optional.of(Expression.of(query)), List.of());
  }
}
