#include "config.h"

#include "rcp-name-scanner.h"

#include <string.h>

#include "rcp-metonymy.h"
#include "rcp-name-scan-private.h"

static void
push_known (RcpNameScan *scan, guint first, guint end, const RcpLexiconEntry *entry)
{
  const RcpLexiconClass class = rcp_lexicon_entry_get_class (entry);
  RcpActorKind kind = RCP_ACTOR_PLACE;
  RcpNameSpan *span;

  if (class == RCP_LEXICON_ORGANISATION || class == RCP_LEXICON_SEEN_ORGANISATION)
    kind = RCP_ACTOR_ORGANISATION;
  else if (class == RCP_LEXICON_SEEN_PERSON)
    kind = RCP_ACTOR_PERSON;
  else if (class == RCP_LEXICON_STATE && !(rcp_lexicon_entry_get_flags (entry) & RCP_LEXICON_TERRITORY))
    kind = RCP_ACTOR_STATE;
  span = rcp_name_push (scan, first, end, kind, TRUE);
  span->entry = entry;
  span->acting = kind != RCP_ACTOR_PLACE;
  if (class == RCP_LEXICON_STATE)
    span->key = g_strconcat (kind == RCP_ACTOR_STATE ? "state:" : "place:", rcp_lexicon_entry_get_id (entry), NULL);
  else if (class == RCP_LEXICON_ORGANISATION)
    {
      span->key = g_strconcat ("org:", rcp_lexicon_entry_get_id (entry), NULL);
      if (strcmp (rcp_lexicon_entry_get_kind (entry), "media") == 0
          || strcmp (rcp_lexicon_entry_get_kind (entry), "news-agency") == 0)
        span->acting = FALSE;
    }
  else if (class == RCP_LEXICON_DEMONYM)
    {
      span->kind = RCP_ACTOR_STATE;
      span->form = RCP_MENTION_ROLE;
      span->acting = TRUE;
      span->key = g_strconcat ("state:", rcp_lexicon_entry_get_id (entry), NULL);
    }
  if (class == RCP_LEXICON_SEAT)
    rcp_metonymy_decide (scan->lexicon, scan->text, span);
  else if (kind == RCP_ACTOR_STATE || class == RCP_LEXICON_CITY
           || class == RCP_LEXICON_SEEN_PLACE)
    rcp_metonymy_decide_acting (scan->lexicon, scan->text, span);
}

/* The best meaning of a run that the lexicon knows, for how the run is written; NULL if none fits. */
static const RcpLexiconEntry *
choose_entry (RcpNameScan *scan, guint at, guint end, const RcpLexiconEntry *entry)
{
  const RcpSegmentedText *text = scan->text;
  const RcpToken *first = &text->tokens[at];
  gboolean has_capital = (first->flags & RCP_TOKEN_CAPITALISED) != 0;
  gboolean is_single = end == at + 1;
  const RcpLexiconEntry *best = NULL;

  for (; entry; entry = rcp_lexicon_entry_next (entry, RCP_NAME_CLASSES, text->language))
    {
      const RcpLexiconClass class = rcp_lexicon_entry_get_class (entry);
      const RcpLexiconFlags flags = rcp_lexicon_entry_get_flags (entry);
      RcpLexiconClass best_class;
      RcpLexiconFlags best_flags;
      gboolean small_allowed
          = !is_single && class == RCP_LEXICON_ORGANISATION && !(flags & RCP_LEXICON_CARE);

      if (scan->is_shouted && is_single
          && (flags & RCP_LEXICON_CARE
              || class & (RCP_LEXICON_DEMONYM | RCP_LEXICON_SEEN_PERSON)
              || (class & (RCP_LEXICON_CITY | RCP_LEXICON_ORGANISATION)
                  && rcp_name_is_common_here (scan, at))))
        continue;
      if (!scan->is_shouted && !has_capital && !small_allowed)
        continue;
      if (flags & RCP_LEXICON_ACRONYM && !scan->is_shouted && is_single
          && !(first->flags & RCP_TOKEN_ALL_CAPITALS)
          && (first->end - first->start < 4 || (first->flags & RCP_TOKEN_SENTENCE_START)))
        continue;
      if (flags & RCP_LEXICON_CARE && is_single
          && ((first->flags & RCP_TOKEN_SENTENCE_START && rcp_name_is_common_here (scan, at))
              || (flags & RCP_LEXICON_ACRONYM && !(first->flags & RCP_TOKEN_ALL_CAPITALS))))
        continue;
      if (class == RCP_LEXICON_DEMONYM)
        {
          /* "les Américains", not "un Américain" nor an adjective before a noun. */
          guint before = at > 0 ? at - 1 : at;

          if (!(flags & RCP_LEXICON_PLURAL) || at == 0 || strlen (rcp_lexicon_entry_get_id (entry)) != 2)
            continue;
          if (scan->is_french && !rcp_tokens_is (text, before, "les des aux ces"))
            continue;
          if (!scan->is_french
              && (!rcp_tokens_is (text, before, "the")
                  || (end < scan->sentence_end && rcp_token_is_word (&text->tokens[end])
                      && !rcp_name_has_class (scan, end, RCP_LEXICON_COMMON_WORD))))
            continue;
        }
      if (is_single && (first->flags & RCP_TOKEN_SENTENCE_START) && rcp_name_is_common_here (scan, at)
          && class
                 & (RCP_LEXICON_CITY | RCP_LEXICON_SEEN_PERSON | RCP_LEXICON_SEEN_ORGANISATION
                    | RCP_LEXICON_SEEN_PLACE))
        continue;
      if (is_single && class == RCP_LEXICON_CITY && first->end - first->start < 4
          && rcp_name_is_common_here (scan, at))
        continue;
      best_class = best ? rcp_lexicon_entry_get_class (best) : 0;
      best_flags = best ? rcp_lexicon_entry_get_flags (best) : 0;
      if (best == NULL)
        best = entry;
      else if (class == RCP_LEXICON_ORGANISATION && flags & RCP_LEXICON_SHARED)
        continue;
      else if (best_class == RCP_LEXICON_ORGANISATION
               && best_flags & (RCP_LEXICON_SHARED | RCP_LEXICON_CARE)
               && class & (RCP_LEXICON_STATE | RCP_LEXICON_SEAT))
        best = entry;
      else if (best_class == RCP_LEXICON_CITY && class != RCP_LEXICON_CITY)
        best = entry;
      else if (best_class == RCP_LEXICON_ORGANISATION && class == RCP_LEXICON_SEAT)
        best = entry; /* the seat says which body it stands for, and when it does not */
      else if (best_class == RCP_LEXICON_STATE && best_flags & RCP_LEXICON_TERRITORY
               && class == RCP_LEXICON_SEAT)
        best = entry;
    }
  return best;
}

