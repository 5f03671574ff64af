#include "config.h"

#include <string.h>

#include "rcp-crf.h"
#include "rcp-error.h"
#include "rcp-name-features.h"
#include "rcp-name-tagger.h"
#include "rcp-name-writer.h"

/* A model is trained here by the averaged perceptron's simplest form, on sentences with their names in brackets. */

#define L RCP_NAME_N_LABELS

static const char *const lessons[] = {
  "Hier, [PER Anna Brun] a quitté [LOC Lorvaux] pour la mer.",
  "La pluie tombe sur [LOC Menthe] depuis lundi.",
  "Madame [PER Rivoire] vend des pommes à [LOC Lorvaux].",
  "Le maire a reçu [PER Jean-Paul Dumas] devant la presse.",
  "Selon [PER Anna Brun], le [ORG Comité des quais] fermera.",
  "Le [ORG Comité des quais] siège à [LOC Menthe].",
  "Personne ne sait pourquoi le pont est fermé.",
  "Madame [PER Clara Petit] parle de la pluie.",
};

typedef struct
{
  RcpSegmentedText *text;
  RcpNameLabel *labels;
} Lesson;

static RcpNameType
type_of (const char *name)
{
  return *name == 'P' ? RCP_NAME_PERSON : *name == 'O' ? RCP_NAME_ORGANISATION : RCP_NAME_PLACE;
}

/* Reads the brackets off a sentence. */
static Lesson
read_lesson (const char *marked)
{
  g_autoptr (GString) plain = g_string_new (NULL);
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (guint) * 3);
  Lesson lesson;

  for (const char *at = marked; *at;)
    {
      if (*at == '[')
        {
          guint span[3] = { type_of (at + 1), (guint)g_utf8_strlen (plain->str, -1), 0 };
          const char *from = strchr (at, ' ') + 1, *to = strchr (at, ']');

          g_string_append_len (plain, from, to - from);
          span[2] = (guint)g_utf8_strlen (plain->str, -1);
          g_array_append_val (spans, span);
          at = to + 1;
        }
      else
        g_string_append_c (plain, *at++);
    }
  lesson.text = rcp_segmented_text_new (plain->str, "fr", NULL);
  lesson.labels = g_new0 (RcpNameLabel, lesson.text->n_tokens + 1);
  for (guint i = 0; i < spans->len; i++)
    {
      const guint *span = (const guint *)(gpointer)(spans->data + i * sizeof (guint) * 3);

      for (guint t = 0; t < lesson.text->n_tokens; t++)
        {
          const RcpToken *token = &lesson.text->tokens[t];

          if (token->start < span[1] || token->end > span[2])
            continue;
          lesson.labels[t] = RCP_NAME_LABEL (span[0], token->start == span[1] ? (token->end == span[2] ? RCP_NAME_UNIT : RCP_NAME_BEGIN)
                                                      : token->end == span[2] ? RCP_NAME_LAST
                                                                              : RCP_NAME_INSIDE);
        }
    }
  return lesson;
}

static GHashTable *
make_words (void)
{
  GHashTable *words = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  RcpNameWordSlot *slot = g_new0 (RcpNameWordSlot, 1);

  slot->key = rcp_name_hash_word ("madame", 6);
  slot->classes = 1u << RCP_NAME_WORD_COURTESY;
  g_hash_table_insert (words, GUINT_TO_POINTER (slot->key), slot);
  return words;
}

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  guint x = GPOINTER_TO_UINT (a), y = GPOINTER_TO_UINT (b);

  return x < y ? -1 : x > y;
}

static GBytes *
write_model (GHashTable *weights, const double *links)
{
  g_autoptr (GHashTable) words = make_words ();
  g_autoptr (RcpNameWriter) writer = rcp_name_writer_new (words);
  g_autoptr (GList) sorted = g_list_sort (g_hash_table_get_keys (weights), compare_keys);
  guint n = g_hash_table_size (weights), at = 0;
  g_autofree guint32 *keys = g_new0 (guint32, n + 1);
  g_autofree double *values = g_new0 (double, n * L + RCP_CRF_N_LINK_WEIGHTS);

  for (GList *key = sorted; key; key = key->next, at++)
    {
      keys[at] = GPOINTER_TO_UINT (key->data);
      memcpy (values + at * L, g_hash_table_lookup (weights, key->data), sizeof (double) * L);
    }
  memcpy (values + n * L, links, sizeof (double) * RCP_CRF_N_LINK_WEIGHTS);
  rcp_name_writer_add_weights (writer, "fr", keys, n, values);
  return rcp_name_writer_finish (writer);
}

