#include "config.h"

#include <string.h>

#include "rcp-abbreviations-private.h"
#include "rcp-segmenter-private.h"

/* The longest titles of the news corpora of the tests have 150 characters. */
#define HEADING_MAX_CHARACTERS 160
#define HEADING_MAX_QUESTION_CHARACTERS 120
#define HEADING_MAX_SENTENCES 3

typedef enum
{
  ROLE_OTHER,
  ROLE_STOP,      /* . */
  ROLE_STRONG,    /* ! ? and what ends sentences in other scripts */
  ROLE_ELLIPSIS,  /* … */
  ROLE_OPENER,    /* brackets, quotation marks, dashes, bullets: may begin a sentence */
  ROLE_CLOSER,    /* brackets and quotation marks: belong to the sentence before */
} Role;

static gboolean
is_bullet (const RcpToken *token)
{
  static const char *const bullets[] = { "-", "–", "—", "•", "·", "*", "▪", "‣", "◦", "■", "►", "▶", "→", "✓", "➜" };

  if (token->kind != RCP_TOKEN_PUNCTUATION)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (bullets); i++)
    if (strcmp (token->folded, bullets[i]) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_mostly_set_aside (RcpSegmenter *self, RcpRange range)
{
  guint common = 0;

  while (self->set_aside_at < self->n_set_aside
         && self->set_aside[self->set_aside_at].range.end <= range.start)
    self->set_aside_at++;
  for (guint i = self->set_aside_at; i < self->n_set_aside && self->set_aside[i].range.start < range.end; i++)
    common += rcp_range_common (self->set_aside[i].range, range);
  return common * 2 > rcp_range_length (range);
}

/* Ends the sentence before token @end. */
static void
end_sentence (RcpSegmenter *self, guint end)
{
  RcpSentence sentence = { 0 };

  self->stop_pending = FALSE;
  if (end <= self->first_token)
    return;
  sentence.range.start = rcp_segmenter_token_at (self, self->first_token)->start;
  sentence.range.end = rcp_segmenter_token_at (self, end - 1)->end;
  sentence.first_token = self->first_token;
  sentence.n_tokens = end - self->first_token;
  sentence.paragraph = self->paragraph;
  sentence.is_set_aside = is_mostly_set_aside (self, sentence.range);
  g_array_append_val (self->sentences, sentence);
  self->first_token = end;
  self->has_word = FALSE;
  /* Openers read ahead of the decision belong to the sentence that begins with them. */
  for (guint i = end; i < self->tokens->len; i++)
    rcp_segmenter_token_at (self, i)->sentence = self->sentences->len;
}

static void
mark_heading (RcpSegmenter *self)
{
  guint first = self->paragraph_sentence, n = self->sentences->len - first;
  RcpSentence *sentences = &g_array_index (self->sentences, RcpSentence, first);
  const RcpToken *last;
  guint i, characters;
  gboolean has_word = FALSE;

  if (n == 0 || n > HEADING_MAX_SENTENCES)
    return;
  characters = sentences[n - 1].range.end - sentences[0].range.start;
  if (characters > HEADING_MAX_CHARACTERS || is_bullet (rcp_segmenter_token_at (self, sentences[0].first_token)))
    return;

  i = sentences[n - 1].first_token + sentences[n - 1].n_tokens - 1;
  while (i > sentences[n - 1].first_token && rcp_segmenter_token_at (self, i)->kind == RCP_TOKEN_PUNCTUATION
         && strstr ("\"»”’)]'", rcp_segmenter_token_at (self, i)->folded))
    i--;
  last = rcp_segmenter_token_at (self, i);
  if (last->kind == RCP_TOKEN_PUNCTUATION)
    {
      if (strcmp (last->folded, "?") == 0)
        {
          if (n > 1 || characters > HEADING_MAX_QUESTION_CHARACTERS)
            return;
        }
      else if (strstr (".!…,;", last->folded))
        return;
    }

  for (i = sentences[0].first_token; !has_word && i < sentences[n - 1].first_token + sentences[n - 1].n_tokens; i++)
    if (rcp_segmenter_token_at (self, i)->kind == RCP_TOKEN_WORD || rcp_segmenter_token_at (self, i)->kind == RCP_TOKEN_MIXED)
      {
        has_word = TRUE;
        if (g_unichar_islower (g_utf8_get_char (self->text + rcp_segmenter_token_at (self, i)->offset_bytes)))
          return;
      }
  if (!has_word)
    return;
  for (i = 0; i < n; i++)
    sentences[i].is_heading = TRUE;
}

/** rcp_segmenter_end_paragraph: ends the sentence and the paragraph before the next token. */
void
rcp_segmenter_end_paragraph (RcpSegmenter *self)
{
  end_sentence (self, self->tokens->len);
  if (self->sentences->len > self->paragraph_sentence)
    {
      mark_heading (self);
      self->paragraph++;
      self->paragraph_sentence = self->sentences->len;
    }
  self->guillemets = self->curly_quotes = self->low_quotes = 0;
  self->straight_quote = FALSE;
}

/* What a mark does, and the quotation it opens or closes. */
static Role
read_mark (RcpSegmenter *self, gunichar code)
{
  switch (code)
    {
    case '.':
      return ROLE_STOP;
    case 0x2026:
      return ROLE_ELLIPSIS;
    case '!':
    case '?':
    case 0x203C:
    case 0x2047:
    case 0x2048:
    case 0x2049:
    case 0x061F:
    case 0x06D4:
    case 0x0964:
    case 0x3002:
    case 0xFF01:
    case 0xFF1F:
      return ROLE_STRONG;
    case 0xAB:
      self->guillemets++;
      return ROLE_OPENER;
    case 0xBB:
      if (self->guillemets > 0)
        self->guillemets--;
      return ROLE_CLOSER;
    case 0x201E:
      self->low_quotes++;
      return ROLE_OPENER;
    case 0x201C:
      if (self->low_quotes > 0)
        {
          self->low_quotes--;
          return ROLE_CLOSER;
        }
      self->curly_quotes++;
      return ROLE_OPENER;
    case 0x201D:
      if (self->curly_quotes > 0)
        self->curly_quotes--;
      else if (self->low_quotes > 0)
        self->low_quotes--;
      return ROLE_CLOSER;
    case '"':
      self->straight_quote = !self->straight_quote;
      return self->straight_quote ? ROLE_OPENER : ROLE_CLOSER;
    case '\'':
    case 0x2019:
      return self->space_before ? ROLE_OPENER : ROLE_CLOSER;
    case ')':
    case ']':
    case '}':
    case 0x203A:
    case 0x300D:
    case 0xFF09:
      return ROLE_CLOSER;
    case '(':
    case '[':
    case '{':
    case 0x2018:
    case 0x2039:
    case 0x300C:
    case '-':
    case 0x2013:
    case 0x2014:
    case 0x2022:
    case 0xB7:
    case '*':
    case 0xBF:
    case 0xA1:
      return ROLE_OPENER;
    default:
      return ROLE_OTHER;
    }
}

/* Whether the "." after token @before ends its sentence, where token @after is the word that follows. */
static gboolean
stop_ends_sentence (RcpSegmenter *self, const RcpToken *after)
{
  const RcpToken *stop = rcp_segmenter_token_at (self, self->stop_token);
  const RcpToken *before = self->stop_token > self->first_token ? stop - 1 : NULL;
  gboolean is_number = g_ascii_isdigit (after->folded[0]);
  gboolean opens = rcp_is_sentence_opener (after->folded, strlen (after->folded));
  gunichar first = g_utf8_get_char (self->text + after->offset_bytes);
  guint letters;

  if (g_unichar_islower (first))
    return FALSE;
  if (self->stop_strong)
    return self->stop_separated || !is_number;
  if (before == NULL || !(stop->flags & RCP_TOKEN_GLUED))
    return before != NULL && self->stop_separated;
  /* "1." at the head of a line numbers it. */
  if (before->kind == RCP_TOKEN_NUMBER && self->stop_token == self->first_token + 1)
    return FALSE;

  letters = before->end - before->start;
  if (!self->stop_separated)
    {
      /* No space after the stop: an address, a number, an acronym; or two sentences that a capture has glued together. */
      return !is_number && before->kind == RCP_TOKEN_WORD && letters >= 3 && !(before->flags & RCP_TOKEN_CAPITALISED)
             && (after->flags & RCP_TOKEN_CAPITALISED) && !(after->flags & RCP_TOKEN_ALL_CAPITALS);
    }
  if (before->kind != RCP_TOKEN_WORD)
    return TRUE;
  if (letters <= 6)
    switch (rcp_abbreviation_find (before->folded, self->french, self->english))
      {
      case RCP_ABBREVIATION_TITLE:
        return FALSE;
      case RCP_ABBREVIATION_OPEN:
        return opens;
      case RCP_ABBREVIATION_NUMBER:
        if (is_number)
          return FALSE;
        break;
      case RCP_ABBREVIATION_NONE:
      default:
        break;
      }
  if (letters == 1 && (before->flags & RCP_TOKEN_GLUED) && self->stop_token >= self->first_token + 2
      && strchr (".-", (before - 1)->folded[0]))
    return opens; /* the last letter of "U.S.", "a.m.", "c.-à-d." */
  if (letters == 1 && strcmp (before->folded, "x") == 0 && self->stop_token >= self->first_token + 2
      && (strcmp ((before - 1)->folded, "sur") == 0 || strcmp ((before - 1)->folded, "on") == 0))
    return TRUE; /* "wrote on X.": the place of that name, where nobody's initial stands */
  if (letters == 1 && (before->flags & RCP_TOKEN_CAPITALISED))
    return opens; /* an initial */
  return TRUE;
}

/* Tells what the token just appended, a mark, does to a stop that waits for its decision. */
static void
follow_with_mark (RcpSegmenter *self, Role role)
{
  guint index = self->tokens->len - 1;

  if (!self->stop_pending)
    {
      if (role == ROLE_STOP || role == ROLE_STRONG || role == ROLE_ELLIPSIS)
        {
          self->stop_pending = TRUE;
          self->stop_strong = role != ROLE_STOP;
          self->stop_separated = FALSE;
          self->stop_token = index;
          self->next_start = G_MAXUINT;
        }
      return;
    }

  if (self->space_before)
    self->stop_separated = TRUE;
  switch (role)
    {
    case ROLE_STOP:
    case ROLE_STRONG:
    case ROLE_ELLIPSIS:
      if (self->next_start != G_MAXUINT)
        self->stop_pending = FALSE;
      else if (!self->space_before || role != ROLE_STOP)
        self->stop_strong = TRUE;
      break;
    case ROLE_CLOSER:
      if (self->next_start == G_MAXUINT)
        self->stop_separated = TRUE;
      break;
    case ROLE_OPENER:
      if (!self->stop_separated && !self->stop_strong)
        self->stop_pending = FALSE;
      else if (self->next_start == G_MAXUINT)
        self->next_start = index;
      break;
    case ROLE_OTHER:
    default:
      self->stop_pending = FALSE;
      break;
    }
}

/**
 * rcp_segmenter_append:
 * @token: a token with its place, kind and folded form; its sentence and other flags are set here
 * @mark: the character, of a mark of punctuation
 *
 * Appends a token; breaks that must come before it are made first.
 */
void
rcp_segmenter_append (RcpSegmenter *self, RcpToken *token, gunichar mark)
{
  gboolean was_inside, is_inside;
  Role role = ROLE_OTHER;

  if (!self->space_before && self->tokens->len > 0)
    token->flags |= RCP_TOKEN_GLUED;

  if (self->newlines > 0 && (!self->wrapped || self->newlines > 1 || is_bullet (token)))
    rcp_segmenter_end_paragraph (self);
  while (self->next_edge < 2 * self->n_set_aside)
    {
      RcpRange range = self->set_aside[self->next_edge / 2].range;

      if (token->start < (self->next_edge % 2 ? range.end : range.start))
        break;
      end_sentence (self, self->tokens->len);
      self->next_edge++;
    }

  was_inside = self->guillemets || self->curly_quotes || self->low_quotes || self->straight_quote;
  if (token->kind == RCP_TOKEN_PUNCTUATION)
    role = read_mark (self, mark);
  is_inside = self->guillemets || self->curly_quotes || self->low_quotes || self->straight_quote;
  if (was_inside && is_inside)
    token->flags |= RCP_TOKEN_IN_QUOTES;

  token->sentence = self->sentences->len;
  if (token->kind != RCP_TOKEN_PUNCTUATION)
    {
      if (self->stop_pending)
        {
          self->stop_separated |= self->space_before;
          if (stop_ends_sentence (self, token))
            end_sentence (self, self->next_start != G_MAXUINT ? self->next_start : self->tokens->len);
          self->stop_pending = FALSE;
          token->sentence = self->sentences->len;
        }
      if (!self->has_word)
        {
          self->has_word = TRUE;
          token->flags |= RCP_TOKEN_SENTENCE_START;
        }
    }
  g_array_append_val (self->tokens, *token);
  if (token->kind == RCP_TOKEN_PUNCTUATION)
    follow_with_mark (self, role);
  self->newlines = 0;
  self->space_before = FALSE;
}
