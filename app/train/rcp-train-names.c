#include "config.h"

#include <locale.h>
#include <stdio.h>
#include <string.h>

#include "rcp-name-corpus.h"
#include "rcp-name-trainer.h"
#include "rcp-name-words.h"

/* The corpora of one language, in the order in which they are named. */
static gboolean
read_corpora (GPtrArray *corpus, char **names, const char *language, GError **error)
{
  for (guint i = 0; names[i]; i++)
    {
      g_auto (GStrv) parts = g_strsplit (names[i], ":", 3);

      if (g_strv_length (parts) == 3 && strcmp (parts[0], language) == 0
          && !rcp_name_corpus_read (corpus, parts[2], language, g_ascii_strtod (parts[1], NULL), error))
        return FALSE;
    }
  return TRUE;
}

int
main (int argc, char **argv)
{
  RcpNameTrainerOptions settings = { { 0.25, 0.01, 150, 2, NULL }, 2, 0 };
  g_autofree char *lexicon = NULL, *output = NULL;
  g_auto (GStrv) names = NULL;
  double variants = 0;
  int rounds = 150, threads = 2, cut = 2, folds = 0;
  GOptionEntry entries[] = {
    { "lexicon", 0, 0, G_OPTION_ARG_FILENAME, &lexicon, "The folder of the lexicons", "FOLDER" },
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &output, "Where the model is written", "FILE" },
    { "l1", 0, 0, G_OPTION_ARG_DOUBLE, &settings.crf.l1, "How strongly weights are drawn to nought", "X" },
    { "l2", 0, 0, G_OPTION_ARG_DOUBLE, &settings.crf.l2, "How strongly great weights are held back", "X" },
    { "rounds", 0, 0, G_OPTION_ARG_INT, &rounds, "At most so many rounds", "N" },
    { "threads", 0, 0, G_OPTION_ARG_INT, &threads, "Threads; the bytes depend on it", "N" },
    { "cut", 0, 0, G_OPTION_ARG_INT, &cut, "Features met more rarely are left out", "N" },
    { "folds", 0, 0, G_OPTION_ARG_INT, &folds, "Parts for cross-validation", "N" },
    { "variants", 0, 0, G_OPTION_ARG_DOUBLE, &variants, "Weight of texts in capitals", "X" },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &names, NULL, "LANGUAGE:WEIGHT:FILE…" },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) words = NULL;
  g_autoptr (RcpNameWriter) writer = NULL;
  static const char *const languages[] = { "fr", "en" };
  GPtrArray *corpora[G_N_ELEMENTS (languages)] = { NULL };
  gboolean done = TRUE;

  setlocale (LC_ALL, "C.UTF-8");
  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || !lexicon || !output || !names || threads < 1
      || threads > 16)
    {
      fprintf (stderr, "train-names: %s\n", error ? error->message : "needs --lexicon, --output and corpora");
      return 2;
    }
  settings.crf.rounds = (guint)rounds;
  settings.crf.n_threads = (guint)threads;
  settings.cut = (guint)cut;
  settings.folds = (guint)folds;
  words = rcp_name_words_read (lexicon, &error);
  done = words != NULL;
  for (guint i = 0; done && i < G_N_ELEMENTS (languages); i++)
    {
      corpora[i] = rcp_name_corpus_new ();
      done = read_corpora (corpora[i], names, languages[i], &error);
      if (done)
        rcp_name_words_add_heads (words, corpora[i]);
    }
  writer = done ? rcp_name_writer_new (words) : NULL;
  for (guint i = 0; done && i < G_N_ELEMENTS (languages); i++)
    {
      if (corpora[i]->len == 0)
        continue;
      if (variants > 0)
        rcp_name_corpus_add_variants (corpora[i], variants);
      done = rcp_name_trainer_run (writer, words, languages[i], corpora[i], &settings, &error);
    }
  if (writer && done)
    {
      g_autoptr (GBytes) bytes = rcp_name_writer_finish (writer);

      done = g_file_set_contents (output, g_bytes_get_data (bytes, NULL), (gssize)g_bytes_get_size (bytes), &error);
      fprintf (stderr, "%s: %.2f MB\n", output, (double)g_bytes_get_size (bytes) / 1e6);
    }
  if (error)
    fprintf (stderr, "train-names: %s\n", error->message);
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    g_clear_pointer (&corpora[i], g_ptr_array_unref);
  return writer && done ? 0 : 1;
}
