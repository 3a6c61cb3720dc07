package dev.migrate.engine.render;

import dev.migrate.dialect.Statement;
import dev.migrate.engine.json.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/** Shows whether statements are the same that once ran. */
public final class StatementDigest {

  private StatementDigest() {}

  /**
   * The digest of the first statements.
   *
   * @param count how many of them count
   * @return SHA-256 in hexadecimal digits
   */
  public static String of(List<Statement> statements, int count) {
    MessageDigest digest = Sha256.start();
    for (Statement statement : statements.subList(0, count)) {
      add(statement, digest);
    }
    return Sha256.hex(digest);
  }

  /**
   * The digests of the first statement, the first two, and so on.
   *
   * @return as many digests, each as {@link #of} says
   */
  public static List<String> ofEach(List<Statement> statements) {
    List<String> digests = new ArrayList<>(statements.size());
    MessageDigest digest = Sha256.start();
    for (int i = 0; i < statements.size(); i++) {
      add(statements.get(i), digest);
      boolean isLast = i == statements.size() - 1;
      digests.add(Sha256.hex(isLast ? digest : Sha256.copy(digest)));
    }
    return digests;
  }

  private static void add(Statement statement, MessageDigest digest) {
    digest.update(statement.sql().getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
  }
}
