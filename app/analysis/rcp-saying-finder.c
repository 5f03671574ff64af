#include "config.h"

#include "rcp-quotation-private.h"

#include <string.h>

/* How far after its verb what is said may begin, hearer, day and medium between. */
#define THAT_REACH 16
#define QUOTE_REACH 14

/* Fewer tokens before an "a dit X" are no statement: what is said goes on after it. */
#define MIN_SAID_BEFORE 6

#define HAS(verb, kind) (((verb)->kinds & (1u << (kind))) != 0)

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
closes_quote (const RcpQuotationReader *self, guint token)
{
  const RcpQuotedSpan *span = rcp_quotation_reader_next_span (self, token);

  return span && span->open != token;
}

static void
set_subject_speaker (RcpQuotationReader *self, RcpSaying *saying, RcpTokens apposed)
{
  gboolean is_pronoun = saying->source.end == saying->source.first + 1
                        && rcp_quotation_reader_is_pronoun (self, saying->source.first);

  rcp_saying_set_speaker (self, saying, is_pronoun ? saying->source.first : 0);
  if (!is_pronoun)
    rcp_saying_add_apposed (self, saying, apposed);
}

static gboolean
is_infinitive (const RcpQuotationReader *self, guint token)
{
  static const char *const first_words[] = { "avoir", "etre", "vouloir", "ne", "n'", "s'", NULL };

  return self->french && g_strv_contains (first_words, word_at (self, token));
}

/* Where what is said begins after a verb: past hearer, day and medium. @span: (out): what is quoted there, or NULL;
 * @is_bare: (out): neither "that" nor a colon stands before it. */
static gboolean
find_content (const RcpQuotationReader *self, const RcpSayingVerb *verb, guint *first, const RcpQuotedSpan **span,
              gboolean *is_bare)
{
  guint reach = MIN (self->limit, verb->group.end + THAT_REACH);

  *span = NULL;
  *is_bare = FALSE;
  for (guint i = verb->group.end; i < reach; i++)
    {
      guint n = rcp_quotation_reader_match (self, i, self->limit, RCP_SAYING_THAT), date_end;
      const RcpQuotedSpan *opening = rcp_quotation_reader_get_opening (self, i);

      if (opening)
        {
          *span = opening;
          *first = i;
          *is_bare = TRUE;
          return TRUE;
        }
      if (word_at (self, i)[0] == ':')
        {
          *first = i + 1;
          *span = rcp_quotation_reader_get_opening (self, i + 1);
          return TRUE;
        }
      if (n > 0 && (i == verb->group.end || !self->french || is_word (self, i, "que") || is_word (self, i, "qu'")))
        {
          /* "dit avoir signé": the infinitive is part of what is said. */
          *first = is_infinitive (self, i) ? i : i + n;
          *span = rcp_quotation_reader_get_opening (self, i + n);
          return TRUE;
        }
      if (rcp_quotation_reader_is_dated (self, i, &date_end) && date_end > i)
        {
          i = date_end - 1;
          continue;
        }
      /* A noun that is said itself: nothing begins after it. */
      if (i == verb->group.end && rcp_quotation_reader_match (self, i, self->limit, RCP_SAYING_ARTICLE) > 0
          && !HAS (verb, RCP_SAYING_TELL) && !is_word (self, i, "d'"))
        return FALSE;
      if (is_mark (self, i) && word_at (self, i)[0] != ',')
        return FALSE;
      if (rcp_quotation_reader_is (self, i, RCP_SAYING_BREAK) && !is_word (self, i, "que") && !is_word (self, i, "that"))
        return FALSE;
    }
  return FALSE;
}

/* The first comma from @from on that no date holds; the end of the sentence for none. */
static guint
find_comma (const RcpQuotationReader *self, guint from)
{
  for (guint i = from; i < self->limit; i++)
    {
      guint date_end;

      if (word_at (self, i)[0] == ',' && !rcp_quotation_reader_is_dated (self, i, &date_end))
        return i;
    }
  return self->limit;
}

/* "told reporters on Saturday he had…": what is said begins past hearer and day. */
static guint
skip_hearer (const RcpQuotationReader *self, const RcpSayingVerb *verb, guint first)
{
  guint n, date_end;

  if (HAS (verb, RCP_SAYING_TELL) && first + 1 < self->limit)
    {
      guint mention = rcp_quotation_reader_find_mention (self, first);
      RcpTokens run = { 0, 0 };

      if (rcp_quotation_reader_match (self, first, self->limit, RCP_SAYING_ARTICLE) > 0)
        first++;
      if (mention < self->findings->mentions->len)
        run = rcp_quotation_reader_mention_tokens (self, mention);
      first = MAX (first + 1, run.first <= first ? run.end : 0);
    }
  else if ((n = rcp_quotation_reader_match (self, first, self->limit, RCP_SAYING_MEDIUM_LEAD)) > 0
           && !rcp_quotation_reader_is_dated (self, first + n, &date_end))
    {
      RcpTokens medium = rcp_medium_find_at (self, first + n);

      if (!rcp_tokens_are_empty (medium))
        first = medium.end;
    }
  for (guint i = 0; i < 2 && first < self->limit; i++)
    {
      if (rcp_quotation_reader_is_dated (self, first, &date_end))
        first = date_end;
      else if (is_word (self, first, "on") && first + 1 < self->limit
               && rcp_quotation_reader_is_dated (self, first + 1, &date_end))
        first = date_end;
    }
  return MIN (first, self->limit - 1);
}