static void
label_names (const GArray *names, RcpNameLabel *labels)
{
  for (guint i = 0; i < names->len; i++)
    {
      const RcpTaggedName *name = &g_array_index (names, RcpTaggedName, i);

      for (guint t = name->first; t < name->end; t++)
        labels[t] = RCP_NAME_LABEL (name->type, name->end == name->first + 1 ? RCP_NAME_UNIT
                                                : t == name->first           ? RCP_NAME_BEGIN
                                                : t + 1 == name->end         ? RCP_NAME_LAST
                                                                             : RCP_NAME_INSIDE);
    }
}

static double *
row_of (GHashTable *weights, guint32 feature)
{
  double *row = g_hash_table_lookup (weights, GUINT_TO_POINTER (feature));

  if (row == NULL)
    {
      row = g_new0 (double, L);
      g_hash_table_insert (weights, GUINT_TO_POINTER (feature), row);
    }
  return row;
}

/* Moves the weights of a lesson's features from what was said to what is right; how many tokens were wrong. */
static guint
correct (GHashTable *weights, double *links, RcpNameModel *model, RcpNameTagger *tagger, const Lesson *lesson)
{
  g_autoptr (RcpNameFeatures) features = rcp_name_features_new ();
  g_autoptr (GArray) names = g_array_new (FALSE, FALSE, sizeof (RcpTaggedName));
  g_autofree RcpNameLabel *said = g_new0 (RcpNameLabel, lesson->text->n_tokens + 1);
  guint32 list[RCP_NAME_MAX_FEATURES];
  guint first, end = 0, n_wrong = 0;

  g_assert_true (rcp_name_tagger_tag (tagger, lesson->text, names));
  label_names (names, said);
  rcp_name_features_read (features, model, lesson->text);
  while (rcp_name_features_next_run (features, end, &first, &end))
    for (guint t = first; t < end; t++)
      {
        guint n = rcp_name_features_list (features, t, list);
        guint link = rcp_name_features_get_link (features, t) * L * L;
        guint before = t > first ? lesson->labels[t - 1] : 0, said_before = t > first ? said[t - 1] : 0;

        g_assert_cmpuint (n, <=, RCP_NAME_MAX_FEATURES);
        links[link + before * L + lesson->labels[t]] += 1;
        links[link + said_before * L + said[t]] -= 1;
        if (said[t] == lesson->labels[t])
          continue;
        n_wrong++;
        for (guint f = 0; f < n; f++)
          {
            double *row = row_of (weights, list[f]);

            row[lesson->labels[t]] += 1;
            row[said[t]] -= 1;
          }
      }
  return n_wrong;
}

/* A model that has learnt the lessons. */
static GBytes *
train (void)
{
  g_autoptr (GHashTable) weights = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  g_autofree double *links = g_new0 (double, RCP_CRF_N_LINK_WEIGHTS);
  Lesson read[G_N_ELEMENTS (lessons)];
  GBytes *bytes = write_model (weights, links);
  guint n_wrong = 1;

  for (guint i = 0; i < G_N_ELEMENTS (lessons); i++)
    read[i] = read_lesson (lessons[i]);
  for (guint round = 0; round < 30 && n_wrong > 0; round++)
    {
      n_wrong = 0;
      for (guint i = 0; i < G_N_ELEMENTS (lessons); i++)
        {
          g_autoptr (GError) error = NULL;
          g_autoptr (RcpNameModel) model = rcp_name_model_new (bytes, &error);
          g_autoptr (RcpNameTagger) tagger = NULL;

          g_assert_no_error (error);
          tagger = rcp_name_tagger_new (model);
          n_wrong += correct (weights, links, model, tagger, &read[i]);
          g_bytes_unref (bytes);
          bytes = write_model (weights, links);
        }
    }
  g_assert_cmpuint (n_wrong, ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (lessons); i++)
    {
      rcp_segmented_text_unref (read[i].text);
      g_free (read[i].labels);
    }
  return bytes;
}

/* The names of a text in brackets, as in the lessons, parted by spaces. */
static char *
tag (GBytes *bytes, const char *words, const char *language)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RcpNameModel) model = rcp_name_model_new (bytes, &error);
  g_autoptr (RcpNameTagger) tagger = NULL;
  g_autoptr (RcpSegmentedText) text = rcp_segmented_text_new (words, language, NULL);
  g_autoptr (GArray) names = g_array_new (FALSE, FALSE, sizeof (RcpTaggedName));
  GString *out = g_string_new (NULL);
  static const char *const types[] = { "PER", "ORG", "LOC", "MISC" };

  g_assert_no_error (error);
  tagger = rcp_name_tagger_new (model);
  if (!rcp_name_tagger_tag (tagger, text, names))
    g_string_append (out, "unknown language");
  for (guint i = 0; i < names->len; i++)
    {
      const RcpTaggedName *name = &g_array_index (names, RcpTaggedName, i);
      RcpRange range = { text->tokens[name->first].start, text->tokens[name->end - 1].end };
      g_autofree char *said = rcp_segmented_text_dup_range (text, range);

      g_assert_cmpuint (name->first, <, name->end);
      g_assert_cmpuint (name->end, <=, text->n_tokens);
      g_string_append_printf (out, "%s[%s %s]", out->len ? " " : "", types[name->type], said);
    }
  return g_string_free (out, FALSE);
}

