#include "config.h"

#include "rcp-analyser.h"

#include "rcp-account-finder.h"
#include "rcp-actor-finder.h"
#include "rcp-date-finder.h"
#include "rcp-lexicon.h"
#include "rcp-publication-date.h"
#include "rcp-quotation-finder.h"
#include "rcp-shared-passages.h"

struct _RcpAnalyser
{
  gatomicrefcount refs;

  /* owned */
  GPtrArray *warnings; /* of GError * */
  RcpLexicon *lexicon;
  RcpActorFinder *actor_finder;
  RcpDateFinder *date_finder;
  RcpQuotationFinder *quotation_finder;
  RcpAccountFinder *account_finder;
  RcpStoryReader *story_reader;
};

G_DEFINE_BOXED_TYPE (RcpAnalyser, rcp_analyser, rcp_analyser_ref, rcp_analyser_unref)

/**
 * rcp_analyser_new:
 * @error: %RCP_ANALYSIS_ERROR when a lexicon that is compiled in is unsound
 *
 * Reads the lexicons; takes tens of milliseconds, so one is made and shared. Files beside the program may be missing or
 * damaged: the analyser then does with what it has, and rcp_analyser_get_warnings() tells.
 *
 * Returns: (transfer full) (nullable): an analyser, NULL with @error set.
 */
RcpAnalyser *
rcp_analyser_new (GError **error)
{
  RcpAnalyser *self = g_new0 (RcpAnalyser, 1);
  g_autoptr (RcpNameModel) model = NULL;
  GError *warning = NULL;

  g_atomic_ref_count_init (&self->refs);
  self->warnings = g_ptr_array_new_with_free_func ((GDestroyNotify) g_error_free);
  self->lexicon = rcp_lexicon_new (&warning);
  if (self->lexicon == NULL)
    {
      g_ptr_array_add (self->warnings, warning);
      self->lexicon = rcp_lexicon_new_empty ();
    }
  warning = NULL;
  model = rcp_name_model_new_shipped (&warning);
  if (model == NULL)
    g_ptr_array_add (self->warnings, warning);
  self->actor_finder = rcp_actor_finder_new (self->lexicon, model);
  self->date_finder = rcp_date_finder_new (error);
  if (self->date_finder)
    self->quotation_finder = rcp_quotation_finder_new (error);
  if (self->quotation_finder)
    self->account_finder = rcp_account_finder_new (self->lexicon, error);
  if (self->account_finder)
    self->story_reader = rcp_story_reader_new (error);
  if (self->story_reader == NULL)
    g_clear_pointer (&self, rcp_analyser_unref);
  return self;
}

