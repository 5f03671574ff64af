#include "config.h"

#include "rcp-voice-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SEPARATOR " · "

/* Whether all words of a name stand in the words around it, whatever their case: "the mayor, Anna Berg" names Anna Berg. */
static gboolean
holds (const char *around, const char *words)
{
  g_autofree char *a = g_utf8_casefold (around, -1), *b = g_utf8_casefold (words, -1);

  return strstr (a, b) != NULL;
}

/* Its last word, a surname, is enough. */
static gboolean
names (const char *around, const char *name)
{
  const char *last = strrchr (name, ' ');

  return holds (around, name) || (last != NULL && holds (around, last + 1));
}

static void
add (GString *out, const char *words)
{
  if (out->len > 0)
    g_string_append (out, SEPARATOR);
  g_string_append (out, words);
}

/**
 * rcp_voice_words_source:
 *
 * On whose word an account is told, and through what: the words of the article that name the origin, after the name of who
 * speaks where they do not say it ("Anna Berg · a-t-elle dit · un communiqué").
 *
 * Returns: (transfer full) (nullable): the words, in the article's language; NULL where it names no origin
 */
char *
rcp_voice_words_source (RcpAccount *account)
{
  const char *attribution = rcp_account_get_attribution (account), *speaker = rcp_account_get_speaker (account);
  const char *medium = rcp_account_get_medium (account);
  g_autoptr (GString) out = g_string_new (NULL);

  if (speaker != NULL && (attribution == NULL || !names (attribution, speaker)))
    add (out, speaker);
  if (attribution != NULL)
    add (out, attribution);
  if (medium != NULL && (attribution == NULL || !holds (attribution, medium)))
    add (out, medium);
  return out->len > 0 ? g_string_free (g_steal_pointer (&out), FALSE) : NULL;
}

/** rcp_voice_words_quotation: (transfer none) (nullable): in whose words it is told; NULL for the article's own. */
const char *
rcp_voice_words_quotation (RcpQuotation quotation)
{
  switch (quotation)
    {
    case RCP_QUOTATION_DIRECT:
      /* Translators: of an account told in somebody's own words, between quotation marks */
      return _("quoted");
    case RCP_QUOTATION_PIECES:
      /* Translators: of an account that has some words of somebody between quotation marks */
      return _("quoted in part");
    case RCP_QUOTATION_PARAPHRASE:
      /* Translators: of an account that renders in other words what somebody said */
      return _("in other words");
    case RCP_QUOTATION_NONE:
    default:
      return NULL;
    }
}

/** rcp_voice_words_full: (transfer full) (nullable): on whose word, through what and in whose words; NULL for no origin. */
char *
rcp_voice_words_full (RcpAccount *account)
{
  g_autofree char *source = rcp_voice_words_source (account);
  const char *quotation = rcp_voice_words_quotation (rcp_account_get_quotation (account));

  if (source == NULL || quotation == NULL || rcp_account_get_attribution_by_user (account))
    return g_steal_pointer (&source);
  return g_strconcat (source, SEPARATOR, quotation, NULL);
}