static gboolean
ends_soon (const RcpQuotationReader *self, guint token)
{
  guint end = rcp_quotation_reader_end_of_phrase (self, token, self->limit);

  return rcp_quotation_reader_is_stop (self, end) && end < token + 12;
}

/* After an English verb that says nothing more itself: hearer, medium and day up to a mark. */
static gboolean
says_no_more (const RcpQuotationReader *self, const RcpSayingVerb *verb)
{
  guint at = verb->group.end;

  if (rcp_quotation_reader_is_stop (self, at))
    return TRUE;
  if (!ends_soon (self, at))
    return FALSE;
  /* No clause of its own: neither "that" nor another subject. */
  for (guint i = at; i < self->limit && !is_mark (self, i); i++)
    {
      RcpSayingVerb other;

      if (rcp_quotation_reader_is (self, i, RCP_SAYING_THAT)
          || (i > at && rcp_saying_verb_read (self, i, &other) && !other.is_base))
        return FALSE;
      if (i > at && rcp_saying_has_finite (self, i, i + 1))
        return FALSE;
    }
  if (HAS (verb, RCP_SAYING_TELL))
    return TRUE;
  {
    guint date_end;

    return rcp_quotation_reader_match (self, at, self->limit, RCP_SAYING_MEDIUM_LEAD) > 0
           || rcp_quotation_reader_is_dated (self, at, &date_end);
  }
}

static gboolean
has_clause_before (const RcpQuotationReader *self, guint mark)
{
  return mark > self->first && (closes_quote (self, mark) || (mark > self->first && closes_quote (self, mark - 1))
                                || mark - self->first >= 4);
}

/* The mark before a token, a comma after a closing quotation mark or before it seen through; G_MAXUINT for none. */
static guint
get_mark_before (const RcpQuotationReader *self, guint token)
{
  if (token > self->first && (is_mark (self, token - 1) || word_at (self, token - 1)[0] == '.'))
    return token - 1;
  return G_MAXUINT;
}

static RcpTokens
content_before (const RcpQuotationReader *self, RcpTokens words)
{
  RcpTokens content = { self->first, words.first };
  guint mark = get_mark_before (self, words.first);

  if (mark != G_MAXUINT)
    {
      guint at = !closes_quote (self, mark) && mark > self->first ? mark - 1 : mark;
      const RcpQuotedSpan *span = closes_quote (self, at) ? rcp_quotation_reader_next_span (self, at) : NULL;
      const RcpQuotedSpan *inside = rcp_quotation_reader_find_span (self, words.first);

      if (inside)
        return (RcpTokens){ inside->open, inside->close + inside->is_closed };
      if (span && span->open < content.first)
        content.first = span->open;
    }
  if (words.end + 1 < self->limit && word_at (self, words.end)[0] == ','
      && (rcp_quotation_reader_get_opening (self, words.end + 1)
          || (words.first - self->first < MIN_SAID_BEFORE && mark != G_MAXUINT && word_at (self, mark)[0] == ','
              && !closes_quote (self, mark - (mark > self->first)))))
    content.end = self->limit;
  return content;
}

static gboolean
quotes_after_comma (const RcpQuotationReader *self, guint comma)
{
  return comma + 1 < self->limit && word_at (self, comma)[0] == ','
         && rcp_quotation_reader_get_opening (self, comma + 1) != NULL;
}

