#include "config.h"

#include "rcp-held-office.h"

#include <string.h>

#include "rcp-lexicon-private.h"

static const char *
string_at (const RcpHeldOffice *self, gint32 distance)
{
  return (const char *) self + GINT32_FROM_LE (distance);
}

static int
compare (const RcpHeldOffice *self, const char *scope, const char *office)
{
  int order = strcmp (string_at (self, self->scope), scope);

  return order != 0 ? order : strcmp (string_at (self, self->office), office);
}

/* The last to take up @office by @day who had not left it by then; NULL for nobody that is known. */
static const RcpHeldOffice *
find_in_office (const RcpLexicon *self, const char *scope, const char *office, gint32 day)
{
  const RcpHeldOffice *found = NULL;
  guint low = 0, high = self->n_held;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (compare (&self->held[middle], scope, office) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  for (; low < self->n_held && compare (&self->held[low], scope, office) == 0; low++)
    if (rcp_held_office_get_from (&self->held[low]) <= day &&
        day <= rcp_held_office_get_to (&self->held[low]))
      found = &self->held[low];
  return found;
}

/**
 * rcp_lexicon_find_holder:
 * @scope: a state by its ISO 3166-1 code, or an organisation by its id
 * @office: the office as the id of an %RCP_LEXICON_OFFICE has it ("president", "chef de la junte"); "head"
 * for whoever leads
 * @day: a day
 *
 * Who held that office on that day. One word may tell several offices ("chef de l Etat"); where those had
 * several holders that day, nobody is named. Nor is anybody past the day on which the list was last checked,
 * as holders change. On the day of a change it is the new holder.
 *
 * Returns: (transfer none) (nullable): the holder, and since when and until when; NULL where that is not
 * known.
 */
const RcpHeldOffice *
rcp_lexicon_find_holder (const RcpLexicon *self, const char *scope, const char *office, gint32 day)
{
  const RcpLexiconEntry *entry = rcp_lexicon_find_key (self, RCP_LEXICON_ROOT_HIGH_OFFICES, office);
  const RcpHeldOffice *found = NULL;

  for (; entry; entry = rcp_lexicon_entry_next (entry, RCP_LEXICON_OFFICE, NULL))
    {
      const RcpHeldOffice *held = find_in_office (self, scope, rcp_lexicon_entry_get_id (entry), day);

      if (held && found &&
          strcmp (rcp_held_office_get_name (held, NULL), rcp_held_office_get_name (found, NULL)) != 0)
        return NULL;
      found = found ? found : held;
    }
  return found;
}

/** rcp_held_office_get_office: (transfer none): the office, as high-offices.tsv names it. */
const char *
rcp_held_office_get_office (const RcpHeldOffice *self)
{
  return string_at (self, self->office);
}

/** rcp_held_office_get_name: (transfer none): the holder, as @language ("fr", "en"; NULL for the first)
 * spells the name. */
const char *
rcp_held_office_get_name (const RcpHeldOffice *self, const char *language)
{
  return string_at (self, g_strcmp0 (language, "en") == 0 ? self->name_en : self->name);
}

/** rcp_held_office_get_from: the first day on which it was surely held. */
gint32
rcp_held_office_get_from (const RcpHeldOffice *self)
{
  return GINT32_FROM_LE (self->from_day);
}

/** rcp_held_office_get_to: the last day on which it was held, or of which that is known. */
gint32
rcp_held_office_get_to (const RcpHeldOffice *self)
{
  return GINT32_FROM_LE (self->to_day);
}

/** rcp_held_office_get_is_open: whether it was held still on that last day, when the list was checked. */
gboolean
rcp_held_office_get_is_open (const RcpHeldOffice *self)
{
  return self->is_open != 0;
}
