#include "config.h"

#include "rcp-page-head-private.h"

#include <string.h>

#include "rcp-fold.h"

/* No page is older than the web, and none is from after this program's time. */
#define FIRST_YEAR 1990
#define LAST_YEAR 2100

/* A line with a date and more words than this is a sentence, unless it begins with "Published". */
#define MAX_LINE_WORDS 12

/* Zones go from twelve hours behind UTC to ten before it where many write; where that is past midnight it is the next day. */
#define FIRST_LATE_HOUR 14

static gboolean
is_sane (const RcpEdtf *date)
{
  int year = date ? rcp_day_to_ymd (rcp_edtf_get_first_day (date)).year : 0;

  return year >= FIRST_YEAR && year <= LAST_YEAR;
}

static RcpEdtf *
find_date (const char *text, RcpDateOrder order)
{
  g_autoptr (RcpEdtf) date = text ? rcp_stated_date_find (text, order) : NULL;

  return is_sane (date) ? g_steal_pointer (&date) : NULL;
}

/* How those who wrote the page order day and month: the United States' month first, all others the day; "en" alone is either,
 * unless the domain is a country's. */
static RcpDateOrder
find_order (const RcpPageClues *clues, const char *uri)
{
  static const char *const day_first[] = { ".uk", ".au", ".nz", ".ie", ".in", ".za", ".ng", ".ke", ".gh", ".pk", ".sg", ".my" };
  const char *language = clues->language;
  const char *from = uri ? strstr (uri, "://") : NULL;
  g_autofree char *host = from ? g_ascii_strdown (from + 3, strcspn (from + 3, "/:?#")) : NULL;

  for (gsize i = 0; host && i < G_N_ELEMENTS (day_first); i++)
    if (g_str_has_suffix (host, day_first[i]))
      return RCP_DATE_ORDER_DAY_FIRST;
  if (language == NULL || g_ascii_strncasecmp (language, "en", 2) != 0)
    return language ? RCP_DATE_ORDER_DAY_FIRST : RCP_DATE_ORDER_UNKNOWN;
  if (language[2] == '-' || language[2] == '_')
    return g_ascii_strncasecmp (language + 3, "US", 2) == 0 ? RCP_DATE_ORDER_MONTH_FIRST : RCP_DATE_ORDER_DAY_FIRST;
  return RCP_DATE_ORDER_UNKNOWN;
}

/* A whole date in an address: /2024/03/27/, /2024-03-27-, /20240327/. */
static RcpEdtf *
find_in_address (const char *uri)
{
  const char *from = uri ? strstr (uri, "://") : NULL;
  const char *path = from ? strchr (from + 3, '/') : NULL;

  for (const char *at = path; at && *at; at++)
    {
      guint n_year = strspn (at, "0123456789");
      int year, month, day;
      char separator;
      gint32 number;
      g_autoptr (RcpEdtf) date = NULL;

      if (g_ascii_isdigit (at[-1]) || n_year == 0)
        continue;
      if (n_year == 8)
        {
          char digits[9];

          g_strlcpy (digits, at, sizeof digits);
          date = find_date (digits, RCP_DATE_ORDER_UNKNOWN);
          if (date)
            return g_steal_pointer (&date);
          continue;
        }
      if (n_year != 4 || !strchr ("/-_.", at[4]) || at[4] == '\0')
        continue;
      separator = at[4];
      year = (int) g_ascii_strtoull (at, NULL, 10);
      month = g_ascii_isdigit (at[5]) ? (int) g_ascii_strtoull (at + 5, NULL, 10) : 0;
      from = at + 5 + strspn (at + 5, "0123456789");
      if (month == 0 && separator == '/')
        {
          /* /2019/mar/27/ */
          g_autofree char *words = g_strdup_printf ("%.*s %.3s %d", (int) strspn (at + 9, "0123456789"), at + 9, at + 5, year);

          if (strlen (at) > 10 && at[8] == '/')
            date = find_date (words, RCP_DATE_ORDER_UNKNOWN);
          if (date)
            return g_steal_pointer (&date);
          continue;
        }
      if (*from != separator || !g_ascii_isdigit (from[1]))
        continue;
      day = (int) g_ascii_strtoull (from + 1, NULL, 10);
      if (strspn (from + 1, "0123456789") > 2)
        continue;
      number = rcp_day_from_ymd (year, month, day);
      if (number != RCP_DAY_INVALID)
        {
          date = rcp_edtf_new_day (number);
          if (is_sane (date))
            return g_steal_pointer (&date);
        }
    }
  return NULL;
}

