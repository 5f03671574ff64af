#include "config.h"

#include "rcp-account-place.h"

#include <string.h>

/* How many words may stand between the preposition and the name: "dans la ville portuaire de". */
#define LEAD_REACH 5
#define CLASSES (RCP_LEXICON_STATE | RCP_LEXICON_SEAT | RCP_LEXICON_CITY | RCP_LEXICON_TOWN | RCP_LEXICON_REGION)

/* How narrow a place is; of several told in a row ("à Lyon, dans le Rhône, en France") the narrowest is where it happened. */
typedef enum
{
  WIDTH_NONE,
  WIDTH_STATE,
  WIDTH_REGION,
  WIDTH_TOWN,
} Width;

typedef struct
{
  guint first;
  guint end;
  Width width;
  char *key;
} Place;

static void
place_clear (gpointer data)
{
  g_free (((Place *) data)->key);
}

static const char *
get_folded (const RcpSentenceView *view, guint token)
{
  return view->text->tokens[token].folded;
}

static gboolean
is_preposition (const RcpSentenceView *view, guint token)
{
  static const char *const french[] = { "a", "au", "aux", "en", "dans", "pres", NULL };
  static const char *const english[] = { "in", "at", "near", "outside", NULL };

  return g_strv_contains (strcmp (view->text->language, "fr") == 0 ? french : english, get_folded (view, token));
}

/* The verb "a" is written as the preposition is but for its accent. */
static gboolean
is_verb (const RcpSentenceView *view, guint token)
{
  return strcmp (get_folded (view, token), "a") == 0 && view->text->tokens[token].length_bytes == 1;
}

/* "la ville portuaire de", "the town of", "le département de l'": what may lead to the name. */
static gboolean
leads_on (const RcpSentenceView *view, guint token)
{
  static const char *const words[] = { "la", "le", "les", "l'", "de", "d'", "du", "des", "ville", "village", "commune", "departement",
                                       "region", "province", "quartier", "banlieue", "nord", "sud", "est", "ouest", "centre",
                                       "comte", "district", "port", "agglomeration", "capitale", "localite", "pres", "the", "city",
                                       "town", "of", "suburb", "county", "state", "northern", "southern", "eastern", "western",
                                       "central", "downtown", "capital", "portuaire", "voisine", "-", "south", "north", "east",
                                       "west", "outside", NULL };

  return g_strv_contains (words, get_folded (view, token));
}

/* What stands in the town that it is called by. */
static gboolean
is_building (const RcpSentenceView *view, guint token)
{
  static const char *const words[] = { "hopital", "chu", "prison", "aeroport", "gare", "stade", "universite", "lycee", "ecole",
                                       "cathedrale", "mairie", "zoo", "hospital", "airport", "station", "stadium", "university",
                                       "school", "cathedral", "jail", "cantine", "canteen", NULL };

  return g_strv_contains (words, get_folded (view, token));
}

static char *
dup_words (const RcpSentenceView *view, guint first, guint end)
{
  GString *words = g_string_new (NULL);

  for (guint i = first; i < end; i++)
    {
      if (i > first && !(view->text->tokens[i].flags & RCP_TOKEN_GLUED))
        g_string_append_c (words, ' ');
      g_string_append (words, get_folded (view, i));
    }
  return g_string_free (words, FALSE);
}

/* A state and a town of one name, a town and a region: the order of the classes decides. */
static Width
read_name (const RcpLexicon *lexicon, const RcpSentenceView *view, guint at, guint *end, char **key)
{
  static const RcpLexiconClass order[] = { RCP_LEXICON_STATE, RCP_LEXICON_SEAT, RCP_LEXICON_CITY, RCP_LEXICON_TOWN,
                                           RCP_LEXICON_REGION };
  const RcpLexiconEntry *entry = NULL;
  guint n = rcp_lexicon_match (lexicon, view->text, at, view->limit, CLASSES, &entry);
  g_autofree char *words = NULL;

  if (n == 0)
    return WIDTH_NONE;
  *end = at + n;
  words = dup_words (view, at, *end);
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    for (const RcpLexiconEntry *one = entry; one; one = rcp_lexicon_entry_next (one, CLASSES, view->text->language))
      {
        const char *id = rcp_lexicon_entry_get_id (one), *kind = rcp_lexicon_entry_get_kind (one);

        if (rcp_lexicon_entry_get_class (one) != order[i])
          continue;
        switch (order[i])
          {
          case RCP_LEXICON_STATE:
            *key = g_strconcat ("state:", id, NULL);
            return WIDTH_STATE;
          case RCP_LEXICON_SEAT:
            if (g_strcmp0 (kind, "capital") != 0)
              continue;
            *key = g_strconcat ("capital:", id, NULL);
            return WIDTH_TOWN;
          case RCP_LEXICON_REGION:
            *key = g_strdup_printf ("%s:%s/%s", g_strcmp0 (kind, "department") == 0 ? "department" : "region", words, id);
            return WIDTH_REGION;
          default:
            *key = g_strdup_printf ("city:%s/%s", words, id);
            return WIDTH_TOWN;
          }
      }
  return WIDTH_NONE;
}

