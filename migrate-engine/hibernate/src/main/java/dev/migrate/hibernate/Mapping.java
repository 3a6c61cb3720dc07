package dev.migrate.hibernate;

import dev.migrate.dialect.Dialect;
import dev.migrate.error.Facts;
import dev.migrate.error.SchemaException;
import dev.migrate.schema.QualifiedName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.model.relational.Database;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;
import org.hibernate.boot.model.relational.internal.SqlStringGenerationContextImpl;
import org.hibernate.engine.config.spi.ConfigurationService;
import org.hibernate.engine.jdbc.env.spi.JdbcEnvironment;
import org.hibernate.engine.jdbc.env.spi.NameQualifierSupport;
import org.hibernate.mapping.PersistentClass;

/**
 * Mappings while they are read: the database, its names, and what is wrong, which is reported all
 * at once.
 *
 * @param metadata the mappings
 * @param dialect the database
 * @param names how names are stored
 * @param sql how Hibernate writes names into SQL
 * @param problems what is wrong so far
 * @param quotes the names that are quoted for nothing
 */
record Mapping(
    Metadata metadata,
    Dialect dialect,
    MappedNames names,
    SqlStringGenerationContext sql,
    List<String> problems,
    Set<String> quotes) {

  static Mapping of(Metadata metadata, Dialect dialect) {
    Database database = metadata.getDatabase();
    JdbcEnvironment environment = database.getJdbcEnvironment();
    Map<String, Object> settings = new HashMap<>();
    ConfigurationService configuration =
        database.getServiceRegistry().getService(ConfigurationService.class);
    if (configuration != null) {
      settings.putAll(configuration.getSettings());
    }
    SqlStringGenerationContext sql =
        SqlStringGenerationContextImpl.fromConfigurationMap(environment, database, settings);
    NameQualifierSupport support = environment.getNameQualifierSupport();
    MappedNames names =
        new MappedNames(
            dialect,
            HibernateTarget.of(dialect),
            sql,
            support == null ? NameQualifierSupport.BOTH : support);
    return new Mapping(metadata, dialect, names, sql, new ArrayList<>(), new TreeSet<>());
  }

  org.hibernate.dialect.Dialect hibernateDialect() {
    return metadata.getDatabase().getDialect();
  }

  void problem(String text) {
    problems.add(text);
  }

  /** Notes a name whose quotes the database of a model would not see. */
  void noteQuotes(String where, String name, boolean quoted) {
    if (names.losesQuotes(name, quoted)) {
      quotes.add(where);
    }
  }

  List<String> nameRemarks() {
    return quotes.isEmpty()
        ? List.of()
        : List.of(
            "Hibernate quotes names in lower case, which H2 finds only if its URL has"
                + " DATABASE_TO_UPPER=FALSE: "
                + Facts.shown(quotes));
  }

  void requireNoProblems() {
    if (!problems.isEmpty()) {
      throw new SchemaException(
          Facts.of("the entity classes do not make a schema")
              .with("dialect", dialect.names().get(0).toString())
              .with("problems", String.join("\n", problems))
              .next(
                  "correct the mappings; a type that Hibernate does not know here can be written as"
                      + " @Column(columnDefinition = \"…\")"));
    }
  }

  /** The entities that are mapped to a table, for messages. */
  String entities(org.hibernate.mapping.Table table, QualifiedName name) {
    Set<String> entities = new TreeSet<>();
    for (PersistentClass entity : metadata.getEntityBindings()) {
      if (entity.getTable().equals(table)) {
        entities.add(entity.getEntityName());
      }
    }
    return entities.isEmpty() ? "table " + name : "table " + name + " of " + Facts.shown(entities);
  }
}