/* "…, a dit X", "…, said X", "…, X said": what is said stands before. */
static gboolean
read_after (RcpQuotationReader *self, const RcpSayingVerb *verb)
{
  guint mark = get_mark_before (self, verb->group.first);
  guint quotable = (1u << RCP_SAYING_SAY) | (1u << RCP_SAYING_STATE) | (1u << RCP_SAYING_ANNOUNCE)
                   | (1u << RCP_SAYING_QUOTE) | (1u << RCP_SAYING_TELL);
  guint end = rcp_quotation_reader_end_of_phrase (self, verb->group.end, self->limit);
  gboolean closes = mark != G_MAXUINT
                    && (closes_quote (self, mark) || (mark > self->first && closes_quote (self, mark - 1)));
  RcpTokens words = { verb->group.first, MAX (end, verb->group.end) }, source = { verb->group.end, end };
  RcpTokens group = { verb->group.first, verb->group.end };
  RcpSaying *saying;

  if (verb->is_gerund || (verb->kinds & quotable) == 0)
    return FALSE;
  /* What only quotes needs a quotation. */
  if ((verb->kinds & quotable) == (1u << RCP_SAYING_QUOTE) && !closes
      && rcp_quotation_reader_find_span (self, verb->group.first) == NULL)
    return FALSE;
  if (verb->pronoun)
    {
      if (mark == G_MAXUINT || mark == self->first)
        return FALSE;
      saying = rcp_saying_add (self, RCP_SAYING_FORM_AFTER, words, source, group, content_before (self, words));
      saying->source = (RcpTokens){ 0, 0 };
      rcp_saying_set_speaker (self, saying, verb->pronoun);
      return TRUE;
    }
  if (mark != G_MAXUINT && has_clause_before (self, mark) && !verb->is_base)
    {
      RcpTokens named = { rcp_saying_trim_days (self, source.first, source.end), source.end };
      guint that_end = MIN (self->limit, verb->group.end + 1);
      gboolean goes_on = rcp_quotation_reader_match (self, verb->group.end, self->limit, RCP_SAYING_THAT) > 0
                         || rcp_quotation_reader_get_opening (self, that_end - 1) != NULL
                         || (end < self->limit && word_at (self, end)[0] == ':');
      RcpTokens apposed;
      RcpTokens subject = rcp_saying_find_subject (self, verb->group.first, &apposed);
      gboolean many;

      if (self->french)
        for (guint i = named.first; i < named.end && !goes_on; i++)
          goes_on = is_word (self, i, "que") || is_word (self, i, "qu'");
      /* "Le préfet, venu sur place, a confirmé la mort…": the subject stands before. */
      if (!rcp_tokens_are_empty (apposed) && !closes && !rcp_saying_names_agent (self, named)
          && (HAS (verb, RCP_SAYING_ANNOUNCE) || rcp_speaker_pick (self, subject, &many) >= 0))
        goes_on = TRUE;
      /* In English an article begins what is announced as well as who announces it. */
      if (!self->french && !closes && !HAS (verb, RCP_SAYING_SAY))
        goes_on = TRUE;
      if (!goes_on && rcp_saying_begins_source (self, named))
        {
          saying = rcp_saying_add (self, RCP_SAYING_FORM_AFTER, words, named, group, content_before (self, words));
          set_subject_speaker (self, saying, rcp_saying_find_apposed_name (self, words.end));
          return TRUE;
        }
    }
  if (!self->french)
    {
      RcpTokens apposed;
      RcpTokens subject = rcp_saying_find_subject (self, verb->group.first, &apposed);
      guint before = rcp_tokens_are_empty (subject) ? G_MAXUINT : get_mark_before (self, subject.first);
      gboolean quoted;

      if (before == G_MAXUINT || before == self->first || !has_clause_before (self, before)
          || !rcp_saying_may_say (self, subject))
        return FALSE;
      quoted = closes_quote (self, before) || closes_quote (self, before - 1);
      if (!quoted && (!says_no_more (self, verb) || rcp_quotation_reader_get_opening (self, verb->group.end)))
        return FALSE;
      if ((quoted && rcp_quotation_reader_match (self, verb->group.end, self->limit, RCP_SAYING_THAT) > 0)
          || (verb->group.end < self->limit && word_at (self, verb->group.end)[0] == ':')
          || (!quoted && quotes_after_comma (self, verb->group.end)))
        return FALSE;
      subject = rcp_saying_settle_joined (self, subject);
      saying = rcp_saying_add (self, RCP_SAYING_FORM_AFTER, subject, subject, group, content_before (self, subject));
      if (quotes_after_comma (self, verb->group.end))
        saying->content.end = self->limit;
      set_subject_speaker (self, saying, apposed);
      return TRUE;
    }
  return FALSE;
}

