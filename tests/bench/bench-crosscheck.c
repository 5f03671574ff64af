/* Measures what it costs to add one article to a library of years of news: joining it with all that is there.
 *
 *   bench-crosscheck LIBRARY FOLDER SIZE...    import the first thousand files of the folder; for each size fill the library
 *                                              with as many articles more as it takes, the same news told of earlier times,
 *                                              and add further files of the folder one by one
 *
 * Needs no display. */

#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "rcp-db.h"
#include "rcp-integrator.h"
#include "rcp-library-private.h"

#define BASE 1000
#define DAYS 35
/* Added at each size, each in an import of its own, after a few that are not measured. */
#define N_ONES 40
#define N_WARM 5

/* What of a row is not the same in the copy: rows are numbered OFF further, days lie SHIFT earlier. */
static const struct
{
  const char *table, *where, *column, *value;
} changes[] = {
  { "article", "id <= 1000", "id", "id + OFF" },
  { "article", NULL, "content_hash", "content_hash || 'OFF'" },
  { "article_body", "article_id <= 1000", "article_id", "article_id + OFF" },
  { "reading", "article_id <= 1000", "article_id", "article_id + OFF" },
  { "reading", NULL, "first_day", "first_day - SHIFT" },
  { "reading", NULL, "last_day", "last_day - SHIFT" },
  { "reading", NULL, "best_day", "best_day - SHIFT" },
  { "mention", "article_id <= 1000", "article_id", "article_id + OFF" },
  { "account", "article_id <= 1000", "id", "id + ACCOUNTS" },
  { "account", NULL, "article_id", "article_id + OFF" },
  { "account", NULL, "edtf", "CASE WHEN length (edtf) = 10 THEN date (edtf, '-SHIFT days') WHEN first_day > -1000000 AND"
                             " last_day < 1000000 THEN date ((first_day - SHIFT) * 86400, 'unixepoch') || '/' ||"
                             " date ((last_day - SHIFT) * 86400, 'unixepoch') ELSE edtf END" },
  { "account", NULL, "first_day", "first_day - SHIFT" },
  { "account", NULL, "last_day", "last_day - SHIFT" },
  { "account_actor", "account_id <= (SELECT n FROM base)", "account_id", "account_id + ACCOUNTS" },
  { "account_number", "account_id <= (SELECT n FROM base)", "account_id", "account_id + ACCOUNTS" },
  { "event", "id <= (SELECT e FROM base)", "id", "id + EVENTS" },
  { "event", NULL, "first_day", "first_day - SHIFT" },
  { "event", NULL, "last_day", "last_day - SHIFT" },
  { "event_actor", "event_id <= (SELECT e FROM base)", "event_id", "event_id + EVENTS" },
  { "event_account", "account_id <= (SELECT n FROM base)", "account_id", "account_id + ACCOUNTS" },
  { "event_account", NULL, "event_id", "event_id + EVENTS" },
  { "event_account", NULL, "copy_of", "copy_of + ACCOUNTS" },
  { "happening", "article_id <= 1000", "account_id", "account_id + ACCOUNTS" },
  { "happening", NULL, "article_id", "article_id + OFF" },
  { "happening", NULL, "day", "iif (day > -1000000, day - SHIFT, day)" },
  { "fingerprint", "article_id <= 1000", "article_id", "article_id + OFF" },
  { "fingerprint", NULL, "hash", "hash + OFF * 7919" },
  { "shared_passage", "article_b <= 1000", "article_a", "article_a + OFF" },
  { "shared_passage", NULL, "article_b", "article_b + OFF" },
};

static void
must (RcpDb *db, const char *sql)
{
  g_autoptr (GError) error = NULL;

  if (!rcp_db_exec (db, sql, &error))
    g_error ("%s: %s", sql, error->message);
}

static gint64
ask (RcpDb *db, const char *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 value = 0;

  if (!rcp_db_query_int (db, sql, &value, &error))
    g_error ("%s: %s", sql, error->message);
  return value;
}

static void
replace (GString *sql, const char *word, gint64 number)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, number);

  g_string_replace (sql, word, text, 0);
}

/* The statement that copies the rows of the table whose changes begin at @from. */
static char *
copy_statement (RcpDb *db, guint from)
{
  g_autofree char *question = g_strdup_printf ("SELECT group_concat (name) FROM pragma_table_info ('%s')", changes[from].table);
  g_autofree char *names = rcp_db_query_text (db, question, NULL);
  g_auto (GStrv) columns = g_strsplit (names, ",", -1);
  GString *sql = g_string_new (NULL);

  g_string_printf (sql, "INSERT INTO %s (%s) SELECT ", changes[from].table, names);
  for (guint i = 0; columns[i] != NULL; i++)
    {
      const char *value = columns[i];

      for (guint j = from; j < G_N_ELEMENTS (changes) && g_str_equal (changes[j].table, changes[from].table); j++)
        if (g_str_equal (changes[j].column, columns[i]))
          value = changes[j].value;
      g_string_append_printf (sql, "%s%s", i ? ", " : "", value);
    }
  g_string_append_printf (sql, " FROM %s WHERE %s", changes[from].table, changes[from].where);
  return g_string_free (sql, FALSE);
}

