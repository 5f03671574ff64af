#include "config.h"

#include <string.h>

#include "rcp-date-shape.h"
#include "rcp-date-tree.h"

/* Digits of a token, at most nine of them; the length of the run, 0 where it begins otherwise. */
static guint
leading_digits (const char *text, guint length, int *value)
{
  guint n = 0;

  *value = 0;
  while (n < length && n < 9 && g_ascii_isdigit (text[n]))
    *value = *value * 10 + (text[n++] - '0');
  return n < length && g_ascii_isdigit (text[n]) ? 0 : n;
}

static int
roman_value (const char *text, guint length)
{
  static const char letters[] = "IVXLC";
  static const int values[] = { 1, 5, 10, 50, 100 };
  int total = 0, previous = 0;
  guint n = 0;

  while (n < length && strchr (letters, text[n]))
    n++;
  /* "XIX", "XIXe", "XIXème" */
  if (n == 0 || (n < length && text[n] != 'e') || length - n > 5)
    return 0;
  for (guint i = n; i-- > 0;)
    {
      int value = values[strchr (letters, text[i]) - letters];

      total += value < previous ? -value : value;
      previous = MAX (previous, value);
    }
  return total <= 30 ? total : 0;
}

static gboolean
is_ordinal_suffix (const char *folded)
{
  static const char *const suffixes[] = { "st", "nd", "rd",  "th",  "er",   "ere",
                                          "re", "e",  "eme", "ers", "ieme", NULL };

  for (int i = 0; suffixes[i]; i++)
    if (strcmp (folded, suffixes[i]) == 0)
      return TRUE;
  return FALSE;
}

/* "Q3", "T3", "H1", "trimestre3", and in English with the year: "1Q18", "2018Q4" */
static void
read_slice (RcpDateItem *item, const RcpToken *token, guint n_before, int before)
{
  const char *letter = token->folded + n_before;
  int after = 0, which;
  guint n_after = *letter ? leading_digits (letter + 1, strlen (letter + 1), &after) : 0;

  if (g_str_has_prefix (letter, "trimestre") && letter[9] >= '1' && letter[9] <= '4' && letter[10] == '\0')
    item->slice = letter[9] - '0';
  else if (g_str_has_prefix (letter, "semestre") && letter[8] >= '1' && letter[8] <= '2' && letter[9] == '\0')
    item->slice = 10 + letter[8] - '0';

  if (n_before == 0 && n_after == 1 && letter[2] == '\0')
    {
      if ((*letter == 'q' || (*letter == 't' && (token->flags & RCP_TOKEN_CAPITALISED))) && after >= 1 && after <= 4)
        item->slice = after;
      else if (strchr ("hs", *letter) && (token->flags & RCP_TOKEN_CAPITALISED) && after >= 1 && after <= 2)
        item->slice = 10 + after;
    }
  /* "2016T3", "2018S1" */
  if (n_before == 4 && n_after == 1 && letter[2] == '\0' && strchr ("ths", *letter) && after >= 1
      && after <= (*letter == 't' ? 4 : 2))
    {
      item->slice = *letter == 't' ? after : 10 + after;
      item->slice_year = before;
    }
  if (n_before == 0 || *letter != 'q' || (n_after == 0 && letter[1] != '\0') || letter[1 + n_after] != '\0')
    return;
  which = n_before == 1 ? before : after;
  if (n_before != 1)
    {
      after = before;
      if (n_after != 1)
        return;
      n_after = n_before;
    }
  if (which < 1 || which > 4 || (n_after != 0 && n_after != 2 && n_after != 4))
    return;
  item->slice = which;
  if (n_after > 0)
    item->slice_year = n_after == 4 ? after : after < 69 ? 2000 + after : 1900 + after;
}

/* "Feb13", "15Sep", "3mo": a month or a unit with its number. */
static void
read_glued (const RcpDateGrammar *grammar, RcpDateItem *item, const RcpToken *token, guint n_before, int before)
{
  char letters[16];
  const char *word = token->folded + n_before;
  guint n = 0, n_after;
  int after;
  const RcpDateWord *found;

  while (g_ascii_isalpha (word[n]) && n + 1 < sizeof letters)
    {
      letters[n] = word[n];
      n++;
    }
  letters[n] = '\0';
  n_after = leading_digits (word + n, strlen (word + n), &after);
  if (n < 2 || word[n + n_after] != '\0' || (n_before > 0) == (n_after > 0) || n_before + n_after > 3)
    return;
  found = rcp_date_grammar_find (grammar, letters);
  if (rcp_date_word_has (found, RCP_DW_MONTH) || (n_before > 0 && rcp_date_word_has (found, RCP_DW_UNIT)))
    {
      item->glued = found;
      item->glued_number = n_before > 0 ? before : after;
    }
}

