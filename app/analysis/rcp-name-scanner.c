#include "config.h"

#include "rcp-name-scanner.h"

#include <string.h>

#include "rcp-metonymy.h"

/* A run of capitals longer than this is a list or a shouted line, not a name. */
#define MAX_NAME_TOKENS 14

/* Names the classes whose longest match counts as a name by itself. */
#define NAME_CLASSES                                                                                                   \
  (RCP_LEXICON_STATE | RCP_LEXICON_SEAT | RCP_LEXICON_CITY | RCP_LEXICON_ORGANISATION | RCP_LEXICON_SEEN_PERSON       \
   | RCP_LEXICON_SEEN_ORGANISATION | RCP_LEXICON_SEEN_PLACE | RCP_LEXICON_DEMONYM)

typedef struct
{
  const RcpLexicon *lexicon;
  const RcpSegmentedText *text;
  GHashTable *small; /* folded words that this text writes small; borrowed from the text */
  GHashTable *big;   /* folded words that it capitalises inside sentences; borrowed too */
  GArray *spans;     /* borrowed */
  guint sentence_end;
  gboolean is_shouted; /* capitals say nothing in this sentence */
  gboolean is_french;
} Scan;

static void
clear_span (RcpNameSpan *span)
{
  g_free (span->key);
  g_free (span->role);
}

/** rcp_name_spans_new: (transfer full): an empty array of RcpNameSpan that frees what its elements own. */
GArray *
rcp_name_spans_new (void)
{
  GArray *spans = g_array_new (FALSE, TRUE, sizeof (RcpNameSpan));

  g_array_set_clear_func (spans, (GDestroyNotify) clear_span);
  return spans;
}

static int
compare_spans (gconstpointer a, gconstpointer b)
{
  const RcpNameSpan *span_a = a, *span_b = b;

  if (span_a->first != span_b->first)
    return span_a->first < span_b->first ? -1 : 1;
  return span_a->end == span_b->end ? 0 : span_a->end > span_b->end ? -1 : 1;
}

/** rcp_name_spans_sort: text order; of two that begin together the longer first. */
void
rcp_name_spans_sort (GArray *spans)
{
  g_array_sort (spans, compare_spans);
}

/** rcp_tokens_match_cue: the number of tokens from @at that are in @class of name-words.tsv; 0 for none. */
guint
rcp_tokens_match_cue (const RcpLexicon *lexicon, const RcpSegmentedText *text, guint at, guint limit, const char *class)
{
  const RcpLexiconEntry *entry;
  guint n = at < limit ? rcp_lexicon_match (lexicon, text, at, limit, RCP_LEXICON_CUE, &entry) : 0;

  for (; n > 0 && entry; entry = rcp_lexicon_entry_next (entry, RCP_LEXICON_CUE, text->language))
    if (strcmp (entry->id, class) == 0)
      return n;
  /* A longer cue of another class must not hide a shorter one of this. */
  return n > 1 ? rcp_tokens_match_cue (lexicon, text, at, at + n - 1, class) : 0;
}

/** rcp_tokens_is: whether the token's folded form is one of @words, parted by spaces. */
gboolean
rcp_tokens_is (const RcpSegmentedText *text, guint at, const char *words)
{
  const char *folded = at < text->n_tokens ? text->tokens[at].folded : "";
  gsize length = strlen (folded);

  if (length == 0)
    return FALSE;
  for (const char *from = words; (from = strstr (from, folded)) != NULL; from += length)
    if ((from == words || from[-1] == ' ') && (from[length] == ' ' || from[length] == '\0'))
      return TRUE;
  return FALSE;
}

static gboolean
is_word (const RcpToken *token)
{
  return token->kind == RCP_TOKEN_WORD || token->kind == RCP_TOKEN_MIXED;
}

static gboolean
is_elided (const RcpToken *token)
{
  gsize length = strlen (token->folded);

  return length >= 2 && token->folded[length - 1] == '\'';
}

/** rcp_tokens_is_name: whether the token is a word with a capital that is not just a function word. */
gboolean
rcp_tokens_is_name (const RcpSegmentedText *text, guint at)
{
  return at < text->n_tokens && is_word (&text->tokens[at]) && (text->tokens[at].flags & RCP_TOKEN_CAPITALISED);
}

static gboolean
is_never (Scan *scan, guint at)
{
  return rcp_tokens_match_cue (scan->lexicon, scan->text, at, at + 1, "never") > 0;
}

