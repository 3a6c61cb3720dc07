package dev.migrate.schema;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The names of constraints and indexes that have none of their own. */
final class GeneratedNames {

  /**
   * The maximum length of a generated name in bytes (UTF-8): what PostgreSQL keeps of an identifier
   * (NAMEDATALEN - 1), the shortest limit of the supported databases, so that generated names are
   * the same everywhere.
   */
  private static final int GENERATED_BYTES = 63;

  private GeneratedNames() {}

  /** {@code pk_account}. */
  static String primaryKey(QualifiedName table) {
    return generate("pk", table, List.of());
  }

  /** {@code uq_account_login}. */
  static String unique(QualifiedName table, List<String> columns) {
    return generate("uq", table, columns);
  }

  /** {@code fk_account_team_id}. */
  static String foreignKey(QualifiedName table, List<String> columns) {
    return generate("fk", table, columns);
  }

  /** {@code ck_account_0f3a9c1b}, with a hash of the condition. */
  static String check(QualifiedName table, Expression condition) {
    return generate("ck", table, List.of(hash(condition.text())));
  }

  /** {@code ix_account_login}, with a hash in place of an expression. */
  static String index(QualifiedName table, List<IndexKey> keys) {
    List<String> parts = new ArrayList<>();
    for (IndexKey key : keys) {
      parts.add(key.column().orElseGet(() -> hash(key.expression().orElseThrow().text())));
    }
    return generate("ix", table, parts);
  }

  /** Shortened with a hash if it would be too long. */
  private static String generate(String prefix, QualifiedName table, List<String> parts) {
    StringBuilder text = new StringBuilder(prefix).append('_').append(table.name());
    parts.forEach(part -> text.append('_').append(part));
    String name = text.toString();
    if (name.getBytes(StandardCharsets.UTF_8).length <= GENERATED_BYTES) {
      return name;
    }
    String hash = "_" + hash(name);
    int kept = name.length();
    while (name.substring(0, kept).getBytes(StandardCharsets.UTF_8).length
            > GENERATED_BYTES - hash.length()
        || Character.isHighSurrogate(name.charAt(kept - 1))) {
      kept--;
    }
    return name.substring(0, kept) + hash;
  }

  /** Eight hexadecimal digits that stand for a text: FNV-1a, 32 bits. */
  private static String hash(String text) {
    int hash = 0x811c9dc5;
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (b & 0xff)) * 0x01000193;
    }
    return String.format(Locale.ROOT, "%08x", hash);
  }
}
