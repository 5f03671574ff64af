#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define RCP_TYPE_CORRECTION_DIALOG (rcp_correction_dialog_get_type ())

/**
 * RcpCorrectionDialog:
 *
 * A small window that asks what a correction needs to know, with Cancel, and a button that makes it.
 *
 * Signals:
 * - #RcpCorrectionDialog::accept: the button was pressed; nothing can be changed until rcp_correction_dialog_finish()
 */
G_DECLARE_FINAL_TYPE (RcpCorrectionDialog, rcp_correction_dialog, RCP, CORRECTION_DIALOG, AdwWindow)

RcpCorrectionDialog *rcp_correction_dialog_new       (GtkWidget *origin, const char *title, const char *accept,
                                                      GtkWidget *content);
void                 rcp_correction_dialog_set_ready (RcpCorrectionDialog *self, gboolean ready);
void                 rcp_correction_dialog_go_on     (RcpCorrectionDialog *self);
void                 rcp_correction_dialog_finish    (RcpCorrectionDialog *self, const GError *error, const char *toast);

G_END_DECLS
