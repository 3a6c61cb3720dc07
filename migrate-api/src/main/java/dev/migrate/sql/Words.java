package dev.migrate.sql;

import java.util.Locale;
import java.util.Set;

/** Words that mean something of their own, in lower case. */
final class Words {

  /** Words that no database takes for a name unless they are quoted. */
  private static final Set<String> RESERVED =
      Set.of(
          "and",
          "or",
          "not",
          "is",
          "null",
          "in",
          "between",
          "case",
          "when",
          "then",
          "else",
          "like",
          "true",
          "false",
          "select",
          "from",
          "where",
          "as",
          "distinct");

  /** Words after which a value comes. */
  private static final Set<String> BEFORE_VALUE =
      Set.of(
          "and",
          "or",
          "xor",
          "not",
          "is",
          "in",
          "between",
          "symmetric",
          "case",
          "when",
          "then",
          "else",
          "like",
          "ilike",
          "rlike",
          "regexp",
          "glob",
          "match",
          "escape",
          "div",
          "mod",
          "distinct",
          "from",
          "for",
          "placing",
          "interval",
          "binary",
          "overlaps");

  /** Words that come after a value. */
  private static final Set<String> AFTER_VALUE =
      Set.of(
          "and",
          "or",
          "xor",
          "not",
          "is",
          "in",
          "between",
          "then",
          "when",
          "else",
          "end",
          "like",
          "ilike",
          "rlike",
          "regexp",
          "glob",
          "match",
          "escape",
          "div",
          "mod",
          "from",
          "for",
          "placing",
          "overlaps",
          "similar",
          "collate",
          "at",
          "isnull",
          "notnull",
          "using",
          "as",
          "sounds",
          "asc",
          "desc",
          "nulls",
          "order");

  /** Words that have a value of their own where they stand bare. */
  private static final Set<String> VALUES =
      Set.of(
          "current_date",
          "current_time",
          "current_timestamp",
          "current_user",
          "current_role",
          "current_schema",
          "current_catalog",
          "session_user",
          "system_user",
          "user",
          "localtime",
          "localtimestamp",
          "utc_date",
          "utc_time",
          "utc_timestamp",
          "sysdate",
          "systimestamp",
          "today",
          "rownum",
          "default");

  /** Units of time. */
  private static final Set<String> UNITS =
      Set.of(
          "microsecond",
          "millisecond",
          "microseconds",
          "milliseconds",
          "second",
          "minute",
          "hour",
          "day",
          "week",
          "month",
          "quarter",
          "year",
          "decade",
          "century",
          "millennium",
          "dow",
          "doy",
          "epoch",
          "isodow",
          "isoyear",
          "second_microsecond",
          "minute_microsecond",
          "minute_second",
          "hour_microsecond",
          "hour_second",
          "hour_minute",
          "day_microsecond",
          "day_second",
          "day_minute",
          "day_hour",
          "year_month",
          "day_of_week",
          "day_of_year",
          "iso_week",
          "iso_day_of_week",
          "nanosecond");

  /** What can follow the first word of a type. */
  private static final Set<String> TYPE_TAIL =
      Set.of(
          "precision",
          "varying",
          "character",
          "large",
          "object",
          "with",
          "without",
          "time",
          "zone",
          "local",
          "unsigned",
          "signed",
          "integer",
          "int",
          "array",
          "charset",
          "set");

  /** Further words that are not names where a text has them bare. */
  private static final Set<String> OTHERS =
      Set.of(
          "end",
          "collate",
          "array",
          "similar",
          "to",
          "at",
          "cast",
          "interval",
          "using",
          "returning",
          "values",
          "with",
          "any",
          "some",
          "all",
          "exists",
          "isnull",
          "notnull");

  private Words() {}

  static boolean isReserved(String word) {
    return RESERVED.contains(lower(word));
  }

  /** Whether a bare word may be something else than a name. */
  static boolean isKeyword(String word) {
    String lower = lower(word);
    return RESERVED.contains(lower)
        || BEFORE_VALUE.contains(lower)
        || OTHERS.contains(lower)
        || VALUES.contains(lower);
  }

  static boolean beforeValue(String word) {
    return BEFORE_VALUE.contains(lower(word));
  }

  static boolean afterValue(String word) {
    return AFTER_VALUE.contains(lower(word));
  }

  static boolean isValue(String word) {
    return VALUES.contains(lower(word));
  }

  static boolean isUnit(String word) {
    return UNITS.contains(lower(word));
  }

  static boolean isTypeTail(String word) {
    return TYPE_TAIL.contains(lower(word));
  }

  static String lower(String word) {
    return word.toLowerCase(Locale.ROOT);
  }
}
