package dev.migrate.engine.history;

import static dev.migrate.Ddl.H2;
import static dev.migrate.Ddl.bigint;
import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.integer;
import static dev.migrate.Ddl.primaryKey;
import static dev.migrate.Ddl.text;
import static dev.migrate.Ddl.timestamp;
import static dev.migrate.Ddl.varchar;

import dev.migrate.Lineage;
import dev.migrate.RevisionId;
import dev.migrate.dialect.Place;
import dev.migrate.operation.DeleteRows;
import dev.migrate.operation.InsertRows;
import dev.migrate.operation.Row;
import dev.migrate.report.RevisionState;
import dev.migrate.schema.Column;
import dev.migrate.schema.DataType;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableElement;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The shape of the history table: its columns, and what a row has in them. The guide describes the
 * columns to users.
 */
public final class HistoryTable {

  /** The column that only is read where it is needed, being large. */
  static final String OPERATIONS = "operations";

  /** The columns that say where a revision stands: its lineage, and when it was applied. */
  static final List<String> PLACE =
      List.of("parents", "dependencies", "labels", "message", "position");

  /** Lists of ids: H2 keeps a varchar in the row, and a text elsewhere. */
  private static final DataType LIST = text().on(H2, varchar(1_000_000));

  private static final List<Column> COLUMNS =
      List.of(
          column("id", varchar(RevisionId.MAXIMUM_LENGTH)),
          column("parents", LIST).notNull(),
          column("dependencies", LIST).notNull(),
          column("labels", LIST).notNull(),
          column("message", LIST),
          column("position", bigint()).notNull(),
          column("state", varchar(16)).notNull(),
          column("statement", integer()),
          column("statement_digest", varchar(64)),
          column("session", varchar(200)),
          column("digest", varchar(64)).notNull(),
          column("format", integer()).notNull(),
          column("dialect", varchar(64)).notNull(),
          column("server", varchar(200)).notNull(),
          column("variant", varchar(RevisionId.MAXIMUM_LENGTH)),
          column("applied_at", timestamp()).notNull(),
          column("applied_by", varchar(200)).notNull(),
          column("duration", bigint()).notNull(),
          column(OPERATIONS, text()).notNull());

  private static final List<String> NAMES = COLUMNS.stream().map(Column::name).toList();

  private final QualifiedName name;
  private final QualifiedName configured;

  /**
   * The history table of this name.
   *
   * @param name the table's full name
   */
  public HistoryTable(QualifiedName name) {
    this(name, name);
  }

  private HistoryTable(QualifiedName name, QualifiedName configured) {
    this.name = name;
    this.configured = configured;
  }

  /**
   * The same table, whatever becomes of the session.
   *
   * @param place where names without a namespace are
   * @return a copy with the name of its schema
   */
  public HistoryTable at(Place place) {
    return new HistoryTable(place.qualified(name), configured);
  }

  /**
   * What has to be there before the table: its schema, if its name has one.
   *
   * @return a schema without tables
   */
  public Schema surroundings() {
    return name.namespace().map(Schema.empty()::withNamespace).orElse(Schema.empty());
  }

  /**
   * The table's name.
   *
   * @return the full name
   */
  public QualifiedName name() {
    return name;
  }

  /**
   * The table itself, as an operation can create it.
   *
   * @return the table
   */
  public Table table() {
    List<TableElement> elements = new ArrayList<>(COLUMNS);
    elements.add(primaryKey("id"));
    return Table.of(name, elements);
  }

  /**
   * What adds a row.
   *
   * @param entry the row
   * @param operations its operations as JSON
   * @return the insert
   */
  public InsertRows insert(HistoryEntry entry, String operations) {
    return new InsertRows(name, columns(), List.of(Row.of(values(entry, operations).toArray())));
  }

  /**
   * What takes a row away.
   *
   * @param id the revision
   * @return the delete
   */
  public DeleteRows delete(RevisionId id) {
    return new DeleteRows(name, List.of("id"), List.of(Row.of(id.value())));
  }

  /** The name as the user knows it. */
  @Override
  public String toString() {
    return configured.toString();
  }

  static List<String> columns() {
    return NAMES;
  }

  /** The values of a row in the order of the columns. */
  static List<@Nullable Object> values(HistoryEntry entry, String operations) {
    List<@Nullable Object> values = new ArrayList<>();
    values.add(entry.id().value());
    values.addAll(lineageValues(entry.lineage()));
    values.add(entry.position());
    values.add(stateText(entry.state()));
    values.add(entry.flight().map(Flight::statement).orElse(null));
    values.add(entry.flight().map(Flight::digest).orElse(null));
    values.add(entry.flight().flatMap(Flight::session).orElse(null));
    values.add(entry.digest());
    values.add(entry.format());
    values.add(entry.dialect());
    values.add(entry.server());
    values.add(entry.variant().map(RevisionId::value).orElse(null));
    values.add(LocalDateTime.ofInstant(entry.appliedAt(), ZoneOffset.UTC));
    values.add(entry.appliedBy());
    values.add(entry.duration().toMillis());
    values.add(operations);
    return values;
  }

  /** The values of the columns that say where a revision stands. */
  static List<@Nullable Object> lineageValues(Lineage lineage) {
    List<@Nullable Object> values = new ArrayList<>();
    values.add(words(lineage.parents()));
    values.add(words(lineage.dependencies()));
    values.add(words(lineage.labels()));
    values.add(lineage.message().orElse(null));
    return values;
  }

  static String stateText(RevisionState state) {
    return state.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  static RevisionState state(String text) {
    return RevisionState.valueOf(text.toUpperCase(Locale.ROOT).replace(' ', '_'));
  }

  /** Ids and labels have no white space. */
  private static String words(Collection<?> values) {
    return values.stream().map(Object::toString).collect(Collectors.joining(" "));
  }
}
