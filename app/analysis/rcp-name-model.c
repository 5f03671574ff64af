#include "config.h"

#include "rcp-name-model-private.h"

#include <string.h>

#include "rcp-data-file.h"
#include "rcp-error.h"

G_STATIC_ASSERT (sizeof (RcpNameWordSlot) == 12);
G_STATIC_ASSERT (sizeof (RcpNameWeightSlot) == 24);
G_STATIC_ASSERT (sizeof (RcpNameLanguage) == 40);
G_STATIC_ASSERT (sizeof (RcpNameHeader) == 40 + RCP_NAME_MAX_LANGUAGES * 40);
G_STATIC_ASSERT (RCP_NAME_N_LABELS <= 20);

/* No table of a model that can be loaded has more slots than this. */
#define MAX_SLOTS (1u << 24)

/* Four lanes of multiply and rotate over words of eight bytes: some gigabytes a second, so that a start costs about a
 * millisecond. Finds damage; it is no protection against forgery, and need not be: every offset is checked besides. */
guint64
rcp_name_checksum (const guint8 *bytes, gsize n_bytes)
{
  guint64 lanes[4] = { 1, 2, 3, 4 };
  guint64 sum = n_bytes;

  for (; n_bytes >= 32; bytes += 32, n_bytes -= 32)
    for (guint i = 0; i < 4; i++)
      {
        guint64 word;

        memcpy (&word, bytes + i * 8, 8);
        word = GUINT64_FROM_LE (word);
        lanes[i] = (lanes[i] ^ word) * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15);
        lanes[i] ^= lanes[i] >> 29;
      }
  for (; n_bytes > 0; bytes++, n_bytes--)
    lanes[0] = (lanes[0] ^ *bytes) * G_GUINT64_CONSTANT (0x100000001B3);
  for (guint i = 0; i < 4; i++)
    sum = (sum ^ lanes[i]) * G_GUINT64_CONSTANT (0xC2B2AE3D27D4EB4F) + (sum >> 31);
  return sum;
}

static gboolean
table_fits (gsize size, guint32 offset, guint64 n_bytes)
{
  return offset % 16 == 0 && offset >= sizeof (RcpNameHeader) && n_bytes <= size && offset <= size - n_bytes;
}

static gboolean
slots_fit (const guint8 *data, gsize size, guint32 offset, guint32 n_slots, gsize slot_size)
{
  if (n_slots == 0 || n_slots > MAX_SLOTS || !table_fits (size, offset, (guint64)slot_size * n_slots))
    return FALSE;
  for (gsize i = 0; i < n_slots; i++)
    {
      guint32 key;

      memcpy (&key, data + offset + i * slot_size, sizeof key);
      if (key == 0)
        return TRUE;
    }
  return FALSE;
}

static const char *
find_fault (const guint8 *data, gsize size)
{
  const RcpNameHeader *header = (const RcpNameHeader *)data;
  const gsize links_size = sizeof (gint16) * RCP_NAME_N_LINKS * RCP_NAME_N_LABELS * RCP_NAME_N_LABELS;

  if ((guintptr)data % 8 != 0)
    return "not aligned in memory";
  if (size < sizeof (RcpNameHeader) || memcmp (header->magic, RCP_NAME_MAGIC, sizeof header->magic) != 0)
    return "no name model of this version";
  if (header->order != RCP_NAME_ORDER)
    return "written for another order of bytes";
  if (header->size != size)
    return "cut off";
  if (header->checksum
      != rcp_name_checksum (data + G_STRUCT_OFFSET (RcpNameHeader, words_offset),
                            size - G_STRUCT_OFFSET (RcpNameHeader, words_offset)))
    return "damaged";
  if (header->n_languages > RCP_NAME_MAX_LANGUAGES
      || !slots_fit (data, size, header->words_offset, header->n_word_slots, sizeof (RcpNameWordSlot)))
    return "its table of words is out of bounds";
  for (guint i = 0; i < header->n_languages; i++)
    {
      const RcpNameLanguage *language = &header->languages[i];

      if (memchr (language->code, '\0', sizeof language->code) == NULL
          || !slots_fit (data, size, language->weights_offset, language->n_slots, sizeof (RcpNameWeightSlot))
          || !table_fits (size, language->links_offset, links_size) || !(language->unit > 0 && language->unit < 1000))
        return "its tables of weights are out of bounds";
    }
  return NULL;
}