RcpAnalyser *
rcp_analyser_ref (RcpAnalyser *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
rcp_analyser_unref (RcpAnalyser *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_clear_pointer (&self->story_reader, rcp_story_reader_free);
  g_clear_pointer (&self->account_finder, rcp_account_finder_free);
  g_clear_pointer (&self->quotation_finder, rcp_quotation_finder_free);
  g_clear_pointer (&self->date_finder, rcp_date_finder_free);
  g_clear_pointer (&self->actor_finder, rcp_actor_finder_free);
  g_clear_pointer (&self->lexicon, rcp_lexicon_free);
  g_clear_pointer (&self->warnings, g_ptr_array_unref);
  g_free (self);
}

/**
 * rcp_analyser_get_warnings:
 *
 * Returns: (transfer none) (element-type GError): what the analyser has to do without, %RCP_ANALYSIS_ERROR; empty when all is
 *   there.
 */
GPtrArray *
rcp_analyser_get_warnings (RcpAnalyser *self)
{
  return self->warnings;
}

/** rcp_analyser_get_lexicon: (transfer none): what is known of names and offices; empty where its file is missing. */
const RcpLexicon *
rcp_analyser_get_lexicon (RcpAnalyser *self)
{
  return self->lexicon;
}

/**
 * rcp_analyser_get_version:
 *
 * Returns: the version its findings carry: %RCP_ANALYSIS_VERSION, or %RCP_ANALYSIS_VERSION_REDUCED while it has to do without
 *   something. So what it finds then is found anew once all is there, and what was found before is left alone until then.
 */
guint
rcp_analyser_get_version (RcpAnalyser *self)
{
  return self->warnings->len > 0 ? RCP_ANALYSIS_VERSION_REDUCED : RCP_ANALYSIS_VERSION;
}

/**
 * rcp_analyser_read_story:
 * @text: an article, segmented
 * @findings: what was found in it
 *
 * Returns: (transfer full): what rcp_story_grouper_group() needs of it. Any thread.
 */
RcpStoryArticle *
rcp_analyser_read_story (RcpAnalyser *self, const RcpSegmentedText *text, const RcpFindings *findings)
{
  return rcp_story_reader_read (self->story_reader, text, findings);
}

static guint
count_words (const RcpSegmentedText *text)
{
  guint n = 0;

  for (guint i = 0; i < text->n_tokens; i++)
    n += text->tokens[i].kind != RCP_TOKEN_PUNCTUATION && !text->sentences[text->tokens[i].sentence].is_set_aside;
  return n;
}

/**
 * rcp_analyser_analyse:
 * @document: the article
 * @text: its text, segmented
 * @publication: (nullable): when it appeared, where the user or other articles say so; NULL to infer it
 * @today: the day of the analysis, after which nothing was published
 *
 * Runs all steps on one article: publication date, dates counted from it, actors, who says what,
 * accounts, fingerprints. The same input
 * gives the same findings. Any thread.
 *
 * Returns: (transfer full): what was found.
 */
RcpFindings *
rcp_analyser_analyse (RcpAnalyser *self, const RcpDocument *document, const RcpSegmentedText *text,
                      const RcpPublication *publication, gint32 today)
{
  RcpFindings *findings = rcp_findings_new ();

  findings->version = rcp_analyser_get_version (self);
  findings->language = g_strdup (text->language);
  if (publication == NULL)
    findings->publication = rcp_publication_date_infer (self->date_finder, document, text, today);
  else if (publication->basis == RCP_PUBLISHED_USER && publication->date)
    findings->publication = rcp_publication_date_fix (self->date_finder, text, publication->date, today);
  else
    findings->publication = rcp_publication_copy (publication);
  g_clear_pointer (&findings->dates, g_ptr_array_unref);
  findings->dates = rcp_date_finder_find (self->date_finder, text,
                                          findings->publication ? findings->publication->date : NULL);
  rcp_actor_finder_find (self->actor_finder, text, document, findings->actors, findings->mentions);
  rcp_quotation_finder_find (self->quotation_finder, self->lexicon, text, document->title_range, findings);
  rcp_account_finder_find (self->account_finder, text, document->title_range, findings);
  g_clear_pointer (&findings->fingerprints, g_array_unref);
  findings->fingerprints = rcp_shared_passages_fingerprint (text);
  findings->n_words = count_words (text);
  return findings;
}

/**
 * rcp_analyser_refine:
 * @documents: (array length=n): articles
 * @texts: (array length=n): their texts
 * @findings: (array length=n): what was found in each
 * @frozen: (nullable) (array length=n): those whose dates are not to move; NULL for none
 * @today: the day of the analysis
 *
 * Sharpens publication dates by what the articles say of the same happenings, and analyses those again whose date changed.
 *
 * Returns: (transfer full) (element-type RcpFindings): findings for each article, the given ones where nothing changed.
 */
GPtrArray *
rcp_analyser_refine (RcpAnalyser *self, RcpDocument *const *documents, RcpSegmentedText *const *texts,
                     RcpFindings *const *findings, const gboolean *frozen, guint n, gint32 today)
{
  GPtrArray *refined = g_ptr_array_new_full (n, (GDestroyNotify) rcp_findings_unref);
  g_autoptr (GPtrArray) publications = rcp_publication_date_refine (self->date_finder, texts, findings, frozen, n, today);

  for (guint i = 0; i < n; i++)
    {
      const RcpPublication *publication = i < publications->len ? publications->pdata[i] : NULL;

      if (publication == NULL)
        g_ptr_array_add (refined, rcp_findings_ref (findings[i]));
      else
        g_ptr_array_add (refined, rcp_analyser_analyse (self, documents[i], texts[i], publication, today));
    }
  return refined;
}
