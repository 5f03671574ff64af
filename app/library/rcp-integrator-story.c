#include "config.h"

#include "rcp-batch.h"

#include "rcp-clock.h"

/* The story at hand: while a library is small, its articles sharpen each other's publication dates. */

static void
known_free (gpointer data)
{
  RcpKnown *known = data;

  rcp_document_unref (known->document);
  rcp_segmented_text_unref (known->text);
  rcp_findings_unref (known->findings);
  g_free (known);
}

/** rcp_integrator_cut: (transfer full): the text of an article, cut up. */
RcpSegmentedText *
rcp_integrator_cut (const RcpDocument *document)
{
  return rcp_segmented_text_new (document->text, document->language ? document->language : "", document->set_aside);
}

/** rcp_integrator_forget_story: what is at hand of the story no longer matches the store. */
void
rcp_integrator_forget_story (RcpIntegrator *self)
{
  g_clear_pointer (&self->story, g_ptr_array_unref);
}

static gboolean
load_story (RcpIntegrator *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) story = NULL;
  g_autoptr (GArray) ids = NULL;
  RcpStoreCounts counts;

  if (self->story != NULL || self->story_too_large)
    return TRUE;
  if (!rcp_store_count (self->store, 0, &counts, cancellable, error))
    return FALSE;
  if (counts.n_articles > RCP_INTEGRATOR_STORY_ARTICLES)
    {
      self->story_too_large = TRUE;
      return TRUE;
    }
  ids = rcp_store_list_article_ids (self->store, 0, RCP_STORE_ARTICLES_BY_ADDED, NULL, cancellable, error);
  if (ids == NULL)
    return FALSE;
  story = g_ptr_array_new_with_free_func (known_free);
  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      g_autoptr (GError) inner = NULL;
      g_autoptr (RcpDocument) document = rcp_store_load_document (self->store, id, cancellable, error);
      RcpFindings *findings = document ? rcp_store_load_findings (self->store, id, cancellable, &inner) : NULL;
      RcpKnown *known;

      /* One that has just been restored waits to be read again. */
      if (g_error_matches (inner, RCP_STORE_ERROR, RCP_STORE_ERROR_NOT_FOUND))
        continue;
      if (inner != NULL)
        g_propagate_error (error, g_steal_pointer (&inner));
      if (findings == NULL)
        return FALSE;
      known = g_new0 (RcpKnown, 1);
      known->id = id;
      known->text = rcp_integrator_cut (document);
      known->document = g_steal_pointer (&document);
      known->findings = findings;
      g_ptr_array_add (story, known);
    }
  self->story = g_steal_pointer (&story);
  return TRUE;
}

static void
remember (RcpIntegrator *self, const RcpIncoming *incoming)
{
  RcpKnown *known = NULL;

  if (self->story == NULL)
    return;
  for (guint i = 0; i < self->story->len && known == NULL; i++)
    if (((RcpKnown *) self->story->pdata[i])->id == incoming->id)
      known = self->story->pdata[i];
  if (known != NULL)
    {
      rcp_findings_unref (known->findings);
      known->findings = rcp_findings_ref (incoming->findings);
      return;
    }
  if (self->story->len >= RCP_INTEGRATOR_STORY_ARTICLES)
    {
      rcp_integrator_forget_story (self);
      self->story_too_large = TRUE;
      return;
    }
  known = g_new0 (RcpKnown, 1);
  known->id = incoming->id;
  known->document = rcp_document_ref (incoming->document);
  known->text = rcp_segmented_text_ref (incoming->text);
  known->findings = rcp_findings_ref (incoming->findings);
  g_ptr_array_add (self->story, known);
}

static gboolean
same_publication (const RcpFindings *a, const RcpFindings *b)
{
  const RcpPublication *x = a->publication, *y = b->publication;

  if (x == NULL || y == NULL)
    return x == y;
  if (x->basis != y->basis || x->rule != y->rule)
    return FALSE;
  return x->date == NULL || y->date == NULL ? x->date == y->date : rcp_edtf_equal (x->date, y->date);
}

