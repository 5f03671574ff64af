#pragma once

#include "rcp-article-detail.h"

G_BEGIN_DECLS

RcpNote *rcp_passage_note_new       (RcpArticleDetail *detail, RcpRange passage, const char *body) G_GNUC_WARN_UNUSED_RESULT;
char    *rcp_passage_note_dup_words (RcpArticleDetail *detail, RcpRange passage) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
