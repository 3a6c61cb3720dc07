package dev.migrate.operation;

import static dev.migrate.Ddl.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.migrate.Operations;
import dev.migrate.error.DefinitionException;
import dev.migrate.error.MigrateException;
import dev.migrate.error.SchemaException;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What every kind of operation does to the schema, what it refuses, and what undoes it. */
class OperationsTest {

  private static final Schema SCHEMA = OperationSamples.SCHEMA;

  @Test
  void everyKindOfOperationIsAmongTheSamples() {
    assertThat(
            OperationSamples.all().values().stream()
                .map(Object::getClass)
                .collect(Collectors.toSet()))
        .containsExactlyInAnyOrderElementsOf(List.of(Operation.class.getPermittedSubclasses()));
  }

  static Stream<Arguments> samples() {
    return OperationSamples.all().entrySet().stream().map(e -> arguments(e.getKey(), e.getValue()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("samples")
  void theInverseRestoresTheSchemaOrSaysWhyNot(String name, Operation operation) {
    Inverse inverse = operation.inverse(SCHEMA);
    assertThat(inverse.obstacle().isPresent()).isEqualTo(WITHOUT_INVERSE.containsKey(name));
    if (inverse.obstacle().isPresent()) {
      assertThat(inverse.operations()).isEmpty();
      assertThat(inverse.obstacle().get()).contains(WITHOUT_INVERSE.get(name));
    } else {
      Schema after = operation.applyTo(SCHEMA);
      assertThat(OperationSamples.after(after, inverse.operations())).isEqualTo(SCHEMA);
    }
  }

  private static final Map<String, String> WITHOUT_INVERSE =
      Map.of(
          "add enum value", "rows may have the label fine",
          "insert rows without keys", "name the key, or override downgrade(…)",
          "update rows", "add .needsNoUndo()",
          "delete rows", "name all columns, or override downgrade(…)",
          "execute sql that says nothing", "add .undoneBy(\"…\") or .needsNoUndo()",
          "run code that says nothing", "add .undoneBy(…) or .needsNoUndo()",
          "on one dialect", "can be undone only where the dialect is known");

  @ParameterizedTest(name = "{0}")
  @MethodSource("samples")
  void theInverseOfTheInverseIsTheOperationAgain(String name, Operation operation) {
    Schema after = operation.applyTo(SCHEMA);
    if (operation.inverse(SCHEMA).obstacle().isPresent()) {
      return;
    }
    List<Operation> inverse = operation.inverse(SCHEMA).operations();
    List<Inverse> again = Inverse.ofAll(inverse, after);
    if (again.stream().allMatch(i -> i.obstacle().isEmpty())) {
      List<Operation> operations = again.stream().flatMap(i -> i.operations().stream()).toList();
      assertThat(OperationSamples.after(OperationSamples.after(after, inverse), operations))
          .isEqualTo(after);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("samples")
  void anOperationIsAValueThatPrintsInWords(String name, Operation operation) {
    assertThat(operation).hasSameHashCodeAs(OperationSamples.all().get(name));
    if (!(operation instanceof RunCode)) {
      assertThat(operation).isEqualTo(OperationSamples.all().get(name));
    }
    assertThat(operation.toString()).doesNotContain("[table=", "Optional", "@");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("samples")
  void whatDoesNotFitIsRefusedWithATypedError(String name, Operation operation) {
    try {
      operation.applyTo(Schema.empty());
    } catch (MigrateException refused) {
      assertThat(refused).hasMessageContaining("\n  next ");
    }
    try {
      operation.applyTo(operation.applyTo(SCHEMA));
    } catch (MigrateException refused) {
      assertThat(refused).hasMessageContaining("\n  next ");
    }
  }

  static Stream<Arguments> refusals() {
    return Stream.of(
        refusal(
            op -> op.createTable("post", column("id", bigint())),
            "the name post is taken by a table"),
        refusal(
            op -> op.createTable("author", column("id", bigint())),
            "the name author is taken by a view"),
        refusal(
            op -> op.createTable("shop.a", column("id", bigint())),
            "no schema \"shop\"",
            "known      billing, empty"),
        refusal(
            op -> op.createTable("a", column("x", bigint()), foreignKey("x").references("acount")),
            "no table \"acount\"",
            "known      a, account"),
        refusal(
            op -> op.createTable("a", column("x", bigint()), foreignKey("x").references("note")),
            "refers to no key",
            "keys       none"),
        refusal(
            op ->
                op.createTable(
                    "a", column("x", bigint()), foreignKey("x").references("account", "email")),
            "refers to no key",
            "keys       pk_account primary key (id), uq_account_login unique (login)"),
        refusal(
            op -> op.createTable("a", column("x", enumType("mod"))),
            "no enum type \"mod\"",
            "known      mood, unused"),
        refusal(
            op -> op.createTable("a", column("x", enumType("mood")).defaultTo("okay")),
            "the column a.x cannot be 'okay'",
            "known      ok, sad"),
        refusal(
            op -> op.createTable("a", column("x", bigint()).defaultTo(nextValue("tickets"))),
            "no sequence \"tickets\"",
            "known      lottery, ticket"),
        refusal(
            op -> op.dropTable("account"),
            "the table account is in use",
            "used by    foreign key fk_post_author_id of table post, view author"),
        refusal(op -> op.dropTable("posts"), "no table \"posts\"", "known      account,"),
        refusal(op -> op.renameTable("genre", "note"), "the name note is taken by a table"),
        refusal(op -> op.renameTable("account", "user"), "is in use", "view author"),
        refusal(
            op -> op.addColumn("post", column("title", text())),
            "the table post already has a column title",
            "there      title varchar(200) not null",
            "added      title text",
            "remove this operation"),
        refusal(op -> op.alterColumn("post", "titel", notNull()), "no column \"titel\"", "title"),
        refusal(op -> op.alterColumn("post", "id", nullable()), "it is in the primary key"),
        refusal(
            op -> op.alterColumn("genre", "name", identity()), "cannot be an identity", "bigint()"),
        refusal(
            op -> op.alterColumn("account", "id", type(text())),
            "in use",
            "used by    view author"),
        refusal(
            op -> op.alterColumn("post", "stars", type(text())),
            "the default 0 of post.stars does not fit the type"),
        refusal(
            op -> op.renameColumn("post", "title", "body"),
            "the table post already has a column body"),
        refusal(op -> op.renameColumn("account", "id", "no"), "in use", "view author"),
        refusal(
            op -> op.dropColumn("account", "id"),
            "constraint pk_account, foreign key fk_post_author_id of table post, view author"),
        refusal(op -> op.dropColumn("account", "age"), "used by    constraint ck_age"),
        refusal(op -> op.dropColumn("account", "email"), "used by    index ix_account_email"),
        refusal(
            op -> op.dropColumn("billing.invoice", "total"), "used by    generated column gross"),
        refusal(
            op -> op.addPrimaryKey("genre", primaryKey("name")),
            "the table genre already has a primary key"),
        refusal(
            op -> op.addUnique("account", unique("login")),
            "already has a constraint uq_account_login"),
        refusal(op -> op.addUnique("account", unique("logn")), "no column \"logn\"", "login"),
        refusal(
            op -> op.validateConstraint("account", "ck_age"),
            "the constraint ck_age of table account is valid already",
            "add the constraint as notValid()"),
        refusal(op -> op.validateConstraint("zone", "ck"), "no constraint \"ck\"", "ck_x"),
        refusal(
            op -> op.renameConstraint("account", "ck_age", "pk_account"),
            "already has a constraint pk_account"),
        refusal(
            op -> op.dropConstraint("account", "pk_account"),
            "is in use",
            "foreign key fk_post_author_id of table post"),
        refusal(op -> op.dropConstraint("account", "x"), "no constraint \"x\"", "pk_account"),
        refusal(
            op -> op.createIndex("account", index("email")),
            "already has an index ix_account_email"),
        refusal(op -> op.dropIndex("account", "ix"), "no index \"ix\"", "ix_account_email"),
        refusal(
            op -> op.renameIndex("account", "ix_account_email", "ix_account_email"),
            "already has an index"),
        refusal(
            op -> op.clearTableOption("zone", MYSQL),
            "there is no option on mysql at table zone",
            "option on sqlite: STRICT"),
        refusal(op -> op.createSequence("ticket"), "the name ticket is taken by a sequence"),
        refusal(op -> op.alterSequence("tickets", cycling()), "no sequence \"tickets\"", "ticket"),
        refusal(
            op -> op.alterSequence("ticket", startingAt(5), minimum(6)),
            "the sequence ticket would start outside its limits",
            "start      5",
            "minimum    6",
            "maximum    none"),
        refusal(op -> op.setSequenceOwner("ticket", "zone", "y"), "no column \"y\"", "visit"),
        refusal(
            op -> op.setSequenceOwner("ticket", "billing.invoice", "number"),
            "is in another schema than that column"),
        refusal(
            op -> op.createSequence(sequence("billing.no").ownedBy("note", "x")),
            "is in another schema than that column"),
        refusal(op -> op.dropSequence("ticket"), "used by    column billing.invoice.number"),
        refusal(
            op -> op.createView("v", view("SELECT 1").reads("acount")),
            "no table \"acount\"",
            "known"),
        refusal(
            op -> op.createView("v", view("SELECT 1").reads("account", "x")), "no column \"x\""),
        refusal(op -> op.dropView("post"), "no view \"post\"", "known      anything, author"),
        refusal(op -> op.dropEnumType("mood"), "used by    column account.mood"),
        refusal(
            op -> op.addEnumValue("mood", "ok"), "already has the label ok", "labels     ok, sad"),
        refusal(op -> op.addEnumValueBefore("mood", "x", "y"), "has no label y"),
        refusal(op -> op.renameEnumValue("mood", "x", "y"), "has no label x", "ok, sad"),
        refusal(op -> op.createSchema("billing"), "schema billing already exists"),
        refusal(op -> op.dropSchema("billing"), "used by    billing.invoice"),
        refusal(op -> op.renameSchema("billing", "empty"), "schema empty already exists"),
        refusal(
            op -> op.insert("genre", columns("nam"), row("x")), "no column \"nam\"", "id, name"),
        refusal(
            op -> op.insert("genre", columns("id"), row("x")),
            "the value 'x' does not fit genre.id",
            "column     id integer not null"),
        refusal(op -> op.insert("genre", columns("id"), row((Object) null)), "the value null"),
        refusal(
            op -> op.insert("account", columns("mood"), row("fine")),
            "the column account.mood cannot be 'fine'"),
        refusal(
            op -> op.insert("billing.invoice", columns("gross"), row(1)),
            "the column billing.invoice.gross is computed"),
        refusal(op -> op.update("genre", set("id", "x").inEveryRow()), "'x' does not fit genre.id"),
        refusal(
            op -> op.update("genre", set("name", "x").where("id", "y")),
            "'y' does not fit genre.id"),
        refusal(op -> op.delete("genre", columns("id"), row("y")), "'y' does not fit genre.id"));
  }

  private static Arguments refusal(Consumer<Operations> body, String... messages) {
    Operation operation = OperationSamples.operation(body);
    return arguments(operation.toString().lines().findFirst().orElseThrow(), operation, messages);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void refusals(String name, Operation operation, String[] messages) {
    assertThatThrownBy(() -> operation.applyTo(SCHEMA))
        .isInstanceOf(MigrateException.class)
        .hasMessageContainingAll(messages)
        .hasMessageContaining("\n  next ");
  }

  @Test
  void whatCannotMeanAnythingIsRefusedWhereItIsWritten() {
    List<Consumer<Operations>> mistakes =
        List.of(
            op -> op.renameTable("a", ""),
            op -> op.renameColumn("a", "b", ""),
            op -> op.renameColumn("a", "", "b"),
            op -> op.dropColumn("a", ""),
            op -> op.renameConstraint("a", "b", "\0"),
            op -> op.renameIndex("a", "b", ""),
            op -> op.renameView("a", ""),
            op -> op.renameSequence("a", ""),
            op -> op.renameEnumType("a", ""),
            op -> op.renameSchema("a", ""),
            op -> op.createSchema(""),
            op -> op.dropSchema(""),
            op -> op.addEnumValue("a", ""),
            op -> op.renameEnumValue("a", "b", ""),
            op -> op.createSequence(sequence("a").incrementedBy(0)),
            op -> op.alterColumn("a", "b", notNull(), nullable()),
            op -> op.insert("a", columns("b", "b"), row(1, 2)),
            op -> op.insert("a", columns("b"), row(1, 2)),
            op -> op.insert("a", columns("b"), List.of()),
            op -> op.insert("a", columns(""), row(1)),
            op -> op.update("a", set("b", 1).set("b", 2).inEveryRow()),
            op -> op.update("a", set("b", 1).where("c", 1).and("c", 2)),
            op -> op.update("a", set("", 1).inEveryRow()),
            op -> op.execute(sql(" ")),
            op -> op.execute(sql("a").means(o -> o.execute(sql("b")))),
            op -> op.execute(sql("a").means(o -> o.on(H2, h2 -> h2.execute(sql("b"))))),
            op -> op.execute(sql("a").undoneBy("b").needsNoUndo()),
            op -> op.execute(sql("a").needsNoUndo().undoneBy("b")),
            op -> op.run(code(" ", context -> {})),
            op -> op.run(code("a", context -> {}).undoneBy(context -> {}).needsNoUndo()),
            op -> op.run(code("a", context -> {}).needsNoUndo().undoneBy(context -> {})));
    for (Consumer<Operations> mistake : mistakes) {
      assertThatThrownBy(() -> OperationSamples.operations(mistake))
          .hasCauseInstanceOf(DefinitionException.class)
          .hasMessageContaining("next");
    }
  }

  @Test
  void aForeignKeyWithoutTargetColumnsRefersToThePrimaryKey() {
    Schema after =
        apply(
            op ->
                op.createTable(
                    "tree",
                    column("id", bigint()),
                    column("parent", bigint()),
                    column("owner", bigint()),
                    primaryKey("id"),
                    foreignKey("parent").references("tree"),
                    foreignKey("owner").references("account")));
    assertThat(table(after, "tree").foreignKeys())
        .extracting(key -> key.target() + " " + key.targetColumns())
        .containsExactly("tree [id]", "account [id]");
  }

  @Test
  void aPrimaryKeyTakesNullFromItsColumnsAndItsInverseGivesItBack() {
    Operation operation =
        OperationSamples.operation(op -> op.addPrimaryKey("note", primaryKey("x")));
    assertThat(table(operation.applyTo(SCHEMA), "note").column("x").nullable()).isFalse();
    assertThat(operation.inverse(SCHEMA).operations())
        .isEqualTo(
            OperationSamples.operations(
                op -> {
                  op.dropConstraint("note", "pk_note");
                  op.alterColumn("note", "x", nullable());
                }));
  }

  @Test
  void foreignKeysOfOtherTablesAndOfItselfFollowARenamedColumn() {
    Schema tree =
        apply(
            op -> {
              op.createTable(
                  "tree",
                  column("id", bigint()),
                  column("parent", bigint()),
                  primaryKey("id"),
                  foreignKey("parent").references("tree"),
                  check("parent <> ID"));
              op.createTable(
                  "leaf", column("tree", bigint()), foreignKey("tree").references("tree"));
              op.renameColumn("tree", "id", "no");
              op.renameTable("tree", "wood");
            });
    Table wood = table(tree, "wood");
    assertThat(wood.foreignKeys().get(0))
        .hasToString("fk_tree_parent foreign key (parent) references wood (no)");
    assertThat(wood.toString()).contains("check (parent <> no)").doesNotContain("id");
    assertThat(table(tree, "leaf").foreignKeys().get(0).toString()).endsWith("wood (no)");
  }

  @Test
  void everythingFollowsARenamedSchema() {
    Schema after =
        apply(
            op -> {
              op.createEnumType("billing.state", "open");
              op.createSequence("billing.no");
              op.createTable(
                  "bill",
                  column("invoice", bigint()).defaultTo(nextValue("billing.no")),
                  column("state", enumType("billing.state")),
                  foreignKey("invoice").references("billing.invoice"));
              op.renameSchema("billing", "accounting");
            });
    assertThat(after.toString()).doesNotContain("billing").contains("accounting.state");
    assertThat(after.namespaces()).containsExactly("accounting", "empty");
  }

  @Test
  void aViewThatDoesNotSayWhatItReadsIsSeenToUseWhatItsTextMentions() {
    Schema views = apply(op -> op.createView("v", view("SELECT g.name FROM Genre g")));
    assertThatThrownBy(() -> OperationSamples.operation(op -> op.dropTable("genre")).applyTo(views))
        .isInstanceOf(SchemaException.class)
        .hasMessageContaining("used by    view v");
    assertThatThrownBy(
            () -> OperationSamples.operation(op -> op.dropColumn("genre", "name")).applyTo(views))
        .hasMessageContaining("used by    view v");
    assertThatThrownBy(
            () ->
                OperationSamples.operation(op -> op.renameColumn("genre", "name", "x"))
                    .applyTo(views))
        .hasMessageContaining("used by    view v");
    assertThat(
            OperationSamples.operation(op -> op.dropTable("note"))
                .applyTo(views)
                .findTable(name("note")))
        .isEmpty();
  }

  @Test
  void theLastColumnStays() {
    Schema one = apply(op -> op.createTable("one", column("a", text())));
    assertThatThrownBy(
            () -> OperationSamples.operation(op -> op.dropColumn("one", "a")).applyTo(one))
        .isInstanceOf(SchemaException.class)
        .hasMessageContaining("a is the last column of table one")
        .hasMessageContaining("drop the table");
  }

  @Test
  void aKeyCanGoAsLongAsAnotherOverTheSameColumnsIsLeftToTheForeignKeys() {
    Schema two =
        apply(
            op -> {
              op.createIndex("account", index("id").unique());
              op.dropConstraint("account", "pk_account");
            });
    assertThatThrownBy(
            () ->
                OperationSamples.operation(op -> op.dropIndex("account", "ix_account_id"))
                    .applyTo(two))
        .hasMessageContaining("used by    foreign key fk_post_author_id of table post");
  }

  @Test
  void aDroppedColumnComesBackOnlyIntoAnEmptyTableIfNothingCanFillIt() {
    assertThat(inverse(op -> op.dropColumn("post", "title")).onlyIfEmpty()).contains(name("post"));
    assertThat(inverse(op -> op.dropColumn("post", "body")).onlyIfEmpty()).isEmpty();
    assertThat(inverse(op -> op.dropColumn("post", "stars")).onlyIfEmpty()).isEmpty();
  }

  @Test
  void renamedLabelsAreFollowedByDefaults() {
    Schema after = apply(op -> op.renameEnumValue("mood", "ok", "good"));
    assertThat(table(after, "account").column("mood").defaultValue()).contains(literal("good"));
    assertThat(after.enumType(name("mood")).labels()).containsExactly("good", "sad");
  }

  @Test
  void insertedRowsAreDeletedByTheirKeyAndDeletedOnesInsertedIfNamedInFull() {
    assertThat(
            inverse(op -> op.insert("genre", columns("name", "id"), row("Rock", 1), row("Jazz", 2)))
                .operations())
        .isEqualTo(
            OperationSamples.operations(op -> op.delete("genre", columns("id"), row(1), row(2))));
    assertThat(
            inverse(op -> op.delete("genre", columns("id", "name"), row(1, "Rock"))).operations())
        .isEqualTo(
            OperationSamples.operations(
                op -> op.insert("genre", columns("id", "name"), row(1, "Rock"))));
    assertThat(inverse(op -> op.delete("genre", columns("name"), row("Rock"))).obstacle())
        .isPresent();
  }

  @Test
  void aComputedColumnNeedNotBeNamedToBringARowBack() {
    String[] named = {"number", "total", "gross"};
    Inverse inverse =
        inverse(op -> op.delete("billing.invoice", columns("id", named), row(1, 2, 3, 3.57)));
    assertThat(inverse.operations())
        .isEqualTo(
            OperationSamples.operations(
                op ->
                    op.insert("billing.invoice", columns("id", "number", "total"), row(1, 2, 3))));
  }

  @Test
  void rawSqlIsUndoneAsItSaysOrByTheInverseOfWhatItMeans() {
    Consumer<Operations> meaning = o -> o.createSequence("s");
    assertThat(inverse(op -> op.execute(sql("UP").means(meaning))).operations())
        .isEqualTo(OperationSamples.operations(op -> op.dropSequence("s")));
    assertThat(inverse(op -> op.execute(sql("UP").means(meaning).undoneBy("DOWN"))).operations())
        .isEqualTo(
            OperationSamples.operations(
                op -> op.execute(sql("DOWN").means(o -> o.dropSequence("s")).undoneBy("UP"))));
    assertThat(inverse(op -> op.execute(sql("UP").needsNoUndo()))).isEqualTo(Inverse.of());
    assertThat(
            inverse(op -> op.execute(sql("UP").undoneBy(expression("D").on(H2, "H")))).operations())
        .hasSize(1);
  }

  @Test
  void rawSqlThatChangesTheSchemaCannotGoWithoutAnUndo() {
    assertThat(
            inverse(op -> op.execute(sql("UP").means(o -> o.createSequence("s")).needsNoUndo()))
                .obstacle()
                .orElseThrow())
        .contains("changes the schema, so it does need an undo");
    assertThat(
            inverse(
                    op ->
                        op.execute(
                            sql("UP").means(o -> o.addEnumValue("mood", "x")).undoneBy("DOWN")))
                .obstacle())
        .isPresent();
  }

  @Test
  void rawSqlKeepsTheConditionUnderWhichItsMeaningCanBeUndone() {
    assertThat(
            inverse(op -> op.execute(sql("UP").means(o -> o.dropColumn("post", "title"))))
                .onlyIfEmpty())
        .contains(name("post"));
    assertThat(
            inverse(
                    op ->
                        op.execute(
                            sql("UP")
                                .means(
                                    o -> {
                                      o.dropColumn("post", "title");
                                      o.dropColumn("billing.invoice", "gross");
                                      o.dropColumn("billing.invoice", "total");
                                    })))
                .obstacle()
                .orElseThrow())
        .contains("post")
        .contains("billing.invoice");
  }

  @Test
  void whatBelongsToADialectIsThereOnThatDialectAlone() {
    Operation group = OperationSamples.all().get("on one dialect");
    assertThat(group.on(List.of(H2))).isEmpty();
    assertThat(group.on(List.of(POSTGRESQL)))
        .isEqualTo(
            OperationSamples.operations(
                op -> op.addColumn("genre", column("tags", array(text())))));
    assertThat(group.applyTo(SCHEMA)).isEqualTo(SCHEMA);
    Operation only = OperationSamples.all().get("execute sql that means something");
    assertThat(only.on(List.of(H2))).isEmpty();
    assertThat(only.on(List.of(POSTGRESQL))).containsExactly(only);
  }

  @Test
  void whatRawSqlMeansOnADialectIsMeantThereAlone() {
    Operation sql =
        OperationSamples.operation(
            op ->
                op.execute(
                    sql("X")
                        .means(
                            o -> {
                              o.on(H2, h2 -> h2.createSequence("s"));
                              o.createSequence("t");
                            })));
    Schema onH2 = OperationSamples.after(SCHEMA, sql.on(List.of(H2)));
    assertThat(onH2.sequences()).extracting(s -> s.name().name()).contains("s", "t");
    assertThat(OperationSamples.after(SCHEMA, sql.on(List.of(MYSQL))).sequences())
        .extracting(s -> s.name().name())
        .contains("t")
        .doesNotContain("s");
    assertThat(sql.on(List.of(H2)).get(0).inverse(SCHEMA).operations())
        .isEqualTo(
            OperationSamples.operations(
                op -> {
                  op.dropSequence("t");
                  op.dropSequence("s");
                }));
  }

  @Test
  void codeIsComparedByWhatItSaysNotByItsBody() {
    Operation one = OperationSamples.operation(op -> op.run(code("a", context -> {}).writes("t")));
    Operation other =
        OperationSamples.operation(op -> op.run(code("a", context -> {}).writes("t")));
    assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
    assertThat(one)
        .isNotEqualTo(
            OperationSamples.operation(op -> op.run(code("b", context -> {}).writes("t"))))
        .isNotEqualTo(
            OperationSamples.operation(
                op -> op.run(code("a", context -> {}).writes("t").version(2))))
        .isNotEqualTo(
            OperationSamples.operation(op -> op.run(code("a", context -> {}).writes("u"))))
        .isNotEqualTo(
            OperationSamples.operation(
                op -> op.run(code("a", context -> {}).writes("t").needsNoUndo())));
  }

  @Test
  void codeIsUndoneByItsOwnBody() {
    CodeBody up = context -> {};
    CodeBody down = context -> {};
    RunCode undo =
        (RunCode) inverse(op -> op.run(code("a", up).undoneBy(down))).operations().get(0);
    assertThat(undo.body()).containsSame(down);
    assertThat(undo.undoBody()).containsSame(up);
    assertThat(undo.label()).isEqualTo("undo a");
  }

  @Test
  void lostDataIsSaidInWords() {
    assertThat(
            OperationSamples.all().values().stream()
                .flatMap(operation -> operation.dataLoss(OperationSamples.SCHEMA).stream()))
        .containsExactlyInAnyOrder(
            "the rows of table post",
            "the rows of table zone",
            "the values of column zone.visit",
            "the values of column account.mood",
            "the values of column post.title",
            "where sequence lottery stands",
            "former values of account [age = 1, mood = 'sad']",
            "former values of post [stars = 1]",
            "1 row of table account",
            "1 row of table genre",
            "values of column genre.name, by using name::mood; a downgrade does not bring them"
                + " back");
  }

  private static Schema apply(Consumer<Operations> body) {
    return OperationSamples.after(SCHEMA, OperationSamples.operations(body));
  }

  private static Inverse inverse(Consumer<Operations> body) {
    return OperationSamples.operation(body).inverse(SCHEMA);
  }

  private static Table table(Schema schema, String name) {
    return schema.table(name(name));
  }

  private static QualifiedName name(String name) {
    return QualifiedName.of(name);
  }
}