static gboolean
lies_in_date (const RcpSentenceView *view, guint token)
{
  const RcpToken *at = &view->text->tokens[token];

  for (guint i = 0; i < view->findings->dates->len; i++)
    {
      const RcpDateExpression *date = view->findings->dates->pdata[i];

      if (date->range.start >= at->end)
        return FALSE;
      if (at->start < date->range.end)
        return TRUE;
    }
  return FALSE;
}

static gboolean
lies_in_mention (const RcpSentenceView *view, guint token)
{
  const RcpToken *at = &view->text->tokens[token];

  for (guint i = 0; i < view->findings->mentions->len; i++)
    {
      const RcpMention *mention = &g_array_index (view->findings->mentions, RcpMention, i);
      const RcpFoundActor *actor = view->findings->actors->pdata[mention->actor];

      if (mention->range.start >= at->end)
        return FALSE;
      if (at->start < mention->range.end && (actor->kind == RCP_ACTOR_PERSON || actor->kind == RCP_ACTOR_ORGANISATION))
        return TRUE;
    }
  return FALSE;
}

static gboolean
goes_on (const RcpSentenceView *view, guint end)
{
  const RcpToken *next = end < view->limit ? &view->text->tokens[end] : NULL;

  return next && ((strcmp (next->folded, "-") == 0 && (next->flags & RCP_TOKEN_GLUED))
                  || (next->kind == RCP_TOKEN_WORD && (next->flags & RCP_TOKEN_CAPITALISED) && !lies_in_date (view, end)));
}

/* The place that the preposition at @at leads to. */
static gboolean
read_place (const RcpLexicon *lexicon, const RcpSentenceView *view, guint at, Place *place)
{
  gboolean in_building = FALSE;

  for (guint i = at + 1; i < view->limit && i <= at + LEAD_REACH; i++)
    {
      const RcpToken *token = &view->text->tokens[i];
      gboolean is_name = (token->flags & RCP_TOKEN_CAPITALISED) && token->kind == RCP_TOKEN_WORD;

      if (is_name && (in_building || !lies_in_mention (view, i)))
        {
          place->first = i;
          place->width = read_name (lexicon, view, i, &place->end, &place->key);
          /* "à Marseille-en-Beauvaisis", "in South Kordofan": a longer name than the one that is known. */
          if (place->width != WIDTH_NONE && goes_on (view, place->end))
            {
              g_clear_pointer (&place->key, g_free);
              place->width = WIDTH_NONE;
            }
          if (place->width != WIDTH_NONE)
            return TRUE;
        }
      /* "dans la région de Kidal" and "à l'hôpital de Lyon" lead on, "dans l'affaire de Lyon" does not. */
      in_building = in_building || is_building (view, i);
      if (!in_building && !leads_on (view, i))
        return FALSE;
      if (in_building && !is_building (view, i) && !leads_on (view, i) && !is_preposition (view, i))
        return FALSE;
    }
  return FALSE;
}

/* "de Paris à Lyon", "from Lagos to": a way, no place. */
static gboolean
is_way (const RcpSentenceView *view, guint at)
{
  for (guint i = 1; i <= 3 && at >= view->first + i; i++)
    if (strcmp (get_folded (view, at - i), "from") == 0
        || (i == 2 && (strcmp (get_folded (view, at - i), "de") == 0 || strcmp (get_folded (view, at - i), "d'") == 0)
            && strcmp (view->text->language, "fr") == 0 && (view->text->tokens[at - 1].flags & RCP_TOKEN_CAPITALISED)
            && strcmp (get_folded (view, at), "a") == 0))
      return TRUE;
  return FALSE;
}

/**
 * rcp_account_find_place:
 * @hit: (nullable): the word that tells the happening
 * @account: receives the place as it stands in the sentence, where it stands, and its key
 *
 * Finds where a happening took place: the town, region or state that a preposition of place leads to, in the clause of
 * @hit; of one place within another the narrower; none where two exclude each other. Any thread.
 */
