/* Measures the list of actors in a library of many.
 *
 *   bench-actors-list LIBRARY    LIBRARY is made, with 50,000 actors named 500,000 times in 20,000 articles, where it is not
 *                                there yet
 *
 * Prints what it takes to open the list, of the library and of a dossier that holds all of it, to load a page of 50 rows, to
 * search as one types, to load the card of the actor that is named most, and to correct one: the slowest of several rounds. */

#include "config.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "rcp-day.h"
#include "rcp-store.h"

#define N_ACTORS 50000
#define N_ARTICLES 20000
#define N_MENTIONS 25 /* in an article */
#define N_BATCH 500
#define N_ROUNDS 7
#define PAGE 50

static const char *const syllables[] = { "ba", "co", "du", "fe", "gi", "ka", "lo", "mu", "na", "pe", "ri", "sa", "to", "vu", "ze" };

static void
fail (const GError *error)
{
  fprintf (stderr, "bench-actors-list: %s\n", error->message);
  exit (1);
}

/* A name of two words that is no other number's. */
static char *
make_name (guint number)
{
  const guint n = G_N_ELEMENTS (syllables);
  g_autofree char *first = g_strconcat (syllables[number % n], syllables[number / n % n], NULL);
  g_autofree char *last = g_strconcat (syllables[number / n / n % n], syllables[number / n / n / n % n],
                                       syllables[(number * 7 + 3) % n], NULL);

  first[0] = g_ascii_toupper (first[0]);
  last[0] = g_ascii_toupper (last[0]);
  return g_strconcat (first, " ", last, NULL);
}

/* Few are named often, as in the press: the chance falls with the rank (Zipf's law). */
static guint
pick_actor (GRand *rand)
{
  return MIN ((guint) exp (g_rand_double (rand) * log (N_ACTORS)) - 1, N_ACTORS - 1);
}

static void
put_actors (RcpStore *store, gint64 first)
{
  g_autoptr (RcpChangeSet) changes = rcp_change_set_new ();
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < N_ACTORS; i++)
    {
      g_autofree char *name = make_name (i);
      g_autofree char *key = g_strdup_printf ("person:%u", i);
      g_autofree char *alias = g_strconcat ("the envoy ", strchr (name, ' ') + 1, NULL);

      rcp_change_set_put_actor (changes, first + i, i % 7 ? RCP_ACTOR_PERSON : RCP_ACTOR_ORGANISATION, key, name);
      rcp_change_set_add_alias (changes, first + i, alias, TRUE, "role", 0);
    }
  if (!rcp_store_save_changes (store, changes, NULL, &error))
    fail (error);
}

static void
put_article (RcpChangeSet *changes, GRand *rand, guint number, gint64 id, gint64 first_actor, gint64 outlet, gint64 dossier)
{
  g_autoptr (RcpFindings) findings = rcp_findings_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *hash = NULL;
  g_autoptr (RcpEdtf) date = rcp_edtf_new_day (rcp_day_from_ymd (2022, 1, 1) + number % 900);
  g_autoptr (GHashTable) known = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  RcpDocument *document = g_new0 (RcpDocument, 1);
  RcpNewArticle article = { .id = id, .outlet_id = outlet, .added_us = 1000 + number, .dossier_id = dossier };

  findings->language = g_strdup ("en");
  findings->publication = rcp_publication_new (date, RCP_PUBLISHED_STATED, RCP_DATE_RULE_METADATA, NULL, (RcpRange){ 0, 0 });
  g_string_printf (text, "Dispatch %u. ", number);
  for (guint i = 0; i < N_MENTIONS; i++)
    {
      /* Each is named once at the least. */
      guint listed = 3 * number + i, actor = i < 3 && listed < N_ACTORS ? listed : pick_actor (rand);
      g_autofree char *name = make_name (actor);
      RcpMention mention = { { text->len, text->len + strlen (name) }, 0, RCP_MENTION_NAME, TRUE };
      gpointer index;

      if (!g_hash_table_lookup_extended (known, GUINT_TO_POINTER (actor), NULL, &index))
        {
          gint64 row = first_actor + actor;
          g_autofree char *key = g_strdup_printf ("person:%u", actor);

          index = GUINT_TO_POINTER (ids->len);
          g_hash_table_insert (known, GUINT_TO_POINTER (actor), index);
          g_array_append_val (ids, row);
          g_ptr_array_add (findings->actors, rcp_found_actor_new (RCP_ACTOR_PERSON, key, name));
        }
      mention.actor = GPOINTER_TO_UINT (index);
      g_array_append_val (findings->mentions, mention);
      g_string_append_printf (text, "%s spoke. ", name);
    }
  g_atomic_ref_count_init (&document->refs);
  document->title = g_strdup_printf ("Dispatch %u", number);
  document->text = g_strdup (text->str);
  document->set_aside = g_array_new (FALSE, FALSE, sizeof (RcpSetAside));
  hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text->str, -1);
  article.document = document;
  article.content_hash = hash;
  rcp_change_set_put_article (changes, &article);
  rcp_change_set_put_findings (changes, id, findings, 0, (const gint64 *) (gpointer) ids->data);
  rcp_document_unref (document);
}

