#include "config.h"

#include "rcp-dossier-analysis.h"

#include <string.h>

#include "rcp-alias-merger.h"
#include "rcp-dossier-private.h"
#include "rcp-shared-passages.h"
#include "rcp-story-grouper.h"

/* So many articles are all compared with each other; of more, only those with a fingerprint in common. */
#define ALL_PAIRS 48

static void
actor_free (gpointer data)
{
  RcpDossierActor *actor = data;

  g_free (actor->key);
  g_free (actor->name);
  g_ptr_array_unref (actor->aliases);
  g_free (actor);
}

static void
event_free (gpointer data)
{
  RcpDossierEvent *event = data;

  g_free (event->title);
  g_clear_pointer (&event->date, rcp_edtf_unref);
  g_clear_pointer (&event->accounts, g_array_unref);
  g_clear_pointer (&event->actors, g_array_unref);
  g_clear_pointer (&event->outcomes, g_array_unref);
  g_clear_pointer (&event->discrepancies, g_ptr_array_unref);
  g_free (event);
}

static void
difference_clear (gpointer data)
{
  rcp_found_discrepancy_free (((RcpDossierDifference *) data)->discrepancy);
}

void
rcp_dossier_analysis_free (RcpDossierAnalysis *self)
{
  g_ptr_array_unref (self->findings);
  g_ptr_array_unref (self->actors);
  g_ptr_array_unref (self->actor_ids);
  g_ptr_array_unref (self->events);
  g_ptr_array_unref (self->stories);
  g_array_unref (self->across);
  g_array_unref (self->shared);
  g_free (self);
}

static int
compare_articles (gconstpointer x, gconstpointer y, gpointer user_data)
{
  const RcpDossierWork *work = user_data;
  guint a = *(const guint *) x, b = *(const guint *) y;
  int order = strcmp (work->texts[a]->text, work->texts[b]->text);

  if (order == 0)
    order = g_strcmp0 (work->documents[a]->outlet, work->documents[b]->outlet);
  return order != 0 ? order : (a > b) - (a < b);
}

static void
put_in_order (RcpDossierWork *work)
{
  for (guint i = 0; i < work->n; i++)
    work->order[i] = i;
  g_qsort_with_data (work->order, work->n, sizeof (guint), compare_articles, work);
}

/* Articles of one named outlet have one number; one without a name is an outlet of its own. */
static void
number_outlets (RcpDossierWork *work)
{
  for (guint i = 0; i < work->n; i++)
    {
      const char *name = work->documents[i]->outlet;

      work->outlets[i] = i + 1;
      for (guint k = 0; k < i && name; k++)
        if (g_strcmp0 (work->documents[k]->outlet, name) == 0)
          {
            work->outlets[i] = work->outlets[k];
            break;
          }
    }
}

/** rcp_dossier_actor_add_alias: gives an actor another name; one it has already does no harm. */
void
rcp_dossier_actor_add_alias (RcpDossierActor *actor, const char *alias)
{
  if (strcmp (actor->name, alias) != 0
      && !g_ptr_array_find_with_equal_func (actor->aliases, alias, g_str_equal, NULL))
    g_ptr_array_add (actor->aliases, g_strdup (alias));
}

static int
merge_actor (RcpDossierWork *work, RcpAliasMerger *merger, const RcpFoundActor *found)
{
  GPtrArray *actors = work->result->actors;
  gint64 id = rcp_alias_merger_match (merger, found, NULL);
  RcpDossierActor *actor;

  if (id == 0)
    {
      actor = g_new0 (RcpDossierActor, 1);
      actor->kind = found->kind;
      actor->key = rcp_alias_merger_dup_new_key (merger, found);
      actor->name = g_strdup (found->name);
      actor->aliases = g_ptr_array_new_with_free_func (g_free);
      g_ptr_array_add (actors, actor);
      id = actors->len;
    }
  actor = actors->pdata[id - 1];
  /* The fullest name is shown; of two as full the one that sorts first, whichever article came first. */
  if (actor->kind == RCP_ACTOR_PERSON && strlen (found->name) > strlen (actor->name))
    {
      char *old = actor->name;

      actor->name = g_strdup (found->name);
      rcp_dossier_actor_add_alias (actor, old);
      g_free (old);
    }
  else
    rcp_dossier_actor_add_alias (actor, found->name);
  for (guint i = 0; i < found->aliases->len; i++)
    rcp_dossier_actor_add_alias (actor, found->aliases->pdata[i]);
  {
    g_autoptr (GPtrArray) aliases = g_ptr_array_copy (found->aliases, NULL, NULL);

    /* The copy borrows the strings. */
    g_ptr_array_set_free_func (aliases, NULL);
    g_ptr_array_add (aliases, NULL);
    rcp_alias_merger_add (merger, id, found->kind, actor->key, found->name, (const char *const *) aliases->pdata);
    rcp_alias_merger_add (merger, id, found->kind, found->key, found->name, NULL);
    rcp_alias_merger_add_offices (merger, id, found->offices);
  }
  return (int) id - 1;
}

