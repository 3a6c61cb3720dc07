package dev.migrate.hibernate;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.BootstrapServiceRegistryBuilder;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.tool.schema.spi.SchemaManagementException;
import org.hibernate.tool.schema.spi.SchemaManagementToolCoordinator;

/** Hibernate's own schema management, as the second opinion. */
record HibernateTool(Collection<Class<?>> classes, Map<String, Object> settings) {

  /** Creates what the classes declare. */
  void create(DataSource database) {
    run(database, "create", "NONE");
  }

  /**
   * What it misses in a database.
   *
   * @param keys whether indexes and unique keys with names count: NAMED or NONE
   * @return its message; empty if it is content
   */
  String missing(DataSource database, String keys) {
    try {
      run(database, "validate", keys);
      return "";
    } catch (SchemaManagementException missed) {
      return String.valueOf(missed.getMessage());
    }
  }

  private void run(DataSource database, String action, String keys) {
    Map<String, Object> all = new HashMap<>(settings);
    all.put("hibernate.connection.datasource", database);
    all.put("hibernate.tooling.schema.index_validation", keys);
    all.put("hibernate.tooling.schema.unique_key_validation", keys);
    all.put("jakarta.persistence.schema-generation.database.action", action);
    all.putIfAbsent("hibernate.hbm2ddl.halt_on_error", "true");
    BootstrapServiceRegistryBuilder loaders = new BootstrapServiceRegistryBuilder();
    classes.forEach(type -> loaders.applyClassLoader(type.getClassLoader()));
    StandardServiceRegistry registry =
        new StandardServiceRegistryBuilder(loaders.build()).applySettings(all).build();
    try {
      MetadataSources sources = new MetadataSources(registry);
      classes.stream()
          .sorted(Comparator.comparing(Class::getName))
          .forEach(sources::addAnnotatedClass);
      Metadata metadata = sources.buildMetadata();
      SchemaManagementToolCoordinator.process(metadata, registry, all, unused -> {});
    } finally {
      StandardServiceRegistryBuilder.destroy(registry);
    }
  }
}
