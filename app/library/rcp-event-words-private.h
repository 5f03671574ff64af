#pragma once

#include "rcp-event-words.h"

G_BEGIN_DECLS

RcpEventWord  *rcp_event_word_new   (const char *text, gint64 actor_id, const char *name, GArray *uses)
  G_GNUC_WARN_UNUSED_RESULT;
RcpEventWords *rcp_event_words_new  (char **outlets, GListModel *words) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
