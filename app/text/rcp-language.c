#include "config.h"

#include "rcp-language.h"

#include <string.h>

/* The first 32 KB of an article say as much about its language as all of it. */
#define SAMPLE_BYTES (32 * 1024)

/* Function words make up 35 to 50 % of running text in these languages; half of that still tells titles and lists of
 * names, which are undecided, from sentences. */
#define MIN_SHARE 0.15
#define MIN_HITS 2
#define MIN_LEAD 1.25

/* A short text of few function words is told by those that one language alone has. Names of two words ("The Guardian") are no
 * text; in a long text that is still undecided, languages are mixed, and it stays so. */
#define MIN_SHORT_WORDS 3
#define MAX_SHORT_WORDS 60

typedef struct
{
  const char *code;
  const char *words; /* the commonest function words, in lower case, a space before and after each */
} Profile;

/* The commonest function words of each language in its Wikipedia, names and loan words left out. Languages the program
 * does not read are here so that they are not taken for French or English. */
static const Profile profiles[] = {
  { "fr", " le la les de du des un une et est en à au aux que qui dans pour par sur pas ne il elle ils avec son sa ses ce "
          "cette ces se plus été sont leur leurs ou mais comme l d qu n s c j nous vous on après entre selon ont a était " },
  { "en", " the of and to in a is that for on was with as it by at from be his are this he an not or had has have were "
          "which their they but its been who will would after one more said we i you she her there than about when no " },
  { "es", " el la los las de del y en que un una es por con para se no su al lo como más o pero sus le ha fue son está "
          "entre cuando muy sin sobre también este esta ser dos desde todo nos hasta año había a e si porque " },
  { "pt", " o a os as de do da dos das e em que um uma no na nos nas é por com para se não ao mais como mas foi são seu "
          "sua pelo pela ou ser quando muito também está à entre até sobre já sem isso ele ela aos às ter tem " },
  { "it", " il lo la i gli le di del della dei delle e in che un una è per con non da al alla ai si sono come più ha nel "
          "nella anche dal dalla su ma o suo sua stato era dopo questo questa l d dell all nell gli ed tra hanno " },
  { "de", " der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat "
          "dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur " },
  { "nl", " de het een en van in is dat op te zijn met voor niet aan er die om ook als dan maar bij of door naar over uit "
          "wordt heeft hij deze was werd nog worden tot zij kan meer geen hun na wel " },
  { "ca", " el la els les de del dels i a en que un una és per amb no es al com més o però va són seu seva ha aquest "
          "aquesta pel entre també sobre fins va ser les l d s n han " },
  { "ro", " și de în la a cu pe că un o din este nu pentru mai care sunt au lui se al ale fost prin dar ca sa său fi după "
          "cel cea către între sau " },
  { "sv", " och i att det som en på är av för med den till inte ett om har de var vid från han men sig så ut kan efter "
          "också eller sin under hade " },
  { "da", " og i at det som en på er af for med den til ikke et om har de var ved fra han men sig så ud kan efter også "
          "eller sin under havde blev " },
  { "pl", " i w na z do się że nie jest to o jak po za od przez dla są był oraz jego co tym przy tego ale także jako ich " },
  { "tr", " ve bir bu da de için ile olarak olan daha çok en gibi kadar sonra ne var ise olduğu tarafından ya değil " },
  { "sw", " na ya wa kwa katika ni la za cha kuwa hiyo huo huyo hii lakini kama alisema baada pia hata ambayo ambao " },
};

/* More words of closed classes (days, months, numerals, pronouns, auxiliaries) that tell the two languages the program reads
 * from all of the others, for short texts. Those that another of the languages above writes alike are left out. */
static const char *const more_words[] = {
  " lundi mardi mercredi jeudi vendredi samedi dimanche hier aujourd demain deux trois quatre cinq sept huit dix onze douze "
  "treize quinze seize vingt trente janvier février juin juillet août septembre octobre décembre chez sous sans depuis pendant "
  "contre avant toujours encore très moins autre autres tous toute toutes cet eux celui celle ceux être avoir fait peut doit où "
  "donc puis ainsi alors nos notre votre elles aucun aucune chaque plusieurs avait avaient étaient fut furent sera seront ",
  " monday tuesday wednesday thursday friday saturday sunday yesterday today tomorrow two three four five seven eight nine ten "
  "eleven twelve twenty thirty january february june july october into through against during before while because could should "
  "did does being our your my these those some any each other such him himself herself themselves where why how what until since "
  "between both own very just only out down ",
};