/* A word that this text or the language writes small, where a capital only says that a sentence begins. */
static gboolean
is_common_here (Scan *scan, guint at)
{
  const RcpToken *token = &scan->text->tokens[at];
  const RcpLexiconEntry *entry;

  if (token->flags & RCP_TOKEN_ALL_CAPITALS && token->end - token->start > 1 && !scan->is_shouted)
    return FALSE;
  return g_hash_table_contains (scan->small, token->folded)
         || rcp_lexicon_match (scan->lexicon, scan->text, at, at + 1, RCP_LEXICON_COMMON_WORD | RCP_LEXICON_OFFICE, &entry) > 0;
}

static gboolean
has_class (Scan *scan, guint at, guint classes)
{
  const RcpLexiconEntry *entry;

  return rcp_lexicon_match (scan->lexicon, scan->text, at, at + 1, classes, &entry) > 0;
}

static gboolean
is_acronym (const RcpToken *token)
{
  guint length = token->end - token->start;

  return (token->flags & RCP_TOKEN_ALL_CAPITALS) && length >= 2 && length <= 8
         && strspn (token->folded, "ivxlcdm") != strlen (token->folded);
}

/* "Le Pen", "La Haye", "El Baradei": an article with a capital inside a sentence, before another capital. What the lexicon
 * knows without the article needs none ("« La France »"). */
static gboolean
is_capital_article (Scan *scan, guint at)
{
  const RcpLexiconEntry *entry;

  return rcp_tokens_is_name (scan->text, at) && at + 1 < scan->sentence_end
         && rcp_tokens_is (scan->text, at, "le la les de du el al van von ben the")
         && rcp_tokens_is_name (scan->text, at + 1) && !is_never (scan, at + 1)
         && (!rcp_tokens_is (scan->text, at, "le la les the")
             || rcp_lexicon_match (scan->lexicon, scan->text, at + 1, scan->sentence_end, NAME_CLASSES, &entry) == 0)
         && !rcp_tokens_is (scan->text, at, scan->is_french ? "the" : "-");
}

/* Whether the token begins a name: a capital that is no mere start of a sentence. */
static gboolean
begins_name (Scan *scan, guint at)
{
  const RcpToken *token = &scan->text->tokens[at];

  if (!rcp_tokens_is_name (scan->text, at) || scan->is_shouted)
    return FALSE;
  if (is_capital_article (scan, at) && !(token->flags & RCP_TOKEN_SENTENCE_START))
    return TRUE;
  if (is_elided (token) || is_never (scan, at))
    return FALSE;
  if ((token->flags & RCP_TOKEN_SENTENCE_START) && is_common_here (scan, at))
    {
      /* "Radio Omega", but not "Radio publique"; "Le" is never a name. */
      guint next = at + 1;

      return next < scan->sentence_end && rcp_tokens_is_name (scan->text, next) && !is_never (scan, next)
             && (rcp_tokens_match_cue (scan->lexicon, scan->text, at, at + 1, "org-head")
                 || rcp_tokens_match_cue (scan->lexicon, scan->text, at, at + 1, "place-head")
                 || has_class (scan, at, RCP_LEXICON_FIRST_NAME));
    }
  return TRUE;
}

static gboolean
is_glued_punctuation (Scan *scan, guint at, char c)
{
  const RcpToken *token = &scan->text->tokens[at];

  return at + 1 < scan->sentence_end && token->kind == RCP_TOKEN_PUNCTUATION && token->folded[0] == c
         && (token->flags & RCP_TOKEN_GLUED) && (scan->text->tokens[at + 1].flags & RCP_TOKEN_GLUED);
}

/* "Valéry Giscard d'Estaing": after two capitals "d'" goes on with a name, unless a place or a body follows. */
static gboolean
is_unknown_after (Scan *scan, guint at, guint of, guint next)
{
  const RcpLexiconEntry *entry;

  return of >= at + 2 && rcp_tokens_is (scan->text, of, "d'")
         && rcp_lexicon_match (scan->lexicon, scan->text, next, scan->sentence_end, NAME_CLASSES, &entry) == 0
         && rcp_tokens_match_cue (scan->lexicon, scan->text, at, at + 1, "org-head") == 0;
}