void
rcp_account_find_place (const RcpLexicon *lexicon, const RcpSentenceView *view, const RcpHit *hit, RcpFoundAccount *account)
{
  g_autoptr (GArray) places = g_array_new (FALSE, TRUE, sizeof (Place));
  const Place *best = NULL;

  if (lexicon == NULL || rcp_language_index (view->text->language) < 0)
    return;
  g_array_set_clear_func (places, place_clear);
  for (guint i = view->first; i < view->limit; i++)
    {
      Place place = { 0 };

      if (!is_preposition (view, i) || is_verb (view, i)
          || (hit && rcp_sentence_view_clause_at (view, i) != hit->clause) || is_way (view, i)
          || !read_place (lexicon, view, i, &place))
        continue;
      g_array_append_val (places, place);
      i = place.end - 1;
    }
  /* "a visité Toulouse", "struck the Aude region": a part of a state that is gone to, or befallen. */
  if (places->len == 0 && hit && !hit->trigger.is_noun && !hit->is_passive && hit->end < view->limit)
    {
      Place place = { 0 };
      guint from = hit->end;

      while (from < view->limit && lies_in_date (view, from))
        from++;
      if (from > 0 && read_place (lexicon, view, from - 1, &place))
        {
          if (place.width > WIDTH_STATE)
            g_array_append_val (places, place);
          else
            g_free (place.key);
        }
    }
  for (guint i = 0; i < places->len; i++)
    {
      const Place *place = &g_array_index (places, Place, i);

      if (best && best->width == place->width && rcp_place_relate (best->key, place->key) != RCP_PLACE_SAME)
        return;
      if (best == NULL || place->width > best->width)
        best = place;
    }
  if (best == NULL)
    return;
  account->place_range = (RcpRange){ view->text->tokens[best->first].start, view->text->tokens[best->end - 1].end };
  account->place = rcp_segmented_text_dup_range (view->text, account->place_range);
  account->place_key = g_strdup (best->key);
}

/* What a key names: how wide it is, its state, its name. */
typedef struct
{
  Width width;
  const char *state;
  const char *name;
  gsize name_length;
} Parts;

static Parts
split (const char *key)
{
  const char *colon = strchr (key, ':'), *slash = strrchr (key, '/');
  Parts parts = { WIDTH_NONE, NULL, NULL, 0 };

  if (colon == NULL)
    return parts;
  if (g_str_has_prefix (key, "state:"))
    return (Parts){ WIDTH_STATE, colon + 1, "", 0 };
  if (g_str_has_prefix (key, "capital:"))
    return (Parts){ WIDTH_TOWN, colon + 1, "", 0 };
  if (slash == NULL || slash < colon)
    return parts;
  parts.width = g_str_has_prefix (key, "city:") ? WIDTH_TOWN : WIDTH_REGION;
  parts.state = slash + 1;
  parts.name = colon + 1;
  parts.name_length = slash - colon - 1;
  return parts;
}

/**
 * rcp_place_relate:
 * @a: the key of a place
 * @b: the key of another
 *
 * Returns: how they lie to each other. A town lies in its state; which region it lies in is not known. Names that begin
 *   alike may be one name in two languages. Any thread.
 */
RcpPlaceRelation
rcp_place_relate (const char *a, const char *b)
{
  Parts x = split (a), y = split (b);

  if (strcmp (a, b) == 0)
    return RCP_PLACE_SAME;
  if (x.width == WIDTH_NONE || y.width == WIDTH_NONE)
    return RCP_PLACE_UNKNOWN;
  if (strcmp (x.state, y.state) != 0)
    return RCP_PLACE_APART;
  if (x.width == WIDTH_STATE || y.width == WIDTH_STATE)
    return x.width == WIDTH_STATE ? RCP_PLACE_AROUND : RCP_PLACE_WITHIN;
  if (x.width != y.width)
    return RCP_PLACE_UNKNOWN;
  if (x.width == WIDTH_REGION)
    return g_str_has_prefix (a, "department:") && g_str_has_prefix (b, "department:") ? RCP_PLACE_APART : RCP_PLACE_UNKNOWN;
  if (x.name_length >= 3 && y.name_length >= 3 && strncmp (x.name, y.name, 3) == 0)
    return RCP_PLACE_UNKNOWN;
  return RCP_PLACE_APART;
}