static void
merge_actors (RcpDossierWork *work)
{
  g_autoptr (RcpAliasMerger) merger = rcp_alias_merger_new ();

  for (guint i = 0; i < work->n; i++)
    g_ptr_array_add (work->result->actor_ids, g_array_new (FALSE, FALSE, sizeof (int)));
  for (guint i = 0; i < work->n; i++)
    {
      const RcpFindings *findings = work->result->findings->pdata[work->order[i]];
      GArray *ids = work->result->actor_ids->pdata[work->order[i]];

      for (guint k = 0; k < findings->actors->len; k++)
        {
          const RcpFoundActor *found = findings->actors->pdata[k];
          int id = found->kind == RCP_ACTOR_PLACE ? -1 : merge_actor (work, merger, found);

          g_array_append_val (ids, id);
        }
    }
}

static gboolean
have_common_fingerprint (const GArray *a, const GHashTable *b)
{
  for (guint i = 0; i < a->len; i++)
    if (g_hash_table_contains ((GHashTable *) b, &g_array_index (a, RcpFingerprint, i).hash))
      return TRUE;
  return FALSE;
}

static void
compare_texts (RcpDossierWork *work)
{
  for (guint i = 0; i < work->n; i++)
    {
      const RcpFindings *there = work->result->findings->pdata[i];
      g_autoptr (GHashTable) hashes = g_hash_table_new (g_int64_hash, g_int64_equal);

      for (guint k = 0; k < there->fingerprints->len; k++)
        g_hash_table_add (hashes, &g_array_index (there->fingerprints, RcpFingerprint, k).hash);
      for (guint k = i + 1; k < work->n; k++)
        {
          const RcpFindings *here = work->result->findings->pdata[k];
          g_autoptr (GArray) passages = NULL;

          if (work->n > ALL_PAIRS && !have_common_fingerprint (here->fingerprints, hashes))
            continue;
          passages = rcp_shared_passages_compare (work->texts[i], work->texts[k]);
          for (guint p = 0; p < passages->len; p++)
            {
              RcpSharedWording wording = { i, k, g_array_index (passages, RcpSharedPassage, p) };

              g_array_append_val (work->result->shared, wording);
            }
        }
    }
}

static void
group_stories (RcpDossierWork *work, RcpAnalyser *analyser)
{
  g_autoptr (GPtrArray) articles = g_ptr_array_new_with_free_func ((GDestroyNotify) rcp_story_article_free);
  g_autofree guint *groups = g_new (guint, work->n + 1);
  guint n_groups;

  for (guint i = 0; i < work->n; i++)
    g_ptr_array_add (articles, rcp_analyser_read_story (analyser, work->texts[i], work->result->findings->pdata[i]));
  n_groups = rcp_story_grouper_group ((RcpStoryArticle *const *) articles->pdata, work->n, groups);
  for (guint i = 0; i < n_groups; i++)
    g_ptr_array_add (work->result->stories, g_array_new (FALSE, FALSE, sizeof (guint)));
  for (guint i = 0; i < work->n; i++)
    g_array_append_val ((GArray *) work->result->stories->pdata[groups[i]], i);
}

/**
 * rcp_dossier_analysis_new:
 * @documents: (array length=n): the articles
 * @texts: (array length=n): their texts
 * @findings: (array length=n): what was found in each by itself
 * @today: the day of the analysis
 *
 * Analyses articles together: sharpens publication dates, joins actors, finds shared passages, joins accounts into events
 * and checks these. Any thread.
 *
 * Returns: (transfer full): all that was found.
 */
RcpDossierAnalysis *
rcp_dossier_analysis_new (RcpAnalyser *analyser, RcpDocument *const *documents, RcpSegmentedText *const *texts,
                          RcpFindings *const *findings, guint n, gint32 today)
{
  RcpDossierAnalysis *self = g_new0 (RcpDossierAnalysis, 1);
  g_autofree guint *order = g_new (guint, n + 1);
  g_autofree gint64 *outlets = g_new (gint64, n + 1);
  RcpDossierWork work = { documents, texts, n, order, outlets, self };

  self->findings = rcp_analyser_refine (analyser, documents, texts, findings, NULL, n, today);
  self->actors = g_ptr_array_new_with_free_func (actor_free);
  self->actor_ids = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->events = g_ptr_array_new_with_free_func (event_free);
  self->stories = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->across = g_array_new (FALSE, FALSE, sizeof (RcpDossierDifference));
  g_array_set_clear_func (self->across, difference_clear);
  self->shared = g_array_new (FALSE, FALSE, sizeof (RcpSharedWording));
  put_in_order (&work);
  number_outlets (&work);
  merge_actors (&work);
  rcp_dossier_resolve_offices (self, rcp_analyser_get_lexicon (analyser), order);
  compare_texts (&work);
  rcp_dossier_build_events (&work);
  rcp_dossier_find_across (self, outlets);
  rcp_dossier_find_outcomes (self);
  group_stories (&work, analyser);
  return self;
}
