#pragma once

#include "rcp-name-model.h"
#include "rcp-segmented-text.h"

G_BEGIN_DECLS

/* A token has at most this many features. */
#define RCP_NAME_MAX_FEATURES 512

/**
 * RcpNameFeatures:
 *
 * What the sequence model of names looks at: of each token of a text, its word, its shape, what stands around it, what is
 * known of it, and how the same word stands elsewhere in the text. The trainer and the tagger both read it from here. Its
 * memory is used again from text to text. One thread at a time.
 */
typedef struct _RcpNameFeatures RcpNameFeatures;

RcpNameFeatures *rcp_name_features_new       (void) G_GNUC_WARN_UNUSED_RESULT;
void             rcp_name_features_free      (RcpNameFeatures *self);
void             rcp_name_features_read      (RcpNameFeatures *self, const RcpNameModel *model, const RcpSegmentedText *text);
gboolean         rcp_name_features_next_run  (const RcpNameFeatures *self, guint from, guint *first, guint *end);
guint            rcp_name_features_list      (const RcpNameFeatures *self, guint at, guint32 *features);
guint            rcp_name_features_get_link  (const RcpNameFeatures *self, guint at);
guint32          rcp_name_features_get_word  (const RcpNameFeatures *self, guint at);
guint            rcp_name_features_get_run   (const RcpNameFeatures *self, guint at);
guint            rcp_name_features_get_head  (const RcpNameFeatures *self, guint at, gboolean streets);
gboolean         rcp_name_features_is_small  (const RcpNameFeatures *self, guint at);
gboolean         rcp_name_features_is_body   (const RcpNameFeatures *self, guint at);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RcpNameFeatures, rcp_name_features_free)

G_END_DECLS
