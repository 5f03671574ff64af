#include "config.h"

#include "rcp-name-trainer.h"

#include <stdio.h>
#include <string.h>

#include "rcp-name-corpus.h"
#include "rcp-name-features.h"
#include "rcp-name-tagger.h"

/* Which texts of the corpus: all, those outside of a fold, or those in it. */
typedef struct
{
  guint folds;
  guint fold;
  gboolean inside;
} Choice;

static gboolean
is_chosen (const RcpNameText *text, const Choice *choice)
{
  return choice == NULL || (text->fold % choice->folds == choice->fold) == choice->inside;
}

typedef struct
{
  RcpCrfData data;
  GArray *keys; /* of guint32, by row */
} Table;

static void
table_clear (Table *table)
{
  g_array_unref (table->data.features);
  g_array_unref (table->data.tokens);
  g_array_unref (table->data.chains);
  g_array_unref (table->keys);
}

/* Numbers the features that occur often enough, in the order in which they are met. */
static GHashTable *
number_features (Table *table, RcpNameFeatures *features, const RcpNameModel *model, const GPtrArray *corpus,
                 const Choice *choice, guint cut)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) originals = g_hash_table_new (NULL, NULL); /* features that are met in no variant first */
  GHashTable *rows = g_hash_table_new (NULL, NULL);
  guint32 list[RCP_NAME_MAX_FEATURES];

  for (guint i = 0; i < corpus->len; i++)
    {
      const RcpNameText *text = corpus->pdata[i];
      guint first, end = 0;

      if (!is_chosen (text, choice))
        continue;
      rcp_name_features_read (features, model, text->text);
      while (rcp_name_features_next_run (features, end, &first, &end))
        for (guint at = first; at < end; at++)
          for (guint n = rcp_name_features_list (features, at, list); n-- > 0;)
            {
              gpointer key = GUINT_TO_POINTER (list[n]);
              guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, key)) + 1;

              /* A variant says nothing new of how often a feature is met, but it has some of its own. */
              if (text->is_variant && count > 1 && count <= cut && g_hash_table_contains (originals, key))
                continue;
              g_hash_table_insert (counts, key, GUINT_TO_POINTER (count));
              if (!text->is_variant && count == 1)
                g_hash_table_add (originals, key);
              if (count == cut)
                {
                  g_array_append_val (table->keys, list[n]);
                  g_hash_table_insert (rows, key, GUINT_TO_POINTER (table->keys->len));
                }
            }
    }
  return rows;
}

static void
fill_table (Table *table, const RcpNameModel *model, const GPtrArray *corpus, const Choice *choice,
            guint cut)
{
  g_autoptr (RcpNameFeatures) features = rcp_name_features_new ();
  g_autoptr (GHashTable) rows = NULL;
  guint32 list[RCP_NAME_MAX_FEATURES];
  guint n_lost = 0;

  table->data.features = g_array_new (FALSE, FALSE, sizeof (guint32));
  table->data.tokens = g_array_new (FALSE, FALSE, sizeof (RcpCrfToken));
  table->data.chains = g_array_new (FALSE, FALSE, sizeof (RcpCrfChain));
  table->keys = g_array_new (FALSE, FALSE, sizeof (guint32));
  rows = number_features (table, features, model, corpus, choice, cut);
  for (guint i = 0; i < corpus->len; i++)
    {
      const RcpNameText *text = corpus->pdata[i];
      guint first, end = 0, n_named = 0;

      if (!is_chosen (text, choice))
        continue;
      rcp_name_features_read (features, model, text->text);
      for (guint at = 0; at < text->text->n_tokens; at++)
        n_named += text->labels[at] != RCP_NAME_OUTSIDE;
      while (rcp_name_features_next_run (features, end, &first, &end))
        {
          RcpCrfChain chain = { table->data.tokens->len, end - first, text->weight };
          RcpNameLabel before = RCP_NAME_OUTSIDE;

          for (guint at = first; at < end; at++)
            {
              RcpCrfToken token = { .first_feature = table->data.features->len, .label = text->labels[at] };
              guint n = rcp_name_features_list (features, at, list);

              n_named -= text->labels[at] != RCP_NAME_OUTSIDE;
              /* A name that the edge of the stretch cuts cannot be learnt. */
              if (!rcp_name_labels_fit (before, token.label))
                token.label = RCP_NAME_OUTSIDE;
              for (guint f = 0; f < n; f++)
                {
                  guint row = GPOINTER_TO_UINT (g_hash_table_lookup (rows, GUINT_TO_POINTER (list[f])));

                  if (row > 0)
                    {
                      row--;
                      g_array_append_val (table->data.features, row);
                    }
                }
              token.n_features = (guint16)(table->data.features->len - token.first_feature);
              token.link = (guint8)rcp_name_features_get_link (features, at);
              g_array_append_val (table->data.tokens, token);
              before = token.label;
            }
          if (!rcp_name_labels_fit (before, RCP_NAME_OUTSIDE))
            for (guint k = table->data.tokens->len; k-- > chain.first_token;)
              {
                RcpCrfToken *token = &g_array_index (table->data.tokens, RcpCrfToken, k);
                gboolean begins = RCP_NAME_LABEL_PLACE (token->label) == RCP_NAME_BEGIN;

                token->label = RCP_NAME_OUTSIDE;
                if (begins)
                  break;
              }
          g_array_append_val (table->data.chains, chain);
        }
      n_lost += n_named;
    }
  table->data.n_rows = table->keys->len;
  fprintf (stderr, "%u features, %u tokens, %u stretches; %u tokens of names out of reach\n", table->data.n_rows,
           table->data.tokens->len, table->data.chains->len, n_lost);
}

