package dev.migrate.dialect.sqlite;

import dev.migrate.schema.Expression;
import dev.migrate.schema.Index;
import dev.migrate.schema.IndexKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads a {@code CREATE INDEX} statement. A column with a collation of its own is an expression to
 * the model.
 *
 * @param column a column's name as its table has it, if it is one
 */
record SqliteIndexText(Function<String, Optional<String>> column) {

  Index read(String sql) {
    SqliteTokenReader words = new SqliteTokenReader(sql);
    words.skip("CREATE");
    boolean unique = words.skip("UNIQUE");
    words.skip("INDEX");
    words.skip("IF", "NOT", "EXISTS");
    words.qualifiedName();
    words.skip("ON");
    words.name();
    List<IndexKey> keys = new ArrayList<>();
    for (SqliteTokenReader part : words.parts()) {
      keys.add(key(part));
    }
    Index index = Index.of(keys);
    index = unique ? index.unique() : index;
    return words.skip("WHERE") ? index.where(words.rest()) : index;
  }

  private IndexKey key(SqliteTokenReader words) {
    String ascending = words.restWithout("ASC");
    String descending = words.restWithout("DESC");
    String text = descending != null ? descending : ascending != null ? ascending : words.rest();
    List<SqliteToken> tokens = SqliteToken.of(text);
    Optional<String> known =
        tokens.size() == 1 ? column.apply(tokens.get(0).value()) : Optional.empty();
    IndexKey key =
        known.map(IndexKey::column).orElseGet(() -> IndexKey.expression(Expression.of(text)));
    return descending != null ? key.descending() : key;
  }
}
