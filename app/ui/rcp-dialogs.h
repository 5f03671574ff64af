#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Alerts, file choosers and small questions: nothing else in the program opens one, because GTK keeps replacing them. */

typedef void (*RcpDialogsTextFunc)  (const char *text, gpointer user_data);
typedef void (*RcpDialogsFilesFunc) (GListModel *files, gpointer user_data);
typedef void (*RcpDialogsDoneFunc)  (gpointer user_data);

void rcp_dialogs_ask_name      (GtkWindow *parent, const char *heading, const char *accept, const char *name,
                                RcpDialogsTextFunc callback, gpointer user_data, GDestroyNotify destroy);
void rcp_dialogs_confirm       (GtkWindow *parent, const char *heading, const char *body, const char *accept,
                                gboolean destructive, RcpDialogsDoneFunc callback, gpointer user_data,
                                GDestroyNotify destroy);
void rcp_dialogs_choose_files  (GtkWindow *parent, const char *title, gboolean folders, gboolean multiple,
                                RcpDialogsFilesFunc callback, gpointer user_data, GDestroyNotify destroy);
void rcp_dialogs_save_file     (GtkWindow *parent, const char *title, const char *name, RcpDialogsFilesFunc callback,
                                gpointer user_data, GDestroyNotify destroy);
void rcp_dialogs_show_failures (GtkWindow *parent, GListModel *failures);
void rcp_dialogs_show_about    (GtkWindow *parent);

G_END_DECLS
