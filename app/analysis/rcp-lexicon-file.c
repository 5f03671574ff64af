#include "config.h"

#include "rcp-lexicon-private.h"

#include <string.h>

#include "rcp-data-file.h"
#include "rcp-error.h"

/* How a compiled lexicon is opened: checked once, whole, so that look-ups need not. */

static const gsize item_sizes[RCP_LEXICON_N_SECTIONS] = { sizeof (RcpLexiconPlace), sizeof (RcpLexiconEdge),
                                                          sizeof (RcpLexiconEntry), sizeof (RcpHeldOffice),
                                                          1 };

/* What the header says of the file; NULL where it holds, else what is wrong. */
static const char *
find_header_fault (const RcpLexiconHeader *header, gsize size)
{
  const gsize checked = G_STRUCT_OFFSET (RcpLexiconHeader, checksum) + sizeof header->checksum;
  guint64 at = sizeof *header;

  if (size < sizeof *header || memcmp (header->magic, RCP_LEXICON_MAGIC, sizeof header->magic) != 0)
    return "no compiled lexicon";
  if (GUINT32_FROM_LE (header->byte_order) != RCP_LEXICON_BYTE_ORDER)
    return "bytes in another order";
  if (GUINT32_FROM_LE (header->version) != RCP_LEXICON_VERSION)
    return "made for another version of the program";
  if (GUINT32_FROM_LE (header->size_bytes) != size)
    return "cut short or too long";
  if (GUINT64_FROM_LE (header->checksum) !=
      rcp_lexicon_checksum ((const char *) header + checked, size - checked))
    return "damaged";
  for (guint i = 0; i < RCP_LEXICON_N_SECTIONS; i++)
    {
      if (GUINT32_FROM_LE (header->sections[i].offset_bytes) != at)
        return "sections out of place";
      at += ((guint64) GUINT32_FROM_LE (header->sections[i].n_items) * item_sizes[i] + 7) & ~(guint64) 7;
      if (at > size)
        return "sections out of place";
    }
  return NULL;
}

/* Whether each of the @n strings whose distances from @item are given lies among the strings. */
static gboolean
has_strings (const RcpLexicon *self, guint32 n_strings, gconstpointer item, const gint32 *distances, guint n)
{
  gint64 to_strings = self->strings - (const char *) item;
  gboolean is_sound = TRUE;

  for (guint i = 0; i < n; i++)
    is_sound &= (guint64) (GINT32_FROM_LE (distances[i]) - to_strings) < n_strings;
  return is_sound;
}

/* Whatever a look-up follows leads to a place inside the file and comes to an end; NULL where that holds. A
 * checksum that is right says the same of every file but one made to deceive. */
static const char *
find_content_fault (const RcpLexicon *self, const RcpLexiconHeader *header)
{
  const guint32 n_edges = GUINT32_FROM_LE (header->sections[RCP_LEXICON_EDGES].n_items);
  const guint32 n_entries = GUINT32_FROM_LE (header->sections[RCP_LEXICON_ENTRIES].n_items);
  const guint32 n_strings = GUINT32_FROM_LE (header->sections[RCP_LEXICON_STRINGS].n_items);
  guint n_free = 0;
  gboolean is_sound = TRUE;

  if (n_strings == 0 || self->strings[n_strings - 1] != '\0')
    return "strings without an end";
  if (n_entries > 0 && !self->entries[n_entries - 1].is_last)
    return "entries without an end";
  for (guint i = 0; i < self->n_places; i++)
    if (self->places[i].tag == 0)
      n_free++;
    else
      is_sound &= GUINT32_FROM_LE (self->places[i].edge) < n_edges;
  if (n_free == 0)
    return "no free place";
  for (guint i = 0; i < n_edges; i++)
    is_sound &= GUINT32_FROM_LE (self->edges[i].word) < n_strings &&
                GUINT32_FROM_LE (self->edges[i].entries) <= n_entries;
  for (guint i = 0; i < n_entries; i++)
    is_sound &= has_strings (self, n_strings, &self->entries[i], &self->entries[i].id, 5);
  for (guint i = 0; i < self->n_held; i++)
    is_sound &= has_strings (self, n_strings, &self->held[i], &self->held[i].scope, 4);
  return is_sound ? NULL : "an offset leads nowhere";
}

