package dev.migrate.source;

import dev.migrate.schema.Check;
import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.Deferrability;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Generated;
import dev.migrate.schema.IdentityMode;
import dev.migrate.schema.Index;
import dev.migrate.schema.IndexKey;
import dev.migrate.schema.MatchType;
import dev.migrate.schema.NullsOrder;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.ReferentialAction;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableOption;
import dev.migrate.schema.Unique;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The elements of tables as source. */
final class ElementSource {

  private final Words words;
  private final TypeSource types;
  private final ValueSource values;

  ElementSource(Words words) {
    this.words = words;
    this.types = new TypeSource(words);
    this.values = new ValueSource(words);
  }

  List<Layout> of(Table table) {
    List<Layout> all = new ArrayList<>();
    table.columns().forEach(column -> all.add(of(column)));
    table.constraints().forEach(constraint -> all.add(of(table.name(), constraint)));
    table.indexes().forEach(index -> all.add(of(table.name(), index)));
    table.comment().ifPresent(text -> all.add(words.call("comment", JavaText.of(text)).layout()));
    table.options().forEach(option -> all.add(of(option)));
    return all;
  }

  Layout of(TableOption option) {
    return words
        .call("tableOption", words.dialect(option.dialect()), JavaText.of(option.sql()))
        .layout();
  }

  Layout of(Column column) {
    JavaCode code = words.call("column", JavaText.of(column.name()), types.of(column.type()));
    boolean identity = column.identityMode().isPresent();
    if (identity) {
      boolean always = column.identityMode().orElseThrow() == IdentityMode.ALWAYS;
      code = code.then(always ? "identityAlways" : "identity");
    }
    code = column.nullable() || identity ? code : code.then("notNull");
    if (column.defaultValue().isPresent()) {
      code = code.then("defaultTo", values.of(column.defaultValue().orElseThrow()));
    }
    if (column.generated().isPresent()) {
      Generated computed = column.generated().orElseThrow();
      code =
          code.then(
              computed.stored() ? "storedAs" : "virtualAs", values.text(computed.expression()));
    }
    code = with(code, "collate", column.collation());
    return with(code, "comment", column.comment()).layout();
  }

  private static JavaCode with(JavaCode code, String word, Optional<String> text) {
    return text.isPresent() ? code.then(word, JavaText.of(text.orElseThrow())) : code;
  }

  Layout of(QualifiedName table, Constraint constraint) {
    JavaCode code;
    if (constraint instanceof PrimaryKey key) {
      code = words.call("primaryKey", Words.texts(key.columns()));
      code = deferrable(including(code, key.included()), key.deferrability());
    } else if (constraint instanceof Unique unique) {
      code = words.call("unique", Words.texts(unique.columns()));
      code = unique.isNullsNotDistinct() ? code.then("nullsNotDistinct") : code;
      code = deferrable(including(code, unique.included()), unique.deferrability());
    } else if (constraint instanceof ForeignKey key) {
      code = of(key);
    } else if (constraint instanceof Check check) {
      code = words.call("check", values.text(check.condition()));
      code = with(code, "atColumn", check.atColumn());
      code = check.isNotValid() ? code.then("notValid") : code;
      code = check.isNotEnforced() ? code.then("notEnforced") : code;
    } else {
      throw new IllegalStateException("a constraint of another kind: " + constraint);
    }
    return named(code, constraint.name(), constraint.generatedName(table)).layout();
  }

  private static JavaCode named(JavaCode code, Optional<String> name, String generated) {
    return name.filter(generated::equals).isPresent() ? code : with(code, "named", name);
  }

  private static JavaCode including(JavaCode code, List<String> columns) {
    return columns.isEmpty() ? code : code.then("including", Words.texts(columns));
  }

  private static JavaCode deferrable(JavaCode code, Deferrability deferrability) {
    return switch (deferrability) {
      case NOT_DEFERRABLE -> code;
      case INITIALLY_IMMEDIATE -> code.then("deferrable");
      case INITIALLY_DEFERRED -> code.then("initiallyDeferred");
    };
  }

  private JavaCode of(ForeignKey key) {
    JavaCode code =
        words
            .call("foreignKey", Words.texts(key.columns()))
            .then("references", Words.texts(key.target().toString(), key.targetColumns()));
    if (key.onDelete() != ReferentialAction.NO_ACTION) {
      code =
          code.then(
              "onDelete", Words.list(action(key.onDelete()), Words.texts(key.onDeleteColumns())));
    }
    if (key.onUpdate() != ReferentialAction.NO_ACTION) {
      code = code.then("onUpdate", action(key.onUpdate()));
    }
    code = deferrable(code, key.deferrability());
    code = key.match() == MatchType.FULL ? code.then("matchFull") : code;
    code = key.isNotValid() ? code.then("notValid") : code;
    return key.isNotEnforced() ? code.then("notEnforced") : code;
  }

  private Layout action(ReferentialAction action) {
    words.imports().useWords();
    return Layout.text(action.name());
  }

  Layout of(QualifiedName table, Index index) {
    JavaCode code = words.call("index", keys(index));
    code = index.isUnique() ? code.then("unique") : code;
    code = index.isNullsNotDistinct() ? code.then("nullsNotDistinct") : code;
    if (index.where().isPresent()) {
      code = code.then("where", values.text(index.where().orElseThrow()));
    }
    code = with(code, "using", index.method());
    code = including(code, index.included());
    code = index.isInvisible() ? code.then("invisible") : code;
    return named(code, index.name(), index.generatedName(table)).layout();
  }

  private List<Layout> keys(Index index) {
    boolean plain =
        index.keys().stream()
            .allMatch(key -> key.column().filter(c -> key.equals(IndexKey.column(c))).isPresent());
    if (plain) {
      return Words.texts(index.keys().stream().map(key -> key.column().orElseThrow()).toList());
    }
    return index.keys().stream().map(this::of).toList();
  }

  private Layout of(IndexKey key) {
    Layout what =
        key.column().map(JavaText::of).orElseGet(() -> values.of(key.expression().orElseThrow()));
    JavaCode code = words.call(key.isDescending() ? "desc" : "asc", what);
    code = key.prefix() > 0 ? code.then("prefix", Words.number(key.prefix())) : code;
    if (key.nulls().isPresent()) {
      code = code.then(key.nulls().orElseThrow() == NullsOrder.FIRST ? "nullsFirst" : "nullsLast");
    }
    code = with(code, "operatorClass", key.operatorClass());
    return with(code, "collate", key.collation()).layout();
  }

  ValueSource values() {
    return values;
  }

  TypeSource types() {
    return types;
  }

  Words words() {
    return words;
  }
}
