#pragma once

#include "rcp-story-reader.h"

G_BEGIN_DECLS

guint rcp_story_grouper_group (RcpStoryArticle *const *articles, guint n, guint *groups);

G_END_DECLS
