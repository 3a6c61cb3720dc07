package dev.migrate.hibernate;

import dev.migrate.error.MigrateException;
import dev.migrate.schema.Column;
import dev.migrate.schema.DataType;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.Expression;
import dev.migrate.schema.Generated;
import dev.migrate.schema.IdentityMode;
import dev.migrate.schema.QualifiedName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the columns of a table of mappings, and keeps what their definitions say beyond. */
final class MappedColumns {

  /**
   * What a dialect of Hibernate writes after the type. Without a last word the column is virtual,
   * except on H2, which stores it.
   */
  private static final Pattern GENERATED =
      Pattern.compile(
          "(?is)\\s*(?:generated always )?as \\((.*)\\)\\s*(stored|persisted|virtual)?\\s*");

  private final Mapping mapping;
  private final TypeTexts types;
  private final org.hibernate.mapping.Table table;
  private final QualifiedName name;
  private final Map<String, ColumnDefinition> definitions = new HashMap<>();
  private final List<String> remarks = new ArrayList<>();

  MappedColumns(
      Mapping mapping, TypeTexts types, org.hibernate.mapping.Table table, QualifiedName name) {
    this.mapping = mapping;
    this.types = types;
    this.table = table;
    this.name = name;
  }

  /** What a column's own definition says, after it was read. */
  ColumnDefinition definition(String column) {
    return definitions.getOrDefault(column, ColumnDefinition.of(""));
  }

  List<String> remarks() {
    return remarks;
  }

  /** The column; empty if something is wrong, which is noted as a problem. */
  Optional<Column> read(org.hibernate.mapping.Column column) {
    String own = mapping.names().of(column);
    mapping.noteQuotes(name + "." + own, column.getName(), column.isQuoted());
    noteReserved(own, column);
    try {
      String text = column.getSqlType(mapping.metadata());
      ColumnDefinition definition = ColumnDefinition.of(text);
      definitions.put(own, definition);
      return Optional.of(column(own, column, definition));
    } catch (MigrateException misfit) {
      mapping.problem(where(own) + ": " + misfit.getMessage());
    } catch (RuntimeException unknown) {
      mapping.problem(where(own) + ": " + unknown.getMessage());
    }
    return Optional.empty();
  }

  private String where(String own) {
    return "column " + name + "." + own + " (" + mapping.entities(table, name) + ")";
  }

  /** Hibernate writes the name without quotes, which the database does not take. */
  private void noteReserved(String own, org.hibernate.mapping.Column column) {
    String lower = own.toLowerCase(Locale.ROOT);
    boolean plain = lower.matches("[a-z_][a-z0-9_]*");
    if (plain && !column.isQuoted() && mapping.names().isReserved(lower)) {
      remarks.add(
          "the name of column "
              + name
              + "."
              + own
              + " is a reserved word, but Hibernate does not quote it: set"
              + " hibernate.auto_quote_keyword to true, or quote it in the mapping");
    }
  }

  private Column column(
      String own, org.hibernate.mapping.Column column, ColumnDefinition definition) {
    DataType type = types.read(definition.type(), name + "." + own);
    Optional<Generated> generated = generated(column, definition);
    boolean identity = column.isIdentity() || definition.identity();
    return new Column(
        own,
        type,
        isNullable(column, definition, generated) && !identity,
        generated.isPresent() || identity
            ? Optional.empty()
            : defaultValue(column, definition, type),
        identity ? Optional.of(IdentityMode.BY_DEFAULT) : Optional.empty(),
        generated,
        Optional.ofNullable(column.getCollation()).or(definition::collation),
        Optional.ofNullable(column.getComment())
            .filter(text -> !text.isEmpty())
            .or(definition::comment));
  }

  /** Hibernate leaves NOT NULL out where a database does not take it for a computed column. */
  private boolean isNullable(
      org.hibernate.mapping.Column column,
      ColumnDefinition definition,
      Optional<Generated> generated) {
    Optional<HibernateTarget> target = mapping.names().target();
    boolean possible =
        generated.isEmpty()
            || !(target.equals(Optional.of(HibernateTarget.MARIADB))
                || (target.equals(Optional.of(HibernateTarget.POSTGRESQL))
                    && !generated.get().stored()));
    return !definition.notNull() && (column.isNullable() || !possible);
  }

  private static Optional<DefaultValue> defaultValue(
      org.hibernate.mapping.Column column, ColumnDefinition definition, DataType type) {
    return Optional.ofNullable(column.getDefaultValue())
        .or(definition::defaultValue)
        .map(text -> MappedDefaults.read(text, type));
  }

  private Optional<Generated> generated(
      org.hibernate.mapping.Column column, ColumnDefinition definition) {
    if (definition.computation().isPresent()) {
      return definition
          .computation()
          .map(text -> new Generated(Expression.of(text), definition.stored()));
    }
    String computation = column.getGeneratedAs();
    if (computation == null) {
      return Optional.empty();
    }
    Matcher clause = GENERATED.matcher(mapping.hibernateDialect().generatedAs(computation));
    boolean stored =
        (clause.matches() && clause.group(2) != null)
            ? !clause.group(2).equalsIgnoreCase("virtual")
            : mapping.names().target().equals(Optional.of(HibernateTarget.H2));
    return Optional.of(new Generated(Expression.of(computation), stored));
  }
}
