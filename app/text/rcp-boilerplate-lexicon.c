#include "config.h"

#include "rcp-boilerplate-lexicon-private.h"

#include <gio/gio.h>
#include <string.h>

#include "rcp-enum-types.h"
#include "rcp-error.h"
#include "rcp-tsv.h"

#define RESOURCE "/app/recoupe/Recoupe/engine/lexicon/boilerplate.tsv"

typedef struct
{
  const RcpBoilerplateRow *row;
  GPatternSpec *spec;
} Pattern;

/* Kept for the life of the program. */
typedef struct
{
  GHashTable *exact[RCP_N_BOILERPLATE_ROLES]; /* folded line → row */
  GArray *patterns[RCP_N_BOILERPLATE_ROLES];  /* of Pattern */
  GError *error;
} Lexicon;

static gboolean
read_row (Lexicon *self, RcpTsv *tsv)
{
  static const char *const roles[RCP_N_BOILERPLATE_ROLES]
      = { "line", "label", "notice", "byline", "credit", "agency", "stated", "outlet-word" };
  static const char *const columns[] = { "fr", "en" };
  RcpBoilerplateRow *row = g_new0 (RcpBoilerplateRow, 1);
  const char *names = rcp_tsv_get (tsv, "names");
  int kind = 0;
  guint role;

  for (role = 0; role < RCP_N_BOILERPLATE_ROLES; role++)
    if (strcmp (roles[role], rcp_tsv_get (tsv, "role")) == 0)
      break;
  if (role == RCP_N_BOILERPLATE_ROLES
      || !rcp_enum_from_nick (RCP_TYPE_SET_ASIDE_KIND, rcp_tsv_get (tsv, "kind"), &kind))
    {
      g_free (row);
      return FALSE;
    }
  row->kind = kind;
  row->role = role;
  row->max_words = g_ascii_strtoull (rcp_tsv_get (tsv, "max_words"), NULL, 10);
  if (row->max_words == 0)
    row->max_words = G_MAXUINT;
  if (g_str_has_prefix (names, "outlet-after "))
    row->names = RCP_BOILERPLATE_NAMES_OUTLET_AFTER;
  else if (g_str_has_prefix (names, "via-before "))
    row->names = RCP_BOILERPLATE_NAMES_VIA_BEFORE;
  if (row->names != RCP_BOILERPLATE_NAMES_NOTHING)
    row->names_word = g_strdup (strchr (names, ' ') + 1);

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_auto (GStrv) values = rcp_tsv_dup_list (tsv, columns[i]);

      for (guint k = 0; values[k]; k++)
        if (strchr (values[k], '*'))
          {
            Pattern pattern = { row, g_pattern_spec_new (values[k]) };

            g_array_append_val (self->patterns[role], pattern);
          }
        else
          g_hash_table_insert (self->exact[role], g_strdup (values[k]), row);
    }
  return TRUE;
}

static gpointer
load (gpointer unused)
{
  Lexicon *self = g_new0 (Lexicon, 1);
  RcpTsv *tsv = rcp_tsv_new_for_resource (RESOURCE, &self->error);

  for (guint role = 0; role < RCP_N_BOILERPLATE_ROLES; role++)
    {
      self->exact[role] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      self->patterns[role] = g_array_new (FALSE, FALSE, sizeof (Pattern));
    }
  if (tsv == NULL)
    return self;
  while (self->error == NULL && rcp_tsv_next (tsv))
    if (!read_row (self, tsv))
      g_set_error (&self->error, RCP_ANALYSIS_ERROR, RCP_ANALYSIS_ERROR_RESOURCE, "%s: unknown kind “%s” or role “%s”",
                   RESOURCE, rcp_tsv_get (tsv, "kind"), rcp_tsv_get (tsv, "role"));
  rcp_tsv_free (tsv);
  return self;
}

static Lexicon *
get_lexicon (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, load, NULL);
}

/**
 * rcp_boilerplate_lexicon_load:
 * @error: %RCP_ANALYSIS_ERROR_RESOURCE
 *
 * Reads the lexicon the first time it is called, on whatever thread.
 *
 * Returns: whether it is there.
 */
gboolean
rcp_boilerplate_lexicon_load (GError **error)
{
  const Lexicon *self = get_lexicon ();

  if (self->error)
    g_propagate_error (error, g_error_copy (self->error));
  return self->error == NULL;
}

/**
 * rcp_boilerplate_lexicon_match:
 * @folded: the folded words of a line, numbers as "#"
 * @n_words: how many
 *
 * Returns: (transfer none) (nullable): the row with that role that the line fits.
 */
const RcpBoilerplateRow *
rcp_boilerplate_lexicon_match (RcpBoilerplateRole role, const char *folded, guint n_words)
{
  const Lexicon *self = get_lexicon ();
  const RcpBoilerplateRow *row = g_hash_table_lookup (self->exact[role], folded);
  gsize length;

  if (row)
    return row;
  length = strlen (folded);
  for (guint i = 0; i < self->patterns[role]->len; i++)
    {
      const Pattern *pattern = &g_array_index (self->patterns[role], Pattern, i);

      if (n_words <= pattern->row->max_words && g_pattern_spec_match (pattern->spec, length, folded, NULL))
        return pattern->row;
    }
  return NULL;
}
