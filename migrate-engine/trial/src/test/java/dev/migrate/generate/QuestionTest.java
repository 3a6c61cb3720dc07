package dev.migrate.generate;

import static dev.migrate.Ddl.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.migrate.Lineage;
import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.engine.RevisionGraph;
import dev.migrate.error.DefinitionException;
import dev.migrate.model.Model;
import dev.migrate.operation.Operation;
import dev.migrate.schema.DeclaredTable;
import dev.migrate.schema.DialectName;
import dev.migrate.schema.ModelElement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What a model leaves open is asked, and never guessed. */
class QuestionTest {

  private static Generator after(Consumer<Operations> operations) {
    return Generator.of(RevisionGraph.of(Revision.of(Lineage.of("001").root(), operations)))
        .dialect(H2);
  }

  private static Generator withMail() {
    return after(
        op ->
            op.createTable(
                "account",
                column("id", bigint()),
                column("mail", varchar(320)),
                column("createdAt", date()),
                primaryKey("id")));
  }

  private static DeclaredTable account(ModelElement... more) {
    return table("account", column("id", bigint()), join(more));
  }

  private static ModelElement[] join(ModelElement... more) {
    List<ModelElement> all = new ArrayList<>(List.of(more));
    all.add(primaryKey("id"));
    return all.toArray(new ModelElement[0]);
  }

  private static List<String> operations(Generator generator, DeclaredTable... tables) {
    return generator.model(Model.of(tables)).generate("change").orElseThrow().operations().stream()
        .map(Operation::toString)
        .toList();
  }

  private static List<Question> questions(Generator generator, DeclaredTable... tables) {
    return catchThrowableOfType(QuestionException.class, () -> operations(generator, tables))
        .questions();
  }

  private static List<String> flags(List<Question> questions) {
    return questions.stream()
        .flatMap(question -> question.answers().stream())
        .map(Answer::toString)
        .toList();
  }

  @Test
  void aColumnOfTheSameTypeMayBeTheSameOne() {
    DeclaredTable model =
        account(
            column("email", varchar(320)),
            column("createdAt", date()),
            column("other", varchar(10)));

    List<Question> questions = questions(withMail(), model);

    assertThat(flags(questions))
        .containsExactly("--rename account.mail=email", "--drop account.mail");
    assertThat(questions.get(0).text())
        .isEqualTo("is the column account.mail renamed to email, or dropped?");
    assertThat(
            operations(withMail().answers(Answers.none().renamed("account.mail", "email")), model))
        .containsExactly(
            "rename column account.mail to email", "add column account.other varchar(10)");
    assertThat(operations(withMail().answers(Answers.none().dropped("account.mail")), model))
        .containsExactly(
            "add column account.email varchar(320)",
            "add column account.other varchar(10)",
            "drop column account.mail");
  }

  @Test
  void aColumnNamedByAnotherConventionMayBeTheSameOne() {
    assertThat(
            flags(
                questions(
                    withMail(),
                    account(column("mail", varchar(320)), column("created_at", timestamp())))))
        .containsExactly("--rename account.createdAt=created_at", "--drop account.createdAt");
  }

  @Test
  void aTableWithMostColumnsInCommonMayBeTheSameOne() {
    DeclaredTable user =
        table(
            "user",
            column("id", bigint()),
            column("mail", varchar(320)),
            column("created", date()),
            primaryKey("id"));

    assertThat(flags(questions(withMail(), user)))
        .containsExactly("--rename account=user", "--drop account");
    List<Question> next =
        questions(withMail().answers(Answers.none().renamed("account", "user")), user);
    assertThat(flags(next))
        .containsExactly("--rename user.createdAt=created", "--drop user.createdAt");
    assertThat(
            operations(
                withMail()
                    .answers(
                        Answers.none()
                            .renamed("account", "user")
                            .renamed("user.createdAt", "created")),
                user))
        .containsExactly("rename table account to user", "rename column user.createdAt to created");
  }