/* Where the masks of words keep those of more_words. */
#define MORE_SHIFT 16

G_STATIC_ASSERT (G_N_ELEMENTS (profiles) <= MORE_SHIFT);

typedef struct
{
  GUnicodeScript script;
  const char *code;
} ScriptRow;

/* Scripts that one language of the press uses far more than any other; "" where several do. */
static const ScriptRow scripts[] = {
  { G_UNICODE_SCRIPT_ARABIC, "ar" },   { G_UNICODE_SCRIPT_HEBREW, "he" },  { G_UNICODE_SCRIPT_GREEK, "el" },
  { G_UNICODE_SCRIPT_HANGUL, "ko" },   { G_UNICODE_SCRIPT_HIRAGANA, "ja" }, { G_UNICODE_SCRIPT_KATAKANA, "ja" },
  { G_UNICODE_SCRIPT_HAN, "zh" },      { G_UNICODE_SCRIPT_CYRILLIC, "ru" }, { G_UNICODE_SCRIPT_THAI, "th" },
  { G_UNICODE_SCRIPT_DEVANAGARI, "hi" }, { G_UNICODE_SCRIPT_ETHIOPIC, "am" }, { G_UNICODE_SCRIPT_GEORGIAN, "ka" },
  { G_UNICODE_SCRIPT_ARMENIAN, "hy" },
};

static void
add_words (GHashTable *bits, const char *list, guint bit)
{
  g_auto (GStrv) words = g_strsplit (list, " ", -1);

  for (guint k = 0; words[k]; k++)
    if (words[k][0] != '\0')
      {
        guint mask = GPOINTER_TO_UINT (g_hash_table_lookup (bits, words[k])) | 1u << bit;

        g_hash_table_insert (bits, g_strdup (words[k]), GUINT_TO_POINTER (mask));
      }
}

/* Word → mask of the profiles that have it; kept for the life of the program. */
static gpointer
vocabulary_load (gpointer unused)
{
  GHashTable *bits = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (profiles); i++)
    add_words (bits, profiles[i].words, i);
  for (guint i = 0; i < G_N_ELEMENTS (more_words); i++)
    add_words (bits, more_words[i], MORE_SHIFT + i);
  return bits;
}

/* The language of a text that is mostly in another script than Latin; NULL for Latin. */
static const char *
detect_by_script (const char *text, gsize length, gboolean *is_latin)
{
  guint counts[G_N_ELEMENTS (scripts)] = { 0 };
  guint n_latin = 0, n_letters = 0, best = 0;
  guint kana = 0;

  for (const char *at = text, *end = text + length; at < end; at = g_utf8_next_char (at))
    {
      gunichar code = g_utf8_get_char (at);
      GUnicodeScript script;

      if (code < 0x80)
        {
          n_latin += g_ascii_isalpha (code);
          n_letters += g_ascii_isalpha (code);
          continue;
        }
      if (!g_unichar_isalpha (code))
        continue;
      n_letters++;
      script = g_unichar_get_script (code);
      n_latin += script == G_UNICODE_SCRIPT_LATIN;
      for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
        if (scripts[i].script == script)
          {
            counts[i]++;
            kana += strcmp (scripts[i].code, "ja") == 0;
            break;
          }
    }
  *is_latin = n_latin * 2 > n_letters;
  if (*is_latin || n_letters == 0)
    return NULL;
  for (guint i = 1; i < G_N_ELEMENTS (scripts); i++)
    if (counts[i] > counts[best])
      best = i;
  if (counts[best] * 2 < n_letters && kana == 0)
    return NULL;
  /* Japanese is written with Chinese characters too; Chinese never with kana. */
  return kana * 10 > n_letters ? "ja" : scripts[best].code;
}

typedef struct
{
  guint n_words;
  guint hits[G_N_ELEMENTS (profiles)];
  double scores[G_N_ELEMENTS (profiles)];
  guint own[G_N_ELEMENTS (profiles)]; /* words that no other profile has */
  gboolean after_auxiliary;
} Tally;

/* "a démissionné", "sont arrivées": a form that French alone has. */
static gboolean
is_french_participle (const Tally *tally, const char *word)
{
  static const char *const endings[] = { "é", "ée", "és", "ées", NULL };

  for (guint i = 0; tally->after_auxiliary && endings[i]; i++)
    if (g_str_has_suffix (word, endings[i]) && g_utf8_strlen (word, -1) >= 4)
      return TRUE;
  return FALSE;
}

