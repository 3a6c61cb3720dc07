package dev.migrate.dialect.mysql;

import dev.migrate.schema.Column;
import dev.migrate.schema.DataType;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.Expression;
import dev.migrate.schema.Generated;
import dev.migrate.schema.IdentityMode;
import dev.migrate.schema.NativeType;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.SimpleType;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Columns of the catalogue as the model has them.
 *
 * @param server the server
 * @param names makes the name of a sequence from a database, if one is named, and a name
 */
record MysqlColumnReader(
    MysqlServer server, BiFunction<@Nullable String, String, QualifiedName> names) {

  Column column(MysqlStoredTable table, MysqlStoredColumn stored) {
    DataType type = type(table, stored);
    boolean text = stored.collation() != null && type != SimpleType.JSON;
    return new Column(
        stored.name(),
        type,
        stored.isNullable(),
        stored.isGenerated() ? Optional.empty() : defaultValue(table, stored, type),
        stored.isNumbered() ? Optional.of(IdentityMode.BY_DEFAULT) : Optional.empty(),
        stored.isGenerated()
            ? Optional.of(
                new Generated(
                    Expression.of(computed(server, String.valueOf(stored.generation()))),
                    !stored.isVirtual()))
            : Optional.empty(),
        Optional.ofNullable(stored.collation())
            .filter(collation -> text && !collation.equals(table.options().collation())),
        stored.comment());
  }

  private DataType type(MysqlStoredTable table, MysqlStoredColumn stored) {
    if (!stored.typeWithMore().equals(stored.type())) {
      return new NativeType(stored.typeWithMore());
    }
    return new MysqlColumnChecks(table).isJson(stored)
        ? SimpleType.JSON
        : MysqlTypeReader.read(stored.type(), server);
  }

  private Optional<DefaultValue> defaultValue(
      MysqlStoredTable table, MysqlStoredColumn stored, DataType type) {
    String text = stored.defaultText();
    if (text == null || (server.isMariadb() && text.equals("NULL"))) {
      return Optional.empty();
    }
    if (!server.isMariadb() && stored.isCut()) {
      return MysqlBinaryDefaults.read(table.creation(), stored.quotedName(), type);
    }
    if (!server.isMariadb() && !stored.hasComputedDefault()) {
      return Optional.of(MysqlDefaultReader.plain(text, type));
    }
    String sql = computed(server, text);
    return Optional.of(MysqlDefaultReader.read(sql.isBlank() ? "''" : sql, type, names));
  }

  /** SQL as the catalogue shows it. */
  static String computed(MysqlServer server, String shown) {
    return server.isMariadb() ? shown : MysqlText.computed(shown);
  }
}