  @Test
  void aTableWithFewColumnsInCommonIsAnotherOne() {
    DeclaredTable other = table("other", column("id", bigint()), primaryKey("id"));

    assertThat(flags(questions(withMail(), other))).containsExactly("--drop account");
  }

  @Test
  void labelsAndSequencesMayBeRenamed() {
    Generator generator =
        after(
            op -> {
              op.createEnumType("mood", "glad", "sad");
              op.createSequence("number");
            });
    Model model = Model.of().withEnumType("mood", "glad", "unhappy").with(sequence("no"));

    QuestionException open =
        catchThrowableOfType(
            QuestionException.class, () -> generator.model(model).generate("change"));

    assertThat(flags(open.questions()))
        .containsExactly(
            "--rename number=no", "--drop number", "--rename mood.sad=unhappy", "--drop mood.sad");
    assertThat(
            generator
                .model(model)
                .answers(
                    Answers.parse(List.of("--drop=number", "--rename", "mood.sad=mood.unhappy")))
                .generate("change")
                .orElseThrow()
                .operations())
        .extracting(Object::toString)
        .containsExactly(
            "rename label sad of enum type mood to unhappy",
            "create sequence no from 1 by 1",
            "drop sequence number");
  }

  @Test
  void existingRowsNeedAValueInANewColumnThatMustHaveOne() {
    DeclaredTable model =
        account(
            column("mail", varchar(320)),
            column("createdAt", date()),
            column("country", character(2)).notNull(),
            column("count", integer()).notNull());

    List<Question> questions = questions(withMail(), model);

    assertThat(flags(questions))
        .containsExactly(
            "--fill 'account.country=…'",
            "--fill-sql 'account.country=…'",
            "--fill 'account.count=…'",
            "--fill-sql 'account.count=…'");
    List<String> filled =
        List.of(
            "add column account.country character(2)",
            "update account set [country = 'GB'] in every row",
            "alter column account.country: not null",
            "add column account.count integer",
            "update account set [count = 3] in every row",
            "alter column account.count: not null");
    assertThat(
            operations(
                withMail()
                    .answers(
                        Answers.parse(
                            List.of("--fill", "account.country='GB'", "--fill=account.count=3"))),
                model))
        .isEqualTo(filled);
    Generator answered =
        withMail()
            .answers(Answers.none().filled("account.country", "GB").filled("account.count", 3));
    assertThat(operations(answered, model)).isEqualTo(filled);
    GeneratedRevision revision = answered.model(Model.of(model)).generate("x").orElseThrow();
    assertThat(revision.destroys()).isEmpty();
  }

  @Test
  void aColumnThatMayBeAnOldOneIsNotFilledBeforeThatIsDecided() {
    DeclaredTable model =
        account(column("email", varchar(320)).notNull(), column("createdAt", date()));

    assertThat(flags(questions(withMail(), model)))
        .containsExactly("--rename account.mail=email", "--drop account.mail");
    assertThat(flags(questions(withMail().answers(Answers.none().dropped("account.mail")), model)))
        .containsExactly("--fill 'account.email=…'", "--fill-sql 'account.email=…'");
    Answers renamed = Answers.none().renamed("account.mail", "email");
    assertThat(flags(questions(withMail().answers(renamed), model)))
        .contains("--no-nulls account.email");
    assertThat(operations(withMail().answers(renamed.withoutNulls("account.email")), model))
        .containsExactly(
            "rename column account.mail to email", "alter column account.email: not null");
  }

