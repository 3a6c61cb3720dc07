package dev.migrate.dialect.mysql;

import dev.migrate.dialect.Statement;
import dev.migrate.dialect.Statement.Kind;
import dev.migrate.operation.AddColumn;
import dev.migrate.operation.AddConstraint;
import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.Assignment;
import dev.migrate.operation.CommentOnTable;
import dev.migrate.operation.CreateSchema;
import dev.migrate.operation.CreateSequence;
import dev.migrate.operation.CreateTable;
import dev.migrate.operation.CreateView;
import dev.migrate.operation.DeleteRows;
import dev.migrate.operation.DropColumn;
import dev.migrate.operation.DropConstraint;
import dev.migrate.operation.DropIndex;
import dev.migrate.operation.DropSchema;
import dev.migrate.operation.DropSequence;
import dev.migrate.operation.DropTable;
import dev.migrate.operation.DropView;
import dev.migrate.operation.InsertRows;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RenameColumn;
import dev.migrate.operation.RenameIndex;
import dev.migrate.operation.RenameSequence;
import dev.migrate.operation.RenameTable;
import dev.migrate.operation.RenameView;
import dev.migrate.operation.Row;
import dev.migrate.operation.UpdateRows;
import dev.migrate.schema.Column;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.IdentityChange;
import dev.migrate.schema.Literal;
import dev.migrate.schema.TypeChange;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What one statement needs of its session.
 *
 * @param statement the statement
 */
record MysqlNeeds(Statement statement) {

  /** They neither change a row nor have a limit beyond which a lax server gives them less. */
  private static final Set<Class<? extends Operation>> LEAVE_ROWS =
      Set.of(
          DropTable.class,
          RenameTable.class,
          CommentOnTable.class,
          DropColumn.class,
          RenameColumn.class,
          DropConstraint.class,
          RenameIndex.class,
          DropIndex.class,
          CreateView.class,
          RenameView.class,
          DropView.class,
          CreateSchema.class,
          DropSchema.class,
          CreateSequence.class,
          RenameSequence.class,
          DropSequence.class);

  /** An instant in a statement of the structure; as a default, MySQL takes it without its type. */
  private static final Pattern INSTANT =
      Pattern.compile("TIMESTAMP '|TIMESTAMP(\\(\\d\\))?( NOT)? NULL DEFAULT '");

  /**
   * A TIMESTAMP to which a server may give a default of its own. One that may be NULL says so, see
   * {@link MysqlDefinitions}.
   */
  private static final Pattern WITHOUT_DEFAULT =
      Pattern.compile("\\bTIMESTAMP\\b[^,]*? NOT NULL(?! DEFAULT)", Pattern.CASE_INSENSITIVE);

  private Operation part() {
    return statement.part();
  }

  private boolean isStructure() {
    return statement.kind() == Kind.STRUCTURE;
  }

  /** Whether a lax mode could make other values or another structure of what is written. */
  boolean strictMode() {
    return statement.kind() != Kind.CHECK && (hasQuotes() || !leavesRows());
  }

  /** A backslash, or an empty text, which some modes read in another way. */
  private boolean hasQuotes() {
    return statement.sql().contains("\\\\") || statement.sql().contains("''");
  }

  private boolean leavesRows() {
    if (part() instanceof CreateTable create) {
      return create.table().options().isEmpty();
    } else if (part() instanceof AddColumn add) {
      Column column = add.column();
      return column.nullable()
          && column.defaultValue().isEmpty()
          && column.identityMode().isEmpty()
          && column.generated().isEmpty();
    }
    return LEAVE_ROWS.contains(part().getClass());
  }

  /** Whether a 0 is written, or is there, in an identity column. */
  boolean zeros() {
    return part() instanceof AlterColumn alter
        ? alter.changes().stream()
            .anyMatch(change -> change instanceof IdentityChange to && to.mode().isPresent())
        : literals().anyMatch(MysqlNeeds::isZero);
  }

  private static boolean isZero(Literal literal) {
    return literal.kind() == Literal.Kind.NUMBER && new BigDecimal(literal.text()).signum() == 0;
  }

  /** Whether a table may name its engine, for which a lax server would take another one. */
  boolean engine() {
    return part() instanceof CreateTable create && !create.table().options().isEmpty();
  }

  /** Whether foreign keys must hold, or are looked at. */
  boolean foreignKeys() {
    return part() instanceof AddConstraint add
        ? add.constraint() instanceof ForeignKey
        : part() instanceof InsertRows
            || part() instanceof UpdateRows
            || part() instanceof DeleteRows;
  }

  /** A definition that is restated may have a default that its operation does not mention. */
  boolean utc() {
    if (convertsType()) {
      return true;
    }
    return isStructure()
        ? INSTANT.matcher(statement.sql()).find()
        : literals().anyMatch(l -> l.kind() == Literal.Kind.TIMESTAMP_WITH_TIME_ZONE);
  }

  /** Between TIMESTAMP and other types the server converts by the zone of the session. */
  private boolean convertsType() {
    return part() instanceof AlterColumn alteration
        && alteration.changes().stream().anyMatch(TypeChange.class::isInstance);
  }

  /** Whether a column would get a default that nobody declared. */
  boolean explicitTimestamps() {
    return isStructure() && WITHOUT_DEFAULT.matcher(statement.sql()).find();
  }

  private Stream<Literal> literals() {
    return values().filter(Literal.class::isInstance).map(Literal.class::cast);
  }

  private Stream<DefaultValue> values() {
    if (part() instanceof InsertRows insert) {
      return insert.rows().stream().map(Row::values).flatMap(List::stream);
    } else if (part() instanceof DeleteRows delete) {
      return delete.rows().stream().map(Row::values).flatMap(List::stream);
    } else if (part() instanceof UpdateRows update) {
      return Stream.concat(
              update.change().assignments().stream(), update.change().conditions().stream())
          .map(Assignment::value);
    }
    return Stream.empty();
  }
}
