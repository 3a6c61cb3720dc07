package dev.migrate.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnRenamingTest {

  private static ColumnRenaming column(String name) {
    return new ColumnRenaming(
        Optional.empty(), "t", name, "new_name", Set.of("code", "n", "at", "Other"));
  }

  private static String renamed(String column, String text) {
    return SqlText.of(text).following(column(column)).orElse("?");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      value = {
        "email IS NOT NULL           | new_name IS NOT NULL",
        "EMAIL <> ''                 | new_name <> ''",
        "t.email = email             | t.new_name = new_name",
        "T.Email > 0 AND s.t.email>1 | T.new_name > 0 AND s.t.new_name>1",
        "\"email\" = 'email'         | \"new_name\" = 'email'",
        "\"EMAIL\" = 'EMAIL'         | \"NEW_NAME\" = 'EMAIL'",
        "`email` = email_old         | `new_name` = email_old",
        "[email] > 0 AND [email]<9   | [new_name] > 0 AND [new_name]<9",
        "n > 0 AND [email] > 0       | n > 0 AND [new_name] > 0",
        "'email''s' = my_email       | 'email''s' = my_email",
        "email(x) > email            | email(x) > new_name",
        "email 'x' = 1e5             | email 'x' = 1e5",
        "lower(email)+email2         | lower(new_name)+email2",
        "x.email > email             | x.email > new_name",
        "email BETWEEN 1 AND email   | new_name BETWEEN 1 AND new_name",
        "CASE email WHEN 1 THEN email ELSE email END > 0 |"
            + " CASE new_name WHEN 1 THEN new_name ELSE new_name END > 0",
        "NOT email OR -email > @ email | NOT new_name OR -new_name > @ new_name",
        "email IN (email, n)         | new_name IN (new_name, n)",
        "email[1] = ANY (email)      | new_name[1] = ANY (new_name)",
        "ARRAY[email, n]             | ARRAY[new_name, n]",
        "email LIKE email ESCAPE '!' | new_name LIKE new_name ESCAPE '!'",
        "substring(email FROM 1 FOR email) > '' | substring(new_name FROM 1 FOR new_name) > ''",
        "email AT TIME ZONE 'UTC' > n | new_name AT TIME ZONE 'UTC' > n",
        "email COLLATE \"C\" < 'a'   | new_name COLLATE \"C\" < 'a'",
        "email IS DISTINCT FROM n    | new_name IS DISTINCT FROM n",
        "n IS NOT DISTINCT FROM email | n IS NOT DISTINCT FROM new_name",
        "email::text::email = (email)::email | new_name::text::email = (new_name)::email",
        "email IS JSON               | new_name IS JSON",
        "email -- is the email~ > 0 | new_name -- is the email~ > 0",
        "email /* email */ > 0       | new_name /* email */ > 0",
        "f(email => email)           | f(email => new_name)",
        "n = E'a\\'email' AND email = ''| n = E'a\\'email' AND new_name = ''",
        "n = $$email$$ AND email > 0 | n = $$email$$ AND new_name > 0",
        "n = $x$ email $$ $x$ AND email > 0 | n = $x$ email $$ $x$ AND new_name > 0",
        "n = N'email' AND email > 0  | n = N'email' AND new_name > 0",
        "json_object('email': email) | json_object('email': new_name)",
        "next_email(n) > 0           | next_email(n) > 0",
      })
  void followsWhereItIsTheColumn(String before, String after) {
    String text = before.replace("~", "\n");
    assertThat(renamed("email", text)).isEqualTo(after.replace("~", "\n"));
    assertThat(SqlText.of(text).mayName(column("email"))).isEqualTo(!before.equals(after));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      value = {
        "text      | length(CAST(code AS text)) = 4 AND text > '' |"
            + " length(CAST(code AS text)) = 4 AND new_name > ''",
        "text      | code::text = text          | code::text = new_name",
        "text      | text IS NULL OR code::text > text |"
            + " new_name IS NULL OR code::text > new_name",
        "varying   | code::character varying(10) = varying | code::character varying(10) ="
            + " new_name",
        "precision | n::double precision > precision | n::double precision > new_name",
        "zone      | CAST(at AS timestamp with time zone) > zone |"
            + " CAST(at AS timestamp with time zone) > new_name",
        "time      | at::timestamp(3) without time zone > time |"
            + " at::timestamp(3) without time zone > new_name",
        "time      | at AT TIME ZONE time > n   | at AT TIME ZONE new_name > n",
        "zone      | at AT TIME ZONE zone > n   | at AT TIME ZONE new_name > n",
        "year      | EXTRACT(YEAR FROM at) > year | EXTRACT(YEAR FROM at) > new_name",
        "day       | EXTRACT(day FROM day) > day | EXTRACT(day FROM new_name) > new_name",
        "day       | at + INTERVAL '1' DAY > day | at + INTERVAL '1' DAY > new_name",
        "day       | at + INTERVAL day DAY > at | at + INTERVAL new_name DAY > at",
        "day       | at + INTERVAL (day) DAY > at | at + INTERVAL (new_name) DAY > at",
        "month     | at + INTERVAL '1-2' YEAR TO MONTH > month |"
            + " at + INTERVAL '1-2' YEAR TO MONTH > new_name",
        "hour      | TIMESTAMPDIFF(HOUR, at, n) > hour | TIMESTAMPDIFF(HOUR, at, n) > new_name",
        "hour      | DATEADD(HOUR, hour, at) > n | DATEADD(HOUR, new_name, at) > n",
        "day       | DATEDIFF(day, at) > 0      | DATEDIFF(new_name, at) > 0",
        "date      | date >= DATE '2020-01-31'  | new_name >= DATE '2020-01-31'",
        "leading   | trim(leading FROM code) > leading | trim(leading FROM code) > new_name",
        "count     | count > 0 AND count(n) > 0 | new_name > 0 AND count(n) > 0",
        "length    | length(code) < length      | length(code) < new_name",
        "days      | make_interval(days => days) > n | make_interval(days => new_name) > n",
        "utf8mb4   | CONVERT(code USING utf8mb4) > utf8mb4 |"
            + " CONVERT(code USING utf8mb4) > new_name",
        "char      | CONVERT(code, char) > char | CONVERT(code, char) > new_name",
        "c         | code COLLATE c > c         | code COLLATE c > new_name",
        "match     | match > 0                  | new_name > 0",
        "end       | n < end                    | n < new_name",
        "value     | value > 0 AND NEXT VALUE FOR s > 0 | new_name > 0 AND NEXT VALUE FOR s > 0",
      })
  void leavesWhatOnlyLooksLikeTheColumn(String column, String before, String after) {
    assertThat(renamed(column, before)).isEqualTo(after);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      value = {
        "email | EXISTS (SELECT 1 FROM x WHERE email > 0)",
        "email | t IS NOT NULL",
        "email | row_to_json(t.*) IS NOT NULL",
        "email | (t).email > 0",
        "email | n foo email",
        "email | email foo",
        "email | n > 0 # email~ AND email > 0",
        "email | n /*! = email */",
        "email | n--email",
        "email | U&\"\\0065mail\" > 0",
        "email | 'unterminated email",
        "email | email > (0",
        "user  | user <> ''",
        "end   | CASE WHEN n > 0 THEN end END > 0",
        "day   | date_trunc(day, at) > at",
        "json  | n IS json",
      })
  void refusesWhatCannotBeToldForCertain(String column, String written) {
    String text = written.replace("~", "\n");
    assertThat(SqlText.of(text).mayName(column(column))).isTrue();
    assertThat(renamed(column, text)).isEqualTo("?");
  }

  @Test
  void backslashesEscapeInMysql() {
    String text = "p <> 'a\\'p' AND p <> 'x'";
    assertThat(renamed("p", text)).isEqualTo("new_name <> 'a\\'p' AND new_name <> 'x'");
    assertThat(SqlText.ofMysql("`p` <> 'a\\'p'").following(column("p")))
        .contains("`new_name` <> 'a\\'p'");
    assertThat(SqlText.ofMysql("p > 0 # p\n AND p < 9").following(column("p")))
        .contains("new_name > 0 # p\n AND new_name < 9");
    assertThat(SqlText.ofMysql("\"p\" <> ''").following(column("p"))).isEmpty();
  }

  @Test
  void twoNamesThatDifferByCaseAloneAreTwo() {
    ColumnRenaming quoted =
        new ColumnRenaming(Optional.empty(), "t", "Email", "new_name", Set.of("email"));
    assertThat(SqlText.of("email > \"email\" AND \"Email\" > Email").following(quoted))
        .contains("email > \"email\" AND new_name > Email");
  }

  @Test
  void aNewNameThatWouldMeanSomethingElseIsRefused() {
    for (String name : new String[] {"user", "current_date"}) {
      ColumnRenaming change = new ColumnRenaming(Optional.empty(), "t", "email", name, Set.of("n"));
      assertThat(SqlText.of("email > n").following(change)).isEmpty();
      assertThat(SqlText.of("\"email\" > n").following(change)).contains("\"" + name + "\" > n");
    }
  }
}