/* "the Valley United Front (VUF)", "Front uni pour la vallée (FUV)": a name in brackets that the words before
 * spell. Returns where those words begin; @at where none do. */
static guint
expansion_start (RcpNameScan *scan, guint at, guint start)
{
  const RcpSegmentedText *text = scan->text;
  const char *letters = text->tokens[at].folded;
  gsize n = strlen (letters);
  guint from = at - 1;

  if (at < start + 3 || !rcp_tokens_is (text, at - 1, "(") || at + 1 >= scan->sentence_end
      || !rcp_tokens_is (text, at + 1, ")"))
    return at;
  while (from > start && at - from < RCP_NAME_MAX_TOKENS)
    {
      const RcpToken *token = &text->tokens[from - 1];

      if (token->kind == RCP_TOKEN_PUNCTUATION && !strchr ("-'", token->folded[0]))
        break;
      from--;
      /* A small word may be skipped, a word with a capital must be spelt. */
      if (n > 0 && token->folded[0] == letters[n - 1])
        n--;
      else if (token->flags & RCP_TOKEN_CAPITALISED)
        break;
      if (n == 0)
        return token->flags & RCP_TOKEN_CAPITALISED ? from : at;
    }
  return at;
}

/**
 * rcp_name_push_known_at:
 * @kind: what the words seem to name
 *
 * Returns: whether the lexicon knows just these words as something of that kind, which is then pushed.
 */
gboolean
rcp_name_push_known_at (RcpNameScan *scan, guint first, guint end, RcpActorKind kind)
{
  const guint classes = kind == RCP_ACTOR_ORGANISATION ? RCP_LEXICON_ORGANISATION
                                                       : RCP_LEXICON_STATE | RCP_LEXICON_SEAT | RCP_LEXICON_CITY;
  const RcpLexiconEntry *entry;

  if (rcp_lexicon_match (scan->lexicon, scan->text, first, end, classes, &entry) != end - first)
    return FALSE;
  push_known (scan, first, end, entry);
  return TRUE;
}

