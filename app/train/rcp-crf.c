#include "config.h"

#include "rcp-crf.h"

#include <lbfgs.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "rcp-error.h"

#define L RCP_NAME_N_LABELS

/* Rows of weights and of their gradient are held as floats and padded, for vector instructions: sums over the features of a token
 * are most of the work. What is summed over tokens of weights of pairs stays double. */
#define STRIDE 20

/* A linear-chain conditional random field (J. Lafferty, A. McCallum, F. Pereira, ICML 2001): the forward-backward algorithm
 * with scaling (L. Rabiner, Proceedings of the IEEE 77, 1989) gives the gradient, OWL-QN (G. Andrew, J. Gao, ICML 2007), as
 * liblbfgs has it, the weights. */

typedef struct
{
  const RcpCrfData *data;
  const RcpCrfOptions *options;
  const float *rows;   /* weights of features, STRIDE each */
  const double *links; /* exponentials of the weights of pairs; 0 where labels do not fit */

  /* this thread's part */
  guint first_chain;
  guint end_chain;
  float *gradient;       /* owned; of the rows */
  double *link_gradient; /* owned */
  double loss;

  /* owned scratch, grown to the longest chain */
  double *scores;
  double *alpha;
  double *beta;
  double *scale;
  guint room;
} Part;

typedef struct
{
  const RcpCrfData *data;
  const RcpCrfOptions *options;
  Part *parts;
  double *links;
  float *rows;
  gint64 started_us;
} Training;

static void
make_room (Part *part, guint n)
{
  if (n <= part->room)
    return;
  part->room = n * 2;
  part->scores = g_renew (double, part->scores, part->room * L);
  part->alpha = g_renew (double, part->alpha, part->room * L);
  part->beta = g_renew (double, part->beta, part->room * L);
  part->scale = g_renew (double, part->scale, part->room);
}

static inline const double *
links_of (const Part *part, const RcpCrfToken *token)
{
  return part->links + (gsize)token->link * L * L;
}

/* Sums the weights of each token's features; the greatest sum is taken off before the exponential, and returned in all. */
static double
score_tokens (Part *part, const RcpCrfToken *tokens, guint n)
{
  const guint32 *features = (const guint32 *)part->data->features->data;
  double taken_off = 0;

  for (guint t = 0; t < n; t++)
    {
      double *score = part->scores + t * L;
      float sum[STRIDE] = { 0 };
      double greatest;

      for (guint f = 0; f < tokens[t].n_features; f++)
        {
          const float *row = part->rows + (gsize)features[tokens[t].first_feature + f] * STRIDE;

          for (guint y = 0; y < STRIDE; y++)
            sum[y] += row[y];
        }
      greatest = sum[0];
      for (guint y = 1; y < L; y++)
        greatest = MAX (greatest, sum[y]);
      for (guint y = 0; y < L; y++)
        score[y] = exp (sum[y] - greatest);
      taken_off += greatest;
    }
  return taken_off;
}

/* The probability of each label of each token, into alpha; returns the logarithm of the sum over all labellings. */
static double
forward_backward (Part *part, const RcpCrfToken *tokens, guint n)
{
  double log_sum = 0, *beta;

  for (guint t = 0; t < n; t++)
    {
      const double *links = links_of (part, &tokens[t]);
      double *alpha = part->alpha + t * L, sum = 0;

      for (guint y = 0; y < L; y++)
        {
          double from = 0;

          if (t == 0)
            from = links[y];
          else
            for (guint p = 0; p < L; p++)
              from += alpha[(int)p - L] * links[p * L + y];
          alpha[y] = from * part->scores[t * L + y];
          sum += alpha[y];
        }
      for (guint y = 0; y < L; y++)
        alpha[y] /= sum;
      part->scale[t] = sum;
      log_sum += log (sum);
    }
  beta = part->beta + (n - 1) * L;
  {
    /* A name cannot stay open at the end. */
    const double *alpha = part->alpha + (n - 1) * L;
    double sum = 0;

    for (guint y = 0; y < L; y++)
      {
        beta[y] = rcp_name_labels_fit ((RcpNameLabel)y, RCP_NAME_OUTSIDE) ? 1 : 0;
        sum += alpha[y] * beta[y];
      }
    for (guint y = 0; y < L; y++)
      beta[y] /= sum;
    log_sum += log (sum);
  }
  for (guint t = n - 1; t-- > 0;)
    {
      const double *links = links_of (part, &tokens[t + 1]);
      double next[L];

      beta = part->beta + t * L;
      for (guint y = 0; y < L; y++)
        next[y] = beta[L + y] * part->scores[(t + 1) * L + y] / part->scale[t + 1];
      for (guint p = 0; p < L; p++)
        {
          double sum = 0;

          for (guint y = 0; y < L; y++)
            sum += links[p * L + y] * next[y];
          beta[p] = sum;
        }
    }
  return log_sum;
}

