#include "config.h"

#include <string.h>

#include "fuzz-main.h"
#include "rcp-lexicon-format.h"

/* The first bytes say how many items each section has, the others are what stands in them; the header and the
 * checksum are made to fit. So the file passes every check but those of its contents. What is opened then is
 * asked for all its own words, and every answer is read to its end. */

#define CHECKED_FROM (G_STRUCT_OFFSET (RcpLexiconHeader, checksum) + sizeof (guint64))

static const gsize item_sizes[RCP_LEXICON_N_SECTIONS] = { sizeof (RcpLexiconPlace), sizeof (RcpLexiconEdge),
                                                          sizeof (RcpLexiconEntry), sizeof (RcpHeldOffice),
                                                          1 };

static GBytes *
compose (const uint8_t *data, size_t size)
{
  RcpLexiconHeader header = { .magic = RCP_LEXICON_MAGIC,
                              .byte_order = GUINT32_TO_LE (RCP_LEXICON_BYTE_ORDER),
                              .version = GUINT32_TO_LE (RCP_LEXICON_VERSION) };
  gsize length = sizeof header;
  guint8 *bytes;

  for (guint i = 0; i < RCP_LEXICON_N_SECTIONS; i++)
    {
      guint n = i < size ? data[i] : 1;

      header.sections[i].offset_bytes = GUINT32_TO_LE (length);
      header.sections[i].n_items = GUINT32_TO_LE (n);
      length += (n * item_sizes[i] + 7) & ~(gsize) 7;
    }
  header.size_bytes = GUINT32_TO_LE (length);
  bytes = g_malloc0 (length);
  if (size > RCP_LEXICON_N_SECTIONS)
    memcpy (bytes + sizeof header, data + RCP_LEXICON_N_SECTIONS,
            MIN (size - RCP_LEXICON_N_SECTIONS, length - sizeof header));
  memcpy (bytes, &header, sizeof header);
  header.checksum = GUINT64_TO_LE (rcp_lexicon_checksum (bytes + CHECKED_FROM, length - CHECKED_FROM));
  memcpy (bytes, &header, sizeof header);
  return g_bytes_new_take (bytes, length);
}

static void
read_entries (const RcpLexiconEntry *entry)
{
  for (guint n = 0; entry != NULL && n < 1000; n++)
    {
      g_assert (strlen (rcp_lexicon_entry_get_id (entry)) < G_MAXINT);
      g_assert (strlen (rcp_lexicon_entry_get_name (entry)) + strlen (rcp_lexicon_entry_get_name_en (entry)) <
                G_MAXINT);
      g_assert (strlen (rcp_lexicon_entry_get_kind (entry)) + strlen (rcp_lexicon_entry_get_scope (entry)) <
                G_MAXINT);
      entry = rcp_lexicon_entry_next (entry, 0xFFFFFFFF, NULL);
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = compose (data, size);
  g_autoptr (RcpLexicon) lexicon = rcp_lexicon_new_for_bytes (bytes, NULL);
  const RcpLexiconHeader *header = g_bytes_get_data (bytes, NULL);
  const char *strings, *end;

  if (lexicon == NULL)
    return 0;
  strings = (const char *) header + GUINT32_FROM_LE (header->sections[RCP_LEXICON_STRINGS].offset_bytes);
  end = strings + GUINT32_FROM_LE (header->sections[RCP_LEXICON_STRINGS].n_items);
  for (const char *word = strings; word < end; word += strlen (word) + 1)
    {
      const RcpHeldOffice *held = rcp_lexicon_find_holder (lexicon, word, word, 700000);

      read_entries (rcp_lexicon_look_up (lexicon, word, 0xFFFFFFFF, NULL));
      read_entries (rcp_lexicon_get_state (lexicon, word));
      read_entries (rcp_lexicon_get_organisation (lexicon, word));
      g_assert (held == NULL || strlen (rcp_held_office_get_name (held, "en")) < G_MAXINT);
    }
  return 0;
}
