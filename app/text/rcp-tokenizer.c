#include "config.h"

#include <string.h>

#include "rcp-abbreviations-private.h"
#include "rcp-fold-private.h"
#include "rcp-segmenter-private.h"

/* Folded forms live as long as the whole and are many: one allocation for each would cost more than the folding. */
#define ARENA_BLOCK_BYTES (64 * 1024)

typedef enum
{
  CHARACTER_SPACE,
  CHARACTER_NEWLINE,
  CHARACTER_INVISIBLE,
  CHARACTER_LETTER,
  CHARACTER_DIGIT,
  CHARACTER_PUNCTUATION,
} CharacterKind;

static char *
arena_reserve (RcpSegmenter *self, gsize size)
{
  if (size > self->arena_left)
    {
      /* Folded words are hardly longer than the text, each with a byte at its end. */
      gsize text = self->text_end - self->text, block = MAX (size, MIN (ARENA_BLOCK_BYTES, text + text / 2 + 64));

      self->arena_at = g_malloc (block);
      self->arena_left = block;
      g_ptr_array_add (self->arena, self->arena_at);
    }
  return self->arena_at;
}

static const char *
arena_fold (RcpSegmenter *self, const char *text, gsize length)
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
arena_copy (RcpSegmenter *self, const char *text, gsize length)
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
  if (g_unichar_isalpha (*code) && *code != 0x02BC)
    return CHARACTER_LETTER;
  if (g_unichar_isdigit (*code))
    return CHARACTER_DIGIT;
  return g_unichar_isspace (*code) || g_unichar_iscntrl (*code) ? CHARACTER_SPACE : CHARACTER_PUNCTUATION;
}

static gboolean
is_apostrophe (gunichar code)
{
  return code == '\'' || code == '`' || code == 0xB4 || code == 0x2019 || code == 0x02BC;
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
is_possessive (RcpSegmenter *self, const char *at, guint apostrophe_bytes)
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

/* How a byte of ASCII stands in a word. */
typedef enum
{
  PART_NONE,
  PART_LETTER,
  PART_CAPITAL,
  PART_DIGIT,
} PartOfWord;

static PartOfWord
part_of_word (guchar c)
{
  return c >= 'a' && c <= 'z'   ? PART_LETTER
         : c >= 'A' && c <= 'Z' ? PART_CAPITAL
         : c >= '0' && c <= '9' ? PART_DIGIT
                                : PART_NONE;
}

/* Reads the word that begins at @at; returns its end. */
static const char *
read_word (RcpSegmenter *self, const char *at, RcpToken *token)
{
  const char *from = at;
  guint n_letters = 0, n_capitals = 0, n_digits = 0;
  gboolean first = TRUE;

  while (at < self->text_end)
    {
      gunichar code;
      guint n_bytes;
      CharacterKind kind;
      PartOfWord part = part_of_word (*at);

      /* Most of a text is this. */
      if (part != PART_NONE)
        {
          n_digits += part == PART_DIGIT;
          n_letters += part != PART_DIGIT;
          n_capitals += part == PART_CAPITAL;
          if (first && part == PART_CAPITAL)
            token->flags |= RCP_TOKEN_CAPITALISED;
          first = FALSE;
          token->end++;
          at++;
          continue;
        }
      kind = read_character (at, &code, &n_bytes);
      if (kind == CHARACTER_LETTER)
        {
          /* No letter before these is both small and capital. */
          gboolean capital = g_unichar_isupper (code) || (code >= 0x1C4 && g_unichar_istitle (code));

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

static const char *
fold_token (RcpSegmenter *self, const RcpToken *token, gunichar mark)
{
  const char *text = self->text + token->offset_bytes;

  if (token->kind != RCP_TOKEN_PUNCTUATION)
    return arena_fold (self, text, token->length_bytes);
  return is_apostrophe (mark) || mark == 0x2018 ? "'" : arena_copy (self, text, token->length_bytes);
}

/** rcp_segmenter_run: reads all tokens of the text. Returns: how many code points it has. */
guint
rcp_segmenter_run (RcpSegmenter *self)
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
              && rcp_segmenter_token_at (self, self->tokens->len - 1)->kind != RCP_TOKEN_PUNCTUATION
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
      token.folded = fold_token (self, &token, code);
      rcp_segmenter_append (self, &token, code);
    }
  rcp_segmenter_end_paragraph (self);
  return position;
}
