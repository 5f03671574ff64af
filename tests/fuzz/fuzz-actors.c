#include "config.h"

#include "fuzz-main.h"
#include "rcp-actor-finder.h"

/* Every byte chooses a word that finders of actors ask about, or punctuation: so that the text is full of names, roles, groups
 * and what joins them, in every order. Whatever is found lies in the text, in order, and names an actor that is there. */

static const char *const words[2][131] = {
  { "le ", "la ", "l'", "les ", "des ", "du ", "de ", "d'", "à ", "au ", "aux ", "en ", "et ", "son ", "sa ", "leurs ", "celui ",
    "deux ", "trois ", "autres ", "pays ", "hommes ", "dirigeants ", "ministres ", "ministre ", "président ", "chef ", "patron ",
    "directeur ", "général ", "Premier ministre ", "porte-parole ", "homologue ", "ambassadrice ", "secrétaire général ", "maire ",
    "junte ", "gouvernement ", "autorités ", "soldats ", "armée ", "délégation ", "représentants ", "peuple ", "groupes ", "armés ",
    "chilien ", "péruvienne ", "chiliens ", "russe ", "de la Défense ", "de l'Intérieur ", "de la Santé ", "ancien ", "actuel ",
    "militaire ", "Chili ", "Pérou ", "France ", "Santiago ", "Moscou ", "Paris ", "Élysée ", "Lyon ", "ONU ", "UA ", "Cédéao ",
    "Luis Rojas ", "Rojas ", "Awa Traoré ", "Ould Ahmed ", "Jean-Luc ", "Le Garrec ", "Société Norcape ", "Conseil national ", "AFP ",
    "refuse ", "accuse ", "rapporte ", "vend ", "visite ", "soutien ", "région ", "université ", "rue ", "aéroport ", "port ", "musée ",
    "M. ", "Mme ", "Me ", "LE CHILI ", "EST ", "Chiliens ", "Américains ", "X", "É", "’", "'", "- ", "– ", ", ", ". ", "; ", ": ", "( ",
    ") ", "« ", "» ", "\n", "\n\n", "? ", "2024 ", "2 ", "123456 ", "mardi ", "(FUV) ", "(PS), ", "selon ", "entre ", "vers ", "sur ",
    "contre ", "avec ", "pour ", "mais ", "qui ", "a ", "\xc2\xa0" },
  { "the ", "a ", "an ", "of ", "for ", "to ", "in ", "at ", "and ", "his ", "her ", "its ", "'s ", "’s ", "s ", "two ", "both ",
    "three ", "other ", "countries ", "men ", "leaders ", "ministers ", "minister ", "president ", "President ", "chief ", "head ",
    "director ", "General ", "prime minister ", "spokesman ", "counterpart ", "ambassador ", "secretary-general ", "mayor ", "junta ",
    "government ", "authorities ", "troops ", "army ", "delegation ", "officials ", "people ", "groups ", "armed ", "Chilean ",
    "Peruvian ", "Russian ", "US ", "foreign ", "defence ", "health ", "former ", "acting ", "military ", "Chile ", "Peru ", "France ",
    "Santiago ", "Moscow ", "Washington ", "Kremlin ", "Leeds ", "UN ", "U.N. ", "ECOWAS ", "Luis Rojas ", "Rojas ", "Sara Holm ",
    "Abdel al-Amin ", "Mr ", "Ms ", "Sir ", "Harlan & Co ", "Valley Front ", "Bank of Chile ", "Reuters ", "refuses ", "accused ", "says ",
    "sold ", "visited ", "support ", "Street ", "Lake ", "University ", "CHILE ", "IS ", "Chileans ", "Americans ", "X", "É", "’", "'",
    "- ", "– ", ", ", ". ", "; ", ": ", "( ", ") ", "“ ", "” ", "\n", "\n\n", "? ", "2024 ", "2 ", "123456 ", "Monday ", "(VUF) ",
    "said ", "between ", "toward ", "on ", "against ", "with ", "by ", "but ", "who ", "has ", "is ", "was ", "led ", "named ", "as ",
    "then ", "\xc2\xa0" },
};

static RcpLexicon *lexicon;
static RcpActorFinder *finders[2];

static void
set_up (void)
{
  g_autoptr (RcpNameModel) model = NULL;

  if (lexicon != NULL)
    return;
  lexicon = rcp_lexicon_new (NULL);
  if (lexicon == NULL)
    lexicon = rcp_lexicon_new_empty ();
  model = rcp_name_model_new_shipped (NULL);
  finders[0] = rcp_actor_finder_new (lexicon, NULL);
  finders[1] = rcp_actor_finder_new (lexicon, model);
}

static void
found_actor_free (gpointer actor)
{
  rcp_found_actor_free (actor);
}

static void
check (const RcpActorFinder *finder, const RcpSegmentedText *text)
{
  g_autoptr (GPtrArray) actors = g_ptr_array_new_with_free_func (found_actor_free);
  g_autoptr (GArray) mentions = g_array_new (FALSE, FALSE, sizeof (RcpMention));
  guint last = 0;

  rcp_actor_finder_find (finder, text, NULL, actors, mentions);
  for (guint i = 0; i < mentions->len; i++)
    {
      const RcpMention *mention = &g_array_index (mentions, RcpMention, i);

      g_assert (mention->range.start >= last && mention->range.start < mention->range.end && mention->range.end <= text->length);
      g_assert (mention->actor >= 0 && mention->actor < actors->len);
      last = mention->range.start;
    }
  for (guint i = 0; i < actors->len; i++)
    {
      const RcpFoundActor *actor = actors->pdata[i];

      g_assert (actor->key != NULL && actor->name != NULL && actor->name[0] != '\0');
      g_assert (actor->aliases->len == actor->reasons->len);
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GString) composed = g_string_new (NULL);
  g_autoptr (RcpSegmentedText) text = NULL;
  guint language;

  if (size == 0)
    return 0;
  set_up ();
  language = data[0] % 2;
  for (size_t i = 1; i < size; i++)
    {
      const char *word = words[language][data[i] % G_N_ELEMENTS (words[language])];

      g_string_append (composed, word ? word : " ");
    }
  text = rcp_segmented_text_new (composed->str, language == 0 ? "fr" : "en", NULL);
  check (finders[0], text);
  check (finders[1], text);
  return 0;
}
