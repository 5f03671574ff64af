#pragma once

#include <gio/gio.h>


G_BEGIN_DECLS

#define RCP_TYPE_DOSSIER (rcp_dossier_get_type ())

/**
 * RcpDossier:
 *
 * A named part of the library. Immutable.
 *
 * Properties:
 * - #RcpDossier:id: row of the library
 * - #RcpDossier:name: its name
 * - #RcpDossier:n-articles: articles in it
 * - #RcpDossier:n-outlets: outlets in it
 * - #RcpDossier:n-events: events told in it
 */
G_DECLARE_FINAL_TYPE (RcpDossier, rcp_dossier, RCP, DOSSIER, GObject)

gint64       rcp_dossier_get_id         (RcpDossier *self);
const char  *rcp_dossier_get_name       (RcpDossier *self);
guint        rcp_dossier_get_n_articles (RcpDossier *self);
guint        rcp_dossier_get_n_outlets  (RcpDossier *self);
guint        rcp_dossier_get_n_events   (RcpDossier *self);

G_END_DECLS
