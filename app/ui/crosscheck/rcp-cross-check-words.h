#pragma once

#include <adwaita.h>

#include "rcp-library.h"
#include "rcp-timeline-state.h"

G_BEGIN_DECLS

#define RCP_TYPE_CROSS_CHECK_WORDS (rcp_cross_check_words_get_type ())

/**
 * RcpCrossCheckWords:
 *
 * By which words each outlet names what was done in an event, and who took part: counted, each count opening the sentence.
 */
G_DECLARE_FINAL_TYPE (RcpCrossCheckWords, rcp_cross_check_words, RCP, CROSS_CHECK_WORDS, AdwBin)

GtkWidget *rcp_cross_check_words_new (void);
void       rcp_cross_check_words_set (RcpCrossCheckWords *self, RcpEventWords *words, RcpTimelineState *state);

G_END_DECLS