/* Tells the first thousand articles again, of earlier times, up to @size articles. */
static void
fill (const char *path, guint from, guint size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RcpDb) db = rcp_db_open (path, RCP_DB_WRITE, &error);
  g_autoptr (RcpStmt) stmt = NULL;
  g_autoptr (GPtrArray) triggers = g_ptr_array_new_with_free_func (g_free);
  /* Room for what is added one by one. */
  gint64 accounts = 100000, events = 100000;

  if (db == NULL)
    g_error ("%s", error->message);
  must (db, "PRAGMA foreign_keys = OFF");
  must (db, "BEGIN");
  must (db, "CREATE TABLE IF NOT EXISTS base (n, e)");
  if (ask (db, "SELECT count (*) FROM base") == 0)
    must (db, "INSERT INTO base SELECT (SELECT max (id) FROM account WHERE article_id <= 1000), (SELECT max (event_id) FROM event_account"
              " JOIN account ON account.id = account_id WHERE article_id <= 1000)");
  stmt = rcp_db_prepare (db, "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name IN ('mention', 'account', 'reading')");
  while (rcp_stmt_row (stmt))
    {
      g_ptr_array_add (triggers, g_strconcat ("DROP TRIGGER ", rcp_stmt_text (stmt, 0), NULL));
      g_ptr_array_add (triggers, rcp_stmt_dup (stmt, 1));
    }
  rcp_stmt_finish (stmt, NULL);
  for (guint i = 0; i < triggers->len; i += 2)
    must (db, triggers->pdata[i]);
  for (guint round = from / BASE; round < size / BASE; round++)
    for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
      if (changes[i].where != NULL)
        {
          g_autofree char *statement = copy_statement (db, i);
          g_autoptr (GString) sql = g_string_new (statement);

          replace (sql, "SHIFT", round * DAYS);
          replace (sql, "OFF", round * 10000);
          replace (sql, "ACCOUNTS", round * accounts);
          replace (sql, "EVENTS", round * events);
          must (db, sql->str);
        }
  for (guint i = 1; i < triggers->len; i += 2)
    must (db, triggers->pdata[i]);
  must (db, "UPDATE sequence SET next = 1 + coalesce (CASE name WHEN 'article' THEN (SELECT max (id) FROM article)"
            " WHEN 'account' THEN (SELECT max (id) FROM account) WHEN 'event' THEN (SELECT max (id) FROM event) END, next)"
            " WHERE name IN ('article', 'account', 'event')");
  must (db, "COMMIT");
}

static void
import (RcpLibrary *library, const char *folder, guint from, guint to)
{
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autoptr (RcpImport) running = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = from; i < to; i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/%06u.txt", folder, i);
      g_autoptr (GFile) file = g_file_new_for_path (path);

      g_list_store_append (files, file);
    }
  running = rcp_library_import_files (library, G_LIST_MODEL (files), 0);
  if (!rcp_import_wait (running, &error))
    g_error ("%s", error->message);
}

static double
measure (const char *path, const char *folder, guint size, guint one)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RcpLibrary) library = rcp_library_open (path, NULL, &error);
  gint64 before[RCP_INTEGRATOR_N_STEPS], started, first, total = 0;
  const gint64 *spent;

  if (library == NULL)
    g_error ("%s", error->message);
  started = g_get_monotonic_time ();
  import (library, folder, one, one + 1);
  first = g_get_monotonic_time () - started;
  import (library, folder, one + 1, one + N_WARM);
  spent = rcp_integrator_get_spent_us (rcp_library_get_integrator (library));
  memcpy (before, spent, sizeof before);
  for (guint i = 0; i < N_ONES; i++)
    import (library, folder, one + N_WARM + i, one + N_WARM + i + 1);
  g_print ("%6u articles:", size);
  for (guint i = 0; i < RCP_INTEGRATOR_N_STEPS; i++)
    {
      g_print (" %s %.1f ms,", rcp_integrator_step_names[i], (double) (spent[i] - before[i]) / 1000 / N_ONES);
      total += spent[i] - before[i];
    }
  g_print (" in all %.1f ms; the first one after opening, with reading it, %.0f ms\n", (double) total / 1000 / N_ONES, (double) first / 1000);
  return (double) total / N_ONES;
}

int
main (int argc, char **argv)
{
  guint one = BASE, n = BASE;
  double first = 0, last = 0;

  if (argc < 4)
    return 2;
  {
    g_autoptr (GError) error = NULL;
    g_autoptr (RcpLibrary) library = rcp_library_open (argv[1], NULL, &error);

    if (library == NULL)
      g_error ("%s", error->message);
    import (library, argv[2], 0, BASE);
  }
  for (int i = 3; i < argc; i++)
    {
      guint size = (guint) atoi (argv[i]);

      if (size > n)
        {
          gint64 started = g_get_monotonic_time ();

          fill (argv[1], n, size);
          g_print ("filled up to %u in %.0f s\n", size, (double) (g_get_monotonic_time () - started) / G_USEC_PER_SEC);
          n = size;
        }
      last = measure (argv[1], argv[2], size, one);
      if (first == 0)
        first = last;
      one += N_WARM + N_ONES;
    }
  g_print ("from the first size to the last: %.2f times\n", last / first);
  return 0;
}
