package dev.migrate.hibernate;

import dev.migrate.dialect.Dialect;
import dev.migrate.schema.QualifiedName;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;
import org.hibernate.engine.jdbc.env.spi.NameQualifierSupport;

/**
 * The names of mappings as the database stores them, in the words of a model. Hibernate writes
 * {@code createdAt} without quotes wherever it uses it; PostgreSQL then has {@code createdat}.
 *
 * @param dialect decides which names are written without quotes
 * @param target the database; empty for one that Hibernate alone knows
 * @param qualifiers the schema and catalog of names that have none
 * @param support whether the database has schemas or catalogs
 */
record MappedNames(
    Dialect dialect,
    Optional<HibernateTarget> target,
    SqlStringGenerationContext qualifiers,
    NameQualifierSupport support) {

  private static final Pattern UPPER = Pattern.compile("[A-Z_][A-Z0-9_]*");

  String of(Identifier name) {
    return of(name.getText(), name.isQuoted());
  }

  String of(org.hibernate.mapping.Column column) {
    return of(column.getName(), column.isQuoted());
  }

  /** A name as annotations give it: in backticks or double quotes where it is to be quoted. */
  String given(String name) {
    Identifier identifier = qualifiers.toIdentifier(name);
    return identifier == null ? name : of(identifier);
  }

  String of(String name, boolean quoted) {
    return switch (target.orElse(HibernateTarget.MYSQL)) {
      case POSTGRESQL -> quoted ? name : inLowerCase(name);
      case H2 -> onH2(quoted ? name : name.toUpperCase(Locale.ROOT));
      case MARIADB, MYSQL, SQLITE -> name;
    };
  }

  /** PostgreSQL changes the letters of ASCII alone. */
  private static String inLowerCase(String name) {
    StringBuilder folded = new StringBuilder(name);
    for (int i = 0; i < name.length(); i++) {
      char letter = name.charAt(i);
      folded.setCharAt(i, letter >= 'A' && letter <= 'Z' ? (char) (letter + 'a' - 'A') : letter);
    }
    return folded.toString();
  }

  /** A name of the model is stored in upper case where it is written without quotes. */
  private String onH2(String stored) {
    if (!UPPER.matcher(stored).matches() || stored.length() > dialect.capabilities().nameLength()) {
      return stored;
    }
    String lower = stored.toLowerCase(Locale.ROOT);
    return isBare(lower) ? lower : stored;
  }

  /** Whether the database takes a name only in quotes that has neither capitals nor signs. */
  boolean isReserved(String name) {
    return name.length() <= dialect.capabilities().nameLength() && !isBare(name);
  }

  private boolean isBare(String name) {
    return dialect.renderer().name(name).equals(name);
  }

  /** Whether the database would store the quoted name otherwise, because the model's is bare. */
  boolean losesQuotes(String name, boolean quoted) {
    return quoted
        && target.equals(Optional.of(HibernateTarget.H2))
        && !name.equals(name.toUpperCase(Locale.ROOT))
        && name.length() <= dialect.capabilities().nameLength()
        && isBare(name);
  }

  QualifiedName of(Identifier catalog, Identifier schema, Identifier name) {
    Identifier space = null;
    if (support.supportsSchemas()) {
      space = qualifiers.schemaWithDefault(schema);
    } else if (support.supportsCatalogs()) {
      space = qualifiers.catalogWithDefault(catalog);
    }
    return space == null ? QualifiedName.exactly(of(name)) : QualifiedName.in(of(space), of(name));
  }

  QualifiedName of(org.hibernate.mapping.Table table) {
    return of(table.getCatalogIdentifier(), table.getSchemaIdentifier(), table.getNameIdentifier());
  }
}
