package dev.migrate.testkit.dialect.sample;

import static dev.migrate.Ddl.*;

import dev.migrate.Operations;
import dev.migrate.schema.IndexKey;
import java.util.List;
import java.util.function.Consumer;

/** Samples of operations on constraints and indexes. */
final class KeySamples {

  private KeySamples() {}

  static void addConstraints(List<SampleOperations.Sample> all) {
    Consumer<Operations> account = SampleOperations::account;
    SampleOperations.add(
        all,
        "primary key over columns that take NULL",
        op -> op.createTable("pair", column("a", integer()).notNull(), column("b", integer())),
        op -> op.addPrimaryKey("pair", primaryKey("a", "b")));
    SampleOperations.add(
        all, "unique", account, op -> op.addUnique("account", unique("nickname", "age")));
    SampleOperations.add(
        all,
        "foreign key to the primary key",
        op -> {
          SampleOperations.team(op);
          op.createTable("member", column("team_id", bigint()));
        },
        op ->
            op.addForeignKey(
                "member",
                foreignKey("team_id").references("team").onDelete(SET_NULL).onUpdate(CASCADE)));
    SampleOperations.add(
        all,
        "foreign key to a unique index",
        op ->
            op.createTable(
                "member",
                column("code", integer()),
                column("chief", integer()),
                index("code").unique()),
        op -> op.addForeignKey("member", foreignKey("chief").references("member", "code")));
    SampleOperations.add(
        all,
        "deferrable foreign key",
        op -> {
          SampleOperations.team(op);
          op.createTable("member", column("team_id", bigint()));
        },
        op -> op.addForeignKey("member", foreignKey("team_id").references("team").deferrable()));
    SampleOperations.add(
        all, "check", account, op -> op.addCheck("account", check("age BETWEEN 0 AND 150")));
    addRareConstraints(all, account);
    SampleOperations.add(
        all,
        "foreign key that is not valid",
        KeySamples::member,
        op -> op.addForeignKey("member", foreignKey("team_id").references("team").notValid()));
    SampleOperations.add(
        all,
        "check that is not valid",
        account,
        op -> op.addCheck("account", check("age >= 0").named("ck_account_age").notValid()));
    SampleOperations.add(
        all,
        "foreign key",
        op -> {
          member(op);
          op.addForeignKey("member", foreignKey("team_id").references("team").notValid());
        },
        op -> op.validateConstraint("member", "fk_member_team_id"));
    SampleOperations.add(
        all,
        "check",
        op -> {
          SampleOperations.account(op);
          op.addCheck("account", check("age >= 0").named("ck_account_age").notValid());
        },
        op -> op.validateConstraint("account", "ck_account_age"));
    SampleOperations.add(
        all,
        "plain",
        account,
        op -> op.renameConstraint("account", "uq_account_login", "uq_account_name"));
    SampleOperations.add(
        all,
        "primary key",
        op -> op.createTable("pair", column("a", integer()), primaryKey("a")),
        op -> op.renameConstraint("pair", "pk_pair", "Key of pair"));
    SampleOperations.add(
        all, "unique", account, op -> op.dropConstraint("account", "uq_account_login"));
    SampleOperations.add(
        all, "foreign key", account, op -> op.dropConstraint("account", "fk_account_team_id"));
    SampleOperations.add(
        all, "primary key", account, op -> op.dropConstraint("account", "pk_account"));
  }

  /** What a few databases can say of a constraint; the others refuse it. */
  private static void addRareConstraints(
      List<SampleOperations.Sample> all, Consumer<Operations> account) {
    Consumer<Operations> pair =
        op -> {
          op.createTable(
              "whole", column("a", integer()), column("b", integer()), primaryKey("a", "b"));
          op.createTable("half", column("a", integer()), column("b", integer()));
        };
    SampleOperations.add(
        all,
        "unique in which NULL equals NULL",
        account,
        op -> op.addUnique("account", unique("nickname", "age").nullsNotDistinct()));
    SampleOperations.add(
        all,
        "deferrable unique",
        account,
        op -> op.addUnique("account", unique("age").initiallyDeferred()));
    SampleOperations.add(
        all,
        "unique with further columns",
        account,
        op -> op.addUnique("account", unique("age").including("nickname")));
    SampleOperations.add(
        all,
        "deferrable primary key with further columns",
        pair,
        op -> op.addPrimaryKey("half", primaryKey("a").deferrable().including("b")));
    SampleOperations.add(
        all,
        "foreign key that matches full",
        pair,
        op -> op.addForeignKey("half", foreignKey("a", "b").references("whole").matchFull()));
    SampleOperations.add(
        all,
        "foreign key that sets one of its columns",
        pair,
        op ->
            op.addForeignKey(
                "half", foreignKey("a", "b").references("whole").onDelete(SET_NULL, "b")));
    SampleOperations.add(
        all,
        "foreign key that is not enforced",
        KeySamples::member,
        op -> op.addForeignKey("member", foreignKey("team_id").references("team").notEnforced()));
    SampleOperations.add(
        all,
        "check that is not enforced",
        account,
        op -> op.addCheck("account", check("age >= 0").named("ck_account_age").notEnforced()));
    SampleOperations.add(
        all,
        "check at a column",
        account,
        op -> op.addCheck("account", check("age >= 0").named("age").atColumn("age")));
  }

