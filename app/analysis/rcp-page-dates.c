#include "config.h"

#include "rcp-page-dates.h"

#include <string.h>

#include "rcp-phrase-table.h"
#include "rcp-tsv.h"

#define TABLE "/app/recoupe/Recoupe/engine/lexicon/page-dates.tsv"

/* A dateline has no more tokens than this: names, an office, a date and a time, a few counters. */
#define LINE_TOKENS 24

/* A sentence of so many tokens is prose; after this many of them the head of the page is over. */
#define PROSE_TOKENS 15
#define HEAD_PROSE 2

/* A line that runs on into the article after its date begins with no more than a name and a few words. */
#define RUN_ON_TOKENS 12

/* Words between "publié" and its date: "sur", "le". */
#define MAX_GAP 2

typedef enum
{
  WORD_PUBLISHED,
  WORD_REVISED,
  WORD_DOCUMENT,
  WORD_BY,
  WORD_LITTLE,
  N_WORDS,
} WordKind;

static const char *const kinds[N_WORDS] = { "published", "revised", "document", "by", "little" };

struct _RcpPageDates
{
  RcpPhraseTable *words[N_WORDS]; /* owned */
};

/**
 * rcp_page_dates_new:
 * @error: a table that is missing
 *
 * Returns: (transfer full) (nullable)
 */
RcpPageDates *
rcp_page_dates_new (GError **error)
{
  g_autoptr (RcpTsv) tsv = rcp_tsv_new_for_resource (TABLE, error);
  RcpPageDates *self;

  if (tsv == NULL)
    return NULL;
  self = g_new0 (RcpPageDates, 1);
  for (guint i = 0; i < N_WORDS; i++)
    self->words[i] = rcp_phrase_table_new ();
  while (rcp_tsv_next (tsv))
    for (guint i = 0; i < N_WORDS; i++)
      if (strcmp (rcp_tsv_get (tsv, "kind"), kinds[i]) == 0)
        for (int language = 0; language < 2; language++)
          {
            g_auto (GStrv) phrases = rcp_tsv_dup_list (tsv, language == 0 ? "fr" : "en");

            for (guint j = 0; phrases[j]; j++)
              rcp_phrase_table_add (self->words[i], phrases[j], 0, 0);
          }
  return self;
}

void
rcp_page_dates_free (RcpPageDates *self)
{
  for (guint i = 0; i < N_WORDS; i++)
    rcp_phrase_table_free (self->words[i]);
  g_free (self);
}

/** rcp_page_dates_end_head: the token at which the head of the page ends and the article is well under way. */
guint
rcp_page_dates_end_head (const RcpSegmentedText *text)
{
  guint prose = 0;

  for (guint i = 0; i < text->n_sentences; i++)
    {
      const RcpSentence *sentence = &text->sentences[i];

      if (sentence->is_set_aside || sentence->is_heading || sentence->n_tokens < PROSE_TOKENS)
        continue;
      if (prose++ >= HEAD_PROSE)
        return sentence->first_token;
    }
  return text->n_tokens;
}

static gboolean
is_line_break (const RcpSegmentedText *text, guint before, guint after)
{
  guint from = text->tokens[before].offset_bytes + text->tokens[before].length_bytes;

  return memchr (text->text + from, '\n', text->tokens[after].offset_bytes - from) != NULL;
}

/* The line that holds the expression, as far as it is that of a dateline. */
static void
find_line (const RcpSegmentedText *text, const RcpDateShape *shape, guint *first, guint *limit)
{
  *first = shape->first_token;
  *limit = shape->last_token + 1;
  while (*first > 0 && shape->first_token - *first <= LINE_TOKENS && !is_line_break (text, *first - 1, *first))
    (*first)--;
  while (*limit < text->n_tokens && *limit - shape->last_token <= LINE_TOKENS &&
         !is_line_break (text, *limit - 1, *limit))
    (*limit)++;
}

/* Does a phrase of a kind end right before the date, but for a word or two? */
static gboolean
leads_to_date (const RcpPageDates *self, const RcpSegmentedText *text, WordKind kind, guint first, guint date)
{
  RcpPhraseMatch match;

  for (guint at = date > first + 6 ? date - 6 : first; at < date; at++)
    if (rcp_phrase_table_match (self->words[kind], text, at, date, &match) &&
        date - (at + match.n_tokens) <= MAX_GAP)
      return TRUE;
  return FALSE;
}

static gboolean
has_phrase (const RcpPageDates *self, const RcpSegmentedText *text, WordKind kind, guint first, guint limit)
{
  for (guint at = first; at < limit; at++)
    if (rcp_phrase_table_has (self->words[kind], text, at, limit))
      return TRUE;
  return FALSE;
}

