#include "config.h"

#include "rcp-saying-lexicon.h"

#include <string.h>

#include "rcp-action-lexicon.h"
#include "rcp-error.h"
#include "rcp-tsv.h"

#define LEXICON "/app/recoupe/Recoupe/engine/lexicon/"

/* Adverbs that stand inside a verb of several words ("s'est d'ailleurs dit"). */
#define VERB_GAP 2

struct _RcpSayingLexicon
{
  /* owned */
  RcpPhraseTable *tables[2][RCP_N_SAYINGS];
};

static const char *const kind_names[RCP_N_SAYINGS] = {
  "say", "state", "announce", "tell", "quote", "judge", "according", "according-loose", "no-origin", "voice", "origin",
  "medium", "medium-lead", "medium-tail", "platform", "hearer", "that", "refusal", "aux", "relay", "governs",
  "complement", "article", "article-f", "article-m", "break", "he", "she", "it", "they", "whoever",
};

static gboolean
load (RcpSayingLexicon *self, GError **error)
{
  g_autoptr (RcpTsv) tsv = rcp_tsv_new_for_resource (LEXICON "sayings.tsv", error);

  if (tsv == NULL)
    return FALSE;
  while (rcp_tsv_next (tsv))
    {
      int language = rcp_language_index (rcp_tsv_get (tsv, "lang"));
      g_auto (GStrv) words = rcp_tsv_dup_list (tsv, "words");
      guint kind = 0;

      while (kind < RCP_N_SAYINGS && strcmp (kind_names[kind], rcp_tsv_get (tsv, "kind")) != 0)
        kind++;
      if (language < 0 || kind == RCP_N_SAYINGS)
        {
          g_set_error (error, RCP_ANALYSIS_ERROR, RCP_ANALYSIS_ERROR_RESOURCE, "sayings.tsv: bad kind %s",
                       rcp_tsv_get (tsv, "kind"));
          return FALSE;
        }
      for (guint i = 0; words[i]; i++)
        {
          g_autofree char *folded = g_ascii_strdown (words[i], -1);

          rcp_phrase_table_add (self->tables[language][kind], folded, kind <= RCP_SAYING_JUDGE ? VERB_GAP : 0, kind);
        }
    }
  return TRUE;
}

/**
 * rcp_saying_lexicon_new:
 * @error: %RCP_ANALYSIS_ERROR_RESOURCE
 *
 * Returns: (transfer full) (nullable): the lexicon, NULL with @error set.
 */
RcpSayingLexicon *
rcp_saying_lexicon_new (GError **error)
{
  RcpSayingLexicon *self = g_new0 (RcpSayingLexicon, 1);

  for (guint i = 0; i < 2; i++)
    for (guint k = 0; k < RCP_N_SAYINGS; k++)
      self->tables[i][k] = rcp_phrase_table_new ();
  if (!load (self, error))
    g_clear_pointer (&self, rcp_saying_lexicon_free);
  return self;
}

void
rcp_saying_lexicon_free (RcpSayingLexicon *self)
{
  for (guint i = 0; i < 2; i++)
    for (guint k = 0; k < RCP_N_SAYINGS; k++)
      rcp_phrase_table_free (self->tables[i][k]);
  g_free (self);
}

/**
 * rcp_saying_lexicon_match:
 * @at: index of a token
 * @limit: tokens from here on are not looked at
 * @match: (out): the longest run of words of a kind that begins there
 *
 * Returns: whether there is one; never in a text in another language. Any thread.
 */
gboolean
rcp_saying_lexicon_match (const RcpSayingLexicon *self, const RcpSegmentedText *text, guint at, guint limit,
                          RcpSayingKind kind, RcpPhraseMatch *match)
{
  int language = rcp_language_index (text->language);

  return language >= 0 && rcp_phrase_table_match (self->tables[language][kind], text, at, limit, match);
}