/* The end of the run of capitalised words that begins at @at, with what joins them: hyphens, initials, particles. */
static guint
run_end (Scan *scan, guint at)
{
  const RcpSegmentedText *text = scan->text;
  gboolean has_given = has_class (scan, at, RCP_LEXICON_FIRST_NAME);
  guint end = at + 1;

  while (end < scan->sentence_end && end - at < MAX_NAME_TOKENS)
    {
      guint next = end;

      if (is_glued_punctuation (scan, end, '-'))
        {
          /* "Saint-Denis", "Hauts-de-Seine", "Jean-Luc": what a hyphen joins is one name if it ends in a capital. */
          guint stop = end;

          while (is_glued_punctuation (scan, stop, '-') && is_word (&text->tokens[stop + 1]))
            stop += 2;
          if (stop == end)
            break;
          end = stop;
          continue;
        }
      if (text->tokens[end].kind == RCP_TOKEN_PUNCTUATION && text->tokens[end].folded[0] == '.'
          && (text->tokens[end].flags & RCP_TOKEN_GLUED) && text->tokens[end - 1].end - text->tokens[end - 1].start == 1
          && end + 1 < scan->sentence_end && rcp_tokens_is_name (text, end + 1))
        {
          end++; /* an initial */
          continue;
        }
      if (rcp_tokens_is_name (text, next) && (!is_never (scan, next) || is_capital_article (scan, next))
          && !(text->tokens[next].flags & RCP_TOKEN_SENTENCE_START))
        {
          if (is_elided (&text->tokens[next]) && !(next + 1 < scan->sentence_end && rcp_tokens_is_name (text, next + 1)))
            break;
          end++;
          continue;
        }
      /* Particles: "de" only in a name that begins like a person's. */
      while (next < scan->sentence_end && next - end < 3 && is_word (&text->tokens[next])
             && !(text->tokens[next].flags & RCP_TOKEN_CAPITALISED)
             && rcp_tokens_match_cue (scan->lexicon, text, next, next + 1, "particle"))
        next++;
      if (next > end && is_glued_punctuation (scan, next, '-'))
        next++; /* "el-Béchir" */
      if (next == end || next >= scan->sentence_end || !rcp_tokens_is_name (text, next) || is_never (scan, next)
          || (rcp_tokens_is (text, end, "de d'") && !has_given && !is_unknown_after (scan, at, end, next))
          || rcp_tokens_is (text, end, "la le du des y ou"))
        break;
      end = next + 1;
    }
  return end;
}

/* "de la", "des", "du", "d'" before a capital: how a body's or a street's name goes on. */
static guint
complement_end (Scan *scan, guint at)
{
  const RcpSegmentedText *text = scan->text;
  guint next = at;

  if (next >= scan->sentence_end || !rcp_tokens_is (text, next, scan->is_french ? "de du des d' pour aux" : "of for the and"))
    return at;
  next++;
  if (next < scan->sentence_end && rcp_tokens_is (text, next, scan->is_french ? "la l' le les" : "the"))
    next++;
  if (next >= scan->sentence_end || !rcp_tokens_is_name (text, next) || is_never (scan, next))
    return at;
  return run_end (scan, next);
}

static RcpNameSpan *
push (Scan *scan, guint first, guint end, RcpActorKind kind, gboolean certain)
{
  RcpNameSpan span = { .first = first, .end = end, .kind = kind, .form = RCP_MENTION_NAME, .acting = TRUE,
                       .certain = certain, .is_title_of = -1 };

  g_array_append_val (scan->spans, span);
  return &g_array_index (scan->spans, RcpNameSpan, scan->spans->len - 1);
}

static void
push_known (Scan *scan, guint first, guint end, const RcpLexiconEntry *entry)
{
  RcpActorKind kind = RCP_ACTOR_PLACE;
  RcpNameSpan *span;

  if (entry->class == RCP_LEXICON_ORGANISATION || entry->class == RCP_LEXICON_SEEN_ORGANISATION)
    kind = RCP_ACTOR_ORGANISATION;
  else if (entry->class == RCP_LEXICON_SEEN_PERSON)
    kind = RCP_ACTOR_PERSON;
  else if (entry->class == RCP_LEXICON_STATE && !(entry->flags & RCP_LEXICON_TERRITORY))
    kind = RCP_ACTOR_STATE;
  span = push (scan, first, end, kind, TRUE);
  span->entry = entry;
  span->acting = kind != RCP_ACTOR_PLACE;
  if (entry->class == RCP_LEXICON_STATE)
    span->key = g_strconcat (kind == RCP_ACTOR_STATE ? "state:" : "place:", entry->id, NULL);
  else if (entry->class == RCP_LEXICON_ORGANISATION)
    {
      span->key = g_strconcat ("org:", entry->id, NULL);
      if (strcmp (entry->kind, "media") == 0 || strcmp (entry->kind, "news-agency") == 0)
        span->acting = FALSE;
    }
  else if (entry->class == RCP_LEXICON_DEMONYM)
    {
      span->kind = RCP_ACTOR_STATE;
      span->form = RCP_MENTION_ROLE;
      span->acting = TRUE;
      span->key = g_strconcat ("state:", entry->id, NULL);
    }
  if (entry->class == RCP_LEXICON_SEAT)
    rcp_metonymy_decide (scan->lexicon, scan->text, span);
  else if (kind == RCP_ACTOR_STATE || entry->class == RCP_LEXICON_CITY || entry->class == RCP_LEXICON_SEEN_PLACE)
    rcp_metonymy_decide_acting (scan->lexicon, scan->text, span);
}

