#include "config.h"

#include "rcp-library-private.h"

#include "rcp-clock.h"

#include <glib/gi18n-lib.h>

/* The card of an actor, and what the user says of actors. */

/* --- The card --------------------------------------------------------------------------------------------------- */

static const RcpSentence *
find_sentence (const RcpSegmentedText *text, guint offset)
{
  guint low = 0, high = text->n_sentences;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (text->sentences[middle].range.end <= offset)
        low = middle + 1;
      else
        high = middle;
    }
  return low < text->n_sentences && text->sentences[low].range.start <= offset ? &text->sentences[low] : NULL;
}

/* Adds the sentence of a mention, unless it is the one that was added last. */
static void
add_passage (GListStore *list, const RcpStoredPassage *mention, const RcpDocument *document, const RcpSegmentedText *text)
{
  const RcpSentence *sentence = find_sentence (text, mention->range.start);
  RcpRange range = sentence ? sentence->range : mention->range;
  guint n = g_list_model_get_n_items (G_LIST_MODEL (list));
  g_autoptr (RcpActorPassage) last = n ? g_list_model_get_item (G_LIST_MODEL (list), n - 1) : NULL;
  g_autoptr (RcpActorPassage) passage = NULL;
  g_autofree char *words = NULL;

  if (last != NULL && rcp_actor_passage_get_article_id (last) == mention->article_id
      && rcp_actor_passage_get_sentence_start (last) == range.start)
    return;
  words = g_utf8_substring (document->text, range.start, range.end);
  passage = g_object_new (RCP_TYPE_ACTOR_PASSAGE, "article-id", mention->article_id, "outlet", mention->outlet, "published",
                          mention->published, "sentence", words, "sentence-start", range.start, "mark-start",
                          mention->range.start - range.start, "mark-end",
                          MIN (mention->range.end, range.end) - range.start, NULL);
  g_list_store_append (list, passage);
}

static GListModel *
list_passages (const RcpLibraryArgs *args, guint *n_more, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) mentions = rcp_store_list_actor_passages (args->store, args->id, args->dossier_id,
                                                                  RCP_ACTOR_CARD_PASSAGES, n_more, cancellable, error);
  g_autoptr (GListStore) list = g_list_store_new (RCP_TYPE_ACTOR_PASSAGE);
  g_autoptr (RcpDocument) document = NULL;
  g_autoptr (RcpSegmentedText) text = NULL;
  gint64 article_id = 0;

  for (guint i = 0; mentions != NULL && i < mentions->len; i++)
    {
      const RcpStoredPassage *mention = mentions->pdata[i];

      if (mention->article_id != article_id)
        {
          g_clear_pointer (&document, rcp_document_unref);
          g_clear_pointer (&text, rcp_segmented_text_unref);
          article_id = mention->article_id;
          document = rcp_store_load_document (args->store, article_id, cancellable, error);
          if (document == NULL)
            return NULL;
          text = rcp_segmented_text_new (document->text, document->language ? document->language : "",
                                         document->set_aside);
        }
      add_passage (list, mention, document, text);
    }
  return mentions ? G_LIST_MODEL (g_steal_pointer (&list)) : NULL;
}

static gpointer
query_load_actor_card (const RcpLibraryArgs *args, GCancellable *cancellable, GError **error)
{
  g_autoptr (RcpActor) actor = NULL;
  g_autoptr (GListModel) aliases = NULL;
  g_autoptr (GListModel) functions = NULL;
  g_autoptr (GListModel) companions = NULL;
  g_autoptr (GArray) ties = NULL;
  g_autoptr (GListModel) passages = NULL;
  g_autoptr (GListModel) notes = NULL;
  guint n_more = 0, n_new = 0;

  if (!(actor = rcp_store_load_actor (args->store, args->id, args->dossier_id, cancellable, error))
      || !(aliases = rcp_store_list_actor_aliases (args->store, args->id, args->dossier_id, cancellable, error))
      || !(functions = rcp_store_list_actor_functions (args->store, args->id, args->dossier_id, cancellable, error))
      || !(companions = rcp_store_list_actor_companions (args->store, args->id, args->dossier_id,
                                                         RCP_ACTOR_CARD_COMPANIONS, &ties, cancellable, error))
      || !(passages = list_passages (args, &n_more, cancellable, error))
      || !(notes = rcp_store_list_actor_notes (args->store, args->id, cancellable, error))
      || !rcp_store_count_new_mentions (args->store, args->id, args->dossier_id, &n_new, cancellable, error))
    return NULL;
  return g_object_new (RCP_TYPE_ACTOR_CARD, "actor", actor, "aliases", aliases, "functions", functions, "companions",
                       companions, "ties", ties, "passages", passages, "n-more", n_more, "notes", notes, "watched",
                       rcp_actor_get_watched (actor), "n-new", n_new, NULL);
}

