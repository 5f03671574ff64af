#pragma once

#include <gio/gio.h>

#include "rcp-edtf.h"

G_BEGIN_DECLS

#define RCP_TYPE_OUTLET (rcp_outlet_get_type ())

/**
 * RcpOutlet:
 *
 * Who publishes. Immutable.
 *
 * Properties:
 * - #RcpOutlet:id: row of the library
 * - #RcpOutlet:name: its name; NULL while unnamed (nullable)
 * - #RcpOutlet:label: the name, or what stands for it: the byline or the file
 * - #RcpOutlet:n-articles: its articles in the dossier
 * - #RcpOutlet:n-events: events it tells
 * - #RcpOutlet:reliability: how far the user trusts it, 'A' to 'F'; 0 for no grade
 * - #RcpOutlet:published: from its first to its last article (nullable)
 */
G_DECLARE_FINAL_TYPE (RcpOutlet, rcp_outlet, RCP, OUTLET, GObject)

gint64       rcp_outlet_get_id         (RcpOutlet *self);
const char  *rcp_outlet_get_name       (RcpOutlet *self);
const char  *rcp_outlet_get_label      (RcpOutlet *self);
guint        rcp_outlet_get_n_articles (RcpOutlet *self);
guint        rcp_outlet_get_n_events   (RcpOutlet *self);
guint        rcp_outlet_get_reliability (RcpOutlet *self);
RcpEdtf     *rcp_outlet_get_published  (RcpOutlet *self);

G_END_DECLS
