#include "config.h"

#include "rcp-date-words.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

/* The clues to a date of publication in the user's language: each kind has one sentence for a clue that was believed
 * and one for a clue that contradicts what was. */

#define TR(text) g_dgettext (GETTEXT_PACKAGE, text)

/* What a sentence is filled with, in this order. */
typedef struct
{
  const char *words;     /* of the article */
  const char *told;      /* what they speak of */
  const char *allowed;   /* the days of publication that they leave */
  const char *published; /* what is believed */
} Filling;

static char *
agreeing (RcpPublicationClueKind kind, const Filling *in)
{
  switch (kind)
    {
    case RCP_PUBLICATION_CLUE_USER:
      /* Translators: %s is a date */
      return g_strdup_printf (TR ("Set by you: %s"), in->told);
    case RCP_PUBLICATION_CLUE_METADATA:
      /* Translators: %s is a date */
      return g_strdup_printf (TR ("Stated by the page: %s"), in->told);
    case RCP_PUBLICATION_CLUE_DATELINE:
      /* Translators: here and below %1$s are words of the article, %2$s a date */
      return g_strdup_printf (TR ("“%1$s” stands over the article: %2$s"), in->words, in->told);
    case RCP_PUBLICATION_CLUE_REVISED:
      return g_strdup_printf (TR ("“%1$s” says when it was revised, so it appeared by %2$s"), in->words, in->told);
    case RCP_PUBLICATION_CLUE_WRITTEN:
      return g_strdup_printf (TR ("“%1$s” is told as past, so it appeared no earlier than %2$s"), in->words, in->told);
    case RCP_PUBLICATION_CLUE_WEEKDAY_DATE:
      return g_strdup_printf (TR ("“%1$s”: the weekday gives the year, %2$s"), in->words, in->told);
    case RCP_PUBLICATION_CLUE_DAY_MONTH:
      return g_strdup_printf (TR ("“%1$s” is told without a year; the nearest that fits is %2$s"), in->words, in->told);
    case RCP_PUBLICATION_CLUE_PRESENT_DAY:
      return g_strdup_printf (TR ("“%1$s” is the article’s own day: %2$s"), in->words, in->allowed);
    case RCP_PUBLICATION_CLUE_NEAR_DAY:
      /* Translators: %1$s are words of the article, %2$s the date they speak of, %3$s the date of publication they leave */
      return g_strdup_printf (TR ("“%1$s” is %2$s, and is counted from %3$s"), in->words, in->told, in->allowed);
    case RCP_PUBLICATION_CLUE_WEEKDAY:
      return g_strdup_printf (TR ("“%1$s” fits an article of %2$s"), in->words, in->allowed);
    case RCP_PUBLICATION_CLUE_PERIOD:
      return g_strdup_printf (TR ("“%1$s” is only said on some days: %2$s"), in->words, in->allowed);
    case RCP_PUBLICATION_CLUE_YEAR:
      return g_strdup_printf (TR ("“%1$s” names a year; it leaves %2$s"), in->words, in->allowed);
    case RCP_PUBLICATION_CLUE_FUTURE:
      return g_strdup_printf (TR ("“%1$s” is told as to come, so it appeared before %2$s"), in->words, in->told);
    case RCP_PUBLICATION_CLUE_DURATION:
      return g_strdup_printf (TR ("“%1$s” is counted from a day that is known; it leaves %2$s"), in->words, in->allowed);
    case RCP_PUBLICATION_CLUE_OTHER_ARTICLE:
      return g_strdup_printf (TR ("“%1$s” is dated %2$s by another article that tells the same; it leaves %3$s"), in->words,
                              in->told, in->allowed);
    case RCP_PUBLICATION_CLUE_TODAY:
    default:
      /* Translators: %s is a date */
      return g_strdup_printf (TR ("It was read on %s, so it appeared by then"), in->told);
    }
}

