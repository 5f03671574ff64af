/* Measures how long it takes to find, among many articles, those that share text with a new one, and to choose which of them
 * it is compared with.
 *
 *   bench-passages LIBRARY N    fill a library with the fingerprints of N articles, and ask for new ones
 *
 * Half of the articles carry one sentence of boilerplate, every hundredth one dispatch, and each a few set phrases of a
 * thousand. Needs no display. */

#include "config.h"

#include <stdlib.h>

#include "rcp-passage-table.h"
#include "rcp-sharing-choice.h"
#include "rcp-stmt.h"

#define PRINTS 120
#define BOILERPLATE 6
#define DISPATCH 60
#define PHRASES 4
#define N_PHRASES 1000
#define N_ASKED 400

/* Hashes are spread over all numbers, as those of words are. */
static guint64
spread (guint64 n)
{
  n = (n ^ (n >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  n = (n ^ (n >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return n ^ (n >> 31);
}

static GArray *
make_prints (GRand *rand, guint64 article, gboolean boilerplate, gboolean dispatch)
{
  GArray *prints = g_array_new (FALSE, TRUE, sizeof (RcpFingerprint));

  for (guint i = 0; i < PRINTS; i++)
    {
      RcpFingerprint print = { 0 };

      if (i < BOILERPLATE && boilerplate)
        print.hash = spread (i + 1);
      else if (i >= BOILERPLATE && i < BOILERPLATE + DISPATCH && dispatch)
        print.hash = spread (1000 + i);
      else if (i >= PRINTS - PHRASES)
        print.hash = spread (10000 + g_rand_int_range (rand, 0, N_PHRASES));
      else
        print.hash = spread (100000 + article * PRINTS + i);
      g_array_append_val (prints, print);
    }
  return prints;
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const RcpSharedPrint *x = a, *y = b;

  if (x->hash != y->hash)
    return (gint64) x->hash < (gint64) y->hash ? -1 : 1;
  return (x->article_id > y->article_id) - (x->article_id < y->article_id);
}

static RcpDb *
fill (const char *path, guint n, GRand *rand)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RcpStore) store = rcp_store_open (path, NULL, &error);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (RcpSharedPrint));
  RcpDb *db;

  if (store == NULL)
    g_error ("%s", error->message);
  rcp_store_close (store);
  db = rcp_db_open (path, RCP_DB_WRITE, &error);
  /* The articles themselves are not needed. */
  if (db == NULL || !rcp_db_exec (db, "PRAGMA foreign_keys = OFF", &error) || !rcp_db_exec (db, "DROP INDEX fingerprint_by_article", &error)
      || !rcp_db_exec (db, "BEGIN", &error))
    g_error ("%s", error->message);
  /* In the order of the index, which fills it in seconds. */
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GArray) prints = make_prints (rand, i, i % 2 == 0, i % 100 == 0);

      for (guint k = 0; k < prints->len; k++)
        {
          RcpSharedPrint print = { i + 1, g_array_index (prints, RcpFingerprint, k).hash };

          g_array_append_val (rows, print);
        }
    }
  g_array_sort (rows, compare_rows);
  for (guint i = 0; i < rows->len; i++)
    {
      const RcpSharedPrint *row = &g_array_index (rows, RcpSharedPrint, i);
      g_autoptr (RcpStmt) stmt = rcp_db_prepare (db, "INSERT OR IGNORE INTO fingerprint (hash, article_id) VALUES (:hash, :article)");

      rcp_stmt_bind_int (stmt, ":hash", (gint64) row->hash);
      rcp_stmt_bind_int (stmt, ":article", row->article_id);
      if (!rcp_stmt_run_once (stmt, &error))
        g_error ("%s", error->message);
    }
  if (!rcp_db_exec (db, "COMMIT", &error))
    g_error ("%s", error->message);
  return db;
}

static void
ask (RcpDb *db, const char *what, guint64 from, GRand *rand, gboolean boilerplate, gboolean dispatch)
{
  g_autoptr (GError) error = NULL;
  gint64 total = 0, longest = 0;
  guint n_chosen = 0;

  for (guint i = 0; i < N_ASKED; i++)
    {
      g_autoptr (GArray) prints = make_prints (rand, from + i, boilerplate, dispatch);
      g_autofree guint64 *hashes = g_new (guint64, prints->len);
      g_autoptr (GArray) owners = NULL;
      g_autoptr (GArray) chosen = NULL;
      gint64 before = g_get_monotonic_time (), took;

      for (guint k = 0; k < prints->len; k++)
        hashes[k] = g_array_index (prints, RcpFingerprint, k).hash;
      owners = rcp_passage_table_list_prints (db, hashes, prints->len, &error);
      if (owners == NULL)
        g_error ("%s", error->message);
      chosen = rcp_sharing_choice_make (owners);
      took = g_get_monotonic_time () - before;
      total += took;
      longest = MAX (longest, took);
      n_chosen += chosen->len;
    }
  g_print ("%s: %.2f ms, at most %.2f ms; %.1f articles to compare with\n", what, (double) total / 1000 / N_ASKED,
           (double) longest / 1000, (double) n_chosen / N_ASKED);
}

int
main (int argc, char **argv)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  guint n = argc == 3 ? (guint) atoi (argv[2]) : 0;
  gint64 started = g_get_monotonic_time ();
  RcpDb *db;

  if (n == 0)
    return 2;
  db = fill (argv[1], n, rand);
  g_print ("%u articles of %u fingerprints: filled in %.1f s\n", n, PRINTS, (double) (g_get_monotonic_time () - started) / G_USEC_PER_SEC);
  ask (db, "nothing in common but set phrases", n, rand, FALSE, FALSE);
  ask (db, "boilerplate of every second article", n, rand, TRUE, FALSE);
  ask (db, "the dispatch of every hundredth", n, rand, FALSE, TRUE);
  ask (db, "both", n, rand, TRUE, TRUE);
  rcp_db_close (db);
  return 0;
}
