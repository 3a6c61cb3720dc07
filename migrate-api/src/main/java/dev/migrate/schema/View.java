package dev.migrate.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A view: a query with a name. Immutable; every method that changes something returns a copy.
 *
 * @param query its query; empty if it is not known, because databases rewrite what they store
 * @param reads the tables and columns that it reads; empty if nothing was declared, which means
 *     anything
 */
public record View(QualifiedName name, Optional<Expression> query, List<DataReference> reads) {

  /** Copies. */
  public View {
    Objects.requireNonNull(name, "name");
    reads = List.copyOf(reads);
  }

  /** The query of a view that has no name yet. */
  public static final class Start {

    private final Expression query;
    private final List<DataReference> reads;

    private Start(Expression query, List<DataReference> reads) {
      this.query = query;
      this.reads = reads;
    }

    /**
     * Declares what the query reads, so that parallel branches can change everything else.
     *
     * @param columns its columns; none for all
     * @return a copy that reads this too
     */
    public Start reads(String table, String... columns) {
      List<DataReference> more = new ArrayList<>(reads);
      more.add(DataReference.of(table, columns));
      return new Start(query, more);
    }

    /** Gives the view its name. */
    public View named(QualifiedName name) {
      return new View(name, Optional.of(query), reads);
    }
  }

  /**
   * Starts with the query.
   *
   * @return the query of a view that has no name yet
   */
  public static Start of(Expression query) {
    return new Start(Objects.requireNonNull(query, "query"), List.of());
  }

  /** A copy with another name. */
  public View withName(QualifiedName other) {
    return new View(other, query, reads);
  }

  /**
   * A copy with another query.
   *
   * @param other the query; empty if it is not known
   */
  public View withQuery(Optional<Expression> other) {
    return new View(name, other, reads);
  }

  /**
   * A copy that reads something else.
   *
   * @param others the tables and columns that it reads; none if nothing was declared
   */
  public View withReads(List<DataReference> others) {
    return new View(name, query, others);
  }

  @Override
  public String toString() {
    return "view " + name + query.map(text -> " as " + text).orElse("");
  }
}