static void
fill (RcpStore *store, gint64 *dossier)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);
  g_autoptr (GError) error = NULL;
  gint64 first_actor = rcp_store_reserve_ids (store, RCP_STORE_TABLE_ACTOR, N_ACTORS, &error);
  gint64 first = rcp_store_reserve_ids (store, RCP_STORE_TABLE_ARTICLE, N_ARTICLES, &error);
  gint64 outlet = rcp_store_find_outlet (store, "The Quay", "The Quay", &error), started = g_get_monotonic_time ();

  if (first_actor == 0 || first == 0 || outlet == 0 || !rcp_store_create_dossier (store, "All", dossier, &error))
    fail (error);
  put_actors (store, first_actor);
  for (guint i = 0; i < N_ARTICLES; i += N_BATCH)
    {
      g_autoptr (RcpChangeSet) changes = rcp_change_set_new ();

      for (guint j = i; j < i + N_BATCH; j++)
        put_article (changes, rand, j, first + j, first_actor, outlet, *dossier);
      if (!rcp_store_save_changes (store, changes, NULL, &error))
        fail (error);
    }
  printf ("made: %d actors, %d mentions in %d articles, saved in %.1f s\n", N_ACTORS, N_ARTICLES * N_MENTIONS, N_ARTICLES,
          (g_get_monotonic_time () - started) / 1e6);
}

/* The slowest of the rounds, in ms. */
#define MEASURE(label, statement)                                                                                      \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    double slowest = 0;                                                                                                \
                                                                                                                       \
    for (guint round = 0; round < N_ROUNDS; round++)                                                                   \
      {                                                                                                                \
        gint64 started = g_get_monotonic_time ();                                                                      \
                                                                                                                       \
        statement;                                                                                                     \
        slowest = MAX (slowest, (g_get_monotonic_time () - started) / 1000.0);                                         \
      }                                                                                                                \
    printf ("%-58s %8.1f ms\n", label, slowest);                                                                       \
  }                                                                                                                    \
  G_STMT_END

static GArray *
list_ids (RcpStore *store, gint64 dossier, const char *search)
{
  g_autoptr (GError) error = NULL;
  GArray *ids = rcp_store_list_actor_ids (store, dossier, RCP_STORE_ACTORS_ALL, search, NULL, &error);

  if (ids == NULL)
    fail (error);
  return ids;
}

static void
load_page (RcpStore *store, gint64 dossier, const GArray *ids, guint from)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = rcp_store_load_actors (store, dossier, (const gint64 *) (gpointer) ids->data + from, PAGE, NULL,
                                                      &error);

  if (rows == NULL)
    fail (error);
}

static void
measure_list (RcpStore *store, gint64 dossier, const char *what)
{
  g_autoptr (GArray) ids = list_ids (store, dossier, NULL);
  static const char *const typed[] = { "k", "ka", "kam", "kamu" };

  printf ("%s: %u actors\n", what, ids->len);
  MEASURE ("  open", g_array_unref (list_ids (store, dossier, NULL)));
  MEASURE ("  page of 50, the most named", load_page (store, dossier, ids, 0));
  MEASURE ("  page of 50, in the middle", load_page (store, dossier, ids, ids->len / 2));
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      g_autofree char *label = g_strdup_printf ("  search “%s”", typed[i]);

      MEASURE (label, g_array_unref (list_ids (store, dossier, typed[i])));
    }
}

static void
merge_and_take_back (RcpStore *store, gint64 from, gint64 into)
{
  const RcpActorDecision decision = { RCP_CORRECTION_MERGE_ACTORS, from, into, NULL };
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  if (!rcp_store_correct_actor (store, &decision, &id, NULL, &error) || !rcp_store_delete_corrections (store, &id, 1, &error))
    fail (error);
}

static void
measure_corrections (RcpStore *store)
{
  g_autoptr (GArray) ids = list_ids (store, 0, NULL);
  const gint64 *id = (const gint64 *) (gpointer) ids->data;

  MEASURE ("merge two named once, and take it back", merge_and_take_back (store, id[ids->len - 1], id[ids->len - 2]));
  MEASURE ("merge the most named into the next, and take it back", merge_and_take_back (store, id[0], id[1]));
}

static void
measure_card (RcpStore *store)
{
  g_autoptr (GArray) ids = list_ids (store, 0, NULL);
  gint64 id = g_array_index (ids, gint64, 0);
  guint n_more = 0;

  MEASURE ("names of the most named", g_object_unref (rcp_store_list_actor_aliases (store, id, 0, NULL, NULL)));
  MEASURE ("its companions", {
    g_autoptr (GArray) ties = NULL;

    g_autoptr (GError) error = NULL;
    g_autoptr (GListModel) companions = rcp_store_list_actor_companions (store, id, 0, 12, &ties, NULL, &error);

    if (companions == NULL)
      fail (error);
  });
  MEASURE ("its latest 200 passages", g_ptr_array_unref (rcp_store_list_actor_passages (store, id, 0, 200, &n_more, NULL, NULL)));
}

int
main (int argc, char **argv)
{
  g_autoptr (RcpStore) store = NULL;
  g_autoptr (GError) error = NULL;
  RcpStoreCounts counts;
  gint64 dossier = 1;

  if (argc != 2)
    {
      fprintf (stderr, "usage: bench-actors-list LIBRARY\n");
      return 2;
    }
  store = rcp_store_open (argv[1], NULL, &error);
  if (store == NULL || !rcp_store_count (store, 0, &counts, NULL, &error))
    fail (error);
  if (counts.n_articles == 0)
    fill (store, &dossier);
  measure_list (store, 0, "library");
  measure_list (store, dossier, "dossier with all of it");
  measure_card (store);
  measure_corrections (store);
  return 0;
}
