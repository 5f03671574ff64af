#include "config.h"

#include "rcp-action-lexicon.h"

#include <string.h>

#include "rcp-enum-types.h"
#include "rcp-error.h"
#include "rcp-tsv.h"

#define LEXICON "/app/recoupe/Recoupe/engine/lexicon/"

/* Adverbs and a subject that stand inside a verb ("s'était d'ailleurs rendue"). */
#define VERB_GAP 2

/* What a phrase is filed with: its concept, whether it is weak, its mode. */
#define WEAK G_GINT64_CONSTANT (0x100000)
#define MODE_SHIFT 24

struct _RcpActionLexicon
{
  /* owned */
  GPtrArray *concepts; /* of RcpConcept */
  GPtrArray *families; /* of char * */
  GPtrArray *modes; /* of char *; the first is "" */
  RcpPhraseTable *verbs[2];
  RcpPhraseTable *nouns[2];
  RcpPhraseTable *family_words[2];
  RcpPhraseTable *cues[2][RCP_N_CUES];
  GPtrArray *verb_forms; /* of RcpVerbForms */
  GHashTable *forms_by_word[2]; /* folded word → borrowed from verb_forms */
};

static const char *const cue_names[RCP_N_CUES] = {
  "plan", "hearsay", "negation", "aux-past", "aux", "background", "relative", "subordinate", "opening",
  "held", "during", "source", "same", "continuing", "at-once", "attribution", "vague", "stop",
};

/** rcp_language_index: 0 for French, 1 for English, -1 for any other. */
int
rcp_language_index (const char *language)
{
  if (g_strcmp0 (language, "fr") == 0)
    return 0;
  return g_strcmp0 (language, "en") == 0 ? 1 : -1;
}

static void
concept_free (gpointer data)
{
  RcpConcept *concept = data;

  g_free (concept->id);
  for (guint i = 0; i < 2; i++)
    {
      g_free (concept->singular[i]);
      g_free (concept->plural[i]);
      g_free (concept->title[i]);
    }
  g_free (concept);
}

static void
verb_forms_free (gpointer data)
{
  RcpVerbForms *forms = data;

  g_free (forms->singular);
  g_free (forms->plural);
  g_free (forms->infinitive);
  g_free (forms);
}

static guint
find_concept (RcpActionLexicon *self, const char *id)
{
  RcpConcept *concept;

  for (guint i = 0; i < self->concepts->len; i++)
    if (strcmp (((RcpConcept *) self->concepts->pdata[i])->id, id) == 0)
      return i;
  concept = g_new0 (RcpConcept, 1);
  concept->id = g_strdup (id);
  g_ptr_array_add (self->concepts, concept);
  return self->concepts->len - 1;
}

static guint
find_mode (RcpActionLexicon *self, const char *mode)
{
  guint index;

  if (!g_ptr_array_find_with_equal_func (self->modes, mode, g_str_equal, &index))
    {
      index = self->modes->len;
      g_ptr_array_add (self->modes, g_strdup (mode));
    }
  return index;
}

/* "phon+ed=phone": a word with a mode of its own. */
static void
add_triggers (RcpActionLexicon *self, RcpPhraseTable *table, char **words, guint gap, guint concept, const char *mode)
{
  for (guint i = 0; words[i]; i++)
    {
      gboolean weak = words[i][0] == '~';
      char *own = strchr (words[i], '=');
      gint64 value = concept | (weak ? WEAK : 0) | (gint64) find_mode (self, own ? own + 1 : mode) << MODE_SHIFT;

      if (own)
        *own = '\0';
      rcp_phrase_table_add (table, words[i] + weak, gap, value);
    }
}

static void
add_words (RcpPhraseTable *table, char **words, guint gap, gint64 value)
{
  for (guint i = 0; words[i]; i++)
    rcp_phrase_table_add (table, words[i], gap, value);
}