/* The best meaning of a run that the lexicon knows, for how the run is written; NULL if none fits. */
static const RcpLexiconEntry *
choose_entry (Scan *scan, guint at, guint end, const RcpLexiconEntry *entry)
{
  const RcpSegmentedText *text = scan->text;
  const RcpToken *first = &text->tokens[at];
  gboolean has_capital = (first->flags & RCP_TOKEN_CAPITALISED) != 0;
  gboolean is_single = end == at + 1;
  const RcpLexiconEntry *best = NULL;

  for (; entry; entry = rcp_lexicon_entry_next (entry, NAME_CLASSES, text->language))
    {
      gboolean small_allowed = !is_single && entry->class == RCP_LEXICON_ORGANISATION && !(entry->flags & RCP_LEXICON_CARE);

      if (scan->is_shouted && is_single
          && (entry->flags & RCP_LEXICON_CARE || entry->class & (RCP_LEXICON_DEMONYM | RCP_LEXICON_SEEN_PERSON)
              || (entry->class & (RCP_LEXICON_CITY | RCP_LEXICON_ORGANISATION) && is_common_here (scan, at))))
        continue;
      if (!scan->is_shouted && !has_capital && !small_allowed)
        continue;
      if (entry->flags & RCP_LEXICON_ACRONYM && !scan->is_shouted && is_single && !(first->flags & RCP_TOKEN_ALL_CAPITALS)
          && (first->end - first->start < 4 || (first->flags & RCP_TOKEN_SENTENCE_START)))
        continue;
      if (entry->flags & RCP_LEXICON_CARE && is_single
          && ((first->flags & RCP_TOKEN_SENTENCE_START && is_common_here (scan, at))
              || (entry->flags & RCP_LEXICON_ACRONYM && !(first->flags & RCP_TOKEN_ALL_CAPITALS))))
        continue;
      if (entry->class == RCP_LEXICON_DEMONYM)
        {
          /* "les Américains", not "un Américain" nor an adjective before a noun. */
          guint before = at > 0 ? at - 1 : at;

          if (!(entry->flags & RCP_LEXICON_PLURAL) || at == 0 || strlen (entry->id) != 2)
            continue;
          if (scan->is_french && !rcp_tokens_is (text, before, "les des aux ces"))
            continue;
          if (!scan->is_french
              && (!rcp_tokens_is (text, before, "the") || (end < scan->sentence_end && is_word (&text->tokens[end])
                                                          && !has_class (scan, end, RCP_LEXICON_COMMON_WORD))))
            continue;
        }
      if (is_single && (first->flags & RCP_TOKEN_SENTENCE_START) && is_common_here (scan, at)
          && entry->class & (RCP_LEXICON_CITY | RCP_LEXICON_SEEN_PERSON | RCP_LEXICON_SEEN_ORGANISATION | RCP_LEXICON_SEEN_PLACE))
        continue;
      if (is_single && entry->class == RCP_LEXICON_CITY && first->end - first->start < 4 && is_common_here (scan, at))
        continue;
      if (best == NULL)
        best = entry;
      else if (entry->class == RCP_LEXICON_ORGANISATION && entry->flags & RCP_LEXICON_SHARED)
        continue;
      else if (best->class == RCP_LEXICON_ORGANISATION && best->flags & (RCP_LEXICON_SHARED | RCP_LEXICON_CARE)
               && entry->class & (RCP_LEXICON_STATE | RCP_LEXICON_SEAT))
        best = entry;
      else if (best->class == RCP_LEXICON_CITY && entry->class != RCP_LEXICON_CITY)
        best = entry;
      else if (best->class == RCP_LEXICON_ORGANISATION && entry->class == RCP_LEXICON_SEAT)
        best = entry; /* the seat says which body it stands for, and when it does not */
      else if (best->class == RCP_LEXICON_STATE && best->flags & RCP_LEXICON_TERRITORY && entry->class == RCP_LEXICON_SEAT)
        best = entry;
    }
  return best;
}

