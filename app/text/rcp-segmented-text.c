#include "config.h"

#include "rcp-segmented-text.h"

#include <string.h>

#include "rcp-abbreviations-private.h"
#include "rcp-document.h"
#include "rcp-fold-private.h"

G_DEFINE_BOXED_TYPE (RcpSegmentedText, rcp_segmented_text, rcp_segmented_text_ref, rcp_segmented_text_unref)

/* Folded forms live as long as the whole and are many: one allocation for each would cost more than the folding. */
#define ARENA_BLOCK_BYTES (64 * 1024)

/* Where lines are cut by a program, and not by a writer: RFC 3676 recommends 66 to 78 characters, old captures go to 100. */
#define WRAPPED_MIN_BYTES 40
#define WRAPPED_MAX_BYTES 110
#define WRAPPED_MIN_LINES 3
#define WRAPPED_SAMPLE_BYTES (256 * 1024)

/* The longest titles of the news corpora of the tests have 150 characters. */
#define HEADING_MAX_CHARACTERS 160
#define HEADING_MAX_QUESTION_CHARACTERS 120
#define HEADING_MAX_SENTENCES 3

typedef enum
{
  CHARACTER_SPACE,
  CHARACTER_NEWLINE,
  CHARACTER_INVISIBLE,
  CHARACTER_LETTER,
  CHARACTER_DIGIT,
  CHARACTER_PUNCTUATION,
} CharacterKind;

typedef enum
{
  ROLE_OTHER,
  ROLE_STOP,      /* . */
  ROLE_STRONG,    /* ! ? and what ends sentences in other scripts */
  ROLE_ELLIPSIS,  /* … */
  ROLE_OPENER,    /* brackets, quotation marks, dashes, bullets: may begin a sentence */
  ROLE_CLOSER,    /* brackets and quotation marks: belong to the sentence before */
} Role;

typedef struct
{
  /* borrowed */
  const char *text;
  const char *text_end;
  const RcpSetAside *set_aside;
  guint n_set_aside;

  /* owned, given to the result */
  GArray *tokens;
  GArray *sentences;
  GPtrArray *arena;

  /* plain: the text */
  gboolean french;
  gboolean english;
  gboolean wrapped;
  char *arena_at;
  gsize arena_left;
  guint next_edge; /* of the stretches set aside: twice the index, plus one for its end */
  guint set_aside_at;

  /* plain: the paragraph and the sentence being read */
  guint paragraph;
  guint paragraph_sentence;
  guint first_token;
  gboolean has_word;
  guint newlines;
  gboolean space_before;
  guint guillemets;
  guint curly_quotes;
  guint low_quotes;
  gboolean straight_quote;

  /* plain: a stop has been read and the next word decides what it was */
  gboolean stop_pending;
  gboolean stop_strong;    /* something other than one "." */
  gboolean stop_separated; /* white space or a closing mark stands after it */
  guint stop_token;
  guint next_start; /* where the next sentence would begin; G_MAXUINT until an opener is met */
} Segmenter;

static char *
arena_reserve (Segmenter *self, gsize size)
{
  if (size > self->arena_left)
    {
      gsize block = MAX (size, ARENA_BLOCK_BYTES);

      self->arena_at = g_malloc (block);
      self->arena_left = block;
      g_ptr_array_add (self->arena, self->arena_at);
    }
  return self->arena_at;
}

static const char *
arena_fold (Segmenter *self, const char *text, gsize length)
{
  char *room = arena_reserve (self, length + 1);
  gsize n_folded = rcp_fold_fast (text, length, room);

  if (n_folded == G_MAXSIZE)
    {
      g_autofree char *folded = rcp_fold_n (text, length);

      n_folded = strlen (folded);
      room = arena_reserve (self, n_folded + 1);
      memcpy (room, folded, n_folded);
    }
  room[n_folded] = '\0';
  self->arena_at += n_folded + 1;
  self->arena_left -= n_folded + 1;
  return room;
}