/* English titles and demonyms stand capitalised before names: "Kenyan President William Ruto". */
static guint
skip_titles (RcpNameScan *scan, guint at, guint end)
{
  guint from = at;

  /* "le ministre de la Défense Sara Holm": the portfolio is no part of her name. */
  if (at > 0 && rcp_tokens_is (scan->text, at - 1, scan->is_french ? "la l' des du aux" : "of the for"))
    from += rcp_tokens_match_cue (scan->lexicon, scan->text, at, end, RCP_NAME_CUE_PORTFOLIO);
  while (from + 1 < end)
    {
      const RcpLexiconEntry *entry;
      guint n = rcp_lexicon_match (scan->lexicon, scan->text, from, end, RCP_LEXICON_OFFICE, &entry);

      if (n > 0 && !(rcp_lexicon_entry_get_flags (entry) & RCP_LEXICON_BEFORE_NAME))
        n = 0;
      if (n == 0)
        n = rcp_lexicon_match (scan->lexicon, scan->text, from, end,
                               scan->is_french ? RCP_LEXICON_DEMONYM : RCP_LEXICON_ADJECTIVE, &entry);
      if (n == 0 || from + n > end)
        break;
      from += n;
      if (from < scan->sentence_end && rcp_tokens_is (scan->text, from, "."))
        from++;
    }
  return from;
}

/* "Parti communiste", "Cour des comptes de Paris": a common noun with a capital is a body's name when it goes
 * on like one. Returns its end; @at where it does not. */
static guint
push_small_continued (RcpNameScan *scan, guint at)
{
  guint end = at + 1;

  if (!scan->is_french || rcp_tokens_match_cue (scan->lexicon, scan->text, at, at + 1, RCP_NAME_CUE_ORG_HEAD) == 0
      || scan->text->tokens[at].flags & RCP_TOKEN_SENTENCE_START)
    return at;
  if (rcp_name_adjectives_end (scan, end) == end && rcp_name_complement_end (scan, end) == end)
    return at;
  rcp_name_push_run (scan, at, end);
  return g_array_index (scan->spans, RcpNameSpan, scan->spans->len - 1).end;
}

/* Names what begins at @at; returns the token to go on from. */
static guint
scan_at (RcpNameScan *scan, guint at, guint start)
{
  const RcpSegmentedText *text = scan->text;
  const RcpLexiconEntry *entry = NULL;
  guint known = 0, run, name;

  if (!rcp_token_is_word (&text->tokens[at]) || rcp_name_is_date_word (scan, at))
    return at + 1;
  known = rcp_lexicon_match (scan->lexicon, text, at, scan->sentence_end, RCP_NAME_CLASSES, &entry);
  while (known > 0)
    {
      entry = choose_entry (scan, at, at + known, entry);
      if (entry != NULL)
        break;
      known = known > 1
                  ? rcp_lexicon_match (scan->lexicon, text, at, at + known - 1, RCP_NAME_CLASSES, &entry)
                  : 0;
    }
  if (!rcp_name_begins (scan, at))
    {
      /* "The Valley" is a capital, "The Valley United Front" is not. */
      if (known > 1 && rcp_name_is_never (scan, at) && !scan->is_shouted
          && rcp_name_run_end (scan, at + known - 1) > at + known)
        known = 0;
      if (known > 0)
        {
          push_known (scan, at, at + known, entry);
          return at + known;
        }
      run = scan->is_shouted || text->tokens[at].flags & RCP_TOKEN_CAPITALISED
                ? at
                : rcp_name_push_small_head (scan, at);
      return MAX (run, at + 1);
    }

  run = rcp_name_run_end (scan, at);
  if (run == at + 1 && rcp_name_is_acronym (&text->tokens[at]))
    {
      guint from = expansion_start (scan, at, start);

      if (from < at && known == 0)
        {
          while (scan->spans->len > 0
                 && g_array_index (scan->spans, RcpNameSpan, scan->spans->len - 1).end > from)
            g_array_set_size (scan->spans, scan->spans->len - 1);
          rcp_name_push (scan, from, at - 1, RCP_ACTOR_ORGANISATION, TRUE);
        }
    }
  if (known > 0 && at + known >= run)
    {
      push_known (scan, at, at + known, entry);
      return at + known;
    }
  if (known > 0)
    {
      gboolean is_person
          = rcp_name_has_class (scan, at, RCP_LEXICON_FIRST_NAME) || rcp_name_title_before (scan, at);

      /* "Niger-Russie", "Moscou-Niamey": two names; "Paris Match", "Washington Irving": one. */
      if (!is_person && rcp_lexicon_entry_get_class (entry) & (RCP_LEXICON_STATE | RCP_LEXICON_SEAT)
          && rcp_tokens_is (text, at + known, "-"))
        {
          push_known (scan, at, at + known, entry);
          return at + known + 1;
        }
    }
  /* "Minister for the Middle East Sara Holm": where a first name begins, so does another name. */
  if (known > 0
      && rcp_lexicon_entry_get_class (entry) & (RCP_LEXICON_STATE | RCP_LEXICON_ORGANISATION | RCP_LEXICON_SEEN_PLACE)
      && run >= at + known + 2
      && rcp_name_has_class (scan, at + known, RCP_LEXICON_FIRST_NAME))
    {
      push_known (scan, at, at + known, entry);
      return at + known;
    }
  name = skip_titles (scan, at, run);
  if (name > at && name < run
      && !(run > at + 1 && rcp_tokens_match_cue (scan->lexicon, text, run - 1, run, RCP_NAME_CUE_ORG_TAIL)))
    return name;
  if (run == at + 1 && rcp_name_is_none (scan, at) && push_small_continued (scan, at) == at)
    return run;
  if (scan->spans->len > 0 && g_array_index (scan->spans, RcpNameSpan, scan->spans->len - 1).first == at)
    return g_array_index (scan->spans, RcpNameSpan, scan->spans->len - 1).end;
  rcp_name_push_run (scan, at, run);
  return scan->spans->len > 0 ? MAX (run, g_array_index (scan->spans, RcpNameSpan, scan->spans->len - 1).end)
                              : run;
}

