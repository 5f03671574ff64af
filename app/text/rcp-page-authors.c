#include "config.h"

#include "rcp-page-head-private.h"

#include <string.h>

#include "rcp-fold.h"
#include "rcp-text-repair-private.h"

/* A name has no more words than this, particles and titles counted; a line with more tells something. */
#define MAX_NAME_WORDS 6

/* Several authors stand within so many elements of the first. */
#define NEAR 60

/* More than this sign nothing. */
#define MAX_AUTHORS 12

typedef struct
{
  const char *const *sites;
  const char *host;
  char *title;       /* folded */
  GPtrArray *people; /* owned */
  GPtrArray *organisations;
  char *agency;
} Names;

static gboolean
is_listed (GPtrArray *names, const char *folded)
{
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *other = rcp_fold_words (names->pdata[i]);

      if (strcmp (other, folded) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Takes words that stand before a name off: "By", "Text von". Returns whether there were any. */
static gboolean
strip_by (char *name)
{
  /* The longest phrase has four words. */
  for (guint n_words = 4; n_words > 0; n_words--)
    {
      const char *at = name;
      guint n = 0;

      while (*at && n < n_words)
        {
          at += strcspn (at, " :");
          n++;
          if (n < n_words)
            at += strspn (at, " :");
        }
      if (n == n_words && (*at == ' ' || *at == ':'))
        {
          g_autofree char *head = g_strndup (name, at - name);
          g_autofree char *folded = rcp_fold_words (head);

          if (rcp_page_lexicon_word (RCP_PAGE_WORDS_BY, folded) && at[strspn (at, " :")] != '\0')
            {
              /* "Von der Leyen", "De Gaulle": with a capital it may be a name's own. */
              if (*at == ' ' && (strcmp (folded, "de") == 0 || strcmp (folded, "di") == 0 || strcmp (folded, "da") == 0))
                return FALSE;
              at += strspn (at, " :");
              memmove (name, at, strlen (at) + 1);
              return TRUE;
            }
        }
    }
  return FALSE;
}

static guint
count_words (const char *folded)
{
  guint n = folded[0] != '\0';

  for (const char *at = folded; *at; at++)
    n += *at == ' ';
  return n;
}

static gboolean
has_digit (const char *text)
{
  for (; *text; text++)
    if (g_ascii_isdigit (*text))
      return TRUE;
  return FALSE;
}

static gboolean
begins_capital (const char *text)
{
  gunichar first = g_utf8_get_char (text);

  return g_unichar_isupper (first) || (g_unichar_isalpha (first) && !g_unichar_islower (first));
}

/* Cuts off behind a name of two words what is none: a date, a role ("Tom Reed Senior Reporter"). */
static void
cut_tail (char *name)
{
  char *word = name;
  guint n = 0;

  while (*word)
    {
      gsize length = strcspn (word, " ");
      g_autofree char *text = g_strndup (word, length);
      g_autofree char *folded = rcp_fold_words (text);

      if (n >= 1 && (g_ascii_isdigit (folded[0]) || text[0] == '@'))
        break;
      if (n >= 2 && (rcp_page_lexicon_word (RCP_PAGE_WORDS_RANK, folded) || rcp_page_lexicon_word (RCP_PAGE_WORDS_ROLE, folded)))
        break;
      n++;
      word += length;
      word += strspn (word, " ");
    }
  if (*word == '\0' || word == name)
    return;
  *word = '\0';
  g_strchomp (name);
  /* "Ann Fairlie March 11": the month goes with the day. */
  word = strrchr (name, ' ');
  if (word)
    {
      g_autofree char *date = g_strdup_printf ("%s 11 2011", word + 1);
      g_autoptr (RcpEdtf) parsed = rcp_stated_date_find (date, RCP_DATE_ORDER_UNKNOWN);

      if (parsed || g_utf8_strlen (word + 1, -1) <= 2)
        *word = '\0';
    }
}

/* Whether every word is that of a name: a capital, or one of the particles. "Die Beamten fanden die Leiche" is a headline. */
static gboolean
is_all_name (const char *name)
{
  static const char *const particles[] = { "de", "del", "della", "di", "da", "dos", "du", "des", "la", "le", "van", "von", "der", "den", "ter", "zu", "al",
                                           "el", "bin", "ibn", "y", "e", "ben", "af", "v", "st" };
  g_auto (GStrv) words = g_strsplit (name, " ", -1);

  for (guint i = 0; words[i]; i++)
    {
      g_autofree char *folded = rcp_fold_words (words[i]);
      gboolean is_particle = FALSE;

      for (gsize k = 0; k < G_N_ELEMENTS (particles); k++)
        is_particle |= strcmp (folded, particles[k]) == 0;
      if (words[i][0] && !is_particle && !begins_capital (words[i]) && !g_str_has_prefix (folded, "d'") && !strchr (words[i], '\''))
        return FALSE;
    }
  return TRUE;
}

/* "sophie-foster", "edilson.la.rosa": an account and no name. */
static gboolean
is_slug (const char *name)
{
  return strchr (name, ' ') == NULL && strpbrk (name, "-._") && !begins_capital (name);
}

/* One name, without what stands around it. */
static void
add_name (Names *self, const char *text, gboolean is_sure)
{
  g_autofree char *name = g_strstrip (g_strdup (text));
  g_autofree char *folded = NULL;
  char *open;

  while (strip_by (name))
    continue;
  /* "Awa Diop (à Dakar)", "Tom Reed [staff]" */
  open = strpbrk (name, "([<{");
  if (open && open > name)
    *open = '\0';
  cut_tail (name);
  for (char *end = name + strlen (name); end > name && strchr (" .,;:|-/*", end[-1]) && !(end[-1] == '.' && end - name > 2 && end[-3] == ' '); end--)
    end[-1] = '\0';
  g_strdelimit (name, "\"", ' ');
  g_strstrip (name);
  while (name[0] && strchr (" .,;:|-/*@", name[0]))
    memmove (name, name + 1, strlen (name));
  if (name[0] == '\0' || strlen (name) > 100 || strstr (name, "://") || strstr (name, "www.") || strchr (name, '@')
      || strchr (name, '=') || strchr (name, '{'))
    return;
  folded = rcp_fold_words (name);
  if (folded[0] == '\0')
    return;
  if (rcp_page_lexicon_word (RCP_PAGE_WORDS_AGENCY, folded))
    {
      if (self->agency == NULL)
        self->agency = g_strdup (name);
      return;
    }
  if (rcp_page_lexicon_word (RCP_PAGE_WORDS_NOBODY, folded) || rcp_page_lexicon_word (RCP_PAGE_WORDS_ROLE, folded)
      || rcp_page_lexicon_word (RCP_PAGE_WORDS_BY, folded) || count_words (folded) > MAX_NAME_WORDS
      || (!is_sure && (has_digit (name) || !begins_capital (name) || !is_all_name (name))) || is_slug (name) || g_utf8_strlen (folded, -1) < 2
      || strpbrk (name, "?!") || (self->title && strcmp (folded, self->title) == 0))
    return;
  if (rcp_page_outlet_is_site (name, self->sites, self->host))
    {
      if (!is_listed (self->organisations, folded))
        g_ptr_array_add (self->organisations, g_steal_pointer (&name));
      return;
    }
  if (!is_listed (self->people, folded) && self->people->len < MAX_AUTHORS)
    g_ptr_array_add (self->people, g_steal_pointer (&name));
}

/* Cuts a byline where one name ends and another begins: commas, "and", line ends; a date and what comes after it goes. */
static void
add_byline (Names *self, const char *text, gboolean is_sure)
{
  static GRegex *joints = NULL;
  static gsize once = 0;
  RcpTextRepairs repairs = 0;
  g_autofree char *line = rcp_text_repair_line (text, &repairs);
  g_auto (GStrv) parts = NULL;

  if (g_once_init_enter (&once))
    {
      joints = g_regex_new ("\\s*(?:[,;/|•·]|\\s[–—-]\\s|\\n)\\s*|\\s+(?:&|and|et|und|y|e|with|avec|mit|con|for|für|pour|og|och|i|en|for)\\s+",
                            G_REGEX_OPTIMIZE | G_REGEX_CASELESS, 0, NULL);
      g_once_init_leave (&once, 1);
    }
  if (strstr (text, "://"))
    return;
  parts = g_regex_split (joints, line, 0);
  for (guint i = 0; parts[i] && i < 2 * MAX_AUTHORS; i++)
    {
      guint before = self->people->len;

      add_name (self, parts[i], is_sure);
      /* Behind the first name what is none ends the byline: "Tom Reed, political editor", "Awa Diop | 3 mai 2019". */
      if (before > 0 && self->people->len == before && has_digit (parts[i]))
        break;
    }
}

/* Whether another name is the beginning of this one: "Tom Reed Coast Daily" beside "Tom Reed". */
static gboolean
is_said_shorter (GPtrArray *names, guint index)
{
  for (guint i = 0; i < names->len; i++)
    if (i != index && strchr (names->pdata[i], ' ') && g_str_has_prefix (names->pdata[index], names->pdata[i])
        && ((const char *) names->pdata[index])[strlen (names->pdata[i])] == ' ')
      return TRUE;
  return FALSE;
}

static char *
join (GPtrArray *names)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < names->len; i++)
    if (!is_said_shorter (names, i))
      g_string_append_printf (out, "%s%s", out->len ? ", " : "", (const char *) names->pdata[i]);
  return g_string_free (out, FALSE);
}

