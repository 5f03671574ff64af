#pragma once

#include "rcp-document-private.h"

G_BEGIN_DECLS

/* A title has no more words than this. */
#define RCP_TITLE_MAX_WORDS 32

/**
 * RcpMarker:
 *
 * A document while the rules for captures go over its lines.
 */
typedef struct
{
  RcpDocument *document; /* borrowed */
  GArray *lines;         /* owned */
  char *title_folded;    /* owned; nullable */
  guint title;           /* index of the line; G_MAXUINT for none */
  guint first_prose;     /* the running text; first > last where there is none */
  guint last_prose;
} RcpMarker;

static inline RcpLine *
rcp_marker_line_at (RcpMarker *self, guint index)
{
  return &g_array_index (self->lines, RcpLine, index);
}

/* rcp-boilerplate.c */
void     rcp_marker_set_aside            (RcpMarker *self, guint index, RcpSetAsideKind kind);
gboolean rcp_marker_is_open              (RcpMarker *self, guint index);
gboolean rcp_line_is_counter             (const RcpLine *line);
gboolean rcp_line_is_date             (const RcpLine *line);
gboolean rcp_line_begins_small           (const RcpLine *line);

/* rcp-boilerplate-title.c */
void     rcp_marker_find_title           (RcpMarker *self);
void     rcp_marker_mark_repeated_titles (RcpMarker *self);

/* rcp-boilerplate-signature.c */
void     rcp_marker_mark_bylines         (RcpMarker *self);
void     rcp_marker_mark_glued_tail      (RcpMarker *self);
void     rcp_marker_read_dateline        (RcpMarker *self);
gboolean rcp_marker_names_an_outlet (const char *name);

G_END_DECLS