/* Trains on the chosen texts and adds the weights to the writer. */
static gboolean
train (RcpNameWriter *writer, const RcpNameModel *model, const char *language, const GPtrArray *corpus,
       const Choice *choice, const RcpNameTrainerOptions *options, const char *title, GError **error)
{
  Table table;
  RcpCrfOptions crf = options->crf;
  g_autofree double *weights = NULL;

  crf.title = title;
  fill_table (&table, model, corpus, choice, options->cut);
  weights = rcp_crf_train (&table.data, &crf, error);
  if (weights)
    {
      guint n = rcp_name_writer_add_weights (writer, language, (const guint32 *)table.keys->data,
                                             table.data.n_rows, weights);

      fprintf (stderr, "%s: %u rows of weights\n", title, n);
    }
  table_clear (&table);
  return weights != NULL;
}

/* What a model says of each token of a text. */
static void
label_text (const RcpNameTagger *tagger, const RcpNameText *text, RcpNameLabel *labels)
{
  g_autoptr (GArray) names = g_array_new (FALSE, FALSE, sizeof (RcpTaggedName));

  rcp_name_tagger_tag (tagger, text->text, names);
  for (guint i = 0; i < names->len; i++)
    {
      const RcpTaggedName *name = &g_array_index (names, RcpTaggedName, i);

      for (guint at = name->first; at < name->end; at++)
        labels[at] = RCP_NAME_LABEL (name->type, name->end - name->first == 1 ? RCP_NAME_UNIT
                                                 : at == name->first          ? RCP_NAME_BEGIN
                                                 : at + 1 == name->end        ? RCP_NAME_LAST
                                                                              : RCP_NAME_INSIDE);
    }
}

static guint
name_end (const RcpNameLabel *labels, guint at, guint n)
{
  if (RCP_NAME_LABEL_PLACE (labels[at]) == RCP_NAME_UNIT)
    return at + 1;
  while (at < n && RCP_NAME_LABEL_PLACE (labels[at]) != RCP_NAME_LAST)
    at++;
  return MIN (at + 1, n);
}

static gboolean
begins (RcpNameLabel label)
{
  return label != RCP_NAME_OUTSIDE
         && (RCP_NAME_LABEL_PLACE (label) == RCP_NAME_BEGIN || RCP_NAME_LABEL_PLACE (label) == RCP_NAME_UNIT);
}