/* Whether the words before the date say that it is that of the last change, or of the publication. */
static void
read_words (const char *text, gboolean *is_revised, gboolean *is_stated)
{
  g_autofree char *folded = rcp_fold_words (text);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);

  *is_revised = *is_stated = FALSE;
  for (guint i = 0; words[i] && i < 12; i++)
    {
      g_autofree char *two = words[i + 1] ? g_strconcat (words[i], " ", words[i + 1], NULL) : NULL;

      *is_revised |= rcp_page_lexicon_word (RCP_PAGE_WORDS_REVISED, words[i])
                     || (two && rcp_page_lexicon_word (RCP_PAGE_WORDS_REVISED, two));
      *is_stated |= rcp_page_lexicon_word (RCP_PAGE_WORDS_STATED, words[i])
                    || (two && rcp_page_lexicon_word (RCP_PAGE_WORDS_STATED, two));
    }
}

typedef struct
{
  RcpEdtf *date; /* owned */
  int score;
  char *clue;    /* owned */
} Choice;

static void
offer (Choice *self, const char *name, const char *value, int score, RcpEdtf *date)
{
  if (date && score > self->score)
    {
      g_clear_pointer (&self->date, rcp_edtf_unref);
      g_free (self->clue);
      self->date = rcp_edtf_ref (date);
      self->score = score;
      self->clue = g_strdup_printf ("%s: %s", name, value);
    }
}

/* Whether a time is stated in UTC, whose day need not be that of those who wrote it. */
static gboolean
is_utc (const char *value)
{
  gsize n = strlen (value);

  return strchr (value, ':') && n > 12
         && (value[n - 1] == 'Z' || g_str_has_suffix (value, "GMT") || g_str_has_suffix (value, "UTC")
             || g_str_has_suffix (value, "+00:00") || g_str_has_suffix (value, "+0000"));
}

/* In a sentence a date is that of something told. */
static gboolean
is_sentence (const RcpPageClue *clue)
{
  guint n_words = 0;

  for (const char *at = clue->value; *at; at++)
    n_words += *at == ' ';
  return clue->weight <= 2 && n_words > MAX_LINE_WORDS;
}

/* A time in UTC gives way to the neighbouring day where the page shows that one, or its address does, and never its own. */
static void
correct_day (Choice *self, const RcpPageClues *clues, RcpEdtf *of_address, RcpDateOrder order)
{
  const char *value = self->clue ? strstr (self->clue, ": ") : NULL;
  const char *clock = value ? strchr (value + 2, ':') : NULL;
  int hour;
  gint32 day;
  g_autoptr (RcpEdtf) shown = NULL;

  if (clock == NULL || !is_utc (value + 2) || clock - value < 3)
    return;
  hour = (int) g_ascii_strtoull (clock - 2, NULL, 10);
  day = rcp_edtf_get_first_day (self->date);
  if (of_address)
    {
      gint32 other = rcp_edtf_get_first_day (of_address);

      if ((other == day - 1 && hour < 12) || (other == day + 1 && hour >= FIRST_LATE_HOUR))
        shown = rcp_edtf_ref (of_address);
    }
  for (guint i = shown ? clues->clues->len : 0; i < clues->clues->len; i++)
    {
      const RcpPageClue *clue = &g_array_index (clues->clues, RcpPageClue, i);
      g_autoptr (RcpEdtf) date = NULL;
      gint32 other;

      if ((clue->field != RCP_PAGE_PUBLISHED && clue->field != RCP_PAGE_MODIFIED) || clue->place == RCP_PAGE_PLACE_FAR
          || is_utc (clue->value) || is_sentence (clue))
        continue;
      date = find_date (clue->value, order);
      other = date ? rcp_edtf_get_first_day (date) : RCP_DAY_INVALID;
      if (other == day)
        return;
      if (date && ((other == day - 1 && hour < 12) || (other == day + 1 && hour >= FIRST_LATE_HOUR)) && shown == NULL
          && clue->field != RCP_PAGE_MODIFIED)
        shown = g_steal_pointer (&date);
    }
  if (shown)
    {
      rcp_edtf_unref (self->date);
      self->date = g_steal_pointer (&shown);
    }
}

