#include "config.h"

#include "rcp-title-phrase.h"

#include <string.h>

/** rcp_title_is_any: whether @word is one of @words. */
gboolean
rcp_title_is_any (const char *word, const char *const *words)
{
  return g_strv_contains (words, word);
}

/** rcp_title_capitalise: the text with its first letter in upper case. */
char *
rcp_title_capitalise (const char *text)
{
  g_autofree char *first = g_utf8_substring (text, 0, MIN (1, g_utf8_strlen (text, -1)));
  g_autofree char *upper = g_utf8_strup (first, -1);

  return g_strconcat (upper, text + strlen (first), NULL);
}

/** rcp_title_dup_words: the words of a range on one line, white space as single spaces. */
char *
rcp_title_dup_words (const RcpSentenceView *view, RcpRange range)
{
  g_autofree char *text = rcp_segmented_text_dup_range (view->text, range);
  GString *out = g_string_new (NULL);

  for (const char *at = text; *at; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (!g_unichar_isspace (c))
        g_string_append_unichar (out, c);
      else if (out->len > 0 && out->str[out->len - 1] != ' ')
        g_string_append_c (out, ' ');
    }
  return g_string_free (out, FALSE);
}

/** rcp_title_dup_tokens: the text from one token to before another. */
char *
rcp_title_dup_tokens (const RcpSentenceView *view, guint from, guint end)
{
  return rcp_title_dup_words (view, (RcpRange){ view->text->tokens[from].start, view->text->tokens[end - 1].end });
}

static const char *
word_at (const RcpSentenceView *view, guint token)
{
  return view->text->tokens[token].folded;
}

static gboolean
is_french (const RcpSentenceView *view)
{
  return rcp_language_index (view->text->language) == 0;
}

/** rcp_title_is_article: whether a token only opens a noun phrase. */
gboolean
rcp_title_is_article (const RcpSentenceView *view, guint token)
{
  static const char *const french[] = { "le", "la", "l'", "les", "un", "une", "des", "du", "son", "sa", "ses", "leur", "leurs",
                                        "ce", "cet", "cette", "ces", NULL };
  static const char *const english[] = { "the", "a", "an", "its", "their", "his", "her", "this", "that", "these", "those", NULL };

  return rcp_title_is_any (word_at (view, token), is_french (view) ? french : english);
}

/** rcp_title_is_joint: whether a preposition stands there, by which a noun takes a complement. */
gboolean
rcp_title_is_joint (const RcpSentenceView *view, guint token)
{
  static const char *const french[] = { "de", "d'", "du", "des", "a", "au", "aux", "en", "dans", "sur", "contre", "avec", "entre",
                                        "vers", "devant", NULL };
  static const char *const english[] = { "of", "in", "at", "to", "from", "on", "with", "against", "for", "into", "between",
                                         "over", "by", NULL };
  const RcpToken *at = &view->text->tokens[token];

  /* "a" with its accent is the preposition, without the auxiliary. */
  if (is_french (view) && strcmp (at->folded, "a") == 0)
    return at->length_bytes > 1 || g_ascii_isupper (view->text->text[at->offset_bytes]);
  return rcp_title_is_any (at->folded, is_french (view) ? french : english);
}

/** rcp_title_skip_date: one past the date expression at a token, with the small word before it; the token itself where no
 * date is. */
guint
rcp_title_skip_date (const RcpSentenceView *view, guint token)
{
  static const char *const before[] = { "on", "in", "le", "en", "ce", "since", "depuis", "au", "du", "last", "for", "by", NULL };

  for (guint shift = 0; shift < 2 && token + shift < view->limit; shift++)
    {
      const RcpToken *at = &view->text->tokens[token + shift];

      if (shift == 1 && !rcp_title_is_any (word_at (view, token), before))
        break;
      for (guint i = 0; i < view->dates->len; i++)
        {
          const RcpDateExpression *date = view->findings->dates->pdata[g_array_index (view->dates, guint, i)];

          if (date->range.start <= at->start && at->start < date->range.end)
            return MAX (rcp_sentence_view_token_at (view, date->range.end), token + 1);
        }
    }
  return token;
}

