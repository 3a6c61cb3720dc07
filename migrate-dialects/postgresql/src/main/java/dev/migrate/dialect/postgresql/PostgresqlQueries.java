package dev.migrate.dialect.postgresql;

import java.util.List;

/**
 * The queries on PostgreSQL's catalogue. Each query has the schemas to read as its one parameter, a
 * list of names. What belongs to an extension is left out: it comes and goes with that. So are
 * partitions, which are a part of their table. A column of the catalogue that a version does not
 * have is read as what it would say there.
 *
 * @see <a href="https://www.postgresql.org/docs/current/catalogs.html">52. System Catalogs in the
 *     manual</a>
 */
final class PostgresqlQueries {

  /** Columns of the catalogue, what stands for them before they came, and the version they came. */
  private static final List<LateColumn> LATE =
      List.of(
          new LateColumn("a.attcompression", "''", 14),
          new LateColumn("ki.indnullsnotdistinct", "false", 15),
          new LateColumn("i.indnullsnotdistinct", "false", 15),
          new LateColumn("k.confdelsetcols", "NULL::smallint[]", 15),
          new LateColumn("k.conenforced", "true", 18),
          new LateColumn("k.conperiod", "false", 18));

  private record LateColumn(String name, String before, int major) {

    String in(String sql, int version) {
      return version < major ? sql.replace(name, before) : sql;
    }
  }

  /** A query as this version understands it. */
  static String on(int major, String sql) {
    String query = sql;
    for (LateColumn column : LATE) {
      query = column.in(query, major);
    }
    return query;
  }

  static final String NOT_OF_AN_EXTENSION =
      """
      NOT EXISTS (SELECT 1 FROM pg_depend e
                   WHERE e.classid = '{catalogue}'::regclass AND e.objid = {object}.oid
                     AND e.deptype = 'e')
      """;

  static final String NO_RELATION_OF_AN_EXTENSION =
      NOT_OF_AN_EXTENSION.replace("{catalogue}", "pg_class").replace("{object}", "c");

  /** The schemas that are there, the one without a namespace, and these settings. */
  static final String SCHEMAS =
      """
      SELECT 'schema', nspname, NULL
        FROM pg_namespace
       WHERE nspname = ANY (?) OR nspname = current_schema()
      UNION ALL
      SELECT 'current', current_schema(), NULL WHERE current_schema() IS NOT NULL
      UNION ALL
      SELECT 'setting', name, current_setting(name) FROM unnest(?::text[]) name
      """;

  /** The names of all that can be read like a table, in every schema but the system's. */
  static final String NAMES =
      """
      SELECT n.nspname, c.relname, current_schema()
        FROM pg_class c
        JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f')
         AND n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'
         AND\
      """
          + " "
          + NO_RELATION_OF_AN_EXTENSION;

  /** What stands after the parentheses of {@code CREATE TABLE}, and what is stated elsewhere. */
  static final String TABLES =
      """
      SELECT c.oid, n.nspname, c.relname, obj_description(c.oid, 'pg_class'), c.relkind = 'v',
             CASE WHEN c.relkind = 'v' THEN pg_get_viewdef(c.oid) END,
             array_to_string(c.reloptions, ', '),
             (SELECT string_agg(h.inhparent::regclass::text, ', ' ORDER BY h.inhseqno)
                FROM pg_inherits h WHERE h.inhrelid = c.oid),
             pg_get_partkeydef(c.oid), am.amname, ts.spcname,
             c.relpersistence = 'u', c.relrowsecurity, c.relforcerowsecurity,
             CASE c.relreplident WHEN 'n' THEN 'NOTHING' WHEN 'f' THEN 'FULL'
                                 WHEN 'i' THEN 'USING INDEX' END,
             CASE WHEN c.reloftype <> 0 THEN c.reloftype::regtype::text END
        FROM pg_class c
        JOIN pg_namespace n ON n.oid = c.relnamespace
        LEFT JOIN pg_am am ON am.oid = c.relam AND am.amname <> 'heap'
        LEFT JOIN pg_tablespace ts ON ts.oid = c.reltablespace
       WHERE n.nspname = ANY (?) AND c.relkind IN ('r', 'p', 'v') AND NOT c.relispartition
         AND\
      """
          + " "
          + NO_RELATION_OF_AN_EXTENSION;

