#pragma once

#include "rcp-check-account.h"
#include "rcp-shared-passages.h"

G_BEGIN_DECLS

/**
 * RcpSharedWording:
 * @article_a: the article of @passage's a
 * @article_b: that of its b
 */
typedef struct
{
  gint64 article_a;
  gint64 article_b;
  RcpSharedPassage passage;
} RcpSharedWording;

void  rcp_independence_find_copies (const RcpCheckAccount *accounts, guint n_accounts, const RcpSharedWording *shared,
                                    guint n_shared, int *copy_of);
guint rcp_independence_count       (const RcpCheckAccount *accounts, guint n_accounts, const int *copy_of);

G_END_DECLS