/* --- Corrections ------------------------------------------------------------------------------------------------ */

/* Keeps what the user says of an actor, under the name @label in the undo. */
static gboolean
correct (const RcpLibraryArgs *args, RcpCorrectionKind kind, const char *label, RcpChangeResult *result, GError **error)
{
  const RcpActorDecision decision = { kind, args->id, args->dossier_id, args->text };
  gint64 id = 0;

  rcp_integrator_forget_actors (args->integrator);
  if (!rcp_store_correct_actor (args->store, &decision, &id, &result->new_id, error))
    return FALSE;
  rcp_library_leave_correction (result, label, id, NULL);
  return TRUE;
}

static gboolean
change_merge_actors (const RcpLibraryArgs *args, RcpChangeResult *result, GCancellable *cancellable, GError **error)
{
  return correct (args, RCP_CORRECTION_MERGE_ACTORS, _("Merge actors"), result, error);
}

static gboolean
change_split_actor_alias (const RcpLibraryArgs *args, RcpChangeResult *result, GCancellable *cancellable, GError **error)
{
  return correct (args, RCP_CORRECTION_SPLIT_ALIAS, _("Split actor"), result, error);
}

static gboolean
change_split_actor_article (const RcpLibraryArgs *args, RcpChangeResult *result, GCancellable *cancellable, GError **error)
{
  return correct (args, RCP_CORRECTION_SPLIT_ARTICLE, _("Split actor"), result, error);
}

static gboolean
change_rename_actor (const RcpLibraryArgs *args, RcpChangeResult *result, GCancellable *cancellable, GError **error)
{
  return correct (args, RCP_CORRECTION_ACTOR_NAME, _("Rename actor"), result, error);
}

static gboolean
change_set_actor_kind (const RcpLibraryArgs *args, RcpChangeResult *result, GCancellable *cancellable, GError **error)
{
  return correct (args, RCP_CORRECTION_ACTOR_KIND, _("Change kind of actor"), result, error);
}

static gboolean
change_ignore_actor (const RcpLibraryArgs *args, RcpChangeResult *result, GCancellable *cancellable, GError **error)
{
  return correct (args, RCP_CORRECTION_IGNORE_ACTOR, args->dossier_id ? _("Ignore actor") : _("Show actor again"), result,
                  error);
}

static gboolean
change_keep_actors_apart (const RcpLibraryArgs *args, RcpChangeResult *result, GCancellable *cancellable, GError **error)
{
  return correct (args, RCP_CORRECTION_DISTINCT_ACTORS, _("Keep actors apart"), result, error);
}

/* --- What a correction would change ----------------------------------------------------------------------------- */

static char **
list_warnings (const RcpStoredPreview *preview)
{
  g_autoptr (GStrvBuilder) warnings = g_strv_builder_new ();
  g_autofree char *articles = NULL;
  g_autofree char *accounts = NULL;

  if (preview->were_apart)
    g_strv_builder_add (warnings, _("You have said that these two are never the same."));
  if (preview->kinds_differ)
    g_strv_builder_add (warnings, _("They are actors of different kinds."));
  accounts = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Both take part in %u account, side by side.",
                                           "Both take part in %u accounts, side by side.", preview->n_accounts_together),
                              preview->n_accounts_together);
  articles = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u article names both.", "%u articles name both.",
                                           preview->n_articles_together),
                              preview->n_articles_together);
  if (preview->n_accounts_together > 0)
    g_strv_builder_add (warnings, accounts);
  else if (preview->n_articles_together > 0)
    g_strv_builder_add (warnings, articles);
  return g_strv_builder_end (warnings);
}

static gpointer
query_preview_actor_correction (const RcpLibraryArgs *args, GCancellable *cancellable, GError **error)
{
  const RcpActorDecision decision = { args->number, args->id, args->dossier_id, args->text };
  g_auto (RcpStoredPreview) preview = { 0 };
  g_auto (GStrv) warnings = NULL;

  if (!rcp_store_preview_correction (args->store, &decision, &preview, cancellable, error))
    return NULL;
  warnings = list_warnings (&preview);
  return g_object_new (RCP_TYPE_ACTOR_PREVIEW, "name", preview.name, "n-mentions", preview.n_mentions, "n-articles",
                       preview.n_articles, "n-events", preview.n_events, "aliases", preview.aliases, "warnings", warnings,
                       NULL);
}

