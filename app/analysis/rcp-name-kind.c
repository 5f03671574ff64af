#include "config.h"

#include "rcp-name-scan-private.h"

#include <string.h>

/* An unknown word with a capital, without any sign of what it is, is taken for a name from the second time
 * on: on the development half of WiNER, five in six of those met once were wrong. */
#define MIN_UNKNOWN 2

/** rcp_name_push: adds a name that acts. Returns: (transfer none): its span, until the next one is added. */
RcpNameSpan *
rcp_name_push (RcpNameScan *scan, guint first, guint end, RcpActorKind kind, gboolean certain)
{
  RcpNameSpan span = { .first = first,
                       .end = end,
                       .kind = kind,
                       .form = RCP_MENTION_NAME,
                       .acting = TRUE,
                       .certain = certain,
                       .is_title_of = -1 };

  g_array_append_val (scan->spans, span);
  return &g_array_index (scan->spans, RcpNameSpan, scan->spans->len - 1);
}

/** rcp_name_title_before: whether a title as names have before them ("ministre", "M."), not a plural, ends right before the
 * token, in its sentence. */
gboolean
rcp_name_title_before (RcpNameScan *scan, guint at)
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
        if ((rcp_lexicon_entry_get_flags (entry) & (RCP_LEXICON_BEFORE_NAME | RCP_LEXICON_PLURAL)) == RCP_LEXICON_BEFORE_NAME)
          return TRUE;
    }
  return FALSE;
}

static gboolean
contains_cue (RcpNameScan *scan, guint at, guint end, RcpNameCue cue)
{
  for (guint i = at; i < end; i++)
    if (rcp_token_is_word (&scan->text->tokens[i])
        && rcp_tokens_match_cue (scan->lexicon, scan->text, i, i + 1, cue))
      return TRUE;
  return FALSE;
}

static guint
count_names (RcpNameScan *scan, guint at, guint end)
{
  guint n = 0;

  for (guint i = at; i < end; i++)
    n += rcp_tokens_is_name (scan->text, i) ? 1 : 0;
  return n;
}

/* "Châlons-en-Champagne", "Stratford-upon-Avon": only places are called so. */
static gboolean
has_small_word_in_hyphens (RcpNameScan *scan, guint at, guint end)
{
  for (guint i = at + 2; i + 1 < end; i++)
    if (rcp_tokens_is (scan->text, i, "sur en les sous aux lez upon on le la")
        && rcp_tokens_is (scan->text, i - 1, "-") && rcp_tokens_is (scan->text, i + 1, "-")
        && !(scan->text->tokens[i].flags & RCP_TOKEN_CAPITALISED))
      return TRUE;
  return FALSE;
}

/* "Cour suprême", "Parti communiste chinois": small adjectives that go on with a body's name, known by their
 * endings. */
guint
rcp_name_adjectives_end (RcpNameScan *scan, guint at)
{
  static const char *const endings[]
      = { "al",   "ale",   "aux",  "ales",  "el",  "elle", "els",   "elles", "iste", "istes",
          "ique", "iques", "aire", "aires", "if",  "ive",  "ien",   "ienne", "iens", "iennes",
          "ain",  "aine",  "ais",  "aise",  "ois", "oise", "preme", "ees",   "unis", "unies" };

  for (guint n = 0; scan->is_french && n < 3 && at < scan->sentence_end; n++)
    {
      const RcpToken *token = &scan->text->tokens[at];
      gboolean fits = FALSE;

      if (token->kind != RCP_TOKEN_WORD || token->flags & RCP_TOKEN_CAPITALISED
          || token->end - token->start < 5)
        break;
      for (guint i = 0; i < G_N_ELEMENTS (endings) && !fits; i++)
        fits = g_str_has_suffix (token->folded, endings[i]);
      if (!fits)
        break;
      at++;
    }
  return at;
}

/* A single capitalised word that is no name by itself: a demonym, a month, an unknown word that opens a
 * sentence. */