/**
 * rcp_lexicon_new_for_bytes:
 * @bytes: (transfer none): a compiled lexicon, as the lexicon compiler writes it
 * @error: %RCP_ANALYSIS_ERROR_LEXICON when it is damaged or of another version
 *
 * Checks all of it once, so that look-ups need not; the checks read the file once.
 *
 * Returns: (transfer full) (nullable): the lexicon, which keeps @bytes, or NULL with @error set.
 */
RcpLexicon *
rcp_lexicon_new_for_bytes (GBytes *bytes, GError **error)
{
  g_autoptr (RcpLexicon) self = rcp_lexicon_new_empty ();
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  const RcpLexiconHeader *header = (const RcpLexiconHeader *) data;
  const char *fault;

  self->bytes = g_bytes_ref (bytes);
  if ((guintptr) data % sizeof (guint64) != 0)
    fault = "not aligned";
  else
    fault = find_header_fault (header, size);
  if (fault == NULL)
    {
      self->places =
          (gconstpointer) (data + GUINT32_FROM_LE (header->sections[RCP_LEXICON_PLACES].offset_bytes));
      self->edges =
          (gconstpointer) (data + GUINT32_FROM_LE (header->sections[RCP_LEXICON_EDGES].offset_bytes));
      self->entries =
          (gconstpointer) (data + GUINT32_FROM_LE (header->sections[RCP_LEXICON_ENTRIES].offset_bytes));
      self->held = (gconstpointer) (data + GUINT32_FROM_LE (header->sections[RCP_LEXICON_HELD].offset_bytes));
      self->strings = data + GUINT32_FROM_LE (header->sections[RCP_LEXICON_STRINGS].offset_bytes);
      self->n_places = GUINT32_FROM_LE (header->sections[RCP_LEXICON_PLACES].n_items);
      self->n_held = GUINT32_FROM_LE (header->sections[RCP_LEXICON_HELD].n_items);
      fault = find_content_fault (self, header);
    }
  if (fault == NULL)
    return g_steal_pointer (&self);
  g_set_error_literal (error, RCP_ANALYSIS_ERROR, RCP_ANALYSIS_ERROR_LEXICON, fault);
  return NULL;
}

/**
 * rcp_lexicon_new:
 * @error: %RCP_ANALYSIS_ERROR_LEXICON when the file is missing, damaged or of another version
 *
 * Maps the compiled lexicon, some 40,000 forms, from the data folder: well under a millisecond.
 *
 * Returns: (transfer full) (nullable): the lexicon, or NULL with @error set.
 */
RcpLexicon *
rcp_lexicon_new (GError **error)
{
  g_autoptr (GError) reason = NULL;
  g_autoptr (GBytes) bytes = rcp_data_file_map (RCP_LEXICON_FILE, &reason);
  RcpLexicon *self = bytes ? rcp_lexicon_new_for_bytes (bytes, &reason) : NULL;

  if (self == NULL)
    {
      g_autofree char *path = rcp_data_file_dup_path (RCP_LEXICON_FILE);

      g_set_error (error, RCP_ANALYSIS_ERROR, RCP_ANALYSIS_ERROR_LEXICON, "reading the names from %s: %s",
                   path, reason->message);
    }
  return self;
}

/**
 * rcp_lexicon_new_empty:
 *
 * Returns: (transfer full): a lexicon that knows no name, for those who go on without one.
 */
RcpLexicon *
rcp_lexicon_new_empty (void)
{
  static gint last_key = 0;
  RcpLexicon *self = g_new0 (RcpLexicon, 1);

  self->memo_key = g_atomic_int_add (&last_key, 1) + 1;
  return self;
}

void
rcp_lexicon_free (RcpLexicon *self)
{
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self);
}