  @Test
  void rowsThatHaveNullNeedAValueWhereAColumnMustHaveOne() {
    DeclaredTable model =
        account(column("mail", varchar(320)).notNull(), column("createdAt", date()));

    List<Question> questions = questions(withMail(), model);

    assertThat(flags(questions))
        .containsExactly(
            "--fill 'account.mail=…'", "--fill-sql 'account.mail=…'", "--no-nulls account.mail");
    assertThat(questions.get(0).text())
        .isEqualTo(
            "which value do existing rows get that have NULL in the column account.mail, which"
                + " becomes not null; or are there none?");
    List<String> filled =
        List.of(
            "update account set [mail = 'none'] where [mail = null]",
            "alter column account.mail: not null");
    Answers none = Answers.none();
    assertThat(operations(withMail().answers(none.filled("account.mail", "none")), model))
        .isEqualTo(filled);
    assertThat(
            operations(
                withMail().answers(Answers.parse(List.of("--fill", "account.mail=none"))), model))
        .isEqualTo(filled);
    for (Answers answers :
        List.of(
            none.withoutNulls("account.mail"), Answers.parse(List.of("--no-nulls=account.mail")))) {
      assertThat(operations(withMail().answers(answers), model))
          .containsExactly("alter column account.mail: not null");
    }
  }

  /** A default is for rows to come. */
  @Test
  void rowsThatHaveNullAreAQuestionAlsoIfTheColumnGetsADefault() {
    DeclaredTable model =
        account(
            column("mail", varchar(320)).notNull().defaultTo("none"), column("createdAt", date()));

    assertThat(flags(questions(withMail(), model))).contains("--no-nulls account.mail");
  }

  @Test
  void answersAboutNullsAreChecked() {
    DeclaredTable model =
        account(column("mail", varchar(320)).notNull(), column("createdAt", date()));
    Answers none = Answers.none().withoutNulls("account.mail");

    assertThatThrownBy(
            () -> operations(withMail().answers(none.filled("account.mail", "none")), model))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("contradict");
    assertThatThrownBy(
            () -> operations(withMail().answers(none.withoutNulls("account.createdAt")), model))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("belongs to no question");
    assertThatThrownBy(
            () ->
                operations(
                    withMail().answers(Answers.none().filled("account.mail", "x".repeat(321))),
                    model))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("does not fit the column account.mail");
  }

  @Test
  void aComputedColumnCannotBeFilled() {
    Generator generator =
        after(
            op ->
                op.createTable(
                    "t", column("n", integer()), column("m", integer()).storedAs("n + 1")));
    DeclaredTable model =
        table("t", column("n", integer()), column("m", integer()).notNull().storedAs("n + 1"));

    assertThat(flags(questions(generator.dialect(POSTGRESQL), model)))
        .containsExactly("--no-nulls t.m");
  }

  @Test
  void aValueCanBeComputed() {
    DeclaredTable model =
        account(
            column("mail", varchar(320)),
            column("createdAt", date()),
            column("login", varchar(320)).notNull());

    for (Answers answers :
        List.of(
            Answers.none().filled("account.login", expression("lower(mail)")),
            Answers.parse(List.of("--fill-sql", "account.login=lower(mail)")))) {
      assertThat(operations(withMail().answers(answers), model))
          .contains("update account set [login = lower(mail)] in every row");
    }
  }

  @Test
  void destructionNeedsConsentByName() {
    DeclaredTable model = account(column("mail", varchar(10)));
    List<Question> questions = questions(withMail(), model);

    assertThat(flags(questions))
        .containsExactly("--allow-loss account.mail", "--drop account.createdAt");
    assertThat(questions.get(1).text())
        .isEqualTo(
            "may the column account.createdAt be dropped, which destroys the values of column"
                + " account.createdAt?");
    GeneratedRevision revision =
        withMail()
            .model(Model.of(model))
            .answers(Answers.none().allowedLoss("account.mail").dropped("account.createdAt"))
            .generate("change")
            .orElseThrow();
    assertThat(revision.destroys()).hasSize(2);
    assertThat(revision.source()).contains("   <li>the values of column account.createdAt\n");
  }

