#include "config.h"

#include "rcp-import-entry.h"

#include "rcp-clock.h"
#include "rcp-fold.h"

#include <string.h>

/* What is different about an article that a source brought: where its text is from, whether it is wanted, and what becomes
 * of its entry. */

/* A page that does not answer is asked for so often, each time after four times as long: at once, after a quarter of an
 * hour, after an hour. Then the summary has to do. */
#define MAX_ATTEMPTS 3
#define FIRST_RETRY_US (G_GINT64_CONSTANT (15) * 60 * G_USEC_PER_SEC)

/* It may be otherwise later. */
static gboolean
is_passing (const GError *error)
{
  return g_error_matches (error, RCP_FETCH_ERROR, RCP_FETCH_ERROR_OFFLINE)
         || g_error_matches (error, RCP_FETCH_ERROR, RCP_FETCH_ERROR_TIMEOUT)
         || g_error_matches (error, RCP_FETCH_ERROR, RCP_FETCH_ERROR_BUSY)
         || g_error_matches (error, RCP_FETCH_ERROR, RCP_FETCH_ERROR_CUT)
         || g_error_matches (error, RCP_FETCH_ERROR, RCP_FETCH_ERROR_PORTAL)
         || g_error_matches (error, RCP_FETCH_ERROR, RCP_FETCH_ERROR_SERVER);
}

/**
 * rcp_import_entry_load:
 * @item: one with an entry's row
 *
 * Has at hand what the article is to be made of: the page where the feed gives only a summary and the user wants it, what
 * the source gave, or a file. Blocks; any thread.
 *
 * Returns: whether it is there; @item's error says why not.
 */
gboolean
rcp_import_entry_load (RcpImportItem *item, RcpStore *store, RcpFetcher *fetcher, GCancellable *cancellable)
{
  RcpStoredEntry *entry = item->entry = rcp_store_load_entry (store, item->entry_id, cancellable, &item->error);
  g_autoptr (RcpFetched) fetched = NULL;
  g_autoptr (GError) error = NULL;

  if (entry == NULL)
    return FALSE;
  g_free (item->name);
  item->name = g_strdup (entry->title ? entry->title : entry->uri ? entry->uri : "");
  if (entry->payload == NULL && entry->uri != NULL && g_str_has_prefix (entry->uri, "file:"))
    {
      item->file = g_file_new_for_uri (entry->uri);
      item->content_type = g_strdup (entry->content_type);
      return rcp_import_item_load (item, NULL, cancellable);
    }
  if (entry->is_summary && entry->uri != NULL && entry->attempts < MAX_ATTEMPTS
      && rcp_source_get_full_pages (item->source))
    {
      fetched = rcp_fetcher_fetch (fetcher, entry->uri, cancellable, &error);
      if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
          || (error != NULL && is_passing (error) && entry->attempts + 1 < MAX_ATTEMPTS))
        {
          item->is_postponed = TRUE;
          item->error = g_steal_pointer (&error);
          return FALSE;
        }
    }
  if (fetched != NULL && rcp_import_item_may_be_article (fetched->content_type))
    {
      item->bytes = g_bytes_ref (fetched->bytes);
      item->content_type = g_strdup (fetched->content_type);
      item->uri = g_strdup (fetched->uri);
      return TRUE;
    }
  if (entry->payload == NULL)
    {
      g_set_error (&item->error, RCP_TEXT_ERROR, RCP_TEXT_ERROR_EMPTY, "%s: nothing to read", item->name);
      return FALSE;
    }
  item->bytes = g_bytes_ref (entry->payload);
  item->content_type = g_strdup (entry->content_type);
  item->uri = g_strdup (entry->uri);
  return TRUE;
}

/* How much of it is the article. */
static gsize
count_read (const RcpDocument *document)
{
  gsize n = g_utf8_strlen (document->text, -1);

  for (guint i = 0; document->set_aside != NULL && i < document->set_aside->len; i++)
    n -= rcp_range_length (g_array_index (document->set_aside, RcpSetAside, i).range);
  return n;
}

static void
fill (char **place, const char *value)
{
  if (*place == NULL && value != NULL)
    *place = g_strdup (value);
}

/**
 * rcp_import_entry_read:
 * @base: (nullable): as rcp_document_read()
 *
 * Reads the article. A page that holds less than the summary, or nothing, is left aside for the summary; what a page does
 * not state the feed says: title, signature, outlet, date. Any thread.
 *
 * Returns: (transfer full) (nullable): what was read; otherwise @item's error says why not.
 */
RcpDocument *
rcp_import_entry_read (RcpImportItem *item, const char *base)
{
  const RcpStoredEntry *entry = item->entry;
  g_autoptr (GError) error = NULL;
  g_autoptr (RcpDocument) document = rcp_document_read (item->bytes, item->content_type, base, item->uri, &error);
  g_autoptr (RcpDocument) summary = NULL;

  if (entry->payload == NULL || item->bytes == entry->payload)
    {
      if (document == NULL)
        item->error = g_steal_pointer (&error);
      return g_steal_pointer (&document);
    }
  summary = rcp_document_read (entry->payload, entry->content_type, base, entry->uri, NULL);
  if (document == NULL || (summary != NULL && count_read (document) < count_read (summary)))
    {
      if (summary == NULL)
        {
          item->error = g_steal_pointer (&error);
          return NULL;
        }
      g_clear_pointer (&item->bytes, g_bytes_unref);
      item->bytes = g_bytes_ref (entry->payload);
      g_free (item->content_type);
      item->content_type = g_strdup (entry->content_type);
      return g_steal_pointer (&summary);
    }
  if (summary == NULL)
    return g_steal_pointer (&document);
  fill (&document->title, summary->title);
  fill (&document->byline, summary->byline);
  fill (&document->outlet, summary->outlet);
  fill (&document->language, summary->language);
  fill (&document->uri, summary->uri);
  if (document->published == NULL && summary->published != NULL)
    {
      document->published = rcp_edtf_ref (summary->published);
      g_free (document->published_clue);
      document->published_clue = g_strdup (summary->published_clue);
    }
  return g_steal_pointer (&document);
}