static gboolean
title_before (Scan *scan, guint at)
{
  const RcpSegmentedText *text = scan->text;
  guint from = at;

  /* A title has at most five words ("président de l'Assemblée nationale"); "M." has a full stop. */
  for (guint n = 1; n <= 5 && n <= at; n++)
    {
      const RcpLexiconEntry *entry;
      guint length;

      from = at - n;
      if (text->tokens[from].sentence != text->tokens[at].sentence)
        break;
      length = rcp_lexicon_match (scan->lexicon, text, from, at, RCP_LEXICON_OFFICE, &entry);
      if (length == 0 || from + length < at - (rcp_tokens_is (text, at - 1, ".") ? 1 : 0))
        continue;
      for (; entry; entry = rcp_lexicon_entry_next (entry, RCP_LEXICON_OFFICE, text->language))
        if (entry->flags & RCP_LEXICON_BEFORE_NAME && !(entry->flags & RCP_LEXICON_PLURAL))
          return TRUE;
    }
  return FALSE;
}

static gboolean
contains_cue (Scan *scan, guint at, guint end, const char *class)
{
  for (guint i = at; i < end; i++)
    if (is_word (&scan->text->tokens[i]) && rcp_tokens_match_cue (scan->lexicon, scan->text, i, i + 1, class))
      return TRUE;
  return FALSE;
}

static guint
count_names (Scan *scan, guint at, guint end)
{
  guint n = 0;

  for (guint i = at; i < end; i++)
    n += rcp_tokens_is_name (scan->text, i) ? 1 : 0;
  return n;
}

/* "Châlons-en-Champagne", "Stratford-upon-Avon": only places are called so. */
static gboolean
has_small_word_in_hyphens (Scan *scan, guint at, guint end)
{
  for (guint i = at + 2; i + 1 < end; i++)
    if (rcp_tokens_is (scan->text, i, "sur en les sous aux lez upon on le la") && rcp_tokens_is (scan->text, i - 1, "-")
        && rcp_tokens_is (scan->text, i + 1, "-") && !(scan->text->tokens[i].flags & RCP_TOKEN_CAPITALISED))
      return TRUE;
  return FALSE;
}

/* "Cour suprême", "Parti communiste chinois": small adjectives that go on with a body's name, known by their endings. */
static guint
adjectives_end (Scan *scan, guint at)
{
  static const char *const endings[] = { "al", "ale", "aux", "ales", "el", "elle", "els", "elles", "iste", "istes", "ique",
                                         "iques", "aire", "aires", "if", "ive", "ien", "ienne", "iens", "iennes", "ain",
                                         "aine", "ais", "aise", "ois", "oise", "preme", "ees", "unis", "unies" };

  for (guint n = 0; scan->is_french && n < 3 && at < scan->sentence_end; n++)
    {
      const RcpToken *token = &scan->text->tokens[at];
      gboolean fits = FALSE;

      if (token->kind != RCP_TOKEN_WORD || token->flags & RCP_TOKEN_CAPITALISED || token->end - token->start < 5)
        break;
      for (guint i = 0; i < G_N_ELEMENTS (endings) && !fits; i++)
        fits = g_str_has_suffix (token->folded, endings[i]);
      if (!fits)
        break;
      at++;
    }
  return at;
}

/* A single capitalised word that is no name by itself: a demonym, a month, an unknown word that opens a sentence. */
static gboolean
is_no_name (Scan *scan, guint at)
{
  const RcpToken *token = &scan->text->tokens[at];

  if (has_class (scan, at, RCP_LEXICON_DEMONYM | RCP_LEXICON_ADJECTIVE))
    return TRUE;
  if (token->flags & RCP_TOKEN_ALL_CAPITALS && token->end - token->start > 1)
    return !is_acronym (token);
  if (token->kind == RCP_TOKEN_MIXED || token->end - token->start < 3 || is_common_here (scan, at))
    return TRUE;
  return token->flags & RCP_TOKEN_SENTENCE_START && !(token->flags & RCP_TOKEN_ALL_CAPITALS)
         && !g_hash_table_contains (scan->big, token->folded) && !has_class (scan, at, RCP_LEXICON_FIRST_NAME);
}

