package dev.migrate.testkit.dialect.sample;

import static dev.migrate.Ddl.*;

import dev.migrate.Operations;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Samples of operations on sequences, views, enum types and schemas. */
final class ObjectSamples {

  private ObjectSamples() {}

  private static void addAlteredSequences(List<SampleOperations.Sample> all) {
    Map<String, Consumer<Operations>> plain = new LinkedHashMap<>();
    plain.put("increment", op -> op.alterSequence("ticket", incrementedBy(10)));
    plain.put("start", op -> op.alterSequence("ticket", startingAt(100)));
    plain.put("start below the usual minimum", op -> op.alterSequence("ticket", startingAt(-7)));
    plain.put("minimum", op -> op.alterSequence("ticket", minimum(-9)));
    plain.put("maximum", op -> op.alterSequence("ticket", maximum(99_999)));
    plain.put("cycle", op -> op.alterSequence("ticket", cycling()));
    plain.put("cache", op -> op.alterSequence("ticket", cache(20)));
    plain.put("type", op -> op.alterSequence("ticket", valueType(integer())));
    plain.forEach(
        (name, change) ->
            SampleOperations.add(all, name, op -> op.createSequence("ticket"), change));
    Map<String, Consumer<Operations>> stated = new LinkedHashMap<>();
    stated.put("direction", op -> op.alterSequence("ticket", incrementedBy(-5)));
    stated.put("few numbers", op -> op.alterSequence("ticket", maximum(60), noCache()));
    stated.put("no minimum", op -> op.alterSequence("ticket", noMinimum()));
    stated.put("no maximum", op -> op.alterSequence("ticket", noMaximum()));
    stated.put("no cycle", op -> op.alterSequence("ticket", noCycling()));
    stated.put("no cache", op -> op.alterSequence("ticket", noCache()));
    stated.put(
        "start and limits",
        op -> op.alterSequence("ticket", startingAt(60), minimum(40), maximum(700), noCache()));
    stated.forEach(
        (name, change) ->
            SampleOperations.add(
                all,
                name,
                op ->
                    op.createSequence(
                        sequence("ticket")
                            .startingAt(50)
                            .incrementedBy(5)
                            .minimum(10)
                            .maximum(9_000)
                            .cycling()
                            .cache(4)),
                change));
  }

  static void addSequencesAndViews(List<SampleOperations.Sample> all) {
    SampleOperations.add(
        all, "plain", SampleOperations::nothing, op -> op.createSequence("ticket"));
    SampleOperations.add(
        all,
        "backwards, in a schema",
        SampleOperations::billing,
        op -> op.createSequence(sequence("billing.ticket").startingAt(-1).incrementedBy(-5)));
    SampleOperations.add(
        all,
        "with limits, that begins again",
        SampleOperations::nothing,
        op ->
            op.createSequence(
                sequence("ticket").startingAt(5).minimum(2).maximum(99).cycling().cache(4)));
    SampleOperations.add(
        all,
        "of another type",
        SampleOperations::nothing,
        op -> op.createSequence(sequence("ticket").type(smallint())));
    SampleOperations.add(
        all,
        "plain",
        op -> op.createSequence("ticket"),
        op -> op.renameSequence("ticket", "Ticket"));
    SampleOperations.add(
        all, "plain", op -> op.createSequence("ticket"), op -> op.dropSequence("ticket"));
    addAlteredSequences(all);
    SampleOperations.add(
        all,
        "owned by a column",
        SampleOperations::team,
        op -> op.createSequence(sequence("ticket").ownedBy("team", "id")));
    Consumer<Operations> owned =
        op -> {
          op.createTable("desk", column("id", bigint()), column("ticket", bigint()));
          op.createSequence(sequence("ticket").ownedBy("desk", "ticket"));
        };
    SampleOperations.add(
        all,
        "a column",
        op -> {
          SampleOperations.team(op);
          op.createSequence("ticket");
        },
        op -> op.setSequenceOwner("ticket", "team", "id"));
    SampleOperations.add(all, "none", owned, op -> op.clearSequenceOwner("ticket"));
    SampleOperations.add(all, "with a sequence", owned, op -> op.dropTable("desk"));
    SampleOperations.add(all, "with a sequence", owned, op -> op.dropColumn("desk", "ticket"));
    SampleOperations.add(
        all, "with a sequence", owned, op -> op.renameColumn("desk", "ticket", "number"));
    Consumer<Operations> adults =
        op -> {
          SampleOperations.account(op);
          op.createView(
              "adult", view("SELECT login FROM account WHERE age > 17").reads("account", "login"));
        };
    SampleOperations.add(
        all,
        "plain",
        SampleOperations::account,
        op ->
            op.createView(
                "user", view("SELECT login FROM account WHERE age > 17").reads("account")));
    SampleOperations.add(all, "plain", adults, op -> op.renameView("adult", "grown_up"));
    SampleOperations.add(all, "plain", adults, op -> op.dropView("adult"));
  }

  static void addEnumTypes(List<SampleOperations.Sample> all) {
    Consumer<Operations> diary = SampleOperations::diary;
    Consumer<Operations> twice =
        op -> {
          SampleOperations.diary(op);
          op.createTable(
              "dream", column("mood", enumType("mood")), column("moods", array(enumType("mood"))));
        };
    SampleOperations.add(all, "plain", SampleOperations::nothing, SampleOperations::mood);
    SampleOperations.add(all, "plain", diary, op -> op.renameEnumType("mood", "feeling"));
    SampleOperations.add(all, "plain", SampleOperations::mood, op -> op.dropEnumType("mood"));
    SampleOperations.add(
        all, "at the end", diary, op -> op.addEnumValue("mood", "'); DROP TABLE diary; --"));
    SampleOperations.add(
        all, "in the middle", diary, op -> op.addEnumValueBefore("mood", "so so", "happy"));
    SampleOperations.add(all, "in several columns", twice, op -> op.addEnumValue("mood", "great"));
    SampleOperations.add(
        all, "in no column", SampleOperations::mood, op -> op.addEnumValue("mood", "great"));
    SampleOperations.add(
        all, "plain", diary, op -> op.renameEnumValue("mood", "it's ok", "it's fine"));
    SampleOperations.add(
        all,
        "in several columns",
        op -> {
          SampleOperations.diary(op);
          op.createTable(
              "dream", column("mood", enumType("mood")), column("Mood", enumType("mood")));
        },
        op -> op.renameEnumValue("mood", "sad", "unhappy"));
    SampleOperations.add(
        all, "that is a default", diary, op -> op.renameEnumValue("mood", "happy", "glad"));
    SampleOperations.add(
        all, "in lists", twice, op -> op.renameEnumValue("mood", "sad", "unhappy"));
  }

  static void addSchemas(List<SampleOperations.Sample> all) {
    SampleOperations.add(all, "plain", SampleOperations::nothing, op -> op.createSchema("billing"));
    SampleOperations.add(
        all, "plain", SampleOperations::billing, op -> op.renameSchema("billing", "Sales"));
    SampleOperations.add(
        all, "plain", op -> op.createSchema("select"), op -> op.dropSchema("select"));
  }
}
