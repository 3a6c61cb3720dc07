package dev.migrate.engine.history;

import static dev.migrate.Ddl.bigint;
import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.integer;
import static dev.migrate.Ddl.text;
import static dev.migrate.Ddl.timestamp;
import static dev.migrate.Ddl.varchar;

import dev.migrate.RevisionId;
import dev.migrate.schema.Column;
import dev.migrate.schema.DataType;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * The columns of the history table in their order: the definition of each, and its value for an
 * entry. The table, the statements and the texts of scripts follow from this list, and {@link
 * HistoryRow} reads an entry from it. The guide describes the columns to users.
 *
 * <p>A start with nothing to do needs the names alone, so a definition is made when it is asked
 * for.
 */
enum HistoryColumn {
  ID,
  PARENTS,
  DEPENDENCIES,
  LABELS,
  MESSAGE,
  POSITION,
  STATE,
  STATEMENT,
  STATEMENT_DIGEST,
  SESSION,
  DIGEST,
  FORMAT,
  DIALECT,
  SERVER,
  VARIANT,
  APPLIED_AT,
  APPLIED_BY,
  DURATION,
  OPERATIONS;

  /** All columns, in the order of the table. */
  static final List<HistoryColumn> ALL = List.of(values());

  /** What an entry is read from: not its provenance, nor the operations, which can be large. */
  static final List<HistoryColumn> ENTRY =
      List.of(
          ID,
          PARENTS,
          DEPENDENCIES,
          LABELS,
          MESSAGE,
          POSITION,
          STATE,
          STATEMENT,
          STATEMENT_DIGEST,
          SESSION,
          DIGEST,
          FORMAT,
          VARIANT,
          DURATION);

  /** How far a revision is. */
  static final List<HistoryColumn> PROGRESS =
      List.of(STATE, STATEMENT, STATEMENT_DIGEST, SESSION, DURATION);

  /** How far a revision is whose operations were corrected. */
  static final List<HistoryColumn> CORRECTION =
      List.of(STATE, STATEMENT, STATEMENT_DIGEST, SESSION, DURATION, DIGEST, FORMAT, OPERATIONS);

  /** Where a revision stands: its lineage, and its place in the order of application. */
  static final List<HistoryColumn> PLACE =
      List.of(PARENTS, DEPENDENCIES, LABELS, MESSAGE, POSITION);

  private final String columnName = name().toLowerCase(Locale.ROOT);

  String columnName() {
    return columnName;
  }

  /** Where the column is in what {@link #ENTRY} reads, from 1. */
  int place() {
    return ENTRY.indexOf(this) + 1;
  }

  /** The column as an operation creates it. */
  Column definition() {
    Column column = column(columnName, type());
    return switch (this) {
      case ID, MESSAGE, STATEMENT, STATEMENT_DIGEST, SESSION, VARIANT -> column;
      default -> column.notNull();
    };
  }

  private DataType type() {
    return switch (this) {
      case ID, VARIANT -> varchar(RevisionId.MAXIMUM_LENGTH);
      case PARENTS, DEPENDENCIES, LABELS, MESSAGE, OPERATIONS -> text();
      case POSITION, DURATION -> bigint();
      case STATE -> varchar(16);
      case STATEMENT, FORMAT -> integer();
      case STATEMENT_DIGEST, DIGEST, DIALECT -> varchar(64);
      case SESSION, SERVER, APPLIED_BY -> varchar(200);
      case APPLIED_AT -> timestamp();
    };
  }

  /** What the column of a new row holds. */
  @Nullable Object value(HistoryEntry entry, Provenance provenance, String operations) {
    return switch (this) {
      case DIALECT -> provenance.dialect();
      case SERVER -> provenance.server();
      case APPLIED_AT -> LocalDateTime.ofInstant(provenance.appliedAt(), ZoneOffset.UTC);
      case APPLIED_BY -> provenance.appliedBy();
      default -> value(entry, operations);
    };
  }

  /** What the column holds for an entry, and its operations as JSON; not its provenance. */
  @Nullable Object value(HistoryEntry entry, String operations) {
    return switch (this) {
      case ID -> entry.id().value();
      case PARENTS -> words(entry.lineage().parents());
      case DEPENDENCIES -> words(entry.lineage().dependencies());
      case LABELS -> words(entry.lineage().labels());
      case MESSAGE -> entry.lineage().message().orElse(null);
      case POSITION -> entry.position();
      case STATE -> HistoryTable.stateText(entry.state());
      case STATEMENT -> entry.flight().map(Flight::statement).orElse(null);
      case STATEMENT_DIGEST -> entry.flight().map(Flight::digest).orElse(null);
      case SESSION -> entry.flight().flatMap(Flight::session).orElse(null);
      case DIGEST -> entry.digest();
      case FORMAT -> entry.format();
      case VARIANT -> entry.variant().map(RevisionId::value).orElse(null);
      case DURATION -> entry.duration().toMillis();
      case OPERATIONS -> operations;
      case DIALECT, SERVER, APPLIED_AT, APPLIED_BY ->
          throw new IllegalArgumentException(columnName + " is not a part of an entry");
    };
  }

  /** Ids and labels have no white space. */
  private static String words(Collection<?> values) {
    StringJoiner words = new StringJoiner(" ");
    for (Object value : values) {
      words.add(value.toString());
    }
    return words.toString();
  }
}