/* What a run is that the lexicon does not know as a whole. */
static void
push_run (Scan *scan, guint at, guint end)
{
  const RcpSegmentedText *text = scan->text;
  const RcpToken *first = &text->tokens[at];
  guint n_names = count_names (scan, at, end);
  gboolean after_place_word = at > 0 && text->tokens[at - 1].sentence == first->sentence
                              && (scan->is_french ? rcp_tokens_is (text, at - 1, "a en aux au dans vers")
                                                  : rcp_tokens_is (text, at - 1, "in at near from"));
  gboolean after_of = at > 0 && text->tokens[at - 1].sentence == first->sentence
                      && rcp_tokens_is (text, at - 1, scan->is_french ? "de d' du" : "of");

  if (rcp_tokens_match_cue (scan->lexicon, text, at, end, "org-head")
      && (scan->is_french || n_names > 1 || complement_end (scan, end) > end))
    {
      guint more;

      end = adjectives_end (scan, end);
      while ((more = complement_end (scan, end)) > end)
        end = more;
      push (scan, at, end, RCP_ACTOR_ORGANISATION, TRUE);
    }
  else if (n_names > 1 && rcp_tokens_match_cue (scan->lexicon, text, end - 1, end, "org-tail"))
    push (scan, at, end, RCP_ACTOR_ORGANISATION, TRUE);
  else if (title_before (scan, at))
    push (scan, at, end, RCP_ACTOR_PERSON, TRUE);
  else if (has_small_word_in_hyphens (scan, at, end))
    push (scan, at, end, RCP_ACTOR_PLACE, TRUE)->acting = FALSE;
  else if (rcp_tokens_match_cue (scan->lexicon, text, at, end, "place-head") && n_names > 1)
    {
      guint more = scan->is_french ? complement_end (scan, end) : end;

      push (scan, at, MAX (end, more), RCP_ACTOR_PLACE, TRUE)->acting = FALSE;
    }
  else if (n_names > 1 && rcp_tokens_match_cue (scan->lexicon, text, end - 1, end, "place-tail"))
    push (scan, at, end, RCP_ACTOR_PLACE, TRUE)->acting = FALSE;
  else if (has_class (scan, at, RCP_LEXICON_FIRST_NAME) && n_names > 1)
    push (scan, at, end, RCP_ACTOR_PERSON, TRUE);
  else if (end == at + 1 && is_acronym (first))
    push (scan, at, end, RCP_ACTOR_ORGANISATION, FALSE);
  else if (contains_cue (scan, at, end, "org-tail") && n_names > 1)
    push (scan, at, end, RCP_ACTOR_ORGANISATION, FALSE);
  else if (after_place_word)
    push (scan, at, end, RCP_ACTOR_PLACE, FALSE)->acting = FALSE;
  else if (n_names > 1)
    {
      gboolean is_person = !is_common_here (scan, at) && !is_common_here (scan, end - 1) && n_names <= 4
                           && !(first->flags & RCP_TOKEN_ALL_CAPITALS);

      push (scan, at, end, is_person ? RCP_ACTOR_PERSON : RCP_ACTOR_ORGANISATION, FALSE);
    }
  else if (has_class (scan, at, RCP_LEXICON_FIRST_NAME) && !after_of)
    push (scan, at, end, RCP_ACTOR_PERSON, FALSE);
  else if (after_of || strchr (text->text + first->offset_bytes, '-') == text->text + first->offset_bytes + first->length_bytes)
    push (scan, at, end, RCP_ACTOR_PLACE, FALSE)->acting = FALSE;
  else
    push (scan, at, end, RCP_ACTOR_ORGANISATION, FALSE);
}