gboolean
rcp_name_is_none (RcpNameScan *scan, guint at)
{
  const RcpToken *token = &scan->text->tokens[at];

  if (rcp_name_has_class (scan, at, RCP_LEXICON_DEMONYM | RCP_LEXICON_ADJECTIVE))
    return TRUE;
  if (token->flags & RCP_TOKEN_ALL_CAPITALS && token->end - token->start > 1)
    return !rcp_name_is_acronym (token) || rcp_name_has_class (scan, at, RCP_LEXICON_OFFICE); /* "PDG" */
  if (token->kind == RCP_TOKEN_MIXED || token->end - token->start < 3 || rcp_name_is_common_here (scan, at))
    return TRUE;
  return token->flags & RCP_TOKEN_SENTENCE_START && !(token->flags & RCP_TOKEN_ALL_CAPITALS)
         && !g_hash_table_contains (scan->big, token->folded)
         && !rcp_name_has_class (scan, at, RCP_LEXICON_FIRST_NAME);
}

/* What a run is that the lexicon does not know as a whole. */
void
rcp_name_push_run (RcpNameScan *scan, guint at, guint end)
{
  const RcpSegmentedText *text = scan->text;
  const RcpToken *first = &text->tokens[at];
  guint n_names = count_names (scan, at, end);
  gboolean after_place_word = at > 0 && text->tokens[at - 1].sentence == first->sentence
                              && (scan->is_french ? rcp_tokens_is (text, at - 1, "a en aux au dans vers")
                                                  : rcp_tokens_is (text, at - 1, "in at near from"));
  gboolean after_of = at > 0 && text->tokens[at - 1].sentence == first->sentence
                      && rcp_tokens_is (text, at - 1, scan->is_french ? "de d' du" : "of");

  if (rcp_tokens_match_cue (scan->lexicon, text, at, end, RCP_NAME_CUE_ORG_HEAD)
      && (scan->is_french || n_names > 1 || rcp_name_complement_end (scan, end) > end))
    {
      guint more;

      end = rcp_name_adjectives_end (scan, end);
      while ((more = rcp_name_complement_end (scan, end)) > end)
        end = more;
      rcp_name_push (scan, at, end, RCP_ACTOR_ORGANISATION, TRUE);
    }
  else if (n_names > 1 && rcp_tokens_match_cue (scan->lexicon, text, end - 1, end, RCP_NAME_CUE_ORG_TAIL))
    rcp_name_push (scan, at, end, RCP_ACTOR_ORGANISATION, TRUE);
  else if (rcp_name_title_before (scan, at))
    rcp_name_push (scan, at, end, RCP_ACTOR_PERSON, TRUE);
  else if (has_small_word_in_hyphens (scan, at, end))
    rcp_name_push (scan, at, end, RCP_ACTOR_PLACE, TRUE)->acting = FALSE;
  else if (rcp_tokens_match_cue (scan->lexicon, text, at, end, RCP_NAME_CUE_PLACE_HEAD) && n_names > 1)
    {
      guint more = scan->is_french ? rcp_name_complement_end (scan, end) : end;

      rcp_name_push (scan, at, MAX (end, more), RCP_ACTOR_PLACE, TRUE)->acting = FALSE;
    }
  else if (n_names > 1 && rcp_tokens_match_cue (scan->lexicon, text, end - 1, end, RCP_NAME_CUE_PLACE_TAIL))
    rcp_name_push (scan, at, end, RCP_ACTOR_PLACE, TRUE)->acting = FALSE;
  else if (rcp_name_has_class (scan, at, RCP_LEXICON_FIRST_NAME) && n_names > 1)
    rcp_name_push (scan, at, end, RCP_ACTOR_PERSON, TRUE);
  else if (end == at + 1 && rcp_name_is_acronym (first))
    rcp_name_push (scan, at, end, RCP_ACTOR_ORGANISATION, FALSE);
  else if (contains_cue (scan, at, end, RCP_NAME_CUE_ORG_TAIL) && n_names > 1)
    rcp_name_push (scan, at, end, RCP_ACTOR_ORGANISATION, FALSE);
  else if (after_place_word)
    rcp_name_push (scan, at, end, RCP_ACTOR_PLACE, FALSE)->acting = FALSE;
  else if (n_names > 1)
    {
      gboolean is_person = !rcp_name_is_common_here (scan, at) && !rcp_name_is_common_here (scan, end - 1)
                           && n_names <= 4 && !(first->flags & RCP_TOKEN_ALL_CAPITALS);

      rcp_name_push (scan, at, end, is_person ? RCP_ACTOR_PERSON : RCP_ACTOR_ORGANISATION, FALSE);
    }
  else if (rcp_name_has_class (scan, at, RCP_LEXICON_FIRST_NAME) && !after_of)
    rcp_name_push (scan, at, end, RCP_ACTOR_PERSON, FALSE);
  else if (after_of
           || strchr (text->text + first->offset_bytes, '-')
                  == text->text + first->offset_bytes + first->length_bytes)
    rcp_name_push (scan, at, end, RCP_ACTOR_PLACE, FALSE)->acting = FALSE;
  else if (end > at + 1 || rcp_name_is_acronym (first)
           || GPOINTER_TO_UINT (g_hash_table_lookup (scan->big, first->folded)) >= MIN_UNKNOWN)
    rcp_name_push (scan, at, end, RCP_ACTOR_ORGANISATION, FALSE);
}