/** rcp_title_breaks: whether a noun phrase cannot go on over a token. */
gboolean
rcp_title_breaks (const RcpSentenceView *view, guint token)
{
  static const char *const french[] = {
    "pour", "afin", "lors", "quant", "par", "que", "qu'", "qui", "dont", "selon", "apres", "avant", "depuis", "mais", "alors",
    "sans", "et", "ou", "puis", "ainsi", "s'est", "se", "s'", "ont", "est", "sont", "etait", "etaient", "avait", "avaient", "sera",
    "seront", "pendant", "face", "chez", "comme", "parce", "jusqu'", "dans le", "tandis", "lorsque", "ne", "n'", "pas", "deja", "va",
    "vont", "suite", "sous", NULL
  };
  static const char *const english[] = {
    "during", "after", "before", "that", "who", "which", "as", "while", "when", "since", "and", "or", "but", "was", "were", "has",
    "had", "is", "are", "will", "be", "been", "have", "where", "because", "would", "could", "may", "might", "following", "amid",
    "under", "about", "around", "according", "whose", "if", "until", "not", "said", NULL
  };
  const RcpToken *at = &view->text->tokens[token];

  if (at->kind == RCP_TOKEN_PUNCTUATION)
    return strchr ("-/&", at->folded[0]) == NULL;
  if (is_french (view) && strcmp (at->folded, "a") == 0 && !rcp_title_is_joint (view, token))
    return TRUE;
  return rcp_title_is_any (at->folded, is_french (view) ? french : english) || rcp_title_skip_date (view, token) > token;
}

/* What cannot stand last: a small word, a number without its noun, a French adjective that stands before its noun. */
static gboolean
dangles (const RcpSentenceView *view, guint token)
{
  static const char *const leaning[] = {
    "nouveau", "nouvel", "nouvelle", "nouveaux", "nouvelles", "premier", "premiere", "premiers", "premieres", "dernier", "derniere",
    "derniers", "dernieres", "grand", "grande", "grands", "grandes", "petit", "petite", "gros", "grosse", "haut", "haute", "ancien",
    "ancienne", "anciens", "vaste", "importante", "important", "prochain", "prochaine", "double", "simple", "environ", "plus",
    "moins", "tres", "about", "more", "less", "some", "nearly", "over", "several", "many", "new", "plusieurs", "quelques", NULL
  };
  const RcpToken *at = &view->text->tokens[token];

  return at->kind != RCP_TOKEN_WORD || rcp_title_is_any (at->folded, leaning) || rcp_title_is_article (view, token)
         || rcp_title_is_joint (view, token) || rcp_sentence_view_is (view, token, RCP_CUE_STOP)
         || g_unichar_isdigit (g_utf8_get_char (at->folded)) || g_str_has_suffix (at->folded, "'");
}

static gboolean
is_hyphen (const RcpSentenceView *view, guint token)
{
  return token < view->limit && strcmp (word_at (view, token), "-") == 0;
}

/* A word is not cut at its hyphen, a name not between its parts. */
static gboolean
splits_name (const RcpSentenceView *view, guint end)
{
  return end < view->limit
         && (is_hyphen (view, end)
             || (view->text->tokens[end].flags & RCP_TOKEN_CAPITALISED && view->text->tokens[end - 1].flags & RCP_TOKEN_CAPITALISED));
}

static guint
measure (const RcpSentenceView *view, guint from, guint end)
{
  return end > from ? view->text->tokens[end - 1].end - view->text->tokens[from].start : 0;
}

/* Where the run of words from @from ends that no preposition and no other word breaks. */
static guint
find_core_end (const RcpSentenceView *view, guint from)
{
  guint end = from;

  while (end < view->limit && (end == from || (!rcp_title_breaks (view, end) && !rcp_title_is_joint (view, end))))
    end++;
  return end;
}

/* Shortens what is too long: from its end in French, where the head stands first; else from its beginning. */
static guint
shorten (const RcpSentenceView *view, guint *from, guint end, guint room)
{
  if (!is_french (view))
    while (*from < end && measure (view, *from, end) > room)
      do
        (*from)++;
      while (*from < end && (is_hyphen (view, *from) || is_hyphen (view, *from - 1) || dangles (view, *from)));
  while (end > *from
         && (measure (view, *from, end) > room || dangles (view, end - 1) || splits_name (view, end)))
    end--;
  return end;
}

/**
 * rcp_title_dup_phrase:
 * @from: where a noun phrase begins
 * @used: how many characters of the title are used up before it
 *
 * The noun phrase, with as many of its complements as fit; it ends in a word that may stand last.
 *
 * Returns: (transfer full) (nullable): the phrase, NULL where none fits.
 */