static gboolean
load_actions (RcpActionLexicon *self, GError **error)
{
  g_autoptr (RcpTsv) tsv = rcp_tsv_new_for_resource (LEXICON "actions.tsv", error);

  if (tsv == NULL)
    return FALSE;
  while (rcp_tsv_next (tsv))
    {
      int language = rcp_language_index (rcp_tsv_get (tsv, "lang"));
      guint index = find_concept (self, rcp_tsv_get (tsv, "concept"));
      RcpConcept *concept = self->concepts->pdata[index];
      g_autofree char *nick = g_ascii_strdown (rcp_tsv_get (tsv, "action"), -1);
      g_auto (GStrv) verbs = rcp_tsv_dup_list (tsv, "verbs");
      g_auto (GStrv) nouns = rcp_tsv_dup_list (tsv, "nouns");
      int action;

      if (language < 0 || concept->title[language] || !rcp_enum_from_nick (RCP_TYPE_ACTION, nick, &action))
        {
          g_set_error (error, RCP_ANALYSIS_ERROR, RCP_ANALYSIS_ERROR_RESOURCE, "actions.tsv: bad row for %s", concept->id);
          return FALSE;
        }
      concept->action = action;
      concept->singular[language] = g_strdup (rcp_tsv_get (tsv, "sing"));
      concept->plural[language] = g_strdup (rcp_tsv_get (tsv, "plur"));
      concept->title[language] = g_strdup (rcp_tsv_get (tsv, "title"));
      concept->is_statement = strcmp (rcp_tsv_get (tsv, "rank"), "statement") == 0;
      concept->is_toll = strcmp (rcp_tsv_get (tsv, "rank"), "toll") == 0;
      concept->is_cause = strcmp (rcp_tsv_get (tsv, "rank"), "cause") == 0;
      concept->is_phase = strcmp (rcp_tsv_get (tsv, "rank"), "phase") == 0;
      add_triggers (self, self->verbs[language], verbs, VERB_GAP, index, rcp_tsv_get (tsv, "mode"));
      add_triggers (self, self->nouns[language], nouns, 0, index, rcp_tsv_get (tsv, "mode"));
    }
  return TRUE;
}

static gboolean
load_cues (RcpActionLexicon *self, GError **error)
{
  g_autoptr (RcpTsv) tsv = rcp_tsv_new_for_resource (LEXICON "account-cues.tsv", error);

  if (tsv == NULL)
    return FALSE;
  while (rcp_tsv_next (tsv))
    {
      int language = rcp_language_index (rcp_tsv_get (tsv, "lang"));
      g_auto (GStrv) words = rcp_tsv_dup_list (tsv, "words");
      guint cue = 0;

      while (cue < RCP_N_CUES && strcmp (cue_names[cue], rcp_tsv_get (tsv, "kind")) != 0)
        cue++;
      if (language < 0 || cue == RCP_N_CUES)
        {
          g_set_error (error, RCP_ANALYSIS_ERROR, RCP_ANALYSIS_ERROR_RESOURCE, "account-cues.tsv: bad kind %s",
                       rcp_tsv_get (tsv, "kind"));
          return FALSE;
        }
      add_words (self->cues[language][cue], words, 0, cue);
    }
  return TRUE;
}

static gboolean
load_families (RcpActionLexicon *self, GError **error)
{
  g_autoptr (RcpTsv) tsv = rcp_tsv_new_for_resource (LEXICON "word-families.tsv", error);

  if (tsv == NULL)
    return FALSE;
  while (rcp_tsv_next (tsv))
    {
      g_auto (GStrv) french = rcp_tsv_dup_list (tsv, "fr");
      g_auto (GStrv) english = rcp_tsv_dup_list (tsv, "en");

      g_ptr_array_add (self->families, g_strdup (rcp_tsv_get (tsv, "family")));
      add_words (self->family_words[0], french, 0, self->families->len - 1);
      add_words (self->family_words[1], english, 0, self->families->len - 1);
    }
  return TRUE;
}

static gboolean
load_verb_forms (RcpActionLexicon *self, GError **error)
{
  g_autoptr (RcpTsv) tsv = rcp_tsv_new_for_resource (LEXICON "verb-forms.tsv", error);

  if (tsv == NULL)
    return FALSE;
  while (rcp_tsv_next (tsv))
    {
      int language = rcp_language_index (rcp_tsv_get (tsv, "lang"));
      g_auto (GStrv) words = rcp_tsv_dup_list (tsv, "words");
      RcpVerbForms *forms;

      if (language < 0)
        {
          g_set_error (error, RCP_ANALYSIS_ERROR, RCP_ANALYSIS_ERROR_RESOURCE, "verb-forms.tsv: bad language %s",
                       rcp_tsv_get (tsv, "lang"));
          return FALSE;
        }
      forms = g_new0 (RcpVerbForms, 1);
      forms->singular = g_strdup (rcp_tsv_get (tsv, "sing"));
      forms->plural = g_strdup (rcp_tsv_get (tsv, "plur"));
      forms->infinitive = g_strdup (rcp_tsv_get (tsv, "inf"));
      g_ptr_array_add (self->verb_forms, forms);
      for (guint i = 0; words[i]; i++)
        g_hash_table_insert (self->forms_by_word[language], g_strdup (words[i]), forms);
    }
  return TRUE;
}

/**
 * rcp_action_lexicon_new:
 * @error: %RCP_ANALYSIS_ERROR_RESOURCE
 *
 * Returns: (transfer full) (nullable): the lexicon, NULL with @error set.
 */
