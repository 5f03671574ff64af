#include "config.h"

#include "rcp-quotation-private.h"

#include <string.h>

/* How many tokens before its verb a subject may begin, and before a comma that closes what is said beside it. */
#define SUBJECT_REACH 14
#define APPOSITION_REACH 32

static const char *
word_at (const RcpQuotationReader *self, guint token)
{
  return self->text->tokens[token].folded;
}

static gboolean
is_word (const RcpQuotationReader *self, guint token, const char *word)
{
  return token < self->limit && strcmp (word_at (self, token), word) == 0;
}

static gboolean
is_mark (const RcpQuotationReader *self, guint token)
{
  return rcp_quotation_reader_is_mark (self, token);
}

static gboolean
is_clitic (const RcpQuotationReader *self, guint token)
{
  static const char *const clitics[] = { "lui", "leur", "nous", "vous", "me", "m'", "y", "en", "l'", "te", "t'", NULL };

  return self->french && g_strv_contains (clitics, word_at (self, token));
}

/* "et", "but"; "on" and "le" only before a day. */
static gboolean
joins_alone (const RcpQuotationReader *self, guint token)
{
  return self->french ? !is_word (self, token, "le") && !is_word (self, token, "on") : strlen (word_at (self, token)) > 2;
}

/* The days and the words that join at its head are no part of a subject. */
static guint
trim_head (const RcpQuotationReader *self, guint first, guint end)
{
  static const char *const joins[] = { "et", "mais", "or", "and", "but", "on", "in", "late", "early", "hier", "ainsi",
                                       "puis", "also", "then", "le", NULL };

  while (first < end)
    {
      guint date_end = first;

      if (rcp_quotation_reader_is_dated (self, first, &date_end))
        first = MIN (date_end, end);
      else if (g_strv_contains (joins, word_at (self, first)) && first + 1 < end
               && (joins_alone (self, first) || rcp_quotation_reader_is_dated (self, first + 1, &date_end)))
        first++;
      else
        break;
    }
  return first;
}

/** rcp_saying_trim_days: the first token from @first on that no day covers. */
guint
rcp_saying_trim_days (const RcpQuotationReader *self, guint first, guint end)
{
  guint date_end;

  while (first < end && rcp_quotation_reader_is_dated (self, first, &date_end))
    first = MIN (date_end, end);
  return first;
}

/** rcp_saying_has_finite: whether a clause's own finite verb stands there: its auxiliary is enough to tell. */
gboolean
rcp_saying_has_finite (const RcpQuotationReader *self, guint from, guint to)
{
  static const char *const words[] = { "was", "were", "is", "are", "had", "has", "have", "would", "will", "could",
                                       "can", "did", "should", "may", "might", "must", "do", "does", NULL };

  for (guint i = from; i < to; i++)
    if (g_strv_contains (words, word_at (self, i)))
      return TRUE;
  return FALSE;
}

/**
 * rcp_saying_find_subject:
 * @verb: first token of a verb with its auxiliary
 * @apposed: (out): what stands between commas beside the subject; empty for nothing
 *
 * Returns: what stands before the verb, back to what parts it from the rest; empty for nothing.
 */
RcpTokens
rcp_saying_find_subject (const RcpQuotationReader *self, guint verb, RcpTokens *apposed)
{
  RcpTokens subject = { verb, verb };

  *apposed = (RcpTokens){ 0, 0 };
  while (subject.end > self->first && is_clitic (self, subject.end - 1))
    subject.end--;
  /* "X, qui a dit": whom the pronoun stands for. */
  if (subject.end > self->first && rcp_quotation_reader_is_relative (self, subject.end - 1))
    {
      subject.end--;
      if (subject.end > self->first && word_at (self, subject.end - 1)[0] == ',')
        subject.end--;
    }
  /* "X, maire de Y, a dit": what stands before the comma that opens. */
  else if (subject.end > self->first && word_at (self, subject.end - 1)[0] == ',')
    {
      guint close = subject.end - 1, open = close;

      while (open > self->first && open + APPOSITION_REACH > subject.end
             && (open == subject.end - 1 || !is_mark (self, open) || word_at (self, open)[0] != ','))
        open--;
      if (open == self->first || word_at (self, open)[0] != ',' || open == subject.end - 1)
        return (RcpTokens){ verb, verb };
      subject.end = open;
      *apposed = (RcpTokens){ open + 1, close };
    }
  subject.first = subject.end;
  while (subject.first > self->first && subject.end - subject.first < SUBJECT_REACH && !is_mark (self, subject.first - 1)
         && (!rcp_quotation_reader_is (self, subject.first - 1, RCP_SAYING_BREAK)
             || ((is_word (self, subject.first - 1, "et") || is_word (self, subject.first - 1, "and"))
                 && subject.first - 1 > self->first
                 && rcp_quotation_reader_find_mention (self, self->first) < self->findings->mentions->len
                 && subject.end - subject.first < 6 && subject.first < subject.end)))
    subject.first--;
  subject.first = trim_head (self, subject.first, subject.end);
  return subject;
}