char *
rcp_title_dup_phrase (const RcpSentenceView *view, guint from, guint used)
{
  guint room = RCP_TITLE_LIMIT > used ? RCP_TITLE_LIMIT - used : 0;
  guint end;

  /* English titles go without articles. */
  while (!is_french (view) && from < view->limit && rcp_title_is_article (view, from))
    from++;
  end = find_core_end (view, from);
  if (end <= from)
    return NULL;
  if (measure (view, from, end) > room)
    {
      end = shorten (view, &from, end, room);
      return end > from && !rcp_title_is_article (view, end - 1) ? rcp_title_dup_tokens (view, from, end) : NULL;
    }
  while (end < view->limit && rcp_title_is_joint (view, end))
    {
      guint next = end + 1 < view->limit && !rcp_title_breaks (view, end + 1) ? find_core_end (view, end + 1) : end + 1;
      guint whole = next;

      while (is_french (view) && next > end + 1
             && (used + measure (view, from, next) > RCP_TITLE_LENGTH || dangles (view, next - 1) || splits_name (view, next)))
        next--;
      if (next == end + 1 || dangles (view, next - 1) || used + measure (view, from, next) > RCP_TITLE_LENGTH)
        break;
      end = next;
      if (next < whole)
        break;
    }
  end = shorten (view, &from, end, room);
  return end > from ? rcp_title_dup_tokens (view, from, end) : NULL;
}

/** rcp_title_is_adverb: whether a token says how or when, and is left out of titles. */
gboolean
rcp_title_is_adverb (const RcpSentenceView *view, guint token)
{
  static const char *const words[] = { "deja", "aussi", "egalement", "encore", "ensemble", "again", "also", "already", "soon",
                                       "bientot", "ainsi", NULL };
  const char *word = word_at (view, token);

  return rcp_title_is_any (word, words)
         || (strlen (word) > 6 && g_str_has_suffix (word, is_french (view) ? "ment" : "ly") && strcmp (word, "assembly") != 0);
}

/* What stands between a verb and its object: adverbs, dates, "avec « effet immédiat »", an opening quotation mark. */
static guint
skip_to_object (const RcpSentenceView *view, guint from)
{
  guint at = from, before;

  do
    {
      before = at;
      while (at < view->limit && rcp_title_is_adverb (view, at))
        at++;
      if (at < view->limit)
        at = rcp_title_skip_date (view, at);
      if (at + 1 < view->limit && rcp_title_is_any (word_at (view, at), (const char *const[]){ "avec", "with", NULL })
          && view->text->tokens[at + 1].kind == RCP_TOKEN_PUNCTUATION)
        for (guint i = at + 2; i < view->limit && i < at + 10; i++)
          if (view->text->tokens[i].kind == RCP_TOKEN_PUNCTUATION)
            {
              at = i + 1;
              break;
            }
      if (at < view->limit && at > from && word_at (view, at)[0] == ',' && rcp_title_skip_date (view, at - 1) > at - 1)
        at++;
      if (at + 1 < view->limit && rcp_title_is_any (word_at (view, at), (const char *const[]){ "«", "“", "\"", NULL }))
        at++;
    }
  while (at > before && at < view->limit);
  return at;
}

/**
 * rcp_title_dup_object:
 * @from: one past a verb
 * @used: how many characters of the title are used up before it
 *
 * What the verb is done to, or the place or purpose a preposition brings right after it ("à Niamey", "to comment").
 *
 * Returns: (transfer full) (nullable): the phrase; "" where the verb stands alone; NULL where what follows doesn't fit.
 */
char *
rcp_title_dup_object (const RcpSentenceView *view, guint from, guint used)
{
  guint at = skip_to_object (view, from);
  g_autofree char *lead = NULL;
  g_autofree char *phrase = NULL;

  if (at >= view->limit || view->text->tokens[at].kind == RCP_TOKEN_PUNCTUATION)
    return g_strdup ("");
  if (rcp_title_is_joint (view, at) && !rcp_title_is_any (word_at (view, at), (const char *const[]){ "des", "du", NULL }))
    {
      gboolean elided = g_str_has_suffix (word_at (view, at), "'");
      guint next = at + 1;

      if (next < view->limit && word_at (view, next)[0] == '\302')
        next++;
      if (next >= view->limit || rcp_title_breaks (view, next))
        return g_strdup ("");
      lead = rcp_title_dup_tokens (view, at, at + 1);
      phrase = rcp_title_dup_phrase (view, next, used + g_utf8_strlen (lead, -1) + !elided);
      return phrase ? g_strconcat (lead, elided ? "" : " ", phrase, NULL) : NULL;
    }
  if (rcp_title_breaks (view, at) || rcp_title_is_any (word_at (view, at), (const char *const[]){ "avoir", "etre", NULL }))
    return rcp_title_is_any (word_at (view, at), (const char *const[]){ "que", "qu'", "that", "avoir", "etre", NULL })
               ? NULL : g_strdup ("");
  return rcp_title_dup_phrase (view, at, used);
}