static char *
contradicting (RcpPublicationClueKind kind, const Filling *in)
{
  switch (kind)
    {
    case RCP_PUBLICATION_CLUE_USER:
      /* Translators: %1$s and %2$s are dates */
      return g_strdup_printf (TR ("You set %1$s, but it is taken for %2$s"), in->told, in->published);
    case RCP_PUBLICATION_CLUE_METADATA:
      return g_strdup_printf (TR ("The page states %1$s, but it is taken for %2$s"), in->told, in->published);
    case RCP_PUBLICATION_CLUE_DATELINE:
      /* Translators: here and below %1$s are words of the article, %2$s a date, %3$s the date of the article */
      return g_strdup_printf (TR ("“%1$s” stands over the article, but %2$s does not agree with %3$s"), in->words, in->told,
                              in->published);
    case RCP_PUBLICATION_CLUE_REVISED:
      return g_strdup_printf (TR ("“%1$s” says that it was revised on %2$s, which is before %3$s"), in->words, in->told,
                              in->published);
    case RCP_PUBLICATION_CLUE_WRITTEN:
      return g_strdup_printf (TR ("“%1$s” is told as past, but %2$s comes after %3$s"), in->words, in->told, in->published);
    case RCP_PUBLICATION_CLUE_WEEKDAY_DATE:
      return g_strdup_printf (TR ("“%1$s” has the wrong weekday: the date is %2$s"), in->words, in->told);
    case RCP_PUBLICATION_CLUE_DAY_MONTH:
      return g_strdup_printf (TR ("“%1$s” is told as of %2$s, which does not agree with %3$s"), in->words, in->told,
                              in->published);
    case RCP_PUBLICATION_CLUE_PRESENT_DAY:
      return g_strdup_printf (TR ("“%1$s” would be the article’s own day, but the article is of %3$s, not %2$s"), in->words,
                              in->told, in->published);
    case RCP_PUBLICATION_CLUE_NEAR_DAY:
      return g_strdup_printf (TR ("“%1$s” is said of %2$s, too far from %3$s"), in->words, in->told, in->published);
    case RCP_PUBLICATION_CLUE_WEEKDAY:
      return g_strdup_printf (TR ("“%1$s” does not fit an article of %2$s"), in->words, in->published);
    case RCP_PUBLICATION_CLUE_PERIOD:
      return g_strdup_printf (TR ("“%1$s” would not be said on %2$s"), in->words, in->published);
    case RCP_PUBLICATION_CLUE_YEAR:
      return g_strdup_printf (TR ("“%1$s” names a year that does not agree with %2$s"), in->words, in->published);
    case RCP_PUBLICATION_CLUE_FUTURE:
      return g_strdup_printf (TR ("“%1$s” is told as to come, but %2$s is before %3$s"), in->words, in->told, in->published);
    case RCP_PUBLICATION_CLUE_DURATION:
      return g_strdup_printf (TR ("“%1$s” does not agree with %2$s"), in->words, in->published);
    case RCP_PUBLICATION_CLUE_OTHER_ARTICLE:
      return g_strdup_printf (TR ("“%1$s” is dated %2$s by another article, which does not agree with %3$s"), in->words,
                              in->told, in->published);
    case RCP_PUBLICATION_CLUE_TODAY:
    default:
      return g_strdup_printf (TR ("It was read on %1$s, before %2$s"), in->told, in->published);
    }
}

/**
 * rcp_date_words_publication_clue:
 * @clue: a reason for a date of publication
 * @published: (nullable): the date of publication that was believed in the end
 *
 * Returns: (transfer full): one sentence that says what the clue is and what it leaves, or, where it contradicts what was
 *   believed, what it contradicts.
 */
char *
rcp_date_words_publication_clue (const RcpPublicationClue *clue, const RcpEdtf *published)
{
  g_autofree char *told = rcp_date_words_format (clue->told ? clue->told : clue->allowed, RCP_DATE_STYLE_MEDIUM);
  g_autofree char *allowed = rcp_date_words_format (clue->allowed, RCP_DATE_STYLE_MEDIUM);
  g_autofree char *believed = rcp_date_words_format (published, RCP_DATE_STYLE_MEDIUM);
  Filling filling = { clue->words ? clue->words : "", told, allowed, believed };

  return clue->agrees ? agreeing (clue->kind, &filling) : contradicting (clue->kind, &filling);
}