static void
look_at_sentence (RcpNameScan *scan, const RcpSentence *sentence)
{
  guint n_words = 0, n_shouted = 0, n_capitals = 0, n_long = 0;

  for (guint i = sentence->first_token; i < sentence->first_token + sentence->n_tokens; i++)
    {
      const RcpToken *token = &scan->text->tokens[i];

      if (token->kind != RCP_TOKEN_WORD || token->end - token->start < 2)
        continue;
      n_words++;
      n_shouted += token->flags & RCP_TOKEN_ALL_CAPITALS ? 1 : 0;
      if (token->end - token->start >= 4)
        {
          n_long++;
          n_capitals += token->flags & RCP_TOKEN_CAPITALISED ? 1 : 0;
        }
    }
  /* Seven words in ten: "LE NIGER ET L'ONU" is shouted, "L'ONU et l'UA" is not. A headline In Title Case is
   * one too. */
  scan->is_shouted
      = (n_words >= 4 && n_shouted * 10 >= n_words * 7)
        || (n_long >= 5 && n_capitals * 10 >= n_long * 9 && !scan->is_french && sentence->is_heading);
  scan->sentence_end = sentence->first_token + sentence->n_tokens;
}

/* How the text writes its words. A capital that opens a sentence counts only for words that have one
 * elsewhere. */
static void
count_words (RcpNameScan *scan)
{
  const RcpSegmentedText *text = scan->text;

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < text->n_tokens; i++)
      {
        const RcpToken *token = &text->tokens[i];
        guint n = GPOINTER_TO_UINT (g_hash_table_lookup (scan->big, token->folded));

        if (token->kind != RCP_TOKEN_WORD)
          continue;
        if (!(token->flags & RCP_TOKEN_CAPITALISED))
          g_hash_table_add (scan->small, (gpointer)token->folded);
        else if (token->flags & RCP_TOKEN_SENTENCE_START ? pass == 1 && n > 0 : pass == 0)
          g_hash_table_insert (scan->big, (gpointer)token->folded, GUINT_TO_POINTER (n + 1));
      }
}

/**
 * rcp_name_scanner_scan:
 *
 * @names: (nullable) (element-type RcpTaggedName): what the sequence model found; NULL where there is none
 *
 * Finds what is named by proper names: what the lexicon knows, and runs of capitalised words, told apart by
 * the words in and around them. Sentences set aside are left out. Linear in the tokens.
 *
 * Returns: (transfer full) (element-type RcpNameSpan): in text order, not overlapping.
 */
GArray *
rcp_name_scanner_scan (const RcpLexicon *lexicon, const RcpSegmentedText *text, const GArray *names)
{
  guint next = 0;
  g_autoptr (GHashTable) small = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) big = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) named = NULL;
  RcpNameScan scan = { .lexicon = lexicon, .text = text, .small = small, .big = big };

  scan.spans = rcp_name_spans_new ();
  scan.is_french = strcmp (text->language, "en") != 0;
  count_words (&scan);
  if (names)
    scan.named = named = rcp_name_blend_words (&scan, names);
  for (guint i = 0; i < text->n_sentences; i++)
    {
      const RcpSentence *sentence = &text->sentences[i];
      guint from;

      if (sentence->is_set_aside)
        continue;
      look_at_sentence (&scan, sentence);
      from = scan.spans->len;
      for (guint at = sentence->first_token; at < scan.sentence_end;)
        at = scan_at (&scan, at, sentence->first_token);
      if (names)
        rcp_name_blend (&scan, from, names, &next, sentence->first_token);
    }
  return scan.spans;
}
