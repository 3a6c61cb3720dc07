package dev.migrate.dialect.postgresql;

/**
 * The queries on PostgreSQL's catalogue about objects that the model cannot hold. Each part is of
 * one catalogue, as the manual's chapter on them is; each query has the schemas to read as its one
 * parameter.
 *
 * @see <a href="https://www.postgresql.org/docs/current/catalogs.html">52. System Catalogs in the
 *     manual</a>
 */
final class PostgresqlObjectQueries {

  private static final String OF_NO_EXTENSION = PostgresqlQueries.NOT_OF_AN_EXTENSION;

  /**
   * A row for each object: what it is, its schema (none if it is named within what it belongs to)
   * and name; schema, name and kind of the relation to which it belongs, if there is one; and what
   * else is known of it.
   */
  static final String OBJECTS =
      """
      WITH namespaces AS (SELECT oid, nspname FROM pg_namespace WHERE nspname = ANY (?)),
           relations AS (
           SELECT c.oid, n.nspname, c.relname, c.relkind, c.relispartition
             FROM pg_class c JOIN namespaces n ON n.oid = c.relnamespace
            WHERE {no relation of an extension})
      SELECT 'trigger', NULL, t.tgname::text, r.nspname, r.relname, r.relkind,
             pg_get_triggerdef(t.oid)
        FROM pg_trigger t JOIN relations r ON r.oid = t.tgrelid
       WHERE NOT t.tgisinternal AND NOT r.relispartition
      UNION ALL
      SELECT 'rule', NULL, w.rulename, r.nspname, r.relname, r.relkind, pg_get_ruledef(w.oid)
        FROM pg_rewrite w JOIN relations r ON r.oid = w.ev_class
       WHERE w.rulename <> '_RETURN'
      UNION ALL
      SELECT 'policy', NULL, p.polname, r.nspname, r.relname, r.relkind,
             concat_ws(' ', CASE p.polcmd WHEN 'r' THEN 'FOR SELECT' WHEN 'a' THEN 'FOR INSERT'
                                          WHEN 'w' THEN 'FOR UPDATE' WHEN 'd' THEN 'FOR DELETE'
                                          ELSE 'FOR ALL' END,
                       'USING (' || pg_get_expr(p.polqual, p.polrelid) || ')',
                       'WITH CHECK (' || pg_get_expr(p.polwithcheck, p.polrelid) || ')')
        FROM pg_policy p JOIN relations r ON r.oid = p.polrelid
      UNION ALL
      SELECT 'statistics', sn.nspname, s.stxname, r.nspname, r.relname, r.relkind,
             pg_get_statisticsobjdef(s.oid)
        FROM pg_statistic_ext s JOIN relations r ON r.oid = s.stxrelid
        JOIN pg_namespace sn ON sn.oid = s.stxnamespace
       WHERE NOT r.relispartition
      UNION ALL
      SELECT 'partition', r.nspname, r.relname, pn.nspname, pc.relname, pc.relkind,
             pg_get_expr(c.relpartbound, c.oid)
        FROM relations r JOIN pg_class c ON c.oid = r.oid
        JOIN pg_class pc ON pc.oid = pg_partition_root(c.oid)
        JOIN pg_namespace pn ON pn.oid = pc.relnamespace
       WHERE r.relispartition AND r.relkind IN ('r', 'p', 'f')
      UNION ALL
      SELECT 'invalid index', NULL, x.relname, r.nspname, r.relname, r.relkind,
             pg_get_indexdef(i.indexrelid)
        FROM pg_index i JOIN relations r ON r.oid = i.indrelid
        JOIN pg_class x ON x.oid = i.indexrelid
       WHERE NOT (i.indisvalid AND i.indislive) AND NOT r.relispartition
      UNION ALL
      SELECT CASE r.relkind WHEN 'm' THEN 'materialized view' WHEN 'f' THEN 'foreign table'
                            ELSE 'composite type' END,
             r.nspname, r.relname, NULL, NULL, NULL,
             CASE r.relkind WHEN 'm' THEN pg_get_viewdef(r.oid) END
        FROM relations r
       WHERE r.relkind IN ('m', 'f', 'c') AND NOT r.relispartition
      UNION ALL
      SELECT 'routine', n.nspname,
             p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ')',
             NULL, NULL, NULL,
             CASE p.prokind WHEN 'p' THEN 'procedure' WHEN 'a' THEN 'aggregate'
                            WHEN 'w' THEN 'window function' ELSE 'function' END
        FROM pg_proc p JOIN namespaces n ON n.oid = p.pronamespace
       WHERE {no routine of an extension}
      UNION ALL
      SELECT CASE t.typtype WHEN 'd' THEN 'domain' WHEN 'r' THEN 'range type' ELSE 'type' END,
             n.nspname, t.typname, NULL, NULL, NULL,
             CASE t.typtype WHEN 'd' THEN format_type(t.typbasetype, t.typtypmod) END
        FROM pg_type t JOIN namespaces n ON n.oid = t.typnamespace
       WHERE t.typtype IN ('d', 'r', 'b') AND t.typelem = 0
         AND {no type of an extension}
      UNION ALL
      SELECT 'collation', n.nspname, o.collname, NULL, NULL, NULL, NULL
        FROM pg_collation o JOIN namespaces n ON n.oid = o.collnamespace
       WHERE {no collation of an extension}
      UNION ALL
      SELECT 'operator', n.nspname, o.oprname, NULL, NULL, NULL, o.oid::regoperator::text
        FROM pg_operator o JOIN namespaces n ON n.oid = o.oprnamespace
       WHERE {no operator of an extension}
      UNION ALL
      SELECT 'text search configuration', n.nspname, o.cfgname, NULL, NULL, NULL, NULL
        FROM pg_ts_config o JOIN namespaces n ON n.oid = o.cfgnamespace
       WHERE {no configuration of an extension}
      UNION ALL
      SELECT 'extension', NULL, e.extname, NULL, NULL, NULL, e.extversion
        FROM pg_extension e JOIN namespaces n ON n.oid = e.extnamespace
      ORDER BY 1, 2, 3
      """
          .replace("{no relation of an extension}", ofNone("pg_class", "c"))
          .replace(
              "{no routine of an extension}",
              ofNone("pg_proc", "p").replace("= 'e'", "IN ('e', 'i')")) // 'i': of a range type
          .replace("{no type of an extension}", ofNone("pg_type", "t"))
          .replace("{no collation of an extension}", ofNone("pg_collation", "o"))
          .replace("{no operator of an extension}", ofNone("pg_operator", "o"))
          .replace("{no configuration of an extension}", ofNone("pg_ts_config", "o"));