/* --- Watching --------------------------------------------------------------------------------------------------- */

static gboolean
change_watch_since (const RcpLibraryArgs *args, RcpChangeResult *result, GCancellable *cancellable, GError **error)
{
  gint64 was_us = 0;

  if (!rcp_store_watch_actor (args->store, args->id, args->time_us, &was_us, error))
    return FALSE;
  if (was_us != 0 || args->time_us != 0)
    {
      result->undo_label = args->time_us != 0 ? _("Watch actor") : _("Stop watching actor");
      result->undo = change_watch_since;
      result->undo_args = rcp_library_args_new ();
      result->undo_args->id = args->id;
      result->undo_args->time_us = was_us;
    }
  result->changes = RCP_LIBRARY_CHANGED_ACTORS;
  return TRUE;
}

static gboolean
change_watch_actor (const RcpLibraryArgs *args, RcpChangeResult *result, GCancellable *cancellable, GError **error)
{
  return change_watch_since (args, result, cancellable, error);
}

static gboolean
change_see_actor (const RcpLibraryArgs *args, RcpChangeResult *result, GCancellable *cancellable, GError **error)
{
  g_autoptr (RcpActor) actor = rcp_store_load_actor (args->store, args->id, 0, cancellable, error);

  if (actor == NULL)
    return FALSE;
  if (!rcp_actor_get_watched (actor))
    return TRUE;
  result->changes = RCP_LIBRARY_CHANGED_ACTORS;
  return rcp_store_watch_actor (args->store, args->id, args->time_us, NULL, error);
}

/* --- The public forms ------------------------------------------------------------------------------------------- */

static RcpLibraryArgs *
pack_card (gint64 actor_id, gint64 dossier_id)
{
  RcpLibraryArgs *args = rcp_library_args_new ();

  args->id = actor_id;
  args->dossier_id = dossier_id;
  return args;
}

static RcpLibraryArgs *
pack_watch (gint64 actor_id, gboolean watched)
{
  RcpLibraryArgs *args = rcp_library_args_new ();

  args->id = actor_id;
  args->time_us = watched ? rcp_clock_now_us () : 0;
  return args;
}

static RcpLibraryArgs *
pack_decision (RcpCorrectionKind kind, gint64 actor_id, gint64 other_id, const char *text)
{
  RcpLibraryArgs *args = pack_card (actor_id, other_id);

  args->number = kind;
  args->text = g_strdup (text);
  return args;
}

RCP_DEFINE_LIBRARY_QUERY (load_actor_card, RcpActorCard, (gint64 actor_id, gint64 dossier_id),
                          pack_card (actor_id, dossier_id))
RCP_DEFINE_LIBRARY_QUERY (preview_actor_correction, RcpActorPreview,
                          (RcpCorrectionKind kind, gint64 actor_id, gint64 other_id, const char *text),
                          pack_decision (kind, actor_id, other_id, text))
RCP_DEFINE_LIBRARY_CHANGE (merge_actors, (gint64 actor_id, gint64 into_id), pack_card (actor_id, into_id))
RCP_DEFINE_LIBRARY_CHANGE (split_actor_alias, (gint64 actor_id, const char *alias), pack_decision (0, actor_id, 0, alias))
RCP_DEFINE_LIBRARY_CHANGE (split_actor_article, (gint64 actor_id, gint64 article_id), pack_card (actor_id, article_id))
RCP_DEFINE_LIBRARY_CHANGE (rename_actor, (gint64 actor_id, const char *name), pack_decision (0, actor_id, 0, name))
RCP_DEFINE_LIBRARY_CHANGE (set_actor_kind, (gint64 actor_id, RcpActorKind kind), pack_card (actor_id, kind))
RCP_DEFINE_LIBRARY_CHANGE (ignore_actor, (gint64 actor_id, gboolean ignored), pack_card (actor_id, ignored != FALSE))
RCP_DEFINE_LIBRARY_CHANGE (keep_actors_apart, (gint64 actor_id, gint64 other_id), pack_card (actor_id, other_id))
RCP_DEFINE_LIBRARY_CHANGE (watch_actor, (gint64 actor_id, gboolean watched), pack_watch (actor_id, watched))
RCP_DEFINE_LIBRARY_CHANGE (see_actor, (gint64 actor_id), pack_watch (actor_id, TRUE))
