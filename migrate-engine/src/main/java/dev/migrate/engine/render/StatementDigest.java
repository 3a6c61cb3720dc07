package dev.migrate.engine.render;

import dev.migrate.dialect.Statement;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Tells whether statements are the same that once ran. */
public final class StatementDigest {

  private StatementDigest() {}

  /**
   * The digest of the first statements.
   *
   * @param statements the statements
   * @param count how many of them count
   * @return SHA-256 in hexadecimal digits
   */
  public static String of(List<Statement> statements, int count) {
    MessageDigest digest = sha256();
    for (Statement statement : statements.subList(0, count)) {
      digest.update(statement.sql().getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