static const char *
arena_copy (Segmenter *self, const char *text, gsize length)
{
  char *room = arena_reserve (self, length + 1);

  memcpy (room, text, length);
  room[length] = '\0';
  self->arena_at += length + 1;
  self->arena_left -= length + 1;
  return room;
}

/* Reads the character at @at, which is not the end. */
static CharacterKind
read_character (const char *at, gunichar *code, guint *n_bytes)
{
  guchar c = *at;

  if (c < 0x80)
    {
      *code = c;
      *n_bytes = 1;
      if (g_ascii_isalpha (c))
        return CHARACTER_LETTER;
      if (g_ascii_isdigit (c))
        return CHARACTER_DIGIT;
      if (c == '\n')
        return CHARACTER_NEWLINE;
      return c <= ' ' || c == 0x7F ? CHARACTER_SPACE : CHARACTER_PUNCTUATION;
    }
  *code = g_utf8_get_char (at);
  *n_bytes = g_utf8_skip[c];
  if (c >= 0xC3 && c <= 0xC5)
    return *code == 0xD7 || *code == 0xF7 ? CHARACTER_PUNCTUATION : CHARACTER_LETTER;
  if (*code == 0xAD || (*code >= 0x200B && *code <= 0x200F) || *code == 0x2060 || *code == 0xFEFF
      || (*code >= 0xFE00 && *code <= 0xFE0F) || g_unichar_ismark (*code))
    return CHARACTER_INVISIBLE;
  if (g_unichar_isalpha (*code))
    return CHARACTER_LETTER;
  if (g_unichar_isdigit (*code))
    return CHARACTER_DIGIT;
  return g_unichar_isspace (*code) || g_unichar_iscntrl (*code) ? CHARACTER_SPACE : CHARACTER_PUNCTUATION;
}

static gboolean
is_apostrophe (gunichar code)
{
  return code == '\'' || code == 0x2019 || code == 0x02BC;
}

static RcpToken *
token_at (Segmenter *self, guint index)
{
  return &g_array_index (self->tokens, RcpToken, index);
}

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
is_mostly_set_aside (Segmenter *self, RcpRange range)
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
end_sentence (Segmenter *self, guint end)
{
  RcpSentence sentence = { 0 };

  self->stop_pending = FALSE;
  if (end <= self->first_token)
    return;
  sentence.range.start = token_at (self, self->first_token)->start;
  sentence.range.end = token_at (self, end - 1)->end;
  sentence.first_token = self->first_token;
  sentence.n_tokens = end - self->first_token;
  sentence.paragraph = self->paragraph;
  sentence.is_set_aside = is_mostly_set_aside (self, sentence.range);
  g_array_append_val (self->sentences, sentence);
  self->first_token = end;
  self->has_word = FALSE;
  /* Openers read ahead of the decision belong to the sentence that begins with them. */
  for (guint i = end; i < self->tokens->len; i++)
    token_at (self, i)->sentence = self->sentences->len;
}

static void
mark_heading (Segmenter *self)
{
  guint first = self->paragraph_sentence, n = self->sentences->len - first;
  RcpSentence *sentences = &g_array_index (self->sentences, RcpSentence, first);
  const RcpToken *last;
  guint i, characters;
  gboolean has_word = FALSE;

  if (n == 0 || n > HEADING_MAX_SENTENCES)
    return;
  characters = sentences[n - 1].range.end - sentences[0].range.start;
  if (characters > HEADING_MAX_CHARACTERS || is_bullet (token_at (self, sentences[0].first_token)))
    return;

  i = sentences[n - 1].first_token + sentences[n - 1].n_tokens - 1;
  while (i > sentences[n - 1].first_token && token_at (self, i)->kind == RCP_TOKEN_PUNCTUATION
         && strstr ("\"»”’)]'", token_at (self, i)->folded))
    i--;
  last = token_at (self, i);
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
    if (token_at (self, i)->kind == RCP_TOKEN_WORD || token_at (self, i)->kind == RCP_TOKEN_MIXED)
      {
        has_word = TRUE;
        if (g_unichar_islower (g_utf8_get_char (self->text + token_at (self, i)->offset_bytes)))
          return;
      }
  if (!has_word)
    return;
  for (i = 0; i < n; i++)
    sentences[i].is_heading = TRUE;
}

