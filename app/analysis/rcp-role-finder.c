#include "config.h"

#include "rcp-role-finder.h"

#include <string.h>

/**
 * rcp_role_finder_main_state:
 *
 * The state that the article is most about: the one it names most, adjectives counted. That is whose "le gouvernement" and
 * "le pays" are when nothing nearer says.
 *
 * Returns: (transfer full) (nullable): its ISO code; NULL where none is named twice or two are named as often.
 */
char *
rcp_role_finder_main_state (const RcpLexicon *lexicon, const RcpSegmentedText *text, const GArray *spans)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);
  const char *best = NULL;
  guint most = 0, second = 0;

  for (guint i = 0; i < spans->len; i++)
    {
      const RcpNameSpan *span = &g_array_index (spans, RcpNameSpan, i);
      const char *code;
      guint n;

      if (span->entry == NULL || !(span->entry->class & (RCP_LEXICON_STATE | RCP_LEXICON_SEAT)))
        continue;
      code = span->entry->id;
      n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, code)) + 1;
      g_hash_table_insert (counts, (gpointer) code, GUINT_TO_POINTER (n));
      if (best && strcmp (best, code) == 0)
        most = n;
      else if (n > most)
        {
          second = most;
          most = n;
          best = code;
        }
      else
        second = MAX (second, n);
    }
  return most >= 2 && most > second ? g_strdup (best) : NULL;
}

void
rcp_role_finder_find (const RcpLexicon *lexicon, const RcpSegmentedText *text, const char *main_state, GArray *spans)
{
}