/* What refining looks at, in an order that follows from the texts alone: the answer must not hang on which came first. */
typedef struct
{
  RcpDocument *document;
  RcpSegmentedText *text;
  RcpFindings *findings;
  RcpIncoming *incoming; /* NULL for one of the story */
  RcpKnown *known;          /* NULL for one of the batch */
} Refined;

static int
compare_refined (gconstpointer a, gconstpointer b)
{
  const Refined *x = a, *y = b;
  int order = strcmp (x->document->text, y->document->text);

  return order != 0 ? order : g_strcmp0 (x->document->outlet, y->document->outlet);
}

/**
 * rcp_batch_refine:
 *
 * Sharpens the publication dates of the batch and, in a small library, of the articles it holds; of these, those that
 * change join the batch to be saved again.
 */
gboolean
rcp_batch_refine (RcpBatch *batch, GError **error)
{
  RcpIntegrator *self = batch->self;
  g_autoptr (GArray) all = g_array_new (FALSE, TRUE, sizeof (Refined));
  g_autoptr (GPtrArray) answers = NULL;
  g_autofree RcpDocument **documents = NULL;
  g_autofree RcpSegmentedText **texts = NULL;
  g_autofree RcpFindings **findings = NULL;

  if (!load_story (self, batch->cancellable, error))
    return FALSE;
  for (guint i = 0; i < batch->incoming->len; i++)
    if (((RcpIncoming *) batch->incoming->pdata[i])->id != 0)
      g_hash_table_add (batch->incoming_ids, dup_id (((RcpIncoming *) batch->incoming->pdata[i])->id));
  for (guint i = 0; i < batch->incoming->len; i++)
    {
      RcpIncoming *incoming = batch->incoming->pdata[i];
      Refined refined = { incoming->document, incoming->text, incoming->findings, incoming, NULL };

      g_array_append_val (all, refined);
    }
  for (guint i = 0; self->story != NULL && i < self->story->len; i++)
    {
      RcpKnown *known = self->story->pdata[i];
      Refined refined = { known->document, known->text, known->findings, NULL, known };

      if (!rcp_batch_has_article (batch, known->id))
        g_array_append_val (all, refined);
    }
  g_array_sort (all, compare_refined);
  documents = g_new (RcpDocument *, all->len);
  texts = g_new (RcpSegmentedText *, all->len);
  findings = g_new (RcpFindings *, all->len);
  for (guint i = 0; i < all->len; i++)
    {
      documents[i] = g_array_index (all, Refined, i).document;
      texts[i] = g_array_index (all, Refined, i).text;
      findings[i] = g_array_index (all, Refined, i).findings;
    }
  answers = rcp_analyser_refine (self->analyser, documents, texts, findings, all->len, rcp_clock_today ());
  for (guint i = 0; answers != NULL && i < MIN (answers->len, all->len); i++)
    {
      Refined *refined = &g_array_index (all, Refined, i);
      RcpFindings *answer = answers->pdata[i];
      RcpIncoming *incoming = refined->incoming;

      if (answer == NULL || answer == refined->findings || same_publication (answer, refined->findings))
        continue;
      if (incoming == NULL)
        {
          incoming = g_new0 (RcpIncoming, 1);
          incoming->id = refined->known->id;
          incoming->document = rcp_document_ref (refined->document);
          incoming->text = rcp_segmented_text_ref (refined->text);
          g_ptr_array_add (batch->incoming, incoming);
          g_hash_table_add (batch->incoming_ids, dup_id (incoming->id));
        }
      else
        rcp_findings_unref (incoming->findings);
      incoming->findings = rcp_findings_ref (answer);
    }
  return TRUE;
}

/** rcp_batch_remember: keeps the articles of a batch that was saved at hand, while the library is small. */
void
rcp_batch_remember (RcpBatch *batch)
{
  for (guint i = 0; i < batch->incoming->len; i++)
    remember (batch->self, batch->incoming->pdata[i]);
}
