#include "config.h"

#include <string.h>

#include "rcp-dossier-private.h"
#include "rcp-office.h"

/* Whom offices that are told without a name mean in a set of articles, at the days on which these appeared. */

static gint32
get_day (const RcpDossierAnalysis *self, guint article)
{
  const RcpPublication *publication = ((const RcpFindings *) self->findings->pdata[article])->publication;

  return publication && publication->date ? publication->best_day : RCP_DAY_INVALID;
}

/* Who is seen in which office when: GArray of RcpOfficeTelling by office; holders count from 1. */
static GHashTable *
list_tellings (const RcpDossierAnalysis *self)
{
  GHashTable *offices = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_array_unref);

  for (guint i = 0; i < self->findings->len; i++)
    {
      const RcpFindings *findings = self->findings->pdata[i];
      const GArray *ids = self->actor_ids->pdata[i];

      for (guint k = 0; k < findings->actors->len && get_day (self, i) != RCP_DAY_INVALID; k++)
        {
          const RcpFoundActor *found = findings->actors->pdata[k];
          RcpOfficeTelling telling = { get_day (self, i), g_array_index (ids, int, k) + 1 };

          for (guint o = 0; o < found->offices->len && telling.holder > 0 && !rcp_office_of_key (found->key); o++)
            {
              GArray *list = g_hash_table_lookup (offices, found->offices->pdata[o]);

              if (!list)
                {
                  list = g_array_new (FALSE, FALSE, sizeof (RcpOfficeTelling));
                  g_hash_table_insert (offices, found->offices->pdata[o], list);
                }
              g_array_append_val (list, telling);
            }
        }
    }
  return offices;
}

static int
find_known (const RcpDossierAnalysis *self, const RcpLexicon *lexicon, const char *office, gint32 day)
{
  g_autofree char *key = NULL, *key_en = NULL;

  if (!rcp_office_list_holder_keys (lexicon, office, day, &key, &key_en))
    return -1;
  for (guint i = 0; i < self->actors->len; i++)
    {
      const RcpDossierActor *actor = self->actors->pdata[i];

      if (strcmp (actor->key, key) == 0 || strcmp (actor->key, key_en) == 0)
        return (int) i;
    }
  return -1;
}

/* Actors that nothing names any more go, and the others close up. */
static void
drop_unnamed (RcpDossierAnalysis *self)
{
  g_autofree int *numbers = g_new (int, self->actors->len + 1);
  g_autofree gboolean *is_named = g_new0 (gboolean, self->actors->len + 1);
  int next = 0;

  for (guint i = 0; i < self->actor_ids->len; i++)
    {
      const GArray *ids = self->actor_ids->pdata[i];

      for (guint k = 0; k < ids->len; k++)
        if (g_array_index (ids, int, k) >= 0)
          is_named[g_array_index (ids, int, k)] = TRUE;
    }
  for (guint i = 0; i < self->actors->len; i++)
    numbers[i] = is_named[i] ? next++ : -1;
  for (guint i = self->actors->len; i > 0; i--)
    if (!is_named[i - 1])
      g_ptr_array_remove_index (self->actors, i - 1);
  for (guint i = 0; i < self->actor_ids->len; i++)
    {
      GArray *ids = self->actor_ids->pdata[i];

      for (guint k = 0; k < ids->len; k++)
        if (g_array_index (ids, int, k) >= 0)
          g_array_index (ids, int, k) = numbers[g_array_index (ids, int, k)];
    }
}

/**
 * rcp_dossier_resolve_offices:
 * @self: an analysis whose actors are joined
 * @order: the articles in the order in which actors gain names
 *
 * An actor of an office alone becomes, article by article, whoever is seen in that office then, as rcp_office_find_seen() says,
 * else whom the lexicon knows to have held it, if an article names that person.
 */
void
rcp_dossier_resolve_offices (RcpDossierAnalysis *self, const RcpLexicon *lexicon, const guint *order)
{
  g_autoptr (GHashTable) offices = list_tellings (self);

  for (guint i = 0; i < self->findings->len; i++)
    {
      const RcpFindings *findings = self->findings->pdata[order[i]];
      GArray *ids = self->actor_ids->pdata[order[i]];
      gint32 day = get_day (self, order[i]);

      for (guint k = 0; k < findings->actors->len && day != RCP_DAY_INVALID; k++)
        {
          const RcpFoundActor *found = findings->actors->pdata[k];
          const char *office = rcp_office_of_key (found->key);
          const GArray *list = office ? g_hash_table_lookup (offices, office) : NULL;
          int holder = -1;

          if (list)
            holder = (int) rcp_office_find_seen ((const RcpOfficeTelling *) (gpointer) list->data, list->len, day) - 1;
          if (office && holder < 0)
            holder = find_known (self, lexicon, office, day);
          if (holder < 0)
            continue;
          g_array_index (ids, int, k) = holder;
          rcp_dossier_actor_add_alias (self->actors->pdata[holder], found->name);
          for (guint a = 0; a < found->aliases->len; a++)
            rcp_dossier_actor_add_alias (self->actors->pdata[holder], found->aliases->pdata[a]);
        }
    }
  drop_unnamed (self);
}
