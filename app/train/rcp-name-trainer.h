#pragma once

#include "rcp-crf.h"
#include "rcp-name-writer.h"

G_BEGIN_DECLS

/**
 * RcpNameTrainerOptions:
 * @crf: how weights are searched
 * @cut: features met in fewer tokens than this are left out
 * @folds: parts for cross-validation, which only gives figures; 0 or 1 for none
 *
 * How a language is trained.
 */
typedef struct
{
  RcpCrfOptions crf;
  guint cut;
  guint folds;
} RcpNameTrainerOptions;

gboolean rcp_name_trainer_run (RcpNameWriter *writer, GHashTable *words, const char *language, const GPtrArray *corpus,
                               const RcpNameTrainerOptions *options, GError **error);

G_END_DECLS