RcpActionLexicon *
rcp_action_lexicon_new (GError **error)
{
  RcpActionLexicon *self = g_new0 (RcpActionLexicon, 1);

  self->concepts = g_ptr_array_new_with_free_func (concept_free);
  self->families = g_ptr_array_new_with_free_func (g_free);
  self->modes = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->modes, g_strdup (""));
  self->verb_forms = g_ptr_array_new_with_free_func (verb_forms_free);
  for (guint i = 0; i < 2; i++)
    {
      self->forms_by_word[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      self->verbs[i] = rcp_phrase_table_new ();
      self->nouns[i] = rcp_phrase_table_new ();
      self->family_words[i] = rcp_phrase_table_new ();
      for (guint k = 0; k < RCP_N_CUES; k++)
        self->cues[i][k] = rcp_phrase_table_new ();
    }
  if (!load_actions (self, error) || !load_cues (self, error) || !load_families (self, error)
      || !load_verb_forms (self, error))
    g_clear_pointer (&self, rcp_action_lexicon_free);
  return self;
}

void
rcp_action_lexicon_free (RcpActionLexicon *self)
{
  for (guint i = 0; i < 2; i++)
    {
      rcp_phrase_table_free (self->verbs[i]);
      rcp_phrase_table_free (self->nouns[i]);
      rcp_phrase_table_free (self->family_words[i]);
      g_hash_table_unref (self->forms_by_word[i]);
      for (guint k = 0; k < RCP_N_CUES; k++)
        rcp_phrase_table_free (self->cues[i][k]);
    }
  g_ptr_array_unref (self->concepts);
  g_ptr_array_unref (self->families);
  g_ptr_array_unref (self->modes);
  g_ptr_array_unref (self->verb_forms);
  g_free (self);
}

/**
 * rcp_action_lexicon_find_trigger:
 * @at: index of a token
 * @limit: tokens from here on are not looked at
 * @noun: whether to look for a noun, or else a verb
 * @trigger: (out): the longest that begins there
 *
 * Returns: whether there is one; never in a text in another language. Any thread.
 */
gboolean
rcp_action_lexicon_find_trigger (const RcpActionLexicon *self, const RcpSegmentedText *text, guint at, guint limit,
                                 gboolean noun, RcpTrigger *trigger)
{
  int language = rcp_language_index (text->language);

  if (language < 0
      || !rcp_phrase_table_match (noun ? self->nouns[language] : self->verbs[language], text, at, limit,
                                  &trigger->match))
    return FALSE;
  trigger->concept = self->concepts->pdata[trigger->match.value & (WEAK - 1)];
  trigger->mode = self->modes->pdata[trigger->match.value >> MODE_SHIFT];
  trigger->is_weak = (trigger->match.value & WEAK) != 0;
  trigger->is_noun = noun;
  return TRUE;
}

/** rcp_action_lexicon_match_cue: how many tokens the longest cue of a kind that begins at @at covers; 0 for none. */
guint
rcp_action_lexicon_match_cue (const RcpActionLexicon *self, const RcpSegmentedText *text, guint at, guint limit, RcpCue cue)
{
  int language = rcp_language_index (text->language);
  RcpPhraseMatch match;

  if (language < 0 || !rcp_phrase_table_match (self->cues[language][cue], text, at, limit, &match))
    return 0;
  return match.n_tokens;
}

/** rcp_action_lexicon_has_cue: whether a cue of a kind begins at @at. */
gboolean
rcp_action_lexicon_has_cue (const RcpActionLexicon *self, const RcpSegmentedText *text, guint at, guint limit, RcpCue cue)
{
  return rcp_action_lexicon_match_cue (self, text, at, limit, cue) > 0;
}

/**
 * rcp_action_lexicon_get_family:
 *
 * Returns: (transfer none) (nullable): what the word at @at is called in both languages, where a table knows it.
 */
const char *
rcp_action_lexicon_get_family (const RcpActionLexicon *self, const RcpSegmentedText *text, guint at, guint limit)
{
  int language = rcp_language_index (text->language);
  RcpPhraseMatch match;

  if (language < 0 || !rcp_phrase_table_match (self->family_words[language], text, at, limit, &match))
    return NULL;
  return self->families->pdata[match.value];
}

/**
 * rcp_action_lexicon_find_verb:
 * @language: an index of rcp_language_index()
 * @folded: a form of the verb, folded
 *
 * Returns: (transfer none) (nullable): its forms where verb-forms.tsv has it; NULL for a verb that follows the rules.
 */
const RcpVerbForms *
rcp_action_lexicon_find_verb (const RcpActionLexicon *self, int language, const char *folded)
{
  return language < 0 ? NULL : g_hash_table_lookup (self->forms_by_word[language], folded);
}