/* Whether a visible clue may be that of the article: not in a comment or a sidebar, and not far below the title. */
static gboolean
is_of_article (const RcpPageClues *clues, const RcpPageClue *clue)
{
  return clue->place != RCP_PAGE_PLACE_FAR && (clue->place == RCP_PAGE_PLACE_ARTICLE || clues->title_order == G_MAXUINT
                                               || clue->order + 400 > clues->title_order);
}

/* The names of the surest group of clues that gives any. */
static void
read_clues (Names *self, const RcpPageClues *clues, guint from_weight, guint to_weight, gboolean is_head)
{
  for (guint weight = from_weight; weight >= to_weight && self->people->len == 0; weight--)
    {
      const RcpPageClue *clue;
      guint first_order = G_MAXUINT;
      const char *first_name = NULL;

      for (guint at = rcp_page_clues_find (clues, RCP_PAGE_AUTHOR, 0, &clue); clue;
           at = rcp_page_clues_find (clues, RCP_PAGE_AUTHOR, at, &clue))
        {
          if (clue->weight != weight || (clue->place == RCP_PAGE_PLACE_HEAD) != is_head)
            continue;
          if (!is_head && !is_of_article (clues, clue))
            continue;
          /* Further on stand the authors of other articles; another <meta> says the same again. */
          if (first_name && (is_head ? strcmp (clue->name, first_name) != 0 : clue->order > first_order + NEAR))
            continue;
          add_byline (self, clue->value, is_head || weight >= 7);
          if (self->people->len > 0 && first_name == NULL)
            {
              first_name = clue->name;
              first_order = clue->order;
            }
        }
    }
}

