#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A piece of a tag: lent, neither in lower case nor with its references resolved; @value is NULL without one. */
typedef struct
{
  const char *name;
  gsize length;
  const char *value;
  gsize value_length;
} RcpFeedHtmlAttribute;

gboolean rcp_feed_html_next_attribute (const char **at, RcpFeedHtmlAttribute *attribute);
char *rcp_feed_html_clean (const char *html, const char *base) G_GNUC_WARN_UNUSED_RESULT;
char *rcp_feed_html_to_line (const char *html) G_GNUC_WARN_UNUSED_RESULT;
char *rcp_feed_html_from_text (const char *text) G_GNUC_WARN_UNUSED_RESULT;
char *rcp_feed_html_squeeze (char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
