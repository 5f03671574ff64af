#include "config.h"

#include "rcp-company-names.h"

#include <string.h>

#include "rcp-name-scan-private.h"
#include "rcp-tsv.h"

/* A bare unknown name ("Norvalis") looks like a surname or a town. How it stands in the whole article tells that it is a
 * company: what it is called, who works for it, what it does. */

/* What is asked of a name before it is called a company: one telling place, or two slight ones; as much again for each time it
 * stands where a place does. Fewer would make companies of surnames and towns, more would leave short notices undecided. */
#define ENOUGH 2

/* How far an organ's noun may stand before the "de" that leads to the name: "directeur général délégué de X". */
#define MAX_ORGAN_WORDS 3

enum
{
  WORD_FIRM = 1 << 0,
  WORD_ORGAN = 1 << 1,
  WORD_ADJECTIVE = 1 << 2,
  WORD_DEED = 1 << 3,
  WORD_OF = 1 << 4,
};

typedef struct
{
  GHashTable *words[2]; /* folded word → bits; English, French */
  GPtrArray *endings[2];
} CompanyWords;

typedef struct
{
  guint score;
  guint n_placed;    /* times that it stands where a place does */
  gboolean is_other; /* a person or a place for certain */
} Evidence;

typedef struct
{
  const RcpLexicon *lexicon;
  const RcpSegmentedText *text;
  GHashTable *small; /* folded words that the text writes small; borrowed */
  GHashTable *words;
  const GPtrArray *endings;
  gboolean is_french;
} Settler;

static gpointer
load_words (gpointer unused)
{
  static const char *const classes[] = { "firm", "organ", "adjective", "deed", "of" };
  CompanyWords *self = g_new0 (CompanyWords, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (RcpTsv) tsv = rcp_tsv_new_for_resource ("/app/recoupe/Recoupe/engine/lexicon/company-words.tsv", &error);

  for (guint i = 0; i < 2; i++)
    {
      self->words[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      self->endings[i] = g_ptr_array_new_with_free_func (g_free);
    }
  if (tsv == NULL)
    g_warning ("no words of companies: %s", error->message);
  while (tsv && rcp_tsv_next (tsv))
    {
      guint bit = 0, lang = strcmp (rcp_tsv_get (tsv, "lang"), "fr") == 0;
      g_auto (GStrv) list = rcp_tsv_dup_list (tsv, "words");

      for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
        if (strcmp (rcp_tsv_get (tsv, "class"), classes[i]) == 0)
          bit = 1u << i;
      for (guint i = 0; list[i]; i++)
        if (bit == WORD_ADJECTIVE)
          g_ptr_array_add (self->endings[lang], g_strdup (list[i]));
        else
          g_hash_table_insert (self->words[lang], g_strdup (list[i]),
                               GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (self->words[lang], list[i])) | bit));
    }
  return self;
}

static gboolean
is_small (const Settler *self, guint at)
{
  return rcp_token_is_word (&self->text->tokens[at]) && !(self->text->tokens[at].flags & RCP_TOKEN_CAPITALISED);
}

static gboolean
is_class (const Settler *self, guint at, guint bit)
{
  return (GPOINTER_TO_UINT (g_hash_table_lookup (self->words, self->text->tokens[at].folded)) & bit) != 0;
}

static gboolean
is_adjective (const Settler *self, guint at)
{
  for (guint i = 0; is_small (self, at) && i < self->endings->len; i++)
    if (g_str_has_suffix (self->text->tokens[at].folded, self->endings->pdata[i]))
      return TRUE;
  return FALSE;
}

/* A single word with a capital that may be a name nobody knows. */
static gboolean
is_candidate (const Settler *self, guint at, guint first, guint end)
{
  const RcpToken *token = &self->text->tokens[at];
  const RcpLexiconEntry *entry;

  if (token->kind != RCP_TOKEN_WORD || !(token->flags & RCP_TOKEN_CAPITALISED) || token->flags & RCP_TOKEN_ALL_CAPITALS
      || token->end - token->start < 4 || g_hash_table_contains (self->small, token->folded))
    return FALSE;
  if (at + 1 < end && (rcp_tokens_is_name (self->text, at + 1) || rcp_tokens_is (self->text, at + 1, "-")))
    return FALSE;
  if (at > first && rcp_tokens_is_name (self->text, at - 1) && !(self->text->tokens[at - 1].flags & RCP_TOKEN_SENTENCE_START))
    return FALSE;
  return rcp_lexicon_match (self->lexicon, self->text, at, at + 1,
                            RCP_NAME_CLASSES | RCP_LEXICON_COMMON_WORD | RCP_LEXICON_OFFICE | RCP_LEXICON_FIRST_NAME
                              | RCP_LEXICON_ADJECTIVE,
                            &entry)
         == 0;
}