/* A word that is neither a name, a number nor one of those that go with a date. */
static gboolean
is_plain (const RcpPageDates *self, const RcpSegmentedText *text, guint at, guint limit)
{
  const RcpToken *token = &text->tokens[at];

  if (token->kind != RCP_TOKEN_WORD || (token->flags & RCP_TOKEN_CAPITALISED))
    return FALSE;
  for (guint kind = 0; kind < N_WORDS; kind++)
    if (rcp_phrase_table_has (self->words[kind], text, at, limit))
      return FALSE;
  return TRUE;
}

static guint
count_plain (const RcpPageDates *self, const RcpSegmentedText *text, const RcpDateShape *shape, guint first,
             guint limit)
{
  guint n = 0;

  for (guint at = first; at < limit;)
    {
      RcpPhraseMatch match;
      guint step = 1;

      if (at >= shape->first_token && at <= shape->last_token)
        {
          at = shape->last_token + 1;
          continue;
        }
      for (guint kind = 0; kind < N_WORDS; kind++)
        if (rcp_phrase_table_match (self->words[kind], text, at, limit, &match))
          step = MAX (step, match.n_tokens);
      n += step == 1 && is_plain (self, text, at, limit);
      at += step;
    }
  return n;
}

/* After the date of a dateline that the reader of the page has run together with the article comes a number, a
 * name or the first word of a sentence; after that of "Publié le 3 mai 2019 par la revue X, le rapport…" a comma
 * or a word in small letters. */
static gboolean
runs_on (const RcpPageDates *self, const RcpSegmentedText *text, const RcpDateShape *shape, guint limit)
{
  guint next = shape->last_token + 1;

  return next >= limit ||
         (text->tokens[next].folded[0] != ',' && !is_plain (self, text, next, limit) &&
          !rcp_phrase_table_has (self->words[WORD_BY], text, next, limit));
}

/* The time of a dateline is that of a clock, that of a meeting a round one. */
static gboolean
has_odd_minute (const RcpDateShape *shape)
{
  return shape->piece.daypart == RCP_DAYPART_CLOCK && shape->piece.minute % 30 != 0;
}

static gboolean
is_day (const RcpDateShape *shape)
{
  return shape->piece.form == RCP_FORM_CALENDAR && shape->piece.day > 0 && shape->piece.month > 0 &&
         !shape->is_range && shape->bound == RCP_BOUND_NONE && !shape->in_quotes && !shape->piece.has_dir;
}

/**
 * rcp_page_dates_role:
 * @head_end: what rcp_page_dates_end_head() gave
 *
 * Returns: what the date is the date of, by its line and its place on the page.
 */
RcpPageDateRole
rcp_page_dates_role (const RcpPageDates *self, const RcpSegmentedText *text, const RcpDateShape *shape,
                     guint head_end)
{
  gboolean is_full = shape->piece.is_full_year, is_late = shape->first_token >= head_end;
  gboolean has_clock = shape->piece.daypart == RCP_DAYPART_CLOCK;
  gboolean is_signed;
  guint first, limit, plain;

  if (!is_day (shape))
    return RCP_PAGE_DATE_TOLD;
  find_line (text, shape, &first, &limit);
  if (leads_to_date (self, text, WORD_REVISED, first, shape->first_token))
    return RCP_PAGE_DATE_REVISED;
  if (leads_to_date (self, text, WORD_PUBLISHED, first, shape->first_token) &&
      (limit - first <= LINE_TOKENS ? TRUE : shape->first_token - first <= RUN_ON_TOKENS) &&
      runs_on (self, text, shape, limit))
    return is_late ? RCP_PAGE_DATE_STRAY : RCP_PAGE_DATE_STATED;
  if (limit - first > LINE_TOKENS)
    return RCP_PAGE_DATE_TOLD;
  if (has_phrase (self, text, WORD_DOCUMENT, first, limit))
    return is_full ? RCP_PAGE_DATE_DOCUMENT : RCP_PAGE_DATE_TOLD;
  plain = count_plain (self, text, shape, first, limit);
  is_signed = has_phrase (self, text, WORD_BY, first, limit);
  if (plain > 0 && !(has_clock && is_full && (is_signed || has_odd_minute (shape))))
    return RCP_PAGE_DATE_TOLD;
  /* A signature without a year far down is that of a comment; so is a time far down. */
  if (is_late)
    return (is_signed && !is_full) || has_clock ? RCP_PAGE_DATE_STRAY : RCP_PAGE_DATE_TOLD;
  if (is_signed || (has_clock ? has_odd_minute (shape) : is_full))
    return RCP_PAGE_DATE_STATED;
  return RCP_PAGE_DATE_TOLD;
}

/**
 * rcp_page_dates_is_revision:
 * @words: (nullable): the line that a date of publication was read from
 *
 * Returns: whether it only says when the article was changed last.
 */
gboolean
rcp_page_dates_is_revision (const RcpPageDates *self, const char *words)
{
  g_autoptr (RcpSegmentedText) text = words ? rcp_segmented_text_new (words, "", NULL) : NULL;

  return text && has_phrase (self, text, WORD_REVISED, 0, text->n_tokens) &&
         !has_phrase (self, text, WORD_PUBLISHED, 0, text->n_tokens);
}