static void
add_gradient (Part *part, const RcpCrfToken *tokens, guint n, double weight)
{
  const guint32 *features = (const guint32 *)part->data->features->data;
  for (guint t = 0; t < n; t++)
    {
      const double *links = links_of (part, &tokens[t]);
      double *of_links = part->link_gradient + (gsize)tokens[t].link * L * L;
      float expected[STRIDE] = { 0 };
      guint before = t == 0 ? RCP_NAME_OUTSIDE : tokens[t - 1].label;

      for (guint y = 0; y < L; y++)
        {
          double after = part->beta[t * L + y] * part->scores[t * L + y] / part->scale[t] * weight;

          expected[y] = (float)(weight * part->alpha[t * L + y] * part->beta[t * L + y]);
          if (t == 0)
            of_links[y] += links[y] * after;
          else
            for (guint p = 0; p < L; p++)
              of_links[p * L + y] += part->alpha[(t - 1) * L + p] * links[p * L + y] * after;
        }
      of_links[before * L + tokens[t].label] -= weight;
      expected[tokens[t].label] -= (float)weight;
      for (guint f = 0; f < tokens[t].n_features; f++)
        {
          float *row = part->gradient + (gsize)features[tokens[t].first_feature + f] * STRIDE;

          for (guint y = 0; y < STRIDE; y++)
            row[y] += expected[y];
        }
    }
}

/* The score of the labels that are right, as far as links and features go. */
static double
score_of_truth (const Part *part, const RcpCrfToken *tokens, guint n)
{
  const guint32 *features = (const guint32 *)part->data->features->data;
  double sum = 0;

  for (guint t = 0; t < n; t++)
    {
      guint before = t == 0 ? RCP_NAME_OUTSIDE : tokens[t - 1].label;

      sum += log (links_of (part, &tokens[t])[before * L + tokens[t].label]);
      for (guint f = 0; f < tokens[t].n_features; f++)
        sum += part->rows[(gsize)features[tokens[t].first_feature + f] * STRIDE + tokens[t].label];
    }
  return sum;
}

static gpointer
run_part (gpointer data)
{
  Part *part = data;

  memset (part->gradient, 0, sizeof (float) * part->data->n_rows * STRIDE);
  memset (part->link_gradient, 0, sizeof (double) * RCP_CRF_N_LINK_WEIGHTS);
  part->loss = 0;
  for (guint c = part->first_chain; c < part->end_chain; c++)
    {
      const RcpCrfChain *chain = &g_array_index (part->data->chains, RcpCrfChain, c);
      const RcpCrfToken *tokens = &g_array_index (part->data->tokens, RcpCrfToken, chain->first_token);
      double taken_off;

      make_room (part, chain->n_tokens);
      taken_off = score_tokens (part, tokens, chain->n_tokens);
      part->loss += chain->weight
                    * (taken_off + forward_backward (part, tokens, chain->n_tokens)
                       - score_of_truth (part, tokens, chain->n_tokens));
      add_gradient (part, tokens, chain->n_tokens, chain->weight);
    }
  return NULL;
}

static lbfgsfloatval_t
evaluate_cb (void *user_data, const lbfgsfloatval_t *weights, lbfgsfloatval_t *gradient, const int n,
             const lbfgsfloatval_t step)
{
  Training *training = user_data;
  guint n_parts = training->options->n_threads;
  gsize n_rows = training->data->n_rows;
  const double *of_links = weights + n_rows * L;
  GThread *threads[16];
  double loss = 0;

  for (guint i = 0; i < RCP_CRF_N_LINK_WEIGHTS; i++)
    training->links[i] = rcp_name_labels_fit ((RcpNameLabel)(i / L % L), (RcpNameLabel)(i % L)) ? exp (of_links[i]) : 0;
  for (gsize row = 0; row < n_rows; row++)
    for (guint y = 0; y < L; y++)
      training->rows[row * STRIDE + y] = (float)weights[row * L + y];
  for (guint i = 0; i < n_parts; i++)
    {
      threads[i] = i + 1 < n_parts ? g_thread_new ("gradient", run_part, &training->parts[i]) : NULL;
    }
  run_part (&training->parts[n_parts - 1]);
  for (guint i = 0; i + 1 < n_parts; i++)
    g_thread_join (threads[i]);
  for (guint i = 0; i < n_parts; i++)
    loss += training->parts[i].loss;
  for (int w = 0; w < n; w++)
    {
      gsize row = (gsize)w / L;
      double sum = 0;

      for (guint i = 0; i < n_parts; i++)
        sum += row < n_rows ? training->parts[i].gradient[row * STRIDE + (gsize)w % L]
                            : training->parts[i].link_gradient[(gsize)w - n_rows * L];
      gradient[w] = sum + training->options->l2 * weights[w];
      loss += 0.5 * training->options->l2 * weights[w] * weights[w];
    }
  return loss;
}