/* Exact F1 of people, organisations and places in the texts themselves, variants left out. */
static void
print_scores (const GPtrArray *corpus, RcpNameLabel **said, const char *language)
{
  guint right[RCP_NAME_N_TYPES] = { 0 }, found[RCP_NAME_N_TYPES] = { 0 }, there[RCP_NAME_N_TYPES] = { 0 };
  guint all_right = 0, all_found = 0, all_there = 0;
  static const char *const types[] = { "PER", "ORG", "LOC", "MISC" };

  for (guint i = 0; i < corpus->len; i++)
    {
      const RcpNameText *text = corpus->pdata[i];
      guint n = text->text->n_tokens;

      if (text->is_variant)
        break;
      for (guint at = 0; at < n; at++)
        {
          gboolean gold = begins (text->labels[at]), guess = begins (said[i][at]);

          if (gold)
            there[RCP_NAME_LABEL_TYPE (text->labels[at])]++;
          if (guess)
            found[RCP_NAME_LABEL_TYPE (said[i][at])]++;
          if (gold && guess && text->labels[at] == said[i][at] && name_end (text->labels, at, n) == name_end (said[i], at, n))
            right[RCP_NAME_LABEL_TYPE (said[i][at])]++;
        }
    }
  fprintf (stderr, "%s, cross-validated F1:", language);
  for (guint t = 0; t < RCP_NAME_N_TYPES; t++)
    {
      fprintf (stderr, " %s %.1f", types[t], found[t] + there[t] ? 200.0 * right[t] / (found[t] + there[t]) : 0);
      if (t != RCP_NAME_OTHER)
        {
          all_right += right[t];
          all_found += found[t];
          all_there += there[t];
        }
    }
  fprintf (stderr, " all three %.2f\n", all_found + all_there ? 200.0 * all_right / (all_found + all_there) : 0);
}

/* What models that have not seen a text say of it. */
static RcpNameLabel **
cross_validate (GHashTable *words, const RcpNameModel *model, const char *language, const GPtrArray *corpus,
                const RcpNameTrainerOptions *options, GError **error)
{
  RcpNameLabel **said = g_new0 (RcpNameLabel *, corpus->len);

  for (guint i = 0; i < corpus->len; i++)
    said[i] = g_new0 (RcpNameLabel, ((const RcpNameText *)corpus->pdata[i])->text->n_tokens + 1);
  for (guint fold = 0; fold < options->folds; fold++)
    {
      Choice choice = { options->folds, fold, FALSE };
      g_autofree char *title = g_strdup_printf ("%s without part %u", language, fold);
      g_autoptr (RcpNameWriter) writer = rcp_name_writer_new (words);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (RcpNameModel) trained = NULL;
      g_autoptr (RcpNameTagger) tagger = NULL;

      if (train (writer, model, language, corpus, &choice, options, title, error))
        {
          bytes = rcp_name_writer_finish (writer);
          trained = rcp_name_model_new (bytes, error);
        }
      if (trained == NULL)
        return NULL;
      tagger = rcp_name_tagger_new (trained);
      choice.inside = TRUE;
      for (guint i = 0; i < corpus->len; i++)
        if (is_chosen (corpus->pdata[i], &choice))
          label_text (tagger, corpus->pdata[i], said[i]);
    }
  print_scores (corpus, said, language);
  return said;
}

/**
 * rcp_name_trainer_run:
 * @writer: receives the language's tables
 * @words: what is known of words
 * @language: "fr" or "en"
 * @corpus: (element-type RcpNameText): texts whose names are known
 * @error: %RCP_ANALYSIS_ERROR_RESOURCE when the search for weights fails
 *
 * Trains one language. Progress and cross-validated figures go to standard error.
 *
 * Returns: FALSE with @error set.
 */
gboolean
rcp_name_trainer_run (RcpNameWriter *writer, GHashTable *words, const char *language, const GPtrArray *corpus,
                      const RcpNameTrainerOptions *options, GError **error)
{
  g_autoptr (RcpNameWriter) bare = rcp_name_writer_new (words);
  g_autoptr (GBytes) bytes = rcp_name_writer_finish (bare);
  g_autoptr (RcpNameModel) model = rcp_name_model_new (bytes, error);
  RcpNameLabel **said = NULL;
  gboolean done = model != NULL;

  if (done && options->folds > 1)
    {
      said = cross_validate (words, model, language, corpus, options, error);
      done = said != NULL;
    }
  done = done && train (writer, model, language, corpus, NULL, options, language, error);
  for (guint i = 0; said && i < corpus->len; i++)
    g_free (said[i]);
  g_free (said);
  return done;
}