static void
read_mixed (const RcpDateGrammar *grammar, RcpDateItem *item, const RcpToken *token)
{
  int value;
  guint n = leading_digits (token->folded, strlen (token->folded), &value);

  read_slice (item, token, n, value);
  if (item->slice == 0)
    read_glued (grammar, item, token, n, value);
  if (n == 0)
    return;
  if (n <= 2 && is_ordinal_suffix (token->folded + n))
    item->ordinal = value;
  else if ((n == 4 || n == 2) && strcmp (token->folded + n, "s") == 0 && value % 10 == 0)
    item->decade = n == 4 ? value : 1900 + value;
}

static const RcpDatePhrase *
find_phrase (const GPtrArray *list, const RcpToken *tokens, guint n)
{
  for (guint i = 0; i < list->len; i++)
    {
      const RcpDatePhrase *phrase = list->pdata[i];
      gboolean same = phrase->n_rest < n && phrase->rest[0][0] == tokens[1].folded[0];

      for (guint j = 0; same && j < phrase->n_rest; j++)
        same = strcmp (phrase->rest[j], tokens[j + 1].folded) == 0;
      if (same)
        return phrase;
    }
  return NULL;
}

static const RcpDateWord *
punctuation_word (const char *folded)
{
  static const RcpDateWord comma = { .classes = RCP_DW_BIT (RCP_DW_COMMA) };
  static const RcpDateWord at_sign = { .classes = RCP_DW_BIT (RCP_DW_PREP) };
  static const RcpDateWord hyphen = { .classes = RCP_DW_BIT (RCP_DW_HYPHEN) };

  if (strcmp (folded, ",") == 0)
    return &comma;
  if (strcmp (folded, "@") == 0)
    return &at_sign;
  if (strcmp (folded, "-") == 0 || strcmp (folded, "–") == 0 || strcmp (folded, "—") == 0 ||
      strcmp (folded, "‑") == 0 || strcmp (folded, "‐") == 0 || strcmp (folded, "~") == 0)
    return &hyphen;
  return NULL;
}

/* "là", "dû" and "sûr" are other words than "la", "du" and "sur", to which they fold. */
static gboolean
is_other_word (const RcpDateGrammar *grammar, const RcpSegmentedText *text, const RcpToken *token)
{
  static const char *const words[] = { "là", "dû", "sûr", NULL };

  if (!grammar->is_french || token->length_bytes > 4 || token->length_bytes < 3)
    return FALSE;
  for (int i = 0; words[i]; i++)
    if (strlen (words[i]) == token->length_bytes
        && memcmp (text->text + token->offset_bytes, words[i], token->length_bytes) == 0)
      return TRUE;
  return FALSE;
}

/**
 * rcp_date_items_read:
 * @items: (element-type RcpDateItem): emptied, then filled with the words of the sentence, phrases joined
 */