  @Test
  void whatHoldsNoDataIsDroppedWithoutAQuestion() {
    Generator generator =
        after(
            op -> {
              op.createTable("account", column("id", bigint()), primaryKey("id"), index("id"));
              op.createView("v", view("SELECT id FROM account").reads("account"));
            });

    assertThat(operations(generator, account())).hasSize(2);
  }

  @Test
  void somebodyIsAskedUntilNothingIsOpen() {
    DeclaredTable user =
        table(
            "user",
            column("id", bigint()),
            column("email", varchar(320)),
            column("createdAt", date()),
            primaryKey("id"));
    List<List<Question>> asked = new ArrayList<>();

    List<String> operations =
        operations(
            withMail()
                .interview(
                    questions -> {
                      asked.add(questions);
                      return Answers.of(questions.get(0).answers().get(0));
                    }),
            user);

    assertThat(operations)
        .containsExactly("rename table account to user", "rename column user.mail to email");
    assertThat(asked).hasSize(2);
  }

  @Test
  void somebodyWhoDoesNotAnswerEndsIt() {
    assertThatThrownBy(
            () -> operations(withMail().interview(questions -> Answers.none()), account()))
        .isInstanceOf(QuestionException.class);
  }

  @Test
  void theMessageHasAllQuestionsAndFlags() {
    assertThatThrownBy(() -> operations(withMail(), account(column("email", varchar(320)))))
        .hasMessage(
            """
            the model leaves 2 questions open
              question   is the column account.mail renamed to email, or dropped?
                           --rename account.mail=email
                           --drop account.mail
              question   may the column account.createdAt be dropped, which destroys the values of column account.createdAt?
                           --drop account.createdAt
              left       nothing was written
              next       answer each with one of its flags, in code as answers(Answers.parse(List.of(…)));
                         or a rename with was(…) in the model; and generate again\
            """);
  }

  /** A model has {@code was(…)} for tables and columns alone. */
  @Test
  void theMessageNamesNoHintThatThereIsNot() {
    RevisionGraph before =
        RevisionGraph.of(
            Revision.of(
                Lineage.of("first").root(),
                op -> {
                  op.createEnumType("mood", "happy", "sad");
                  op.createSequence(sequence("number"));
                }));
    Model model = Model.of().withEnumType("mood", "glad", "sad").with(sequence("no"));

    assertThatThrownBy(() -> Generator.of(before).dialect(H2).model(model).generate("change"))
        .isInstanceOf(QuestionException.class)
        .hasMessageContaining("--rename number=no")
        .hasMessageContaining("--rename mood.happy=glad")
        .hasMessageNotContaining("was(…)");
  }

  @Test
  void answersThatBelongToNoQuestionAreRefused() {
    DeclaredTable model = account(column("email", varchar(320)), column("createdAt", date()));
    Answers right = Answers.none().renamed("account.mail", "email");
    for (Answers wrong :
        List.of(
            right.dropped("account.id"),
            right.dropped("acount"),
            right.renamed("account.post", "post"),
            right.filled("account.id", 3),
            right.allowedLoss("account.email"))) {
      assertThatThrownBy(() -> operations(withMail().answers(wrong), model))
          .as(wrong.toString())
          .isInstanceOf(DefinitionException.class)
          .hasMessageContaining("belongs to no question")
          .hasMessageContaining("nothing was written");
    }
    assertThatThrownBy(
            () ->
                operations(
                    withMail().answers(Answers.none().renamed("account.mail", "post")), model))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("declares no new element of this name");
  }

  @Test
  void contradictionsAreRefused() {
    DeclaredTable model = account(column("email", varchar(320)), column("post", varchar(320)));
    for (Answers wrong :
        List.of(
            Answers.none().renamed("account.mail", "email").dropped("account.mail"),
            Answers.none().renamed("account.mail", "email").renamed("account.mail", "post"),
            Answers.none()
                .renamed("account.mail", "email")
                .renamed("account.createdAt", "email"))) {
      assertThatThrownBy(() -> operations(withMail().answers(wrong), model))
          .as(wrong.toString())
          .isInstanceOf(DefinitionException.class)
          .hasMessageContaining("contradict");
    }
  }

