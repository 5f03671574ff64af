#pragma once

#include <glib.h>

#include "rcp-name-model-private.h"

G_BEGIN_DECLS

/**
 * RcpCrfToken:
 * @first_feature: index of its first feature among those of the data
 * @n_features: how many it has
 * @label: what it is
 * @link: how it is joined to the token before it, under RCP_NAME_N_LINKS
 *
 * A token of the data.
 */
typedef struct
{
  guint32 first_feature;
  guint16 n_features;
  RcpNameLabel label;
  guint8 link;
} RcpCrfToken;

/**
 * RcpCrfChain:
 * @first_token: index of its first token among those of the data
 * @n_tokens: how many it has
 * @weight: how much it counts
 *
 * A stretch of tokens labelled together; what stands before and behind it is no name.
 */
typedef struct
{
  guint32 first_token;
  guint32 n_tokens;
  double weight;
} RcpCrfChain;

/**
 * RcpCrfData:
 * @features: (element-type guint32): of all tokens, indices of rows of weights
 * @tokens: (element-type RcpCrfToken)
 * @chains: (element-type RcpCrfChain)
 * @n_rows: how many rows of weights there are
 *
 * What is learnt from. Read by several threads at once while it is trained on.
 */
typedef struct
{
  GArray *features;
  GArray *tokens;
  GArray *chains;
  guint n_rows;
} RcpCrfData;

/**
 * RcpCrfOptions:
 * @l1: how strongly weights are drawn to nought (OWL-QN)
 * @l2: how strongly great weights are held back
 * @rounds: at most so many rounds
 * @n_threads: how many threads share the work; another number gives another order of summation, and so other last bits
 * @title: what is said of it on standard error
 *
 * How the weights are searched.
 */
typedef struct
{
  double l1;
  double l2;
  guint rounds;
  guint n_threads;
  const char *title;
} RcpCrfOptions;

#define RCP_CRF_N_LINK_WEIGHTS (RCP_NAME_N_LINKS * RCP_NAME_N_LABELS * RCP_NAME_N_LABELS)

double *rcp_crf_train (const RcpCrfData *data, const RcpCrfOptions *options, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
