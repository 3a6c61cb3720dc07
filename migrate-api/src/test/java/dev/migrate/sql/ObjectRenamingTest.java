package dev.migrate.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObjectRenamingTest {

  private static final Set<String> COLUMNS = Set.of("age", "s", "state");

  private static String followed(String text, NameChange change) {
    return SqlText.of(text).following(change).orElse("?");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      value = {
        "nextval('ticket')                | nextval('slip')",
        "nextval('public.ticket')         | nextval('public.slip')",
        "nextval('\"ticket\"')            | nextval('\"slip\"')",
        "nextval('ticket'::regclass) + 1  | nextval('slip'::regclass) + 1",
        "nextval(CAST('ticket' AS regclass)) | nextval(CAST('slip' AS regclass))",
        "nextval('app.ticket')            | nextval('app.ticket')",
        "nextval('ticket2')               | nextval('ticket2')",
        "NEXT VALUE FOR ticket            | NEXT VALUE FOR slip",
        "next value for public.\"TICKET\" | next value for public.\"SLIP\"",
        "nextval(ticket)                  | nextval(slip)",
        "ticket.nextval                   | slip.nextval",
        "kind = 'ticket'                  | kind = 'ticket'",
        "ticket = nextval('ticket')       | ticket = nextval('slip')",
        "'ticket'::regclass::oid > 0      | 'slip'::regclass::oid > 0",
        "nextval('ticket'::text)          | ?",
        "nextval(('ticket'::text)::regclass) | ?",
        "nextval(concat('tic', 'ket'))    | ?",
        "nextval('tenant.ticket')         | ?",
        "pg_get_serial_sequence('ticket', 'id') | ?",
      })
  void aSequenceIsFollowedWhereItIsLookedUp(String before, String after) {
    SequenceRenaming change =
        new SequenceRenaming(Optional.empty(), "ticket", "slip", Set.of("app"));
    assertThat(followed(before, change)).isEqualTo(after);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      value = {
        "s = 'a'::state                   | s = 'a'::status",
        "s = 'a'::public.\"state\"        | s = 'a'::public.\"status\"",
        "state::state[] = state           | state::status[] = state",
        "CAST(age AS state) = state       | CAST(age AS status) = state",
        "state 'a' = s                    | status 'a' = s",
        "state = 'state'                  | state = 'state'",
        "s = 'a'::app.state               | s = 'a'::app.state",
        "state('a') = s                   | ?",
        "s = 'a'::other.state             | ?",
      })
  void aTypeIsFollowedWhereOnlyATypeCanStand(String before, String after) {
    TypeRenaming change =
        new TypeRenaming(Optional.empty(), "state", "status", Set.of("app"), COLUMNS);
    assertThat(followed(before, change)).isEqualTo(after);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      value = {
        "account.age > 0                  | member.age > 0",
        "public.account.age > 0           | public.member.age > 0",
        "\"account\".age > account        | ?",
        "account.* IS NOT NULL            | member.* IS NOT NULL",
        "account(age) > 0                 | account(age) > 0",
        "age > 0 AND s <> 'account'       | age > 0 AND s <> 'account'",
        "account IS NOT NULL              | ?",
        "(SELECT max(age) FROM account) > 0 | ?",
        "s = 'account'::regclass          | s = 'member'::regclass",
        "s = pg_get_serial_sequence('account', 'id') | ?",
      })
  void aTableIsFollowedWhereItQualifiesItsColumns(String before, String after) {
    TableRenaming change =
        new TableRenaming(Optional.empty(), "account", "member", Set.of("app"), true, COLUMNS);
    assertThat(followed(before, change)).isEqualTo(after);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      value = {
        "app.t.age > app.f(age)           | core.t.age > core.f(age)",
        "s::app.state = 'app'             | s::core.state = 'app'",
        "nextval('app.ticket') > app      | nextval('core.ticket') > app",
        "NEXT VALUE FOR app.ticket        | NEXT VALUE FOR core.ticket",
        "s COLLATE app.\"c\" > ''         | s COLLATE core.\"c\" > ''",
        "t.app > 0                        | t.app > 0",
        "nextval('app.ticket'::text)      | ?",
        "app.age > 0                      | ?",
      })
  void aSchemaIsFollowedWhereItQualifies(String before, String after) {
    assertThat(followed(before, new NamespaceRenaming("app", "core", "t"))).isEqualTo(after);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      value = {
        "s = 'paid'                       | s = 'settled'",
        "'paid' <> t.s OR age > 0         | 'settled' <> t.s OR age > 0",
        "s IN ('open', 'paid') AND kind = 'paid' | s IN ('open', 'settled') AND kind = 'paid'",
        "NOT s NOT IN ('paid')            | NOT s NOT IN ('settled')",
        "s BETWEEN 'open' AND 'paid'      | s BETWEEN 'open' AND 'settled'",
        "s BETWEEN 'paid' AND 'z' OR s >= 'paid' | s BETWEEN 'settled' AND 'z' OR s >= 'settled'",
        "CASE s WHEN 'paid' THEN 1 ELSE 0 END > 0 | CASE s WHEN 'settled' THEN 1 ELSE 0 END > 0",
        "CASE kind WHEN 'paid' THEN 1 END > 0 | CASE kind WHEN 'paid' THEN 1 END > 0",
        "s IS DISTINCT FROM 'paid'        | s IS DISTINCT FROM 'settled'",
        "'paid'::state = s                | 'settled'::state = s",
        "CAST('paid' AS state) = s        | CAST('settled' AS state) = s",
        "state 'paid' = s                 | state 'settled' = s",
        "s = E'paid'                      | s = E'settled'",
        "s = $$paid$$                     | s = $$settled$$",
        "kind = 'paid' OR age > 0         | kind = 'paid' OR age > 0",
        "kind = 'paid' AND s = 'open'     | kind = 'paid' AND s = 'open'",
        "s = 'open' AND kind = 'paid'::kind | s = 'open' AND kind = 'paid'::kind",
        "lower('paid') = kind             | lower('paid') = kind",
        "s = 'PAID'                       | ?",
        "s::text = 'paid'                 | ?",
        "s = 'paid'::text                 | ?",
        "s LIKE 'paid'                    | ?",
        "coalesce(s, 'paid') = 'open'     | ?",
        "s = ANY ('{open,paid}')          | ?",
        "'paid' = ANY (tags)              | ?",
        "s + 'x' = 'paid'                 | ?",
        "s = 'paid' + 'x'                 | ?",
        "(SELECT count(*) FROM x WHERE y = 'paid') > 0 | ?",
      })
  void aLabelIsFollowedWhereItIsComparedWithItsType(String before, String after) {
    TypeRenaming type =
        new TypeRenaming(Optional.empty(), "state", "state", Set.of(), Set.of("s", "kind"));
    LabelRenaming.Columns columns =
        new LabelRenaming.Columns("t", Set.of("s"), Set.of("tags"), Set.of("kind", "age"));
    LabelRenaming change =
        new LabelRenaming("paid", "settled", type, columns, LabelRenaming.Use.OTHER);
    assertThat(followed(before, change)).isEqualTo(after);
  }
}
