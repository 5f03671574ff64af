#define G_LOG_DOMAIN "rcp-store"
#include "config.h"

#include "rcp-schema.h"

#include "rcp-actor-table.h"
#include "rcp-backup.h"
#include "rcp-error.h"
#include "rcp-resources.h"

#define RESOURCES "/app/recoupe/Recoupe/engine/"

/* steps[n] leads from version n to n + 1. */
static const RcpSchemaStep steps[] = {
  [RCP_SCHEMA_1 - 1] = { "sql/schema-1.sql", NULL },
  [RCP_SCHEMA_2 - 1] = { "sql/schema-2.sql", NULL },
  [RCP_SCHEMA_3 - 1] = { "sql/schema-3.sql", rcp_actor_table_fill_words },
  [RCP_SCHEMA_4 - 1] = { "sql/schema-4.sql", NULL },
  [RCP_SCHEMA_5 - 1] = { "sql/schema-5.sql", NULL },
  [RCP_SCHEMA_6 - 1] = { "sql/schema-6.sql", NULL },
  [RCP_SCHEMA_7 - 1] = { "sql/schema-7.sql", NULL },
  [RCP_SCHEMA_8 - 1] = { "sql/schema-8.sql", NULL },
  [RCP_SCHEMA_9 - 1] = { "sql/schema-9.sql", NULL },
};
G_STATIC_ASSERT (G_N_ELEMENTS (steps) == RCP_SCHEMA_CURRENT);

/**
 * rcp_schema_check:
 * @db: a connection to any SQLite file
 * @newest: the newest version that can be read
 * @version: (out): the file's version
 * @error: return location for %RCP_STORE_ERROR_NOT_A_LIBRARY or %RCP_STORE_ERROR_TOO_NEW
 *
 * Tells whether the file is a library, or an empty file that can become one, without changing anything.
 */
gboolean
rcp_schema_check (RcpDb *db, int newest, int *version, GError **error)
{
  gint64 application_id = 0, user_version = 0, n_tables = 0;

  if (!rcp_db_query_int (db, "PRAGMA application_id", &application_id, error) ||
      !rcp_db_query_int (db, "PRAGMA user_version", &user_version, error) ||
      !rcp_db_query_int (db, "SELECT count (*) FROM sqlite_schema", &n_tables, error))
    return FALSE;
  if (application_id != RCP_SCHEMA_APPLICATION_ID && (application_id != 0 || user_version != 0 || n_tables != 0))
    {
      g_set_error (error, RCP_STORE_ERROR, RCP_STORE_ERROR_NOT_A_LIBRARY,
                   "an SQLite file of another program (application id %" G_GINT64_FORMAT ")", application_id);
      return FALSE;
    }
  if (user_version > newest)
    {
      g_set_error (error, RCP_STORE_ERROR, RCP_STORE_ERROR_TOO_NEW,
                   "schema version %" G_GINT64_FORMAT "; this program reads up to %d", user_version, newest);
      return FALSE;
    }
  if (user_version < 0 || (application_id != 0 && user_version == 0))
    {
      g_set_error (error, RCP_STORE_ERROR, RCP_STORE_ERROR_DAMAGED, "impossible schema version %" G_GINT64_FORMAT,
                   user_version);
      return FALSE;
    }
  *version = user_version;
  return TRUE;
}

static gboolean
run_step (RcpDb *db, const RcpSchemaStep *step, GError **error)
{
  if (step->resource)
    {
      g_autofree char *path = g_strconcat (RESOURCES, step->resource, NULL);
      g_autoptr (GBytes) script = NULL;

      rcp_engine_resources_ensure ();
      script = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
      /* Resources end in a 0 that is not counted. */
      if (!script || !rcp_db_exec (db, g_bytes_get_data (script, NULL), error))
        return FALSE;
    }
  return !step->func || step->func (db, error);
}

/**
 * rcp_schema_migrate:
 * @db: a writing connection, outside a transaction
 * @path: its file; a copy of a file that had something in it is left beside it, as "path.before-N"
 * @steps: (array length=newest): how to reach each version
 * @newest: where to go
 * @error: return location for a %RCP_STORE_ERROR
 *
 * Takes a library forward, one transaction a version. A step that fails leaves the file at the version before it.
 */
gboolean
rcp_schema_migrate (RcpDb *db, const char *path, const RcpSchemaStep *schema_steps, int newest, GError **error)
{
  int version = 0;

  if (!rcp_schema_check (db, newest, &version, error))
    return FALSE;
  if (version > 0 && version < newest)
    {
      g_autofree char *copy = g_strdup_printf ("%s.before-%d", path, newest);

      if (!rcp_backup_write (db, copy, NULL, error))
        return FALSE;
    }
  while (version < newest)
    {
      g_autofree char *stamp = NULL;
      gboolean ok;

      if (!rcp_db_begin (db, error))
        return FALSE;
      /* Another process may have taken this very step while we waited for our turn. */
      ok = rcp_schema_check (db, newest, &version, error);
      if (ok && version < newest)
        {
          stamp = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %d", RCP_SCHEMA_APPLICATION_ID,
                                   version + 1);
          ok = run_step (db, &schema_steps[version], error) && rcp_db_exec (db, stamp, error);
        }
      if (!rcp_db_end (db, ok, error))
        {
          g_prefix_error (error, "schema version %d: ", version + 1);
          return FALSE;
        }
      g_debug ("%s is at schema version %d", path, version + 1);
      version = MIN (version + 1, newest);
    }
  return TRUE;
}

/** rcp_schema_prepare: takes a library to the present version; see rcp_schema_migrate(). */
gboolean
rcp_schema_prepare (RcpDb *db, const char *path, GError **error)
{
  return rcp_schema_migrate (db, path, steps, RCP_SCHEMA_CURRENT, error);
}