static guint64 *
make_filter (const RcpNameWeightSlot *slots, guint32 n_slots)
{
  guint64 *filter = g_new0 (guint64, (1u << RCP_NAME_FILTER_BITS) / 64);

  for (guint32 i = 0; i < n_slots; i++)
    if (slots[i].key != 0)
      {
        guint32 bit = rcp_name_filter_bit (slots[i].key);

        filter[bit / 64] |= G_GUINT64_CONSTANT (1) << (bit % 64);
      }
  return filter;
}

/**
 * rcp_name_model_new:
 * @bytes: a model's file, aligned to 16 bytes, as a mapped file is; kept
 * @error: %RCP_ANALYSIS_ERROR_RESOURCE when it is none of this version, is damaged, or was written on a machine of another
 *   order of bytes
 *
 * Returns: (transfer full) (nullable): the model, or NULL with @error set.
 */
RcpNameModel *
rcp_name_model_new (GBytes *bytes, GError **error)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  const char *fault = find_fault (data, size);
  RcpNameModel *self;

  if (fault != NULL)
    {
      g_set_error (error, RCP_ANALYSIS_ERROR, RCP_ANALYSIS_ERROR_RESOURCE, "the model of names cannot be used: %s", fault);
      return NULL;
    }
  self = g_new0 (RcpNameModel, 1);
  g_atomic_ref_count_init (&self->refs);
  self->bytes = g_bytes_ref (bytes);
  self->header = (const RcpNameHeader *)data;
  self->words = (const RcpNameWordSlot *)(data + self->header->words_offset);
  self->n_word_slots = self->header->n_word_slots;
  for (guint i = 0; i < self->header->n_languages; i++)
    self->filters[i] = make_filter ((const RcpNameWeightSlot *)(data + self->header->languages[i].weights_offset),
                                    self->header->languages[i].n_slots);
  return self;
}

/**
 * rcp_name_model_new_for_file:
 * @path: where the model is
 * @error: of %G_FILE_ERROR when it cannot be opened; else as rcp_name_model_new()
 *
 * Maps the file; only the pages that are used are read.
 *
 * Returns: (transfer full) (nullable): the model, or NULL with @error set.
 */
RcpNameModel *
rcp_name_model_new_for_file (const char *path, GError **error)
{
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, error);
  g_autoptr (GBytes) bytes = file ? g_mapped_file_get_bytes (file) : NULL;

  return bytes ? rcp_name_model_new (bytes, error) : NULL;
}

/**
 * rcp_name_model_new_shipped:
 * @error: %RCP_ANALYSIS_ERROR_RESOURCE when it is missing or damaged; the program can go on without
 *
 * Opens the model that ships with the program, names.model, where rcp_data_file_map() finds it. Any thread.
 *
 * Returns: (transfer full) (nullable): the model, or NULL with @error set.
 */
RcpNameModel *
rcp_name_model_new_shipped (GError **error)
{
  g_autoptr (GBytes) bytes = rcp_data_file_map ("names.model", error);

  return bytes ? rcp_name_model_new (bytes, error) : NULL;
}

RcpNameModel *
rcp_name_model_ref (RcpNameModel *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
rcp_name_model_unref (RcpNameModel *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  for (guint i = 0; i < RCP_NAME_MAX_LANGUAGES; i++)
    g_free (self->filters[i]);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self);
}

static const RcpNameLanguage *
find_language (const RcpNameModel *self, const char *language)
{
  for (guint i = 0; language && i < self->header->n_languages; i++)
    if (strcmp (self->header->languages[i].code, language) == 0)
      return &self->header->languages[i];
  return NULL;
}

/** rcp_name_model_has_language: whether the model can read texts in @language ("fr", "en"). */
gboolean
rcp_name_model_has_language (const RcpNameModel *self, const char *language)
{
  return find_language (self, language) != NULL;
}

/* The weights for a language; FALSE where there are none. */
gboolean
rcp_name_model_get_weights (const RcpNameModel *self, const char *code, RcpNameWeights *weights)
{
  const RcpNameLanguage *language = find_language (self, code);
  const guint8 *data = (const guint8 *)self->header;

  if (language == NULL)
    return FALSE;
  weights->slots = (const RcpNameWeightSlot *)(data + language->weights_offset);
  weights->filter = self->filters[language - self->header->languages];
  weights->n_slots = language->n_slots;
  weights->links = (const gint16 *)(data + language->links_offset);
  weights->unit = language->unit;
  return TRUE;
}