/** rcp_saying_settle_joined: two joined where a name stands on both sides of "and"; else what follows it. */
RcpTokens
rcp_saying_settle_joined (const RcpQuotationReader *self, RcpTokens subject)
{
  for (guint i = subject.end; i-- > subject.first;)
    if (is_word (self, i, "et") || is_word (self, i, "and"))
      {
        guint mention = rcp_quotation_reader_find_mention (self, subject.first);
        gboolean before = FALSE, after = FALSE, inside = FALSE;

        for (; mention < self->findings->mentions->len; mention++)
          {
            RcpTokens run = rcp_quotation_reader_mention_tokens (self, mention);

            if (run.first >= subject.end)
              break;
            before = before || run.end == i;
            after = after || run.first > i;
            inside = inside || (run.first < i && run.end > i);
          }
        if (!inside && !(before && after))
          {
            subject.first = trim_head (self, i + 1, subject.end);
            break;
          }
      }
  return subject;
}

/**
 * rcp_saying_may_say:
 *
 * Returns: whether @subject may say something: it has a noun, no preposition before it and no verb in it. What nobody says by
 *   name ("on dit que") is said by nobody.
 */
gboolean
rcp_saying_may_say (const RcpQuotationReader *self, RcpTokens subject)
{
  gboolean has_noun = FALSE;

  if (rcp_tokens_are_empty (subject)
      || (subject.end == subject.first + 1 && rcp_quotation_reader_is (self, subject.first, RCP_SAYING_WHOEVER))
      || (rcp_quotation_reader_match (self, subject.first, subject.end, RCP_SAYING_GOVERNS) > 0
          && !(self->text->tokens[subject.first].flags & RCP_TOKEN_CAPITALISED))
      || (!self->french && (rcp_saying_has_finite (self, subject.first, subject.end)
                            || is_word (self, subject.end - 1, "'s"))))
    return FALSE;
  for (guint i = subject.first; i < subject.end; i++)
    has_noun = has_noun || (self->text->tokens[i].kind != RCP_TOKEN_PUNCTUATION
                            && (subject.end == subject.first + 1
                                || rcp_quotation_reader_match (self, i, subject.end, RCP_SAYING_ARTICLE) == 0));
  return has_noun;
}

/** rcp_saying_begins_source: whether a source may stand at the head of the run: an article, a name, an origin. */
gboolean
rcp_saying_begins_source (const RcpQuotationReader *self, RcpTokens source)
{
  gboolean many;

  if (rcp_tokens_are_empty (source))
    return FALSE;
  if (self->text->tokens[source.first].flags & RCP_TOKEN_CAPITALISED)
    return TRUE;
  if (rcp_speaker_pick (self, source, &many) >= 0 || many)
    return TRUE;
  for (guint i = source.first; i < MIN (source.end, source.first + 6); i++)
    if (rcp_quotation_reader_match (self, i, source.end, RCP_SAYING_ORIGIN) > 0
        || rcp_quotation_reader_match (self, i, source.end, RCP_SAYING_VOICE) > 0)
      return TRUE;
  return rcp_quotation_reader_match (self, source.first, source.end, RCP_SAYING_ARTICLE) > 0;
}

/** rcp_saying_names_agent: whether the run names somebody who can say something: an actor at its head, or an origin. */
gboolean
rcp_saying_names_agent (const RcpQuotationReader *self, RcpTokens source)
{
  gboolean many;

  if (rcp_speaker_pick (self, source, &many) >= 0 || many)
    return TRUE;
  for (guint i = source.first; i < MIN (source.end, source.first + 3); i++)
    if (rcp_quotation_reader_match (self, i, source.end, RCP_SAYING_ORIGIN) > 0
        || rcp_quotation_reader_match (self, i, source.end, RCP_SAYING_VOICE) > 0)
      return TRUE;
  return FALSE;
}
