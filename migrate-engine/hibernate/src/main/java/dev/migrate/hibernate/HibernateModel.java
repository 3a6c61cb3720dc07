package dev.migrate.hibernate;

import dev.migrate.dialect.Dialect;
import dev.migrate.error.Arguments;
import dev.migrate.error.DefinitionException;
import dev.migrate.error.Facts;
import dev.migrate.model.DeclaredSchema;
import dev.migrate.model.SchemaSource;
import dev.migrate.schema.Schema;
import jakarta.persistence.EntityManagerFactory;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import org.hibernate.boot.Metadata;
import org.hibernate.engine.spi.SessionFactoryImplementor;

/**
 * The schema that Hibernate's entity classes declare: what {@code hbm2ddl} would create, with the
 * names of keys and checks that Hibernate leaves open, and with foreign keys on every database. No
 * connection is opened.
 *
 * <pre>{@code
 * SchemaSource model =
 *     HibernateModel.of(Account.class, Team.class)
 *         .settings(Map.of("hibernate.physical_naming_strategy",
 *             "org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl"))
 *         .version("17");
 * }</pre>
 *
 * <p>Tables, views, sequences and enum types that no entity maps, and attributes that mappings have
 * no words for, are taken over from the revisions and listed as left alone. Immutable and
 * thread-safe, unless the mappings it was given are changed.
 */
public final class HibernateModel implements SchemaSource {

  private final MappingSource mappings;

  private HibernateModel(MappingSource mappings) {
    this.mappings = mappings;
  }

  /**
   * A model of annotated classes; their order does not matter.
   *
   * @param classes the entities, and the converters that apply by themselves; what entities refer
   *     to, such as embeddables, is found from them
   * @throws DefinitionException if there is no class
   */
  public static HibernateModel of(Class<?>... classes) {
    return of(Arrays.asList(Arguments.requireGiven(classes, "the list of entity classes")));
  }

  /**
   * A model of annotated classes; their order does not matter.
   *
   * @param classes the entities, and the converters that apply by themselves; what entities refer
   *     to, such as embeddables, is found from them
   * @throws DefinitionException if there is no class
   */
  public static HibernateModel of(Collection<? extends Class<?>> classes) {
    return new HibernateModel(new ReadOnce(EntityClasses.of(classes)));
  }

  /**
   * A model of mappings that were built already, for the database that they were built for.
   *
   * @param metadata the mappings; their service registry is still open when the model is read
   */
  public static HibernateModel of(Metadata metadata) {
    return new HibernateModel(new BuiltMappings(Arguments.requireGiven(metadata, "the metadata")));
  }

  /**
   * A model of a running application, with all its settings, for the database that it uses.
   *
   * @param factory a session factory of Hibernate, or what an application server puts around it
   * @throws DefinitionException if it is not one of Hibernate, or was built without {@link
   *     HibernateIntegration}
   */
  public static HibernateModel of(EntityManagerFactory factory) {
    Arguments.requireGiven(factory, "the entity manager factory");
    SessionFactoryImplementor hibernate;
    try {
      hibernate = factory.unwrap(SessionFactoryImplementor.class);
    } catch (RuntimeException foreign) {
      throw new DefinitionException(
          Facts.of("the entity manager factory is not one of Hibernate")
              .with("class", factory.getClass().getName())
              .next("pass the factory of an application that uses Hibernate 6.6 or 7"));
    }
    return HibernateIntegration.mappings(hibernate)
        .map(HibernateModel::of)
        .orElseThrow(
            () ->
                new DefinitionException(
                    Facts.of("Hibernate kept no mappings of this entity manager factory")
                        .next(
                            "put migrate-hibernate on the class path of the application before it"
                                + " starts, or set hibernate.integrator_provider to a provider of"
                                + " new HibernateIntegration(); a closed factory has none")));
  }

  /**
   * Sets Hibernate's settings, the same as the application's: above all the naming strategies.
   * Settings of the connection are ignored.
   *
   * @param settings by their names, such as {@code hibernate.physical_naming_strategy}; added to
   *     those set before
   * @throws DefinitionException if this model has mappings that were built already
   */
  public HibernateModel settings(Map<String, ?> settings) {
    return new HibernateModel(
        mappings.with(Arguments.requireGiven(settings, "the map of settings")));
  }

  /**
   * Sets the version of the database, which decides types: {@code 17}, or {@code 10.6}. By default
   * the newest that is supported.
   *
   * @throws DefinitionException if it does not start with a number, or this model has mappings that
   *     were built already
   */
  public HibernateModel version(String version) {
    return new HibernateModel(
        mappings.withVersion(Arguments.requireGiven(version, "the version of the database")));
  }

  /**
   * {@inheritDoc}
   *
   * @throws dev.migrate.error.SchemaException if Hibernate cannot build the mappings, or they do
   *     not make a schema on this database
   * @throws DefinitionException if the mappings were built for another database
   */
  @Override
  public DeclaredSchema declared(Dialect dialect, Schema recorded) {
    return mappings.read(dialect).declared(recorded);
  }
}