static int
progress_cb (void *user_data, const lbfgsfloatval_t *weights, const lbfgsfloatval_t *gradient, const lbfgsfloatval_t loss,
             const lbfgsfloatval_t norm, const lbfgsfloatval_t gradient_norm, const lbfgsfloatval_t step, int n, int round,
             int n_tries)
{
  const Training *training = user_data;

  if (round % 20 == 0 || round == (int)training->options->rounds)
    fprintf (stderr, "%s: round %d, loss %.1f, %.0f s\n", training->options->title, round, loss,
             (double)(g_get_monotonic_time () - training->started_us) / G_USEC_PER_SEC);
  return 0;
}

/* Deals the chains to threads, in order, so that each has about as many tokens. */
static void
deal_chains (Training *training)
{
  const RcpCrfData *data = training->data;
  guint n_parts = training->options->n_threads, chain = 0;

  for (guint i = 0; i < n_parts; i++)
    {
      Part *part = &training->parts[i];
      guint64 until = (guint64)data->tokens->len * (i + 1) / n_parts;

      part->data = data;
      part->options = training->options;
      part->links = training->links;
      part->gradient = g_new (float, (gsize)data->n_rows * STRIDE);
      part->link_gradient = g_new (double, RCP_CRF_N_LINK_WEIGHTS);
      part->rows = training->rows;
      part->first_chain = chain;
      while (chain < data->chains->len
             && (i + 1 == n_parts || g_array_index (data->chains, RcpCrfChain, chain).first_token < until))
        chain++;
      part->end_chain = chain;
    }
}

/**
 * rcp_crf_train:
 *
 * Finds the weights under which the labels of the data are most likely, less the two penalties. The penalty @l1 spares the
 * weights of pairs. The same data, options and machine give the same weights.
 *
 * Returns: (transfer full) (nullable): data->n_rows × RCP_NAME_N_LABELS weights of features, then
 *   %RCP_CRF_N_LINK_WEIGHTS of pairs of labels; NULL with @error (%RCP_ANALYSIS_ERROR_RESOURCE) when the search fails.
 */
double *
rcp_crf_train (const RcpCrfData *data, const RcpCrfOptions *options, GError **error)
{
  int n_weights = (int)(data->n_rows * L + RCP_CRF_N_LINK_WEIGHTS);
  lbfgsfloatval_t *weights = lbfgs_malloc (n_weights);
  g_autofree Part *parts = g_new0 (Part, options->n_threads);
  g_autofree double *links = g_new (double, RCP_CRF_N_LINK_WEIGHTS);
  g_autofree float *rows = g_new0 (float, (gsize)data->n_rows * STRIDE + 1);
  Training training = { data, options, parts, links, rows, g_get_monotonic_time () };
  lbfgs_parameter_t parameters;
  double *result = NULL;
  int status;

  g_return_val_if_fail (options->n_threads >= 1 && options->n_threads <= 16, NULL);

  memset (weights, 0, sizeof *weights * (gsize)n_weights);
  deal_chains (&training);
  lbfgs_parameter_init (&parameters);
  parameters.m = 5;
  parameters.max_iterations = (int)options->rounds;
  parameters.past = 10;
  parameters.delta = 2e-4;
  if (options->l1 > 0)
    {
      parameters.orthantwise_c = options->l1;
      parameters.orthantwise_end = (int)(data->n_rows * L);
      parameters.linesearch = LBFGS_LINESEARCH_BACKTRACKING;
    }
  status = lbfgs (n_weights, weights, NULL, evaluate_cb, progress_cb, &training, &parameters);
  if (status == LBFGS_SUCCESS || status == LBFGS_STOP || status == LBFGS_ALREADY_MINIMIZED || status == LBFGSERR_MAXIMUMITERATION
      || status == LBFGSERR_ROUNDING_ERROR || status == LBFGSERR_MAXIMUMLINESEARCH || status == LBFGSERR_MINIMUMSTEP)
    result = g_memdup2 (weights, sizeof (double) * (gsize)n_weights);
  else
    g_set_error (error, RCP_ANALYSIS_ERROR, RCP_ANALYSIS_ERROR_RESOURCE, "the search for weights failed: liblbfgs says %d",
                 status);
  for (guint i = 0; i < options->n_threads; i++)
    {
      g_free (parts[i].gradient);
      g_free (parts[i].link_gradient);
      g_free (parts[i].scores);
      g_free (parts[i].alpha);
      g_free (parts[i].beta);
      g_free (parts[i].scale);
    }
  lbfgs_free (weights);
  return result;
}
