package dev.migrate.engine.render;

import dev.migrate.dialect.Statement;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Shows whether statements are the same that once ran. */
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

  /**
   * The digests of the first statement, the first two, and so on.
   *
   * @param statements the statements
   * @return as many digests, each as {@link #of} says
   */
  public static List<String> ofEach(List<Statement> statements) {
    List<String> digests = new ArrayList<>(statements.size());
    MessageDigest digest = sha256();
    for (Statement statement : statements) {
      digest.update(statement.sql().getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
      digests.add(HexFormat.of().formatHex(copy(digest).digest()));
    }
    return digests;
  }

  private static MessageDigest copy(MessageDigest digest) {
    try {
      return (MessageDigest) digest.clone();
    } catch (CloneNotSupportedException impossible) {
      throw new IllegalStateException("the digests of the Java platform can be copied", impossible);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