  /** The enum type is that of a column, or of the elements of its array. */
  static final String COLUMNS =
      """
      SELECT a.attrelid, a.attname, format_type(a.atttypid, a.atttypmod),
             en.nspname, et.typname, et.oid <> t.oid,
             a.attnotnull, a.attidentity, a.attgenerated, pg_get_expr(d.adbin, d.adrelid),
             sq.nspname, sq.relname, co.collname, col_description(a.attrelid, a.attnum),
             nn.options, ids.seqstart, ids.seqincrement, ids.seqmin, ids.seqmax, ids.seqcache,
             ids.seqcycle, ids.seqtypid::regtype::text,
             CASE WHEN a.attstorage <> t.typstorage THEN a.attstorage END,
             nullif(a.attcompression, ''), array_to_string(a.attoptions, ', '),
             nullif(a.attstattarget, -1)
        FROM pg_attribute a
        JOIN pg_class c ON c.oid = a.attrelid
        JOIN pg_namespace n ON n.oid = c.relnamespace
        JOIN pg_type t ON t.oid = a.atttypid
        LEFT JOIN pg_type et ON et.typtype = 'e'
             AND et.oid = CASE t.typcategory WHEN 'A' THEN t.typelem ELSE t.oid END
        LEFT JOIN pg_namespace en ON en.oid = et.typnamespace
        LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
        LEFT JOIN pg_collation co ON co.oid = a.attcollation AND co.oid <> t.typcollation
        LEFT JOIN LATERAL (
             SELECT sn.nspname, s.relname
               FROM pg_depend p
               JOIN pg_class s ON s.oid = p.refobjid AND s.relkind = 'S'
               JOIN pg_namespace sn ON sn.oid = s.relnamespace
              WHERE p.classid = 'pg_attrdef'::regclass AND p.objid = d.oid
                AND p.refclassid = 'pg_class'::regclass
              LIMIT 1) sq ON true
        LEFT JOIN LATERAL (
             SELECT concat_ws(' ', CASE WHEN NOT bool_and(k.convalidated) THEN 'NOT VALID' END,
                              CASE WHEN bool_or(k.connoinherit) THEN 'NO INHERIT' END) options
               FROM pg_constraint k
              WHERE k.conrelid = a.attrelid AND k.contype = 'n' AND k.conkey = ARRAY[a.attnum]
             ) nn ON true
        LEFT JOIN pg_depend idd ON a.attidentity <> '' AND idd.classid = 'pg_class'::regclass
             AND idd.refclassid = 'pg_class'::regclass AND idd.refobjid = a.attrelid
             AND idd.refobjsubid = a.attnum AND idd.deptype = 'i'
        LEFT JOIN pg_sequence ids ON ids.seqrelid = idd.objid
       WHERE n.nspname = ANY (?) AND c.relkind IN ('r', 'p') AND NOT c.relispartition
         AND a.attnum > 0 AND NOT a.attisdropped
       ORDER BY a.attrelid, a.attnum
      """;

  /** A key over ranges that do not overlap (PostgreSQL 18) is an exclusion, and no key. */
  static final String CONSTRAINTS =
      """
      SELECT k.conrelid, k.conname, k.contype,
             ARRAY(SELECT a.attname::text
                     FROM unnest(k.conkey) WITH ORDINALITY p(number, position)
                     JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = p.number
                    ORDER BY p.position),
             fn.nspname, f.relname,
             ARRAY(SELECT a.attname::text
                     FROM unnest(k.confkey) WITH ORDINALITY p(number, position)
                     JOIN pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = p.number
                    ORDER BY p.position),
             k.confdeltype, k.confupdtype, k.condeferrable, k.condeferred, k.convalidated,
             pg_get_expr(k.conbin, k.conrelid), k.confmatchtype = 'f',
             ARRAY(SELECT a.attname::text
                     FROM unnest(k.confdelsetcols) WITH ORDINALITY p(number, position)
                     JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = p.number
                    ORDER BY p.position),
             ARRAY(SELECT a.attname::text
                     FROM unnest(ki.indkey::smallint[]) WITH ORDINALITY p(number, position)
                     JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = p.number
                    WHERE k.contype IN ('p', 'u') AND p.position > ki.indnkeyatts
                    ORDER BY p.position),
             ki.indnullsnotdistinct, k.conenforced, k.connoinherit AND k.contype = 'c',
             k.conperiod OR k.contype = 'x',
             CASE WHEN k.conperiod OR k.contype = 'x' THEN pg_get_constraintdef(k.oid) END,
             obj_description(k.oid, 'pg_constraint'), array_to_string(x.reloptions, ', ')
        FROM pg_constraint k
        JOIN pg_class c ON c.oid = k.conrelid
        JOIN pg_namespace n ON n.oid = c.relnamespace
        LEFT JOIN pg_class f ON f.oid = k.confrelid
        LEFT JOIN pg_namespace fn ON fn.oid = f.relnamespace
        LEFT JOIN pg_index ki ON k.contype IN ('p', 'u') AND ki.indexrelid = k.conindid
        LEFT JOIN pg_class x ON x.oid = ki.indexrelid
       WHERE n.nspname = ANY (?) AND k.contype IN ('p', 'u', 'f', 'c', 'x') AND k.conparentid = 0
         AND NOT c.relispartition
       ORDER BY k.conrelid, k.conname
      """;

