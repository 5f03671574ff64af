#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RcpFetchWay:
 * @visited: addresses that redirected, printed
 * @moved_to: (nullable): where the permanent redirects so far lead
 * @left_https: one of them went to an address without encryption from one with it
 *
 * The redirects from one address to the next. Nothing but zeros at first.
 */
typedef struct
{
  GHashTable *visited;
  GUri *moved_to;
  guint n_redirects;
  gboolean has_detour; /* a temporary redirect was on the way */
  gboolean left_https;
} RcpFetchWay;

gboolean rcp_fetch_way_is_redirect  (guint status);
GUri    *rcp_fetch_way_take         (RcpFetchWay *self, GUri *from, guint status, const char *location, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
char    *rcp_fetch_way_dup_moved_to (RcpFetchWay *self) G_GNUC_WARN_UNUSED_RESULT;
void     rcp_fetch_way_clear        (RcpFetchWay *self);

G_END_DECLS