/**
 * rcp_page_authors_choose:
 * @sites: what the page calls its site
 * @host: (nullable): the name of its host
 * @title: (nullable): the title chosen
 * @byline: (out) (transfer full) (nullable): who signs, several names parted by ", "
 * @agency: (out) (transfer full) (nullable): the news agency that is named beside them or in their place
 *
 * Chooses the authors. In this order: the JSON-LD; <meta> names; microdata, rel="author" and the names in a byline; a byline. A
 * name of the site or of an agency is no person; it signs only where nobody else does.
 */
void
rcp_page_authors_choose (const RcpPageClues *clues, const char *const *sites, const char *host, const char *title,
                         char **byline, char **agency)
{
  Names names = { sites, host, title ? rcp_fold_words (title) : NULL, g_ptr_array_new_with_free_func (g_free),
                  g_ptr_array_new_with_free_func (g_free), NULL };
  g_autoptr (GArray) authors = rcp_schema_org_names (&clues->schema, "author");
  g_autoptr (GArray) creators = authors->len == 0 ? rcp_schema_org_names (&clues->schema, "creator") : NULL;

  if (creators && creators->len > 0)
    {
      g_array_unref (authors);
      authors = g_steal_pointer (&creators);
    }
  for (guint i = 0; i < authors->len; i++)
    {
      const RcpSchemaName *name = &g_array_index (authors, RcpSchemaName, i);

      add_byline (&names, name->name, TRUE);
    }
  read_clues (&names, clues, 9, 7, TRUE);
  read_clues (&names, clues, 7, 2, FALSE);
  *byline = names.people->len > 0 ? join (names.people) : names.organisations->len > 0 ? join (names.organisations) : NULL;
  *agency = names.agency;
  g_free (names.title);
  g_ptr_array_unref (names.people);
  g_ptr_array_unref (names.organisations);
}