/* "ministère de l'Intérieur", "armée française", "place de la République": a small noun that begins a name. */
static guint
push_small_head (Scan *scan, guint at)
{
  const RcpSegmentedText *text = scan->text;
  gboolean is_org = rcp_tokens_match_cue (scan->lexicon, text, at, at + 1, "org-head") > 0;
  gboolean is_place = !is_org && rcp_tokens_match_cue (scan->lexicon, text, at, at + 1, "place-head") > 0;
  const RcpLexiconEntry *entry;
  guint end = at + 1, more;
  gboolean has_adjective;

  if (!scan->is_french || (!is_org && !is_place))
    return at;
  has_adjective = is_org && end < scan->sentence_end
                  && rcp_lexicon_match (scan->lexicon, text, end, end + 1, RCP_LEXICON_ADJECTIVE, &entry) == 1;
  if (has_adjective)
    end++;
  if (is_place && end < scan->sentence_end && rcp_tokens_is_name (text, end) && !is_never (scan, end))
    end = run_end (scan, end);
  more = complement_end (scan, end);
  if (is_org && more > end)
    {
      /* Of all bodies, those whose name goes on with "de": a "groupe de Paris" is none. */
      if (!rcp_tokens_is (text, at, "ministere universite tribunal cour parquet academie institut hopital diocese ordre "
                                    "banque conseil comite federation agence association prefecture mairie office"))
        return at;
      while (more > end)
        {
          end = more;
          more = complement_end (scan, end);
          /* "ministère de l'Intérieur et des Collectivités" */
          if (more == end && end + 1 < scan->sentence_end && rcp_tokens_is (text, end, "et"))
            more = MAX (end, complement_end (scan, end + 1));
          if (more == end + 1)
            more = end;
        }
      push (scan, at, end, RCP_ACTOR_ORGANISATION, TRUE);
      return end;
    }
  if (has_adjective && rcp_tokens_is (text, at, "armee ministere police marine gendarmerie parlement senat assemblee"))
    {
      push (scan, at, end, RCP_ACTOR_ORGANISATION, TRUE);
      return end;
    }
  if (is_place && (more > end || end > at + 1))
    {
      if (!rcp_tokens_is (text, at, "rue avenue place boulevard lac ile iles aeroport gare mont desert fleuve quai pont"))
        return at;
      push (scan, at, MAX (end, more), RCP_ACTOR_PLACE, TRUE)->acting = FALSE;
      return MAX (end, more);
    }
  return at;
}

/* "the Valley United Front (VUF)", "Front uni pour la vallée (FUV)": a name in brackets that the words before spell. Returns
 * where those words begin; @at where none do. */
