#pragma once

#include <libxml/tree.h>

#include "rcp-enums.h"

G_BEGIN_DECLS

/* A page nested deeper than this was made to be. */
#define RCP_HTML_MAX_DEPTH 5000

/**
 * RcpHtmlBlock:
 * @text: its text, white space collapsed
 * @n_link_bytes: how much of it is links
 * @heading: 1 to 6 for a heading, 0 for anything else
 * @is_list_item: whether it is one item of a list
 * @is_article: whether it belongs to the article
 * @kind: why it does not
 *
 * A stretch of a page that stands on lines of its own.
 */
typedef struct
{
  char *text;
  gsize n_link_bytes;
  int heading;
  gboolean is_list_item;
  gboolean is_article;
  RcpSetAsideKind kind;
  guint marks; /* of rcp-html-blocks.c */
} RcpHtmlBlock;

GArray  *rcp_html_blocks_new (xmlNode *root);
gboolean rcp_html_is_too_deep (const char *html);

G_END_DECLS
