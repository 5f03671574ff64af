#include "config.h"

#include "rcp-alias-reason.h"

#include <string.h>

#include "rcp-fold.h"

/* Whether the words of @part stand in a row in @whole. */
static gboolean
has_words (const char *whole, const char *part)
{
  g_autofree char *padded = g_strconcat (" ", whole, " ", NULL);
  g_autofree char *wanted = g_strconcat (" ", part, " ", NULL);

  return *part != '\0' && strstr (padded, wanted) != NULL;
}

static gboolean
is_initials (const char *whole, const char *part)
{
  g_auto (GStrv) words = g_strsplit (whole, " ", -1);
  g_autoptr (GString) initials = g_string_new (NULL);
  g_autoptr (GString) capitals = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_string_append_unichar (initials, g_utf8_get_char (words[i]));
      /* Articles and prepositions are left out as often as not. */
      if (g_utf8_strlen (words[i], -1) > 3)
        g_string_append_unichar (capitals, g_utf8_get_char (words[i]));
    }
  return initials->len > 1 && (g_str_equal (initials->str, part) || g_str_equal (capitals->str, part));
}

/**
 * rcp_alias_reason_tell:
 * @kind: what the actor is
 * @name: its full name
 * @alias: another form
 *
 * Returns: why @alias is a name of the actor, as far as its form tells: a part of the name, its initials, another spelling.
 */
RcpAliasReason
rcp_alias_reason_tell (RcpActorKind kind, const char *name, const char *alias)
{
  g_autofree char *full = rcp_fold_words (name);
  g_autofree char *words = rcp_fold_words (alias);
  const char *last = strrchr (full, ' ');

  if (strcmp (full, words) == 0)
    return strcmp (name, alias) == 0 ? RCP_ALIAS_REASON_NAME : RCP_ALIAS_REASON_SPELLING;
  if (is_initials (full, words) || is_initials (words, full))
    return RCP_ALIAS_REASON_ACRONYM;
  if (has_words (full, words))
    return kind == RCP_ACTOR_PERSON ? RCP_ALIAS_REASON_SURNAME : RCP_ALIAS_REASON_SPELLING;
  if (kind == RCP_ACTOR_PERSON && has_words (words, last ? last + 1 : full))
    return has_words (words, full) ? RCP_ALIAS_REASON_TITLE : RCP_ALIAS_REASON_SPELLING;
  return RCP_ALIAS_REASON_ARTICLE;
}