  /**
   * A row for each part of each index. An index that is not valid was being built concurrently when
   * that failed or was killed: it answers no query, so it is not there.
   */
  static final String INDEXES =
      """
      SELECT i.indexrelid, i.indrelid, x.relname, i.indisunique, m.amname,
             pg_get_expr(i.indpred, i.indrelid), p.position > i.indnkeyatts, a.attname,
             CASE WHEN a.attname IS NULL
                  THEN pg_get_indexdef(i.indexrelid, p.position, true) END,
             coalesce(i.indoption[p.position - 1], 0), o.opcname,
             coalesce(pg_indexam_has_property(x.relam, 'can_order'), false), co.collname,
             array_to_string(ia.attoptions, ', '), i.indnullsnotdistinct,
             array_to_string(x.reloptions, ', '), ts.spcname, obj_description(x.oid, 'pg_class')
        FROM pg_index i
        JOIN pg_class x ON x.oid = i.indexrelid
        JOIN pg_am m ON m.oid = x.relam
        JOIN pg_class c ON c.oid = i.indrelid
        JOIN pg_namespace n ON n.oid = c.relnamespace
       CROSS JOIN LATERAL generate_series(1, i.indnatts::integer) p(position)
        LEFT JOIN pg_attribute a ON a.attrelid = i.indrelid
             AND a.attnum = i.indkey[p.position - 1] AND a.attnum <> 0
        LEFT JOIN pg_attribute ia ON ia.attrelid = i.indexrelid AND ia.attnum = p.position
        LEFT JOIN pg_opclass o ON o.oid = i.indclass[p.position - 1]
             AND (NOT o.opcdefault OR ia.attoptions IS NOT NULL)
        LEFT JOIN pg_collation co ON co.oid = i.indcollation[p.position - 1]
             AND CASE WHEN a.attname IS NULL
                      THEN co.collname <> 'default'
                           AND pg_get_indexdef(i.indexrelid) LIKE '% COLLATE %'
                      ELSE co.oid <> a.attcollation END
        LEFT JOIN pg_tablespace ts ON ts.oid = x.reltablespace
       WHERE n.nspname = ANY (?) AND c.relkind IN ('r', 'p') AND NOT c.relispartition
         AND i.indisvalid AND i.indislive
         AND NOT EXISTS (SELECT 1 FROM pg_constraint k
                          WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x'))
       ORDER BY x.relname, i.indexrelid, p.position
      """;

  /**
   * An identity has its sequence inside; a sequence that a column merely owns stands for itself.
   */
  static final String SEQUENCES =
      """
      SELECT n.nspname, c.relname, s.seqstart, s.seqincrement, tn.nspname, t.relname, a.attname,
             s.seqtypid::regtype::text, s.seqmin, s.seqmax, s.seqcycle, s.seqcache,
             obj_description(c.oid, 'pg_class'), c.relpersistence = 'u'
        FROM pg_sequence s
        JOIN pg_class c ON c.oid = s.seqrelid
        JOIN pg_namespace n ON n.oid = c.relnamespace
        LEFT JOIN pg_depend d ON d.classid = 'pg_class'::regclass AND d.objid = c.oid
             AND d.refclassid = 'pg_class'::regclass AND d.refobjsubid > 0
             AND d.deptype IN ('a', 'i')
        LEFT JOIN pg_class t ON t.oid = d.refobjid
        LEFT JOIN pg_namespace tn ON tn.oid = t.relnamespace
        LEFT JOIN pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
       WHERE n.nspname = ANY (?) AND d.deptype IS DISTINCT FROM 'i'
         AND\
      """
          + " "
          + NO_RELATION_OF_AN_EXTENSION;

  static final String ENUM_TYPES =
      """
      SELECT n.nspname, t.typname,
             ARRAY(SELECT l.enumlabel::text FROM pg_enum l
                    WHERE l.enumtypid = t.oid ORDER BY l.enumsortorder),
             obj_description(t.oid, 'pg_type')
        FROM pg_type t
        JOIN pg_namespace n ON n.oid = t.typnamespace
       WHERE n.nspname = ANY (?) AND t.typtype = 'e'
         AND\
      """
          + " "
          + NOT_OF_AN_EXTENSION.replace("{catalogue}", "pg_type").replace("{object}", "t");

  private PostgresqlQueries() {}
}