/* "X said that…", "X a dit : « … »", "X a annoncé le départ…" */
static gboolean
read_before (RcpQuotationReader *self, const RcpSayingVerb *verb)
{
  const RcpQuotedSpan *span = NULL;
  guint first = verb->group.end;
  RcpTokens apposed;
  gboolean is_bare, has_content = find_content (self, verb, &first, &span, &is_bare);
  RcpSayingForm form = RCP_SAYING_FORM_SUBJECT;
  guint that = (1u << RCP_SAYING_SAY) | (1u << RCP_SAYING_STATE) | (1u << RCP_SAYING_ANNOUNCE)
               | (1u << RCP_SAYING_TELL);
  RcpTokens subject, content;
  RcpSaying *saying;

  if (verb->is_base && !has_content)
    return FALSE;
  if (has_content && !span && (verb->kinds & that) == 0)
    return FALSE;
  if (!has_content)
    {
      if ((HAS (verb, RCP_SAYING_ANNOUNCE) && !rcp_quotation_reader_is (self, verb->group.end, RCP_SAYING_GOVERNS))
          || (!self->french && (HAS (verb, RCP_SAYING_SAY)
                                || (HAS (verb, RCP_SAYING_TELL)
                                    && rcp_saying_has_finite (self, verb->group.end + 1, self->limit)))))
        first = verb->group.end;
      else
        form = RCP_SAYING_FORM_JUDGE;
      /* "…, he said." has nothing after it. */
      if (form == RCP_SAYING_FORM_SUBJECT && rcp_quotation_reader_is_stop (self, first))
        return FALSE;
    }
  else if (is_bare && (verb->kinds & that) == 0)
    form = RCP_SAYING_FORM_JUDGE;
  if (form == RCP_SAYING_FORM_JUDGE)
    {
      if (!HAS (verb, RCP_SAYING_JUDGE) && (!is_bare || first > verb->group.end + 1))
        return FALSE;
      for (guint i = verb->group.end; !span && i < MIN (self->limit, verb->group.end + QUOTE_REACH); i++)
        span = rcp_quotation_reader_get_opening (self, i);
      if (span == NULL)
        return FALSE;
      first = span->open;
    }
  if (verb->is_gerund)
    {
      RcpSaying *last = self->sayings->len ? &g_array_index (self->sayings, RcpSaying, self->sayings->len - 1) : NULL;
      RcpSaying copy;

      /* "…, a dit X, ajoutant que…": who spoke before in the sentence. */
      if (last == NULL || last->sentence != self->sentence || form == RCP_SAYING_FORM_JUDGE || !has_content)
        return FALSE;
      if (last->content.first == first)
        return FALSE;
      copy = *last;
      copy.form = RCP_SAYING_FORM_SUBJECT;
      copy.verb = (RcpTokens){ verb->group.first, verb->group.end };
      copy.content = (RcpTokens){ first, MAX (self->limit, span ? span->close + span->is_closed : 0) };
      g_array_append_val (self->sayings, copy);
      return TRUE;
    }
  subject = rcp_saying_settle_joined (self, rcp_saying_find_subject (self, verb->group.first, &apposed));
  if (!rcp_saying_may_say (self, subject))
    return FALSE;
  while (first < self->limit && is_mark (self, first) && !rcp_quotation_reader_get_opening (self, first))
    first++;
  content = (RcpTokens){ first, self->limit };
  if (form == RCP_SAYING_FORM_JUDGE)
    content.end = span->close + span->is_closed;
  else if (span && span->close + span->is_closed > content.end)
    content.end = span->close + span->is_closed;
  else if (!has_content && HAS (verb, RCP_SAYING_ANNOUNCE))
    content.end = find_comma (self, first);
  if (!has_content && !self->french && form == RCP_SAYING_FORM_SUBJECT)
    content.first = skip_hearer (self, verb, first);
  saying = rcp_saying_add (self, form, subject, subject, (RcpTokens){ verb->group.first, verb->group.end }, content);
  set_subject_speaker (self, saying, apposed);
  return TRUE;
}

/**
 * rcp_sayings_find:
 *
 * Finds in the sentence that is read who is said to say something, and adds it to the sayings.
 */
void
rcp_sayings_find (RcpQuotationReader *self)
{
  guint before = self->sayings->len;

  if (rcp_saying_read_goes_on (self))
    return;
  for (guint i = self->first; i < self->limit; i++)
    {
      RcpPhraseMatch match;
      RcpSayingVerb verb;
      gboolean quoted = rcp_quotation_reader_find_span (self, i) != NULL;

      if (!quoted && rcp_saying_lexicon_match (self->lexicon, self->text, i, self->limit, RCP_SAYING_ACCORDING, &match))
        {
          rcp_saying_read_origin (self, i, match.n_tokens);
          i += match.n_tokens - 1;
          continue;
        }
      if (!quoted && i == self->first
          && rcp_saying_lexicon_match (self->lexicon, self->text, i, self->limit, RCP_SAYING_ACCORDING_LOOSE, &match))
        {
          rcp_saying_read_loose_origin (self, i, match.n_tokens);
          continue;
        }
      if (!rcp_saying_verb_read (self, i, &verb))
        continue;
      /* Within a quotation only "…, a-t-il dit, …" is the article's. */
      if (quoted && !(self->french && verb.group.first > self->first && word_at (self, verb.group.first - 1)[0] == ','))
        continue;
      if (read_after (self, &verb) || (!quoted && !verb.pronoun && read_before (self, &verb)))
        i = MAX (i, verb.group.end - 1);
    }
  if (self->sayings->len == before)
    rcp_saying_read_colon (self);
}
