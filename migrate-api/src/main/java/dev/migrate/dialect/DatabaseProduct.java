package dev.migrate.dialect;

import java.sql.DatabaseMetaData;
import java.sql.SQLException;

/**
 * What a driver says that it is connected to.
 *
 * @param name the product's name, such as {@code PostgreSQL}
 * @param version the product's version in the driver's words
 * @param major the first number of the version
 * @param minor the second number of the version
 */
public record DatabaseProduct(String name, String version, int major, int minor) {

  /**
   * Reads it from a connection's meta data; no driver asks the server for it.
   *
   * @throws SQLException if the connection is closed
   */
  public static DatabaseProduct of(DatabaseMetaData metaData) throws SQLException {
    return new DatabaseProduct(
        metaData.getDatabaseProductName(),
        metaData.getDatabaseProductVersion(),
        metaData.getDatabaseMajorVersion(),
        metaData.getDatabaseMinorVersion());
  }

  @Override
  public String toString() {
    return name + " " + major + "." + minor;
  }
}