  private static void member(Operations op) {
    SampleOperations.team(op);
    op.createTable("member", column("team_id", bigint()));
  }

  static void addIndexes(List<SampleOperations.Sample> all) {
    Consumer<Operations> account = SampleOperations::account;
    SampleOperations.add(
        all, "plain", account, op -> op.createIndex("account", index("login", "age")));
    SampleOperations.add(
        all,
        "unique, descending",
        account,
        op -> op.createIndex("account", index(desc("age"), asc("login")).unique()));
    SampleOperations.add(
        all,
        "in a schema",
        SampleOperations::billing,
        op -> op.createIndex("billing.invoice", index("id").named("Ix \"1\"")));
    SampleOperations.add(
        all,
        "over some rows",
        account,
        op -> op.createIndex("account", index("age").where("nickname IS NULL")));
    SampleOperations.add(
        all,
        "unique over some rows",
        account,
        op -> op.createIndex("account", index("age").unique().where("nickname IS NULL")));
    SampleOperations.add(
        all,
        "with further columns",
        account,
        op -> op.createIndex("account", index("age").including("nickname")));
    SampleOperations.add(
        all, "by a method", account, op -> op.createIndex("account", index("age").using("hash")));
    SampleOperations.add(
        all,
        "unique, in which NULL equals NULL",
        account,
        op -> op.createIndex("account", index("age").unique().nullsNotDistinct()));
    SampleOperations.add(
        all,
        "with a collation",
        account,
        op -> op.createIndex("account", index(asc("login").collate("NOCASE"))));
    SampleOperations.add(
        all, "invisible", account, op -> op.createIndex("account", index("age").invisible()));
    SampleOperations.add(
        all,
        "concurrently",
        account,
        op -> op.createIndexConcurrently("account", index("age", "login")));
    SampleOperations.add(
        all,
        "over the beginning of a column",
        account,
        op ->
            op.createIndex(
                "account", index(asc("login").prefix(10)).named("ix_account_login_start")));
    SampleOperations.add(
        all,
        "unique over the beginning of a column",
        account,
        op -> op.createIndex("account", index(asc("login").prefix(10)).unique()));
    SampleOperations.add(
        all,
        "with an operator class",
        account,
        op -> op.createIndex("account", index(asc("login").operatorClass("varchar_pattern_ops"))));
    SampleOperations.add(
        all,
        "with a place for NULLs",
        account,
        op ->
            op.createIndex(
                "account",
                index(asc("nickname").nullsFirst(), desc("age").nullsLast()).named("ix_nulls")));
    SampleOperations.add(
        all,
        "over an expression",
        account,
        op ->
            op.createIndex(
                "account",
                index(IndexKey.expression(expression("lower(login)")).descending())
                    .named("ix_account_lower_login")));
    SampleOperations.add(
        all,
        "plain",
        account,
        op -> op.renameIndex("account", "ix_account_nickname", "ix_account_nick"));
    SampleOperations.add(
        all,
        "in a schema",
        op -> {
          SampleOperations.billing(op);
          op.createIndex("billing.invoice", index("id").named("ix"));
        },
        op -> op.renameIndex("billing.invoice", "ix", "index"));
    SampleOperations.add(
        all, "plain", account, op -> op.dropIndex("account", "ix_account_nickname"));
    SampleOperations.add(
        all,
        "in a schema",
        op -> {
          SampleOperations.billing(op);
          op.createIndex("billing.invoice", index("id").named("Ix"));
        },
        op -> op.dropIndex("billing.invoice", "Ix"));
    SampleOperations.add(
        all,
        "unique, in which NULL equals NULL",
        account,
        op -> op.createIndex("account", index("age").unique().nullsNotDistinct()));
    SampleOperations.add(
        all,
        "with a collation",
        account,
        op -> op.createIndex("account", index(asc("login").collate("NOCASE"))));
    SampleOperations.add(
        all, "invisible", account, op -> op.createIndex("account", index("age").invisible()));
    SampleOperations.add(
        all,
        "concurrently",
        account,
        op -> op.dropIndexConcurrently("account", "ix_account_nickname"));
  }
}