  @Test
  void malformedFlagsAreRefused() {
    for (List<String> flags :
        List.of(
            List.of("--rename"),
            List.of("--rename", "account.mail"),
            List.of("--rename", "=email"),
            List.of("--rename=account.mail="),
            List.of("--drop", ""),
            List.of("--fill", "account.country"),
            List.of("--renamed", "a=b"),
            List.of("account.mail=email"))) {
      assertThatThrownBy(() -> Answers.parse(flags))
          .as(flags.toString())
          .isInstanceOf(DefinitionException.class);
    }
    assertThatThrownBy(() -> Answers.none().filled("account.id", null))
        .isInstanceOf(DefinitionException.class);
  }

  @Test
  void aValueOfAnotherTypeIsRefused() {
    DeclaredTable model =
        account(
            column("mail", varchar(320)),
            column("createdAt", date()),
            column("count", integer()).notNull());
    Answers answers = Answers.parse(List.of("--fill", "account.count=many"));

    assertThatThrownBy(() -> operations(withMail().answers(answers), model))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("account.count")
        .hasMessageContaining("--fill-sql");
    assertThatThrownBy(
            () ->
                operations(
                    withMail().answers(Answers.parse(List.of("--fill", "account.count=…"))), model))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("has no value");
  }

  @Test
  void aValueThatIsTooLongIsRefused() {
    DeclaredTable model =
        account(
            column("mail", varchar(320)),
            column("createdAt", date()),
            column("country", character(2)).notNull());

    assertThatThrownBy(
            () ->
                operations(
                    withMail().answers(Answers.none().filled("account.country", "GBR")), model))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("the value 'GBR' does not fit the column account.country")
        .hasMessageContaining("nothing was written");
  }

  /** An answer always has an effect, or is refused. */
  @Test
  void aColumnWithADefaultIsFilledIfSomebodyAnswersSo() {
    DeclaredTable model =
        account(
            column("mail", varchar(320)),
            column("createdAt", date()),
            column("country", character(2)).notNull().defaultTo("DE"),
            column("number", bigint()).notNull().storedAs("id + 1"));

    assertThat(
            operations(withMail().answers(Answers.none().filled("account.country", "GB")), model))
        .containsExactly(
            "add column account.country character(2) default 'DE'",
            "update account set [country = 'GB'] in every row",
            "alter column account.country: not null",
            "add column account.number bigint not null stored as (id + 1)");
    assertThatThrownBy(
            () -> operations(withMail().answers(Answers.none().filled("account.number", 1)), model))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("belongs to no question");
  }

  @Test
  void hostileNamesCanBeAnswered() {
    String odd = "a=b.\"c d'";
    Generator generator =
        after(op -> op.createTable("\"we.ird\"", column("id", bigint()), column(odd, text())));
    DeclaredTable model = table("\"we.ird\"", column("id", bigint()), column("x=y z", text()));

    List<Question> questions = questions(generator, model);
    Answer rename = questions.get(0).answers().get(0);

    assertThat(operations(generator.answers(Answers.parse(rename.arguments())), model))
        .hasSize(1)
        .first()
        .asString()
        .startsWith("rename column");
    assertThat(rename.toString()).isEqualTo("--rename '\"we.ird\".a=b.\"c d'\\''=x=y z'");
  }

  @Test
  void answersAreTheSameOnEveryDialect() {
    for (DialectName dialect : List.of(H2, SQLITE)) {
      assertThat(
              flags(
                  questions(
                      withMail().dialect(dialect),
                      account(column("email", varchar(320)), column("createdAt", date())))))
          .containsExactly("--rename account.mail=email", "--drop account.mail");
    }
  }
}