/* "le constructeur X", "le groupe industriel X", "the carmaker X" */
static gboolean
has_firm_before (const Settler *self, guint at, guint first)
{
  if (at < first + 1 || !is_small (self, at - 1))
    return FALSE;
  if (is_class (self, at - 1, WORD_FIRM))
    return TRUE;
  return self->is_french && at >= first + 2 && is_adjective (self, at - 1) && is_class (self, at - 2, WORD_FIRM);
}

/* "les actionnaires de X", "chief executive of X" */
static gboolean
has_organ_before (const Settler *self, guint at, guint first)
{
  if (at < first + 2 || !is_class (self, at - 1, WORD_OF))
    return FALSE;
  for (guint n = 2; n < 2 + MAX_ORGAN_WORDS && at >= first + n && is_small (self, at - n); n++)
    {
      if (is_class (self, at - n, WORD_OF))
        return FALSE;
      if (is_class (self, at - n, WORD_ORGAN))
        return TRUE;
    }
  return FALSE;
}

/* "X's chief executive", "X shares" */
static guint
score_organ_behind (const Settler *self, guint at, guint end)
{
  guint next = at + 1;
  gboolean possessed;

  if (self->is_french)
    return 0;
  if (next + 1 < end && rcp_tokens_is (self->text, next, "' ’") && rcp_tokens_is (self->text, next + 1, "s"))
    next += 2;
  else if (next < end && rcp_tokens_is (self->text, next, "'s ’s"))
    next++;
  possessed = next > at + 1;
  if (next < end && is_small (self, next) && is_class (self, next, WORD_ORGAN))
    return possessed ? ENOUGH : 1;
  return 0;
}

/* "X, a maker of tyres", "X, le premier constructeur du pays" */
static gboolean
has_firm_behind (const Settler *self, guint at, guint end)
{
  if (at + 3 >= end || !rcp_tokens_is (self->text, at + 1, ",") || !rcp_tokens_is (self->text, at + 2, "a an the un une le la l'")
      || rcp_tokens_is (self->text, at + 3, "tel telle such"))
    return FALSE;
  for (guint i = at + 3; i < end && i < at + 6 && is_small (self, i); i++)
    if (is_class (self, i, WORD_FIRM))
      /* "X, un groupe de collines" */
      return !rcp_tokens_is (self->text, i, "groupe group chaine chain") || i + 1 >= end
             || !rcp_tokens_is (self->text, i + 1, "de d' des of");
  return FALSE;
}

/* Several nouns of business in the sentence that the name begins: "X a annoncé la suppression de 300 postes" */
static guint
score_deeds (const Settler *self, guint at, guint first, guint end)
{
  const char *seen = NULL;
  guint n = 0;

  for (guint i = at + 1; at == first && i < end && n < ENOUGH; i++)
    if (is_small (self, i) && is_class (self, i, WORD_DEED) && g_strcmp0 (seen, self->text->tokens[i].folded) != 0)
      {
        seen = self->text->tokens[i].folded;
        n++;
      }
  return n;
}

/* Does the next sentence begin with "The company", "L'entreprise"? */
static gboolean
is_taken_up (const Settler *self, guint sentence)
{
  const RcpSentence *next = sentence + 1 < self->text->n_sentences ? &self->text->sentences[sentence + 1] : NULL;

  return next && !next->is_heading && next->n_tokens > 2 && rcp_tokens_is (self->text, next->first_token, "the le la l'")
         && is_small (self, next->first_token + 1) && is_class (self, next->first_token + 1, WORD_FIRM);
}

static void
look (const Settler *self, GHashTable *found, guint sentence)
{
  const RcpSentence *at_sentence = &self->text->sentences[sentence];
  guint first = at_sentence->first_token, end = first + at_sentence->n_tokens;

  for (guint at = first; at < end; at++)
    {
      Evidence *evidence;

      if (!is_candidate (self, at, first, end))
        continue;
      evidence = g_hash_table_lookup (found, self->text->tokens[at].folded);
      if (evidence == NULL)
        {
          evidence = g_new0 (Evidence, 1);
          g_hash_table_insert (found, (gpointer) self->text->tokens[at].folded, evidence);
        }
      if (has_firm_before (self, at, first) || has_organ_before (self, at, first) || has_firm_behind (self, at, end))
        evidence->score += ENOUGH;
      evidence->score += score_organ_behind (self, at, end);
      evidence->score += score_deeds (self, at, first, end);
      if (at > first && self->is_french && rcp_tokens_is (self->text, at - 1, "chez"))
        evidence->score++;
      if (at > first && rcp_tokens_is (self->text, at - 1, self->is_french ? "a en vers pres" : "in near from"))
        evidence->n_placed++;
      if (at == first && is_taken_up (self, sentence))
        evidence->score += ENOUGH;
    }
}

