#pragma once

#include "rcp-name-model.h"
#include "rcp-segmented-text.h"

G_BEGIN_DECLS

/**
 * RcpNameText:
 * @text: the text, cut
 * @labels: what each token is
 * @weight: how much it counts
 * @is_variant: another form of a text that stands before it
 * @fold: the part of the corpus it belongs to, for cross-validation; variants of one text share it
 *
 * A text whose names are known.
 */
typedef struct
{
  RcpSegmentedText *text;
  RcpNameLabel *labels;
  double weight;
  gboolean is_variant;
  guint fold;
} RcpNameText;

GPtrArray *rcp_name_corpus_new  (void) G_GNUC_WARN_UNUSED_RESULT;
gboolean   rcp_name_corpus_read (GPtrArray *corpus, const char *path, const char *language, double weight, GError **error);
void       rcp_name_corpus_add_variants (GPtrArray *corpus, double weight);

G_END_DECLS