  /** What roles other than the owner may do, in a row for each relation or column and role. */
  static final String GRANTS =
      """
      SELECT n.nspname, c.relname, c.relkind, g.column_name,
             coalesce(r.rolname, 'PUBLIC'), string_agg(g.privilege_type, ', '
                                                       ORDER BY g.privilege_type)
        FROM pg_class c
        JOIN pg_namespace n ON n.oid = c.relnamespace
       CROSS JOIN LATERAL (
             SELECT NULL::name, x.grantee, x.privilege_type FROM aclexplode(c.relacl) x
              UNION ALL
             SELECT a.attname, x.grantee, x.privilege_type
               FROM pg_attribute a CROSS JOIN LATERAL aclexplode(a.attacl) x
              WHERE a.attrelid = c.oid AND a.attacl IS NOT NULL
             ) g(column_name, grantee, privilege_type)
        LEFT JOIN pg_roles r ON r.oid = g.grantee
       WHERE n.nspname = ANY (?) AND c.relkind IN ('r', 'p', 'v', 'S') AND NOT c.relispartition
         AND g.grantee <> c.relowner
         AND {no relation of an extension}
       GROUP BY 1, 2, 3, 4, 5
       ORDER BY 1, 2, 4, 5
      """
          .replace("{no relation of an extension}", ofNone("pg_class", "c"));

  private PostgresqlObjectQueries() {}

  private static String ofNone(String catalogue, String object) {
    return OF_NO_EXTENSION.replace("{catalogue}", catalogue).replace("{object}", object);
  }
}
