#pragma once

#include "rcp-document.h"

G_BEGIN_DECLS

RcpDocument *rcp_document_new       (void);
void         rcp_document_add_aside (RcpDocument *self, RcpRange range, RcpSetAsideKind kind);

/* The readers: each fills @self from decoded text. */
gboolean rcp_plain_reader_read    (RcpDocument *self, char *text, GError **error);
gboolean rcp_markdown_reader_read (RcpDocument *self, const char *text, GError **error);
gboolean rcp_html_reader_read     (RcpDocument *self, const char *text, GError **error);

/* rcp-boilerplate.c */
gboolean rcp_boilerplate_mark (RcpDocument *self, GError **error);

/* rcp-stated-date.c */
/**
 * RcpDateOrder:
 * @RCP_DATE_ORDER_UNKNOWN: "03/04/2019" may be either
 * @RCP_DATE_ORDER_DAY_FIRST: the third of April
 * @RCP_DATE_ORDER_MONTH_FIRST: the fourth of March
 */
typedef enum
{
  RCP_DATE_ORDER_UNKNOWN,
  RCP_DATE_ORDER_DAY_FIRST,
  RCP_DATE_ORDER_MONTH_FIRST,
} RcpDateOrder;

RcpEdtf *rcp_stated_date_parse     (const char *text);
RcpEdtf *rcp_stated_date_find      (const char *text, RcpDateOrder order);
gboolean rcp_stated_date_is_header (const char *line, gboolean day_first, RcpEdtf **date);

/* rcp-text-lines.c: the lines of a text, for the rules that look at lines. */

/**
 * RcpLine:
 * @text: the line without its end and without white space around it; not terminated by NUL
 * @length_bytes: how long it is
 * @range: the same in code points
 * @folded: (nullable): its folded words, every number as "#"; NULL for lines the rules do not look at
 * @n_words: how many
 * @is_set_aside: whether it has been set aside
 */
typedef struct
{
  const char *text;
  gsize length_bytes;
  RcpRange range;
  char *folded;
  guint n_words;
  gboolean is_set_aside;
} RcpLine;

GArray  *rcp_text_lines_new        (const RcpDocument *document);
gboolean rcp_line_is_prose         (const RcpLine *line);
gboolean rcp_line_has_final_stop   (const RcpLine *line);
char    *rcp_line_dup_words        (const RcpLine *line, guint first, guint n_words) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