void
rcp_date_items_read (const RcpDateGrammar *grammar, const RcpSegmentedText *text, guint sentence,
                     GArray *items)
{
  const RcpSentence *s = &text->sentences[sentence];
  const RcpToken *tokens = text->tokens + s->first_token;
  guint n_items = 0;

  g_array_set_size (items, s->n_tokens);
  for (guint i = 0; i < s->n_tokens;)
    {
      const RcpToken *token = &tokens[i];
      RcpDateItem item = { .token = s->first_token + i, .n_tokens = 1, .number = -1 };
      const RcpDatePhrase *phrase;
      const RcpDateWord *word;

      switch (token->kind)
        {
        case RCP_TOKEN_NUMBER:
          item.n_digits =
              leading_digits (text->text + token->offset_bytes, token->length_bytes, &item.number);
          if (item.n_digits == 0)
            item.number = -1;
          break;
        case RCP_TOKEN_MIXED:
          read_mixed (grammar, &item, token);
          break;
        case RCP_TOKEN_WORD:
        case RCP_TOKEN_PUNCTUATION:
        default:
          break;
        }
      word = token->kind == RCP_TOKEN_WORD || token->kind == RCP_TOKEN_MIXED || token->folded[0] == '\''
                 ? rcp_date_grammar_find (grammar, token->folded)
                 : NULL;
      phrase = word && word->phrases ? find_phrase (word->phrases, token, s->n_tokens - i) : NULL;
      if (phrase)
        {
          item.word = &phrase->word;
          item.n_tokens = phrase->n_rest + 1;
        }
      else if (token->kind == RCP_TOKEN_PUNCTUATION)
        {
          item.word = punctuation_word (token->folded);
          /* A mark that patterns name themselves: "/". */
          if (item.word == NULL)
            item.word = rcp_date_grammar_find (grammar, token->folded);
        }
      else if (token->kind == RCP_TOKEN_WORD)
        {
          item.word = word && word->classes != 0 && !is_other_word (grammar, text, token) ? word : NULL;
          if (item.word == NULL && (token->flags & RCP_TOKEN_CAPITALISED))
            item.roman = roman_value (text->text + token->offset_bytes, token->length_bytes);
        }
      if (item.word && item.word->is_abbreviation && i + 1 < s->n_tokens &&
          strcmp (tokens[i + 1].folded, ".") == 0 && (tokens[i + 1].flags & RCP_TOKEN_GLUED))
        item.n_tokens = 2;
      item.shapes = (g_ascii_isdigit (text->text[token->offset_bytes]) ? RCP_DATE_SHAPE_DIGITS : 0)
                    | (item.roman > 0 || item.slice > 0 || item.glued ? RCP_DATE_SHAPE_SPECIAL : 0)
                    | (token->folded[0] == '\'' ? RCP_DATE_SHAPE_APOSTROPHE : 0);
      g_array_index (items, RcpDateItem, n_items++) = item;
      i += item.n_tokens;
    }
  g_array_set_size (items, n_items);
  rcp_date_slips_mend (grammar, text, items);
}

/* Adds a number word to the number read so far; FALSE where it begins another. */
static gboolean
add_number_word (int word, int *total, int *current, gboolean *any, gboolean is_french)
{
  int rest = *current % 100;

  if (word == 1000)
    {
      if (*total > 0)
        return FALSE;
      *total = MAX (*current, 1) * 1000;
      *current = 0;
    }
  else if (word == 100)
    {
      if (*current > 99 || (!*any && !is_french))
        return FALSE;
      *current = MAX (*current, 1) * 100;
    }
  else if (is_french && word == 20 && rest == 4)
    *current += 76;
  else if (rest == 0 && (!*any || *current >= 100 || (*total > 0 && *current == 0)))
    *current += word;
  else if (rest >= 20 && rest % 10 == 0 && word < 10 && word > 0)
    *current += word;
  else if (is_french && (rest == 60 || rest == 80) && word >= 10 && word < 20)
    *current += word;
  else if (is_french && (rest == 10 || rest == 70 || rest == 90) && word >= 7 && word <= 9)
    *current += word;
  else
    return FALSE;
  *any = TRUE;
  return TRUE;
}

/**
 * rcp_date_items_number:
 * @value: (out): the number
 * @is_fuzzy: (out): it is "a few" or the like
 *
 * Reads a whole number in digits or words.
 *
 * Returns: index of the item after it; -1 where no number stands at @at.
 */
int
rcp_date_items_number (const RcpDateGrammar *grammar, const GArray *items, guint at, int *value,
                       gboolean *is_fuzzy)
{
  const RcpDateItem *item = &g_array_index (items, RcpDateItem, at);
  int total = 0, current = 0;
  gboolean any = FALSE;
  guint i = at;

  *is_fuzzy = FALSE;
  if (item->number >= 0)
    {
      *value = item->number;
      return at + 1;
    }
  if (rcp_date_word_has (item->word, RCP_DW_FEW))
    {
      *value = item->word->values[RCP_DW_FEW];
      *is_fuzzy = TRUE;
      return at + 1;
    }
  while (i < items->len)
    {
      guint j = i;

      item = &g_array_index (items, RcpDateItem, i);
      if (any &&
          (rcp_date_word_has (item->word, RCP_DW_HYPHEN) || rcp_date_word_has (item->word, RCP_DW_AND)) &&
          i + 1 < items->len)
        item = &g_array_index (items, RcpDateItem, ++j);
      if (!rcp_date_word_has (item->word, RCP_DW_NUMBER) ||
          !add_number_word (item->word->values[RCP_DW_NUMBER], &total, &current, &any, grammar->is_french))
        break;
      i = j + 1;
    }
  if (!any)
    return -1;
  *value = total + current;
  return i;
}