/**
 * rcp_page_published_choose:
 * @uri: (nullable): the address of the page
 *
 * Chooses the day of publication and that of the last change. For the first, in this order: the JSON-LD, <meta> names made for it,
 * microdata, <time>, the address, a line that says "published", an element whose class says date, any date beside the title; a
 * day of change where nothing else is stated, which its clue then says. Of equals the first outside comments and sidebars.
 */
void
rcp_page_published_choose (RcpDocument *document, const RcpPageClues *clues, const char *uri)
{
  RcpDateOrder order = find_order (clues, uri);
  g_autoptr (RcpEdtf) of_address = find_in_address (uri);
  Choice published = { NULL, 0, NULL }, modified = { NULL, 0, NULL };
  static const struct
  {
    const char *key;
    int score;
    gboolean is_modified;
  } members[] = { { "datePublished", 100, FALSE }, { "dateCreated", 85, FALSE }, { "uploadDate", 60, FALSE }, { "dateModified", 100, TRUE } };

  for (gsize i = 0; i < G_N_ELEMENTS (members); i++)
    {
      const char *value = rcp_schema_org_text (&clues->schema, members[i].key);
      g_autoptr (RcpEdtf) date = find_date (value, order);

      offer (members[i].is_modified ? &modified : &published, members[i].key, value, members[i].score, date);
    }
  for (guint i = 0; i < clues->clues->len; i++)
    {
      const RcpPageClue *clue = &g_array_index (clues->clues, RcpPageClue, i);
      g_autoptr (RcpEdtf) date = NULL;
      gboolean is_revised = FALSE, is_stated = FALSE;
      int score = clue->weight * 10;

      if (clue->field != RCP_PAGE_PUBLISHED && clue->field != RCP_PAGE_MODIFIED)
        continue;
      date = find_date (clue->value, order);
      if (date == NULL)
        continue;
      if (clue->place == RCP_PAGE_PLACE_FAR)
        score = MAX (score - 45, clue->weight >= 4 ? 2 : 0);
      else if (clue->place == RCP_PAGE_PLACE_ARTICLE)
        score += 2;
      if (clue->field == RCP_PAGE_MODIFIED)
        {
          offer (&modified, clue->name, clue->value, score, date);
          continue;
        }
      if (clue->place != RCP_PAGE_PLACE_HEAD && clue->weight <= 5)
        {
          read_words (clue->value, &is_revised, &is_stated);
          if (is_sentence (clue) && !is_stated)
            continue;
          if (is_stated)
            score += 18;
          /* What stands far from the title is of something else. */
          if (clues->title_order != G_MAXUINT
              && (clue->order > clues->title_order + 80 || clue->order + 80 < clues->title_order))
            score -= is_stated ? 8 : 15;
          /* Right below the title stands the date of the article. */
          else if (clues->title_order != G_MAXUINT && clue->order >= clues->title_order && clue->order < clues->title_order + 25)
            score += 4;
        }
      if (is_revised && !is_stated)
        offer (&modified, clue->name, clue->value, score, date);
      else
        offer (&published, clue->name, clue->value, score, date);
    }
  offer (&published, "url", uri, 58, of_address);

  if (published.date)
    correct_day (&published, clues, of_address, order);
  if (published.date == NULL && modified.date)
    {
      published.date = rcp_edtf_ref (modified.date);
      /* The word is what rcp_page_dates_is_revision() knows such a date by. */
      published.clue = g_strconcat ("modified, ", modified.clue, NULL);
    }
  document->published = published.date;
  document->published_clue = published.clue;
  document->modified = modified.date;
  g_free (modified.clue);
}