static guint
expansion_start (Scan *scan, guint at, guint start)
{
  const RcpSegmentedText *text = scan->text;
  const char *letters = text->tokens[at].folded;
  gsize n = strlen (letters);
  guint from = at - 1;

  if (at < start + 3 || !rcp_tokens_is (text, at - 1, "(") || at + 1 >= scan->sentence_end || !rcp_tokens_is (text, at + 1, ")"))
    return at;
  while (from > start && at - from < MAX_NAME_TOKENS)
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

/* English titles and demonyms stand capitalised before names: "Kenyan President William Ruto". */
static guint
skip_titles (Scan *scan, guint at, guint end)
{
  guint from = at;

  while (from + 1 < end)
    {
      const RcpLexiconEntry *entry;
      guint n = rcp_lexicon_match (scan->lexicon, scan->text, from, end, RCP_LEXICON_OFFICE, &entry);

      if (n > 0 && !(entry->flags & RCP_LEXICON_BEFORE_NAME))
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

/* "Parti communiste", "Cour des comptes de Paris": a common noun with a capital is a body's name when it goes on like
 * one. Returns its end; @at where it does not. */
static guint
push_small_continued (Scan *scan, guint at)
{
  guint end = at + 1;

  if (!scan->is_french || rcp_tokens_match_cue (scan->lexicon, scan->text, at, at + 1, "org-head") == 0
      || scan->text->tokens[at].flags & RCP_TOKEN_SENTENCE_START)
    return at;
  if (adjectives_end (scan, end) == end && complement_end (scan, end) == end)
    return at;
  push_run (scan, at, end);
  return g_array_index (scan->spans, RcpNameSpan, scan->spans->len - 1).end;
}

/* Names what begins at @at; returns the token to go on from. */
static guint
scan_at (Scan *scan, guint at, guint start)
{
  const RcpSegmentedText *text = scan->text;
  const RcpLexiconEntry *entry = NULL;
  guint known = 0, run, name;

  if (!is_word (&text->tokens[at]))
    return at + 1;
  known = rcp_lexicon_match (scan->lexicon, text, at, scan->sentence_end, NAME_CLASSES, &entry);
  while (known > 0)
    {
      entry = choose_entry (scan, at, at + known, entry);
      if (entry != NULL)
        break;
      known = known > 1 ? rcp_lexicon_match (scan->lexicon, text, at, at + known - 1, NAME_CLASSES, &entry) : 0;
    }
  if (!begins_name (scan, at))
    {
      /* "The Valley" is a capital, "The Valley United Front" is not. */
      if (known > 1 && is_never (scan, at) && !scan->is_shouted && run_end (scan, at + known - 1) > at + known)
        known = 0;
      if (known > 0)
        {
          push_known (scan, at, at + known, entry);
          return at + known;
        }
      run = scan->is_shouted || text->tokens[at].flags & RCP_TOKEN_CAPITALISED ? at : push_small_head (scan, at);
      return MAX (run, at + 1);
    }

  run = run_end (scan, at);
  if (run == at + 1 && is_acronym (&text->tokens[at]))
    {
      guint from = expansion_start (scan, at, start);

      if (from < at && known == 0)
        {
          while (scan->spans->len > 0 && g_array_index (scan->spans, RcpNameSpan, scan->spans->len - 1).end > from)
            g_array_set_size (scan->spans, scan->spans->len - 1);
          push (scan, from, at - 1, RCP_ACTOR_ORGANISATION, TRUE);
        }
    }
  if (known > 0 && at + known >= run)
    {
      push_known (scan, at, at + known, entry);
      return at + known;
    }
  if (known > 0)
    {
      gboolean is_person = has_class (scan, at, RCP_LEXICON_FIRST_NAME) || title_before (scan, at);

      /* "Niger-Russie", "Moscou-Niamey": two names; "Paris Match", "Washington Irving": one. */
      if (!is_person && entry->class & (RCP_LEXICON_STATE | RCP_LEXICON_SEAT) && rcp_tokens_is (text, at + known, "-"))
        {
          push_known (scan, at, at + known, entry);
          return at + known + 1;
        }
    }
  name = skip_titles (scan, at, run);
  if (name > at && name < run && !(run > at + 1 && rcp_tokens_match_cue (scan->lexicon, text, run - 1, run, "org-tail")))
    return name;
  if (run == at + 1 && is_no_name (scan, at) && push_small_continued (scan, at) == at)
    return run;
  if (scan->spans->len > 0 && g_array_index (scan->spans, RcpNameSpan, scan->spans->len - 1).first == at)
    return g_array_index (scan->spans, RcpNameSpan, scan->spans->len - 1).end;
  push_run (scan, at, run);
  return MAX (run, g_array_index (scan->spans, RcpNameSpan, scan->spans->len - 1).end);
}

static void
look_at_sentence (Scan *scan, const RcpSentence *sentence)
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
  /* Seven words in ten: "LE NIGER ET L'ONU" is shouted, "L'ONU et l'UA" is not. A headline In Title Case is one too. */
  scan->is_shouted = (n_words >= 4 && n_shouted * 10 >= n_words * 7)
                     || (n_long >= 5 && n_capitals * 10 >= n_long * 9 && !scan->is_french && sentence->is_heading);
  scan->sentence_end = sentence->first_token + sentence->n_tokens;
}

/**
 * rcp_name_scanner_scan:
 *
 * Finds what is named by proper names: what the lexicon knows, and runs of capitalised words, told apart by the words in
 * and around them. Sentences set aside are left out. Linear in the tokens.
 *
 * Returns: (transfer full) (element-type RcpNameSpan): in text order, not overlapping.
 */
GArray *
rcp_name_scanner_scan (const RcpLexicon *lexicon, const RcpSegmentedText *text)
{
  g_autoptr (GHashTable) small = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) big = g_hash_table_new (g_str_hash, g_str_equal);
  Scan scan = { .lexicon = lexicon, .text = text, .small = small, .big = big };

  scan.spans = rcp_name_spans_new ();
  scan.is_french = strcmp (text->language, "en") != 0;
  for (guint i = 0; i < text->n_tokens; i++)
    if (text->tokens[i].kind == RCP_TOKEN_WORD && !(text->tokens[i].flags & RCP_TOKEN_CAPITALISED))
      g_hash_table_add (small, (gpointer) text->tokens[i].folded);
    else if (text->tokens[i].kind == RCP_TOKEN_WORD && !(text->tokens[i].flags & RCP_TOKEN_SENTENCE_START))
      g_hash_table_add (big, (gpointer) text->tokens[i].folded);
  for (guint i = 0; i < text->n_sentences; i++)
    {
      const RcpSentence *sentence = &text->sentences[i];

      if (sentence->is_set_aside)
        continue;
      look_at_sentence (&scan, sentence);
      for (guint at = sentence->first_token; at < scan.sentence_end;)
        at = scan_at (&scan, at, sentence->first_token);
    }
  return scan.spans;
}