/* "ministère de l'Intérieur", "armée française", "place de la République": a small noun that begins a name.
 */
guint
rcp_name_push_small_head (RcpNameScan *scan, guint at)
{
  const RcpSegmentedText *text = scan->text;
  gboolean is_org = rcp_tokens_match_cue (scan->lexicon, text, at, at + 1, RCP_NAME_CUE_ORG_HEAD) > 0;
  gboolean is_place = !is_org && rcp_tokens_match_cue (scan->lexicon, text, at, at + 1, RCP_NAME_CUE_PLACE_HEAD) > 0;
  const RcpLexiconEntry *entry;
  guint end = at + 1, more;
  gboolean has_adjective;

  if (!scan->is_french || (!is_org && !is_place))
    return at;
  has_adjective
      = is_org && end < scan->sentence_end
        && rcp_lexicon_match (scan->lexicon, text, end, end + 1, RCP_LEXICON_ADJECTIVE, &entry) == 1;
  if (has_adjective)
    end++;
  if (is_place && end < scan->sentence_end && rcp_tokens_is_name (text, end)
      && !rcp_name_is_never (scan, end))
    end = rcp_name_run_end (scan, end);
  more = rcp_name_complement_end (scan, end);
  if (is_org && more > end)
    {
      /* Of all bodies, those whose name goes on with "de": a "groupe de Paris" is none. */
      if (!rcp_tokens_is (
              text, at,
              "ministere universite tribunal cour parquet academie institut hopital diocese ordre "
              "banque conseil comite federation agence association prefecture mairie office"))
        return at;
      while (more > end)
        {
          end = more;
          more = rcp_name_complement_end (scan, end);
          /* "ministère de l'Intérieur et des Collectivités" */
          if (more == end && end + 1 < scan->sentence_end && rcp_tokens_is (text, end, "et"))
            more = MAX (end, rcp_name_complement_end (scan, end + 1));
          if (more == end + 1)
            more = end;
        }
      rcp_name_push (scan, at, end, RCP_ACTOR_ORGANISATION, TRUE);
      return end;
    }
  if (has_adjective
      && rcp_tokens_is (text, at, "armee ministere police marine gendarmerie parlement senat assemblee"))
    {
      rcp_name_push (scan, at, end, RCP_ACTOR_ORGANISATION, TRUE);
      return end;
    }
  if (is_place && (more > end || end > at + 1))
    {
      if (!rcp_tokens_is (
              text, at, "rue avenue place boulevard lac ile iles aeroport gare mont desert fleuve quai pont"))
        return at;
      rcp_name_push (scan, at, MAX (end, more), RCP_ACTOR_PLACE, TRUE)->acting = FALSE;
      return MAX (end, more);
    }
  return at;
}
