package dev.migrate.hibernate;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import org.hibernate.SessionFactory;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.integrator.spi.IntegratorService;
import org.hibernate.service.spi.SessionFactoryServiceRegistry;

/**
 * Keeps the mappings of an application's session factories, for {@link
 * HibernateModel#of(jakarta.persistence.EntityManagerFactory)}. Hibernate finds it by {@link
 * java.util.ServiceLoader}; there is nothing to configure. Thread-safe.
 */
public final class HibernateIntegration implements Integrator {

  private final Map<SessionFactory, Metadata> mappings =
      Collections.synchronizedMap(new WeakHashMap<>());

  /** Called by Hibernate. */
  public HibernateIntegration() {}

  /** Called by Hibernate when a session factory is built. */
  @Override
  public void integrate(
      Metadata metadata, BootstrapContext context, SessionFactoryImplementor factory) {
    mappings.put(factory, metadata);
  }

  /** Called by Hibernate when a session factory is closed. */
  @Override
  public void disintegrate(
      SessionFactoryImplementor factory, SessionFactoryServiceRegistry registry) {
    mappings.remove(factory);
  }

  /** The mappings of a session factory, if Hibernate called an integration when it was built. */
  static Optional<Metadata> mappings(SessionFactoryImplementor factory) {
    IntegratorService service = factory.getServiceRegistry().getService(IntegratorService.class);
    if (service == null) {
      return Optional.empty();
    }
    for (Integrator integrator : service.getIntegrators()) {
      if (integrator instanceof HibernateIntegration integration) {
        Metadata found = integration.mappings.get(factory);
        if (found != null) {
          return Optional.of(found);
        }
      }
    }
    return Optional.empty();
  }
}
