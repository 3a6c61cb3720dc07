package dev.migrate.hibernate;

import dev.migrate.dialect.Dialect;
import dev.migrate.error.Arguments;
import dev.migrate.error.DefinitionException;
import dev.migrate.error.Facts;
import dev.migrate.error.SchemaException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.BootstrapServiceRegistryBuilder;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;

/**
 * Annotated classes, from which mappings are built for each database, without a connection.
 *
 * @param classes sorted by their names, because Hibernate's order of columns depends on it
 * @param version the version of the database; empty for the newest known one
 */
record EntityClasses(List<Class<?>> classes, Map<String, Object> settings, Optional<String> version)
    implements MappingSource {

  private static final Pattern VERSION = Pattern.compile("(\\d{1,4})(?:\\.(\\d{1,4}))?.*");

  static EntityClasses of(Collection<? extends Class<?>> classes) {
    List<Class<?>> sorted = new ArrayList<>();
    for (Class<?> one : Arguments.requireGiven(classes, "the list of entity classes")) {
      sorted.add(Arguments.requireGiven(one, "an entity class"));
    }
    if (sorted.isEmpty()) {
      throw new DefinitionException(
          "the model has no entity class", "name the classes that have @Entity");
    }
    sorted.sort(Comparator.comparing(Class::getName));
    return new EntityClasses(List.copyOf(sorted), Map.of(), Optional.empty());
  }

  @Override
  public MappingSource with(Map<String, ?> more) {
    Map<String, Object> all = new HashMap<>(settings);
    more.forEach(
        (name, value) -> all.put(name, Arguments.requireGiven(value, "the setting " + name)));
    return new EntityClasses(classes, Map.copyOf(all), version);
  }

  @Override
  public MappingSource withVersion(String other) {
    if (!VERSION.matcher(other).matches()) {
      throw new DefinitionException(
          "\"" + other + "\" is not a version of a database", "write it as 17 or 10.6");
    }
    return new EntityClasses(classes, settings, Optional.of(other));
  }

  @Override
  public ReadMappings read(Dialect dialect) {
    StandardServiceRegistry registry = registry(dialect);
    try {
      return new MappedSchema(built(registry, dialect), dialect).read();
    } finally {
      StandardServiceRegistryBuilder.destroy(registry);
    }
  }

  private StandardServiceRegistry registry(Dialect dialect) {
    Map<String, Object> all = new HashMap<>();
    HibernateTarget.of(dialect)
        .ifPresent(target -> all.putAll(product(target, version.orElse(target.newest()))));
    all.putAll(settings);
    all.put("hibernate.boot.allow_jdbc_metadata_access", "false");
    BootstrapServiceRegistryBuilder loaders = new BootstrapServiceRegistryBuilder();
    classes.stream()
        .map(Class::getClassLoader)
        .filter(loader -> loader != null)
        .distinct()
        .forEach(loaders::applyClassLoader);
    try {
      return new StandardServiceRegistryBuilder(loaders.build()).applySettings(all).build();
    } catch (RuntimeException failure) {
      throw unbuildable(failure, dialect);
    }
  }

  private static Map<String, Object> product(HibernateTarget target, String version) {
    Matcher numbers = VERSION.matcher(version);
    Map<String, Object> product = new HashMap<>();
    product.put("jakarta.persistence.database-product-name", target.product());
    product.put("jakarta.persistence.database-product-version", version);
    if (numbers.matches()) {
      String minor = numbers.group(2);
      product.put("jakarta.persistence.database-major-version", numbers.group(1));
      product.put("jakarta.persistence.database-minor-version", minor == null ? "0" : minor);
    }
    return product;
  }

  private Metadata built(StandardServiceRegistry registry, Dialect dialect) {
    MetadataSources sources = new MetadataSources(registry);
    classes.forEach(sources::addAnnotatedClass);
    try {
      return sources.buildMetadata();
    } catch (RuntimeException | LinkageError failure) {
      throw unbuildable(failure, dialect);
    }
  }

  private SchemaException unbuildable(Throwable failure, Dialect dialect) {
    List<String> messages = new ArrayList<>();
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      String message = cause.getClass().getSimpleName() + ": " + cause.getMessage();
      if (messages.stream().noneMatch(known -> known.contains(String.valueOf(message)))) {
        messages.add(message);
      }
    }
    String text = String.join("\n", messages);
    List<String> named =
        classes.stream().map(Class::getName).filter(name -> text.contains(name)).toList();
    boolean unknown = text.contains("Unable to determine Dialect");
    Facts facts =
        Facts.of("Hibernate cannot build the model")
            .with("hibernate", text)
            .with("dialect", dialect.names().get(0).toString());
    facts = named.isEmpty() ? facts : facts.list("classes", named);
    return new SchemaException(
        facts.next(
            unknown
                ? "add org.hibernate.orm:hibernate-community-dialects, or set hibernate.dialect in"
                    + " settings(…)"
                : "correct the mapping; the message is Hibernate's own"));
  }
}