static void
count_word (Tally *tally, GHashTable *vocabulary, const char *word)
{
  static const char *const auxiliaries[] = { "a", "ont", "est", "sont", "été", "avait", "avaient", NULL };
  guint mask = GPOINTER_TO_UINT (g_hash_table_lookup (vocabulary, word)), more = mask >> MORE_SHIFT;
  guint n_sharers = 0;

  for (guint i = 0; i < G_N_ELEMENTS (profiles); i++)
    n_sharers += (mask >> i) & 1;
  for (guint i = 0; i < G_N_ELEMENTS (profiles); i++)
    {
      gboolean is_in = (mask >> i) & 1;

      /* A word that many languages share says little for any of them. */
      if (is_in)
        {
          tally->hits[i]++;
          tally->scores[i] += n_sharers > 2 ? 0.5 : 1.0;
        }
      if (n_sharers == 1 && is_in)
        tally->own[i]++;
      else if (n_sharers == 0 && i < G_N_ELEMENTS (more_words) && ((more >> i) & 1))
        tally->own[i]++;
    }
  if (n_sharers == 0 && more == 0 && is_french_participle (tally, word))
    tally->own[0]++;
  tally->after_auxiliary = g_strv_contains (auxiliaries, word);
  tally->n_words++;
}

/* The one language that has words of its own in a short text, where it is one of those that are read. */
static const char *
detect_short (const Tally *tally)
{
  int found = -1;

  if (tally->n_words < MIN_SHORT_WORDS || tally->n_words > MAX_SHORT_WORDS)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (profiles); i++)
    if (tally->own[i] > 0)
      {
        if (found >= 0)
          return NULL;
        found = i;
      }
  if (found < 0 || found >= (int) G_N_ELEMENTS (more_words)
      || tally->own[found] + tally->hits[found] < tally->n_words * MIN_SHARE)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (profiles); i++)
    if (tally->scores[i] > tally->scores[found] + tally->own[found])
      return NULL;
  return profiles[found].code;
}

/**
 * rcp_language_detect:
 * @text: UTF-8
 *
 * Tells the language of a text from its script and, in Latin letters, from the share of each language's function words
 * among its words; a short text of French or English, from
 * words that the other languages lack. Reads at most the first 32 KB. Which of several languages in Cyrillic, Arabic or Devanagari script it
 * is, it does not tell: it names the one the press uses most.
 *
 * Returns: (nullable): a two-letter code, static; NULL where the text is too short or says nothing. Any thread.
 */
const char *
rcp_language_detect (const char *text)
{
  static GOnce once = G_ONCE_INIT;
  GHashTable *vocabulary = g_once (&once, vocabulary_load, NULL);
  Tally tally = { 0 };
  gsize length;
  guint best = 0, second;
  gboolean is_latin = FALSE;
  const char *end, *by_script;
  g_autoptr (GString) word = g_string_new (NULL);

  g_return_val_if_fail (text != NULL, NULL);

  length = strnlen (text, SAMPLE_BYTES);
  g_utf8_validate (text, length, &end);
  by_script = detect_by_script (text, end - text, &is_latin);
  if (!is_latin)
    return by_script;

  for (const char *at = text; at <= end; at = g_utf8_next_char (at))
    {
      gunichar code = at < end ? g_utf8_get_char (at) : 0;

      if (code != 0 && g_unichar_isalpha (code))
        {
          g_string_append_unichar (word, g_unichar_tolower (code));
          continue;
        }
      if (word->len > 0)
        {
          count_word (&tally, vocabulary, word->str);
          g_string_truncate (word, 0);
        }
      if (at == end)
        break;
    }

  for (guint i = 1; i < G_N_ELEMENTS (profiles); i++)
    if (tally.scores[i] > tally.scores[best])
      best = i;
  second = best == 0 ? 1 : 0;
  for (guint i = 0; i < G_N_ELEMENTS (profiles); i++)
    if (i != best && tally.scores[i] > tally.scores[second])
      second = i;
  if (tally.hits[best] < MIN_HITS || tally.hits[best] < tally.n_words * MIN_SHARE
      || tally.scores[best] < tally.scores[second] * MIN_LEAD)
    return detect_short (&tally);
  return profiles[best].code;
}