/* What the other names of the article say: "Jean Norvalis", "M. Norvalis" are people. */
static void
weigh_spans (const Settler *self, GHashTable *found, const GArray *spans)
{
  RcpNameScan scan = { .lexicon = self->lexicon, .text = self->text, .is_french = self->is_french };

  for (guint i = 0; i < spans->len; i++)
    {
      const RcpNameSpan *span = &g_array_index (spans, RcpNameSpan, i);
      Evidence *evidence = g_hash_table_lookup (found, self->text->tokens[span->end - 1].folded);

      if (evidence == NULL)
        continue;
      if (span->entry != NULL || (span->kind == RCP_ACTOR_PERSON && span->end > span->first + 1)
          || rcp_name_title_before (&scan, span->first))
        evidence->is_other = TRUE;
    }
}

static gboolean
is_company (const Settler *self, GHashTable *found, guint at)
{
  const Evidence *evidence = g_hash_table_lookup (found, self->text->tokens[at].folded);

  return evidence && !evidence->is_other && evidence->score >= ENOUGH * (1 + evidence->n_placed);
}

static gboolean
is_small_between (const Settler *self, guint first, guint end)
{
  for (guint i = first; i < end; i++)
    if (!is_small (self, i))
      return FALSE;
  return TRUE;
}

/* Gives the spans of such names their kind, and spans to those that have none. */
static void
apply (const Settler *self, GHashTable *found, GArray *spans)
{
  guint n_old = spans->len, next = 0;
  RcpNameScan scan = { .lexicon = self->lexicon, .text = self->text, .spans = spans };

  for (guint i = 0; i < self->text->n_sentences; i++)
    {
      const RcpSentence *sentence = &self->text->sentences[i];
      guint end = sentence->first_token + sentence->n_tokens;

      for (guint at = sentence->first_token; at < end && !sentence->is_set_aside; at++)
        {
          RcpNameSpan *span;

          if (!is_candidate (self, at, sentence->first_token, end) || !is_company (self, found, at))
            continue;
          while (next < n_old && g_array_index (spans, RcpNameSpan, next).end <= at)
            next++;
          span = next < n_old ? &g_array_index (spans, RcpNameSpan, next) : NULL;
          if (span == NULL || span->first > at)
            rcp_name_push (&scan, at, at + 1, RCP_ACTOR_ORGANISATION, TRUE);
          else if (span->end == at + 1 && is_small_between (self, span->first, at))
            {
              /* "groupe Norvalis" is who "Norvalis" is */
              span->first = at;
              g_clear_pointer (&span->key, g_free);
              span->kind = RCP_ACTOR_ORGANISATION;
              span->acting = TRUE;
              span->certain = TRUE;
              span->form = RCP_MENTION_NAME;
            }
        }
    }
  if (spans->len > n_old)
    rcp_name_spans_sort (spans);
}

/**
 * rcp_company_names_settle:
 * @text: the article, for which @lexicon was prepared
 * @spans: (element-type RcpNameSpan): the names found in it, in text order; stays so
 *
 * Calls organisations what are bare names that the lexicon does not know, where the article tells that they are companies: by
 * the noun before or behind them, by their shares and chief executives, by what they do. A name that the article also gives a
 * first name or a title stays what it was. Linear in the text. Any thread.
 */
void
rcp_company_names_settle (const RcpLexicon *lexicon, const RcpSegmentedText *text, GArray *spans)
{
  static GOnce once = G_ONCE_INIT;
  const CompanyWords *words = g_once (&once, load_words, NULL);
  gboolean is_french = strcmp (text->language, "fr") == 0;
  g_autoptr (GHashTable) found = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  g_autoptr (GHashTable) small = g_hash_table_new (g_str_hash, g_str_equal);
  Settler self = { .lexicon = lexicon, .text = text, .small = small, .words = words->words[is_french],
                   .endings = words->endings[is_french], .is_french = is_french };

  if (!is_french && strcmp (text->language, "en") != 0)
    return;
  for (guint i = 0; i < text->n_tokens; i++)
    if (text->tokens[i].kind == RCP_TOKEN_WORD && !(text->tokens[i].flags & RCP_TOKEN_CAPITALISED))
      g_hash_table_add (small, (gpointer) text->tokens[i].folded);
  for (guint i = 0; i < text->n_sentences; i++)
    if (!text->sentences[i].is_set_aside)
      look (&self, found, i);
  weigh_spans (&self, found, spans);
  apply (&self, found, spans);
}
