#include "config.h"

#include "rcp-office.h"

#include <string.h>

#include "rcp-fold.h"
#include "rcp-held-office.h"

/* Who is meant by an office at a day: whoever is seen in it, or whom the lexicon knows to have held it. */

/** rcp_office_of_key: (transfer none) (nullable): the office, in normal form, of an actor that is told by its office alone and
 * that one holds at a time; NULL for any other actor. */
const char *
rcp_office_of_key (const char *key)
{
  const char *office;
  g_autofree char *scope = NULL;

  if (!g_str_has_prefix (key, RCP_OFFICE_KEY_PREFIX))
    return NULL;
  office = key + strlen (RCP_OFFICE_KEY_PREFIX);
  scope = rcp_office_dup_scope (office);
  return scope ? office : NULL;
}

static gboolean
is_state (const char *word)
{
  return g_ascii_isupper (word[0]) && g_ascii_isupper (word[1]) && word[2] == '\0';
}

/**
 * rcp_office_dup_scope:
 * @office: in normal form, as rcp_role_normal() makes it: "ministre defense ML", "lead org:who"
 *
 * Returns: (transfer full) (nullable): the state, by its ISO 3166-1 code, or the body, by its key, whose office it is; NULL where
 *   that is not told, and for an office that is held no more
 */
char *
rcp_office_dup_scope (const char *office)
{
  const char *last = strrchr (office, ' ');

  if (!last || g_str_has_prefix (office, "former "))
    return NULL;
  last++;
  return is_state (last) || g_str_has_prefix (last, "org:") ? g_strdup (last) : NULL;
}

typedef struct
{
  gint64 distance;
  gint64 holder; /* 0: nobody, or several at that distance */
} Nearest;

static void
come_near (Nearest *nearest, gint64 distance, gint64 holder)
{
  if (distance < 0 || distance > nearest->distance)
    return;
  if (distance == nearest->distance && nearest->holder != holder)
    holder = 0;
  *nearest = (Nearest){ distance, holder };
}

/**
 * rcp_office_find_seen:
 * @tellings: (array length=n): who is seen in one office when, in any order
 * @day: a day
 *
 * Whoever is seen in the office last before that day and first after it; where only one side tells within
 * %RCP_OFFICE_WINDOW_DAYS, whom that names. What two sides tell differently, or one side of two persons on one day, is not known.
 *
 * Returns: the holder; 0 where that is not known
 */
gint64
rcp_office_find_seen (const RcpOfficeTelling *tellings, guint n, gint32 day)
{
  Nearest before = { RCP_OFFICE_WINDOW_DAYS + 1, 0 }, after = before;

  for (guint i = 0; i < n; i++)
    {
      gint64 since = (gint64) day - tellings[i].day;

      come_near (&before, since, tellings[i].holder);
      come_near (&after, -since, tellings[i].holder);
    }
  if (before.distance > RCP_OFFICE_WINDOW_DAYS)
    return after.distance > RCP_OFFICE_WINDOW_DAYS ? 0 : after.holder;
  if (after.distance > RCP_OFFICE_WINDOW_DAYS)
    return before.holder;
  return before.holder == after.holder ? before.holder : 0;
}

static char *
make_key (const char *name)
{
  g_autofree char *words = rcp_fold_words (name);

  return g_strconcat ("person:", words, NULL);
}

/**
 * rcp_office_list_holder_keys:
 * @office: in normal form
 * @key: (out): the key of an actor of the holder's name
 * @key_en: (out): the same as English spells it
 *
 * Whom the lexicon knows to have held an office on a day.
 *
 * Returns: whether that is known; the keys are NULL otherwise
 */
gboolean
rcp_office_list_holder_keys (const RcpLexicon *lexicon, const char *office, gint32 day, char **key, char **key_en)
{
  g_autofree char *scope = rcp_office_dup_scope (office);
  g_autofree char *title = NULL;
  const RcpHeldOffice *held;

  *key = *key_en = NULL;
  if (!scope)
    return FALSE;
  title = g_strndup (office, strlen (office) - strlen (scope) - 1);
  held = rcp_lexicon_find_holder (lexicon, g_str_has_prefix (scope, "org:") ? scope + strlen ("org:") : scope,
                                  strcmp (title, "lead") == 0 ? "head" : title, day);
  if (!held)
    return FALSE;
  *key = make_key (rcp_held_office_get_name (held, "fr"));
  *key_en = make_key (rcp_held_office_get_name (held, "en"));
  return TRUE;
}
