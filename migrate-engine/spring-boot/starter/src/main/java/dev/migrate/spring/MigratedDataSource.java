package dev.migrate.spring;

import javax.sql.DataSource;

/**
 * The data source that is migrated. A bean of a type of its own, so that it is not one more {@link
 * DataSource} of the application.
 *
 * @param dataSource the data source
 */
record MigratedDataSource(DataSource dataSource) {}
