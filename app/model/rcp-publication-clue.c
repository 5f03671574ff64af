#include "config.h"

#include "rcp-publication-clue.h"

G_DEFINE_BOXED_TYPE (RcpPublicationClue, rcp_publication_clue, rcp_publication_clue_ref, rcp_publication_clue_unref)

/**
 * rcp_publication_clue_new:
 * @words: (nullable): the words of the article
 * @range: where they stand
 * @allowed: (transfer none) (nullable): the days of publication that it leaves
 * @told: (transfer none) (nullable): what the words speak of
 * @agrees: whether it agrees with what was believed
 * @other: the other article, %RCP_PUBLICATION_CLUE_NO_OTHER for none
 *
 * Returns: (transfer full)
 */
RcpPublicationClue *
rcp_publication_clue_new (RcpPublicationClueKind kind, const char *words, RcpRange range, RcpEdtf *allowed,
                          RcpEdtf *told, gboolean agrees, gint64 other)
{
  RcpPublicationClue *self = g_new0 (RcpPublicationClue, 1);

  g_atomic_ref_count_init (&self->refs);
  self->kind = kind;
  self->words = g_strdup (words);
  self->range = range;
  self->allowed = allowed ? rcp_edtf_ref (allowed) : NULL;
  self->told = told ? rcp_edtf_ref (told) : NULL;
  self->agrees = agrees;
  self->other = other;
  return self;
}

RcpPublicationClue *
rcp_publication_clue_ref (RcpPublicationClue *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
rcp_publication_clue_unref (RcpPublicationClue *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_clear_pointer (&self->allowed, rcp_edtf_unref);
  g_clear_pointer (&self->told, rcp_edtf_unref);
  g_free (self->words);
  g_free (self);
}

/**
 * rcp_publication_clue_equal:
 *
 * Returns: whether both say the same of the same words; which other article says so is left aside.
 */
gboolean
rcp_publication_clue_equal (const RcpPublicationClue *a, const RcpPublicationClue *b)
{
  return a->kind == b->kind && a->agrees == b->agrees && a->range.start == b->range.start
         && a->range.end == b->range.end && g_strcmp0 (a->words, b->words) == 0
         && rcp_edtf_equal (a->allowed, b->allowed) && rcp_edtf_equal (a->told, b->told);
}
