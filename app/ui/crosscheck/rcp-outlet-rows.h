#pragma once

#include <adwaita.h>

#include "rcp-outlet-detail.h"

G_BEGIN_DECLS

/**
 * RcpOutletPlace:
 * @article_id: an article
 * @range: a stretch of it
 *
 * Where a passage opens.
 */
typedef struct
{
  gint64 article_id;
  RcpRange range;
} RcpOutletPlace;

/* The rows of the page of an outlet. Rows that open something carry it as their data: "account", "event"; buttons of a passage
 * carry "place". */
GtkWidget *rcp_outlet_rows_append_section (GtkWidget *box, const char *heading, guint n, const char *note);
void       rcp_outlet_rows_fold           (GtkWidget *list);
GtkWidget *rcp_outlet_rows_new_told       (RcpCrossRow *row);
GtkWidget *rcp_outlet_rows_new_gap        (const RcpOutletGap *gap);
GtkWidget *rcp_outlet_rows_new_sharing    (const RcpOutletSharing *with);
GtkWidget *rcp_outlet_rows_new_passage    (const RcpOutletPassage *passage, const char *outlet, const char *other,
                                           GCallback clicked, gpointer user_data);
GtkWidget *rcp_outlet_rows_new_source     (const RcpOutletSource *source);
GtkWidget *rcp_outlet_rows_new_sentence   (RcpAccount *account);

G_END_DECLS