static void
end_paragraph (Segmenter *self)
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
read_mark (Segmenter *self, gunichar code)
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
stop_ends_sentence (Segmenter *self, const RcpToken *after)
{
  const RcpToken *stop = token_at (self, self->stop_token);
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
  if (letters == 1 && (before->flags & RCP_TOKEN_CAPITALISED))
    return opens; /* an initial */
  return TRUE;
}

/* Tells what the token just appended, a mark, does to a stop that waits for its decision. */
static void
follow_with_mark (Segmenter *self, Role role)
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

/* Appends a token; breaks that must come before it are made here. */
static void
append_token (Segmenter *self, RcpToken *token, gunichar mark)
{
  gboolean was_inside, is_inside;
  Role role = ROLE_OTHER;

  if (token->kind != RCP_TOKEN_PUNCTUATION)
    token->folded = arena_fold (self, self->text + token->offset_bytes, token->length_bytes);
  else if (is_apostrophe (mark) || mark == 0x2018)
    token->folded = "'";
  else
    token->folded = arena_copy (self, self->text + token->offset_bytes, token->length_bytes);
  if (!self->space_before && self->tokens->len > 0)
    token->flags |= RCP_TOKEN_GLUED;

  if (self->newlines > 0 && (!self->wrapped || self->newlines > 1 || is_bullet (token)))
    end_paragraph (self);
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

static gboolean
begins_with_vowel (const char *at)
{
  char folded[8];
  gsize n = rcp_fold_fast (at, g_utf8_skip[(guchar) *at], folded);

  return n != G_MAXSIZE && n > 0 && strchr ("aeiouyh", folded[0]) != NULL;
}

/* Whether the apostrophe at @at begins the English "’s". */
static gboolean
is_possessive (Segmenter *self, const char *at, guint apostrophe_bytes)
{
  const char *s = at + apostrophe_bytes;
  gunichar code;
  guint n_bytes;
  CharacterKind kind;

  if (!self->english || s >= self->text_end || (*s != 's' && *s != 'S'))
    return FALSE;
  if (s + 1 >= self->text_end)
    return TRUE;
  kind = read_character (s + 1, &code, &n_bytes);
  return kind != CHARACTER_LETTER && kind != CHARACTER_DIGIT && kind != CHARACTER_INVISIBLE && !is_apostrophe (code);
}

/* Reads the word that begins at @at; returns its end. */
static const char *
read_word (Segmenter *self, const char *at, RcpToken *token)
{
  const char *from = at;
  guint n_letters = 0, n_capitals = 0, n_digits = 0;
  gboolean first = TRUE;

  while (at < self->text_end)
    {
      gunichar code;
      guint n_bytes;
      CharacterKind kind = read_character (at, &code, &n_bytes);

      if (kind == CHARACTER_LETTER)
        {
          gboolean capital = code < 0x80 ? g_ascii_isupper (code) : g_unichar_isupper (code) || g_unichar_istitle (code);

          n_letters++;
          n_capitals += capital;
          if (first && capital)
            token->flags |= RCP_TOKEN_CAPITALISED;
        }
      else if (kind == CHARACTER_DIGIT)
        n_digits++;
      else if (kind == CHARACTER_PUNCTUATION && is_apostrophe (code) && n_letters > 0)
        {
          const char *next = at + n_bytes;
          char letters[8];
          gsize n_folded = at - from <= 7 ? rcp_fold_fast (from, at - from, letters) : G_MAXSIZE;
          gunichar next_code = 0;
          guint next_bytes = 0;
          CharacterKind next_kind = CHARACTER_SPACE;

          if (next < self->text_end)
            next_kind = read_character (next, &next_code, &next_bytes);
          if (n_folded != G_MAXSIZE && n_digits == 0 && rcp_is_elided (letters, n_folded, !self->french)
              && (next_kind == CHARACTER_LETTER ? begins_with_vowel (next) : self->french))
            {
              token->end++;
              at = next;
              break;
            }
          if (next_kind != CHARACTER_LETTER || is_possessive (self, at, n_bytes))
            break;
        }
      else if (kind != CHARACTER_INVISIBLE)
        break;
      first = FALSE;
      token->end++;
      at += n_bytes;
    }

  token->kind = n_letters == 0 ? RCP_TOKEN_NUMBER : n_digits > 0 ? RCP_TOKEN_MIXED : RCP_TOKEN_WORD;
  if (n_letters >= 2 && n_capitals == n_letters)
    token->flags |= RCP_TOKEN_ALL_CAPITALS;
  return at;
}

/* Whether the lines are cut by their length: they are short, and sentences run on from one to the next. */
static gboolean
lines_are_wrapped (const char *text, gsize length)
{
  const char *end = text + MIN (length, WRAPPED_SAMPLE_BYTES);
  guint n_followed = 0, n_fitting = 0, n_running_on = 0, n_too_long = 0;

  for (const char *line = text; line < end;)
    {
      const char *stop = memchr (line, '\n', end - line);
      const char *last;

      if (stop == NULL || stop + 1 >= end)
        break;
      for (last = stop; last > line && g_ascii_isspace (last[-1]);)
        last--;
      if (last - line > WRAPPED_MAX_BYTES)
        n_too_long++;
      else if (last > line && stop[1] != '\n' && stop[1] != '\r')
        {
          const char *next = stop + 1;

          n_followed++;
          n_fitting += last - line >= WRAPPED_MIN_BYTES;
          while (next < end && *next == ' ')
            next++;
          n_running_on += next < end && g_unichar_islower (g_utf8_get_char_validated (next, end - next));
        }
      line = stop + 1;
    }
  return n_followed >= WRAPPED_MIN_LINES && n_too_long * 10 <= n_followed && n_fitting * 5 >= n_followed * 3
         && n_running_on * 10 >= n_followed * 3;
}

static void
segment (Segmenter *self)
{
  const char *at = self->text;
  guint position = 0;

  self->space_before = TRUE;
  while (at < self->text_end)
    {
      RcpToken token = { 0 };
      gunichar code;
      guint n_bytes;
      const char *next;

      switch (read_character (at, &code, &n_bytes))
        {
        case CHARACTER_NEWLINE:
          self->newlines++;
          self->space_before = TRUE;
          at++;
          position++;
          continue;
        case CHARACTER_SPACE:
          self->space_before = TRUE;
          at += n_bytes;
          position++;
          continue;
        case CHARACTER_INVISIBLE:
          at += n_bytes;
          position++;
          continue;
        case CHARACTER_LETTER:
        case CHARACTER_DIGIT:
          token.start = token.end = position;
          next = read_word (self, at, &token);
          code = 0;
          break;
        case CHARACTER_PUNCTUATION:
        default:
          token.start = position;
          if (is_apostrophe (code) && !self->space_before && self->tokens->len > 0
              && token_at (self, self->tokens->len - 1)->kind != RCP_TOKEN_PUNCTUATION
              && is_possessive (self, at, n_bytes))
            {
              token.kind = RCP_TOKEN_WORD;
              token.end = position + 2;
              next = at + n_bytes + 1;
            }
          else
            {
              token.kind = RCP_TOKEN_PUNCTUATION;
              token.end = position + 1;
              next = at + n_bytes;
            }
          break;
        }
      token.offset_bytes = at - self->text;
      token.length_bytes = next - at;
      position = token.end;
      at = next;
      append_token (self, &token, code);
    }
  end_paragraph (self);
}

/**
 * rcp_segmented_text_new:
 * @text: UTF-8, lines ending in "\n"
 * @language: (nullable): "fr" or "en"; with any other the abbreviations of both count
 * @set_aside: (nullable) (element-type RcpSetAside): stretches that are no part of the article, in order; a sentence never
 *   crosses their edges
 *
 * Cuts a text into paragraphs, sentences and tokens in one pass whose time and memory grow with its length. A paragraph
 * is a line, or in a text whose lines are cut by their length a block between empty lines. Quotation marks themselves
 * are not %RCP_TOKEN_IN_QUOTES; a quotation that is not closed ends with its paragraph.
 *
 * Returns: (transfer full): the segmented text. Any thread.
 */
RcpSegmentedText *
rcp_segmented_text_new (const char *text, const char *language, const GArray *set_aside)
{
  RcpSegmentedText *self;
  Segmenter segmenter = { 0 };
  const char *end;

  g_return_val_if_fail (text != NULL, NULL);

  self = g_new0 (RcpSegmentedText, 1);
  g_atomic_ref_count_init (&self->refs);
  self->text = g_utf8_validate (text, -1, &end) ? g_strdup (text) : g_utf8_make_valid (text, -1);
  self->length_bytes = strlen (self->text);
  self->length = g_utf8_strlen (self->text, self->length_bytes);
  self->language = g_strdup (g_strcmp0 (language, "fr") == 0 || g_strcmp0 (language, "en") == 0 ? language : "");

  segmenter.text = self->text;
  segmenter.text_end = self->text + self->length_bytes;
  segmenter.french = strcmp (self->language, "en") != 0;
  segmenter.english = strcmp (self->language, "fr") != 0;
  segmenter.wrapped = lines_are_wrapped (self->text, self->length_bytes);
  segmenter.tokens = g_array_new (FALSE, FALSE, sizeof (RcpToken));
  segmenter.sentences = g_array_new (FALSE, FALSE, sizeof (RcpSentence));
  segmenter.arena = g_ptr_array_new_with_free_func (g_free);
  if (set_aside)
    {
      segmenter.set_aside = (const RcpSetAside *) (gpointer) set_aside->data;
      segmenter.n_set_aside = set_aside->len;
    }
  segment (&segmenter);

  self->n_tokens = segmenter.tokens->len;
  self->tokens = (RcpToken *) (gpointer) g_array_free (segmenter.tokens, FALSE);
  self->n_sentences = segmenter.sentences->len;
  self->sentences = (RcpSentence *) (gpointer) g_array_free (segmenter.sentences, FALSE);
  self->arena = segmenter.arena;
  return self;
}

RcpSegmentedText *
rcp_segmented_text_ref (RcpSegmentedText *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
rcp_segmented_text_unref (RcpSegmentedText *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_free (self->text);
  g_free (self->language);
  g_free (self->tokens);
  g_free (self->sentences);
  g_ptr_array_unref (self->arena);
  g_free (self);
}

/* From a code point to its place in the text, starting from the nearest token before it. */
static const char *
pointer_at (const RcpSegmentedText *self, guint position)
{
  guint index = rcp_segmented_text_find_token (self, position);
  const char *at = self->text;
  guint from = 0;

  if (index < self->n_tokens && self->tokens[index].start <= position)
    {
      at += self->tokens[index].offset_bytes;
      from = self->tokens[index].start;
    }
  else if (index > 0)
    {
      at += self->tokens[index - 1].offset_bytes + self->tokens[index - 1].length_bytes;
      from = self->tokens[index - 1].end;
    }
  return g_utf8_offset_to_pointer (at, MIN (position, self->length) - from);
}

/**
 * rcp_segmented_text_dup_range:
 * @range: code points; what lies beyond the end is left out
 *
 * Returns: (transfer full): that part of the text.
 */
char *
rcp_segmented_text_dup_range (const RcpSegmentedText *self, RcpRange range)
{
  const char *from, *to;

  g_return_val_if_fail (self != NULL, NULL);

  if (range.start >= range.end || range.start >= self->length)
    return g_strdup ("");
  from = pointer_at (self, range.start);
  to = pointer_at (self, range.end);
  return g_strndup (from, to - from);
}

/**
 * rcp_segmented_text_find_token:
 * @position: a code point
 *
 * Returns: the index of the first token that ends after @position, so the one that holds it or else the next one;
 *   the number of tokens where there is none.
 */
guint
rcp_segmented_text_find_token (const RcpSegmentedText *self, guint position)
{
  guint low = 0, high = self->n_tokens;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (self->tokens[middle].end > position)
        high = middle;
      else
        low = middle + 1;
    }
  return low;
}
