package dev.migrate.engine.history;

import static dev.migrate.Ddl.bigint;
import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.integer;
import static dev.migrate.Ddl.text;
import static dev.migrate.Ddl.timestamp;
import static dev.migrate.Ddl.varchar;

import dev.migrate.RevisionId;
import dev.migrate.schema.Column;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The columns of the history table in their order: the definition of each, and its value for an
 * entry. The table, the statements and the texts of scripts follow from this list, and {@link
 * HistoryRow} reads an entry from it. The guide describes the columns to users.
 */
@SuppressWarnings("ImmutableEnumChecker") // A Column is a record, and the functions have no state.
enum HistoryColumn {
  ID(column("id", varchar(RevisionId.MAXIMUM_LENGTH)), entry -> entry.id().value()),
  PARENTS(column("parents", text()).notNull(), entry -> words(entry.lineage().parents())),
  DEPENDENCIES(
      column("dependencies", text()).notNull(), entry -> words(entry.lineage().dependencies())),
  LABELS(column("labels", text()).notNull(), entry -> words(entry.lineage().labels())),
  MESSAGE(column("message", text()), entry -> entry.lineage().message().orElse(null)),
  POSITION(column("position", bigint()).notNull(), HistoryEntry::position),
  STATE(column("state", varchar(16)).notNull(), entry -> HistoryTable.stateText(entry.state())),
  STATEMENT(
      column("statement", integer()), entry -> entry.flight().map(Flight::statement).orElse(null)),
  STATEMENT_DIGEST(
      column("statement_digest", varchar(64)),
      entry -> entry.flight().map(Flight::digest).orElse(null)),
  SESSION(
      column("session", varchar(200)),
      entry -> entry.flight().flatMap(Flight::session).orElse(null)),
  DIGEST(column("digest", varchar(64)).notNull(), HistoryEntry::digest),
  FORMAT(column("format", integer()).notNull(), HistoryEntry::format),
  DIALECT(column("dialect", varchar(64)).notNull(), HistoryEntry::dialect),
  SERVER(column("server", varchar(200)).notNull(), HistoryEntry::server),
  VARIANT(
      column("variant", varchar(RevisionId.MAXIMUM_LENGTH)),
      entry -> entry.variant().map(RevisionId::value).orElse(null)),
  APPLIED_AT(
      column("applied_at", timestamp()).notNull(),
      entry -> LocalDateTime.ofInstant(entry.appliedAt(), ZoneOffset.UTC)),
  APPLIED_BY(column("applied_by", varchar(200)).notNull(), HistoryEntry::appliedBy),
  DURATION(column("duration", bigint()).notNull(), entry -> entry.duration().toMillis()),
  OPERATIONS(column("operations", text()).notNull(), (entry, operations) -> operations);

  /** All columns, in the order of the table. */
  static final List<HistoryColumn> ALL = List.of(values());

  /** What an entry is read from: all but the operations, which can be large. */
  static final List<HistoryColumn> ENTRY = ALL.stream().filter(c -> c != OPERATIONS).toList();

  /** How far a revision is. */
  static final List<HistoryColumn> PROGRESS =
      List.of(STATE, STATEMENT, STATEMENT_DIGEST, SESSION, DURATION);

  /** How far a revision is whose operations were corrected. */
  static final List<HistoryColumn> CORRECTION =
      List.of(STATE, STATEMENT, STATEMENT_DIGEST, SESSION, DURATION, DIGEST, FORMAT, OPERATIONS);

  /** Where a revision stands: its lineage, and its place in the order of application. */
  static final List<HistoryColumn> PLACE =
      List.of(PARENTS, DEPENDENCIES, LABELS, MESSAGE, POSITION);

  private final Column definition;
  private final BiFunction<HistoryEntry, String, @Nullable Object> value;

  HistoryColumn(Column definition, Function<HistoryEntry, @Nullable Object> value) {
    this(definition, (entry, operations) -> value.apply(entry));
  }

  HistoryColumn(Column definition, BiFunction<HistoryEntry, String, @Nullable Object> value) {
    this.definition = definition;
    this.value = value;
  }

  /** The column as an operation creates it. */
  Column definition() {
    return definition;
  }

  String columnName() {
    return definition.name();
  }

  /** What the column holds for an entry, and its operations as JSON. */
  @Nullable Object value(HistoryEntry entry, String operations) {
    return value.apply(entry, operations);
  }

  /** Ids and labels have no white space. */
  private static String words(Collection<?> values) {
    return values.stream().map(Object::toString).collect(Collectors.joining(" "));
  }
}