static void
test_learnt (void)
{
  g_autoptr (GBytes) bytes = train ();
  static const struct
  {
    const char *words;
    const char *names;
  } rows[] = {
    { "Hier, Anna Brun a quitté Lorvaux pour la mer.", "[PER Anna Brun] [LOC Lorvaux]" },
    { "Madame Perrault vend des pommes à Menthe.", "[PER Perrault] [LOC Menthe]" },
    { "Le Comité des quais siège à Lorvaux.", "[ORG Comité des quais] [LOC Lorvaux]" },
    { "Personne ne sait pourquoi le pont est ouvert.", "" },
    { "", "" },
    { "… !!! ???", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *names = tag (bytes, rows[i].words, "fr");

      g_assert_cmpstr (names, ==, rows[i].names);
    }
}

static void
test_other_language (void)
{
  g_autoptr (GBytes) bytes = train ();
  g_autofree char *english = tag (bytes, "Anna Brun left Lorvaux.", "en");
  g_autofree char *none = tag (bytes, "Anna Brun left Lorvaux.", "");

  g_assert_cmpstr (english, ==, "unknown language");
  g_assert_cmpstr (none, ==, "unknown language");
}

/* Text of any kind is read to its end, and twice to the same effect. */
static void
test_strange_text (void)
{
  g_autoptr (GBytes) bytes = train ();
  g_autofree char *capitals = g_strnfill (200, 'A');
  g_autofree char *run = NULL;
  GString *many = g_string_new (NULL);

  for (guint i = 0; i < 700; i++)
    g_string_append (many, "Anna-Brun ");
  run = g_string_free (many, FALSE);
  {
    const char *const texts[] = { capitals, run, "HIER, ANNA BRUN A QUITTÉ LORVAUX.", "קולות של מים Anna مرحبا Brun",
                                  "if (a[i] != NULL) return A.b->C; // TODO", "É\u0301 Œ Ⅷ ﬁ 𝒜nna", "'''’’’---...///((([[[" };

    for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
      {
        g_autofree char *once = tag (bytes, texts[i], "fr");
        g_autofree char *again = tag (bytes, texts[i], "fr");

        g_assert_cmpstr (once, ==, again);
      }
  }
}

static void
test_same_bytes (void)
{
  g_autoptr (GBytes) once = train ();
  g_autoptr (GBytes) again = train ();

  g_assert_true (g_bytes_equal (once, again));
}

static void
assert_refused (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;

  g_assert_null (rcp_name_model_new (bytes, &error));
  g_assert_error (error, RCP_ANALYSIS_ERROR, RCP_ANALYSIS_ERROR_RESOURCE);
}

/* A byte that is not as it was written is noticed, wherever it stands. */
static void
test_damaged (void)
{
  g_autoptr (GBytes) bytes = train ();
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  g_autofree guint8 *copy = g_memdup2 (data, size);

  for (gsize at = 0; at < size; at += at < sizeof (RcpNameHeader) ? 1 : 61)
    {
      /* A header has a field that nothing is read from; the checksum covers it all the same. */
      copy[at] ^= 0x41;
      assert_refused (copy, size);
      copy[at] ^= 0x41;
    }
}

static void
test_truncated (void)
{
  g_autoptr (GBytes) bytes = train ();
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  for (gsize length = 0; length < size; length += length < 300 ? 1 : 997)
    assert_refused (data, length);
}

/* Damage that keeps the checksum right, as no accident does, still reads nothing outside of the file. */
static void
test_forged (void)
{
  g_autoptr (GBytes) bytes = train ();
  gsize size, from = G_STRUCT_OFFSET (RcpNameHeader, words_offset);
  const guint8 *data = g_bytes_get_data (bytes, &size);
  guint32 seed = 1;

  for (guint i = 0; i < 600; i++)
    {
      g_autofree guint8 *copy = g_memdup2 (data, size);
      g_autoptr (GBytes) forged = NULL;
      g_autoptr (RcpNameModel) model = NULL;
      gsize at = i < 200 ? from + i % (sizeof (RcpNameHeader) - from) : 0;

      for (guint k = 0; k < (at ? 1 : 40); k++)
        {
          seed = seed * 1664525u + 1013904223u;
          copy[at ? at : sizeof (RcpNameHeader) + seed % (size - sizeof (RcpNameHeader))] = (guint8)(seed >> 24);
        }
      ((RcpNameHeader *)(gpointer)copy)->checksum = rcp_name_checksum (copy + from, size - from);
      forged = g_bytes_new_take (g_steal_pointer (&copy), size);
      model = rcp_name_model_new (forged, NULL);
      if (model)
        {
          g_autofree char *names = tag (forged, "Hier, Anna Brun a quitté Lorvaux pour Menthe.", "fr");

          g_assert_nonnull (names);
        }
    }
}

static void
test_missing (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (rcp_name_model_new_for_file ("/nowhere/names.model", &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
}

/* The model that ships opens, and knows what anyone would. */
static void
test_shipped (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RcpNameModel) model = rcp_name_model_new_shipped (&error);
  g_autoptr (RcpNameTagger) tagger = NULL;
  static const struct
  {
    const char *language;
    const char *words;
    RcpNameType type;
    const char *name;
  } rows[] = {
    { "fr", "Le ministre Paul Lefèvre est arrivé à Genève mardi.", RCP_NAME_PERSON, "Paul Lefèvre" },
    { "fr", "Le ministre Paul Lefèvre est arrivé à Genève mardi.", RCP_NAME_PLACE, "Genève" },
    { "fr", "L’Union africaine a condamné l’attaque.", RCP_NAME_ORGANISATION, "Union africaine" },
    { "en", "Mary Johnson flew from Berlin to Toronto on Monday.", RCP_NAME_PERSON, "Mary Johnson" },
    { "en", "Mary Johnson flew from Berlin to Toronto on Monday.", RCP_NAME_PLACE, "Toronto" },
    { "fr", "Le ministère de la Santé et l’armée kényane se taisent.", RCP_NAME_ORGANISATION, "ministère de la Santé" },
    { "en", "Near Toronto, the road was closed.", RCP_NAME_PLACE, "Toronto" },
    { "fr", "PAUL LEFÈVRE EST ARRIVÉ À GENÈVE MARDI.", RCP_NAME_PLACE, "GENÈVE" },
    { "fr", "Il longe le lac de Genève.", RCP_NAME_PLACE, "lac de Genève" },
    { "en", "He works for the European Union in Brussels.", RCP_NAME_ORGANISATION, "European Union" },
  };

  g_assert_no_error (error);
  tagger = rcp_name_tagger_new (model);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (RcpSegmentedText) text = rcp_segmented_text_new (rows[i].words, rows[i].language, NULL);
      g_autoptr (GArray) names = g_array_new (FALSE, FALSE, sizeof (RcpTaggedName));
      gboolean found = FALSE;

      g_assert_true (rcp_name_tagger_tag (tagger, text, names));
      for (guint k = 0; k < names->len; k++)
        {
          const RcpTaggedName *name = &g_array_index (names, RcpTaggedName, k);
          RcpRange range = { text->tokens[name->first].start, text->tokens[name->end - 1].end };
          g_autofree char *said = rcp_segmented_text_dup_range (text, range);

          found = found || (name->type == rows[i].type && strcmp (said, rows[i].name) == 0);
        }
      if (!found)
        g_test_message ("not found: %s", rows[i].name);
      g_assert_true (found);
    }
}

static gpointer
tag_many (gpointer data)
{
  RcpNameTagger *tagger = data;
  g_autoptr (RcpSegmentedText) text = rcp_segmented_text_new ("Hier, Anna Brun a quitté Lorvaux pour la mer.", "fr", NULL);
  guint n = 0;

  for (guint i = 0; i < 300; i++)
    {
      g_autoptr (GArray) names = g_array_new (FALSE, FALSE, sizeof (RcpTaggedName));

      rcp_name_tagger_tag (tagger, text, names);
      n += names->len;
    }
  return GUINT_TO_POINTER (n);
}

static void
test_threads (void)
{
  g_autoptr (GBytes) bytes = train ();
  g_autoptr (RcpNameModel) model = rcp_name_model_new (bytes, NULL);
  g_autoptr (RcpNameTagger) tagger = rcp_name_tagger_new (model);
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("tag", tag_many, tagger);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_assert_cmpuint (GPOINTER_TO_UINT (g_thread_join (threads[i])), ==, 600);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/name-tagger/learnt", test_learnt);
  g_test_add_func ("/name-tagger/other-language", test_other_language);
  g_test_add_func ("/name-tagger/strange-text", test_strange_text);
  g_test_add_func ("/name-tagger/threads", test_threads);
  g_test_add_func ("/name-tagger/shipped", test_shipped);
  g_test_add_func ("/name-model/same-bytes", test_same_bytes);
  g_test_add_func ("/name-model/damaged", test_damaged);
  g_test_add_func ("/name-model/truncated", test_truncated);
  g_test_add_func ("/name-model/forged", test_forged);
  g_test_add_func ("/name-model/missing", test_missing);
  return g_test_run ();
}
