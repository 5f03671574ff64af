#include "config.h"

#include "rcp-name-writer.h"

#include <math.h>
#include <string.h>

#include "rcp-crf.h"

#define L RCP_NAME_N_LABELS

struct _RcpNameWriter
{
  GByteArray *bytes; /* owned */
  RcpNameHeader header;
};

static guint32
begin_table (RcpNameWriter *self)
{
  static const guint8 zeros[16];

  if (self->bytes->len % 16)
    g_byte_array_append (self->bytes, zeros, 16 - self->bytes->len % 16);
  return self->bytes->len;
}

/* Slots for @n keys: five sixths full, where a search for a key that is there takes three steps. For weights the reader asks a
 * filter first, so that few others are searched for. */
static guint32
slots_for (guint n)
{
  return n + n / 5 + 16;
}

/* Rows in which no weight is of so many units are left out: one moves a decision by a unit at most. */
#define LEAST_UNITS 2

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  guint32 x = *(const guint32 *)a, y = *(const guint32 *)b;

  return x < y ? -1 : x > y;
}

static void
add_words (RcpNameWriter *self, GHashTable *words)
{
  guint n = g_hash_table_size (words), at = 0;
  guint32 n_slots = slots_for (n);
  g_autofree RcpNameWordSlot *slots = g_new0 (RcpNameWordSlot, n_slots);
  g_autofree guint32 *keys = g_new (guint32, n + 1);
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, words);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    keys[at++] = GPOINTER_TO_UINT (key);
  qsort (keys, n, sizeof *keys, compare_keys);
  for (guint i = 0; i < n; i++)
    {
      guint32 slot = rcp_name_slot_of (keys[i], n_slots);

      if (keys[i] == 0)
        continue;
      while (slots[slot].key != 0)
        slot = slot + 1 == n_slots ? 0 : slot + 1;
      slots[slot] = *(const RcpNameWordSlot *)g_hash_table_lookup (words, GUINT_TO_POINTER (keys[i]));
    }
  self->header.words_offset = begin_table (self);
  self->header.n_word_slots = n_slots;
  g_byte_array_append (self->bytes, (const guint8 *)slots, (guint)(sizeof *slots * n_slots));
}

/**
 * rcp_name_writer_new:
 * @words: (element-type guint32 RcpNameWordSlot): what is known of words
 *
 * Returns: (transfer full): a model without a language yet.
 */
RcpNameWriter *
rcp_name_writer_new (GHashTable *words)
{
  RcpNameWriter *self = g_new0 (RcpNameWriter, 1);

  self->bytes = g_byte_array_new ();
  g_byte_array_append (self->bytes, (const guint8 *)&self->header, sizeof self->header);
  memcpy (self->header.magic, RCP_NAME_MAGIC, sizeof self->header.magic);
  self->header.order = RCP_NAME_ORDER;
  add_words (self, words);
  return self;
}

void
rcp_name_writer_free (RcpNameWriter *self)
{
  g_clear_pointer (&self->bytes, g_byte_array_unref);
  g_free (self);
}

static RcpNameLanguage *
language_for (RcpNameWriter *self, const char *code)
{
  for (guint i = 0; i < self->header.n_languages; i++)
    if (strcmp (self->header.languages[i].code, code) == 0)
      return &self->header.languages[i];
  g_assert (self->header.n_languages < RCP_NAME_MAX_LANGUAGES && strlen (code) < sizeof self->header.languages[0].code);
  strcpy (self->header.languages[self->header.n_languages].code, code);
  return &self->header.languages[self->header.n_languages++];
}

/**
 * rcp_name_writer_add_weights:
 * @language: "fr" or "en"
 * @keys: hashes of the features, in the order of their rows
 * @weights: as rcp_crf_train() gives them
 *
 * Adds a language's tables. Weights are rounded to 1/127 of the greatest of them; rows without
 * a weight of %LEAST_UNITS of these are left out.
 *
 * Returns: how many rows are left.
 */
guint
rcp_name_writer_add_weights (RcpNameWriter *self, const char *code, const guint32 *keys, guint n_rows,
                             const double *weights)
{
  RcpNameLanguage *language = language_for (self, code);
  g_autoptr (GArray) rows = g_array_new (FALSE, TRUE, sizeof (RcpNameWeightSlot));
  g_autofree gint16 *links = g_new0 (gint16, RCP_CRF_N_LINK_WEIGHTS);
  g_autofree RcpNameWeightSlot *slots = NULL;
  double greatest = 1e-6, unit;
  guint32 n_slots, weights_offset, links_offset;

  for (gsize i = 0; i < (gsize)n_rows * L; i++)
    greatest = MAX (greatest, fabs (weights[i]));
  unit = greatest / 127;
  for (guint i = 0; i < n_rows; i++)
    {
      RcpNameWeightSlot row = { .key = keys[i] };
      gboolean any = FALSE;

      for (guint y = 0; y < L; y++)
        {
          row.weights[y] = (gint8)lrint (weights[(gsize)i * L + y] / unit);
          any = any || ABS (row.weights[y]) >= LEAST_UNITS;
        }
      if (any)
        g_array_append_val (rows, row);
    }
  n_slots = slots_for (rows->len);
  slots = g_new0 (RcpNameWeightSlot, n_slots);
  for (guint i = 0; i < rows->len; i++)
    {
      const RcpNameWeightSlot *row = &g_array_index (rows, RcpNameWeightSlot, i);
      guint32 at = rcp_name_slot_of (row->key, n_slots);

      while (slots[at].key != 0)
        at = at + 1 == n_slots ? 0 : at + 1;
      slots[at] = *row;
    }
  for (guint i = 0; i < RCP_CRF_N_LINK_WEIGHTS; i++)
    links[i] = (gint16)CLAMP (lrint (weights[(gsize)n_rows * L + i] / unit), G_MININT16, G_MAXINT16);
  weights_offset = begin_table (self);
  g_byte_array_append (self->bytes, (const guint8 *)slots, (guint)(sizeof *slots * n_slots));
  links_offset = begin_table (self);
  g_byte_array_append (self->bytes, (const guint8 *)links, sizeof (gint16) * RCP_CRF_N_LINK_WEIGHTS);
  language->weights_offset = weights_offset;
  language->n_slots = n_slots;
  language->links_offset = links_offset;
  language->unit = (float)unit;
  return rows->len;
}

/** rcp_name_writer_finish: (transfer full): the file so far; more may be added afterwards. */
GBytes *
rcp_name_writer_finish (RcpNameWriter *self)
{
  gsize from = G_STRUCT_OFFSET (RcpNameHeader, words_offset);

  begin_table (self);
  self->header.size = self->bytes->len;
  memcpy (self->bytes->data, &self->header, sizeof self->header);
  self->header.checksum = rcp_name_checksum (self->bytes->data + from, self->bytes->len - from);
  memcpy (self->bytes->data, &self->header, sizeof self->header);
  return g_bytes_new (self->bytes->data, self->bytes->len);
}