static gboolean
has_words (const char *haystack, const char *words)
{
  g_autofree char *folded = rcp_fold_words (words);
  g_autofree char *needle = g_strconcat (" ", g_strstrip (folded), " ", NULL);

  return needle[1] != ' ' && strstr (haystack, needle) != NULL;
}

static gboolean
has_one_of (const char *haystack, const char *list)
{
  g_auto (GStrv) parts = g_strsplit (list, ",", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    if (has_words (haystack, parts[i]))
      return TRUE;
  return FALSE;
}

/**
 * rcp_import_entry_is_wanted:
 * @pinned_names: (element-type utf8): as rcp_import_entry_list_pinned()
 *
 * Returns: whether the source's filters let the article through.
 */
gboolean
rcp_import_entry_is_wanted (const RcpImportItem *item, const RcpIncoming *incoming, const GPtrArray *pinned_names)
{
  const char *include = rcp_source_get_include_words (item->source);
  const char *exclude = rcp_source_get_exclude_words (item->source);
  gboolean has_include = include != NULL && *include != '\0', has_exclude = exclude != NULL && *exclude != '\0';
  g_autofree char *title = NULL, *text = NULL, *haystack = NULL;

  if (!has_include && !has_exclude && !rcp_source_get_only_pinned (item->source))
    return TRUE;
  title = rcp_fold_words (incoming->document->title ? incoming->document->title : "");
  text = rcp_fold_words (incoming->document->text);
  haystack = g_strconcat (" ", title, " ", text, " ", NULL);
  if ((has_include && !has_one_of (haystack, include)) || (has_exclude && has_one_of (haystack, exclude)))
    return FALSE;
  if (!rcp_source_get_only_pinned (item->source))
    return TRUE;
  for (guint i = 0; i < pinned_names->len; i++)
    if (has_words (haystack, pinned_names->pdata[i]))
      return TRUE;
  return FALSE;
}

/** rcp_import_entry_list_pinned: (transfer full) (element-type utf8): the names that pinned actors go by. Any thread. */
GPtrArray *
rcp_import_entry_list_pinned (RcpStore *store, GCancellable *cancellable, GError **error)
{
  g_autoptr (GListModel) actors = rcp_store_list_actors (store, 0, cancellable, error);
  g_autoptr (GPtrArray) known = NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) pinned = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  if (actors == NULL)
    return NULL;
  for (guint i = 0; i < g_list_model_get_n_items (actors); i++)
    {
      g_autoptr (RcpActor) actor = g_list_model_get_item (actors, i);
      gint64 id = rcp_actor_get_id (actor);

      if (rcp_actor_get_pin_rank (actor) < 0)
        break;
      g_hash_table_add (pinned, g_memdup2 (&id, sizeof id));
      g_ptr_array_add (names, g_strdup (rcp_actor_get_name (actor)));
    }
  if (names->len == 0)
    return g_steal_pointer (&names);
  known = rcp_store_list_known_actors (store, cancellable, error);
  if (known == NULL)
    return NULL;
  for (guint i = 0; i < known->len; i++)
    {
      const RcpStoredActor *actor = known->pdata[i];

      if (!g_hash_table_contains (pinned, &actor->id))
        continue;
      for (guint j = 0; actor->aliases != NULL && actor->aliases[j] != NULL; j++)
        g_ptr_array_add (names, g_strdup (actor->aliases[j]));
    }
  return g_steal_pointer (&names);
}

/** rcp_import_entry_settle: keeps what became of an entry of which no article was made now. Blocks; any thread. */
void
rcp_import_entry_settle (const RcpImportItem *item, RcpStore *store)
{
  g_autofree char *failure = item->error ? rcp_error_describe (item->error) : NULL;
  g_autoptr (GError) error = NULL;
  RcpEntryOutcome outcome = { .entry_id = item->entry_id, .failure = failure };

  if (item->is_filtered)
    outcome.state = RCP_ENTRY_FILTERED;
  else if (g_error_matches (item->error, RCP_IMPORT_ERROR, RCP_IMPORT_ERROR_DUPLICATE))
    {
      outcome.state = RCP_ENTRY_KNOWN;
      outcome.article_id = item->duplicate_of;
      outcome.source_id = rcp_source_get_id (item->source);
      outcome.dossier_id = rcp_source_get_dossier_id (item->source);
      outcome.failure = NULL;
    }
  else if (item->is_postponed)
    {
      outcome.state = RCP_ENTRY_WAITING;
      outcome.retry_us = rcp_clock_now_us () + (FIRST_RETRY_US << (2 * (item->entry ? item->entry->attempts : 0)));
    }
  else
    outcome.state = RCP_ENTRY_FAILED;
  if (!rcp_store_settle_entry (store, &outcome, &error))
    g_debug ("entry %" G_GINT64_FORMAT ": %s", item->entry_id, error->message);
}
