/** Reads the schema that Hibernate's entity classes declare. */
module dev.migrate.hibernate {
  requires static org.jspecify;
  requires static java.compiler;
  requires static java.naming;
  requires static jakarta.persistence;
  requires static org.hibernate.orm.core;
  requires transitive dev.migrate.api;

  exports dev.migrate.hibernate;

  provides org.hibernate.integrator.spi.Integrator with
      dev.migrate.hibernate.HibernateIntegration;
}
