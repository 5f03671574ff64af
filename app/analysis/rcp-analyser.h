#pragma once

#include "rcp-document.h"
#include "rcp-findings.h"
#include "rcp-lexicon.h"
#include "rcp-story-reader.h"

G_BEGIN_DECLS

#define RCP_TYPE_ANALYSER (rcp_analyser_get_type ())

/**
 * RcpAnalyser:
 *
 * Runs the steps of the analysis. Holds the lexicons; immutable; any number of threads may use one.
 */
typedef struct _RcpAnalyser RcpAnalyser;

GType        rcp_analyser_get_type (void);
RcpAnalyser *rcp_analyser_new      (GError **error);
RcpAnalyser *rcp_analyser_ref      (RcpAnalyser *self);
void         rcp_analyser_unref    (RcpAnalyser *self);
const RcpLexicon *rcp_analyser_get_lexicon (RcpAnalyser *self);
GPtrArray   *rcp_analyser_get_warnings (RcpAnalyser *self);
guint        rcp_analyser_get_version (RcpAnalyser *self);
RcpStoryArticle *rcp_analyser_read_story (RcpAnalyser *self, const RcpSegmentedText *text,
                                          const RcpFindings *findings) G_GNUC_WARN_UNUSED_RESULT;
RcpFindings *rcp_analyser_analyse  (RcpAnalyser *self, const RcpDocument *document, const RcpSegmentedText *text,
                                    const RcpPublication *publication, gint32 today) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray   *rcp_analyser_refine   (RcpAnalyser *self, RcpDocument *const *documents, RcpSegmentedText *const *texts,
                                    RcpFindings *const *findings, const gboolean *frozen, guint n,
                                    gint32 today) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RcpAnalyser, rcp_analyser_unref)

G_END_DECLS
