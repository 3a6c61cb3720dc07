package dev.migrate.dialect;

import java.sql.DatabaseMetaData;
import java.sql.SQLException;

/**
 * The database product, as reported by the driver.
 *
 * @param name the product's name, such as {@code PostgreSQL}
 * @param version the version as reported by the driver
 * @param major the first number of the version
 * @param minor the second number of the version
 */
public record DatabaseProduct(String name, String version, int major, int minor) {

  /**
   * Reads the product from a connection's metadata; drivers answer this without asking the server.
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
