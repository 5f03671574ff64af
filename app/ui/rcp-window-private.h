#pragma once

#include "rcp-actor-inspector.h"
#include "rcp-dossier.h"
#include "rcp-inspector.h"
#include "rcp-actors-pane.h"
#include "rcp-panes.h"
#include "rcp-progress-ring.h"
#include "rcp-search-panel.h"
#include "rcp-window.h"

G_BEGIN_DECLS

/* The window is spread over several files, each with one thing it does: this is what they share. */

struct _RcpWindow
{
  AdwApplicationWindow parent_instance;

  /* template children */
  GtkWidget *header;
  GtkWidget *actors_button;
  GtkWidget *dossier_button;
  GtkWidget *dossier_name;
  GtkWidget *dossier_counts;
  GtkWidget *title_stack;
  GtkWidget *refresh_button;
  RcpProgressRing *refresh_ring;
  GtkWidget *search_button;
  GtkRevealer *notice;
  GtkWidget *notice_label;
  AdwToastOverlay *toasts;
  GtkWidget *overlay;
  GtkStack *main_stack;
  AdwStatusPage *failed_page;
  GtkWidget *restore_button;
  RcpSearchPanel *search_panel;
  GtkOverlay *content_overlay;
  RcpPanes *panes;
  GtkRevealer *drop_frame;
  AdwViewSwitcherBar *switcher_bar;
  AdwViewStack *view_stack;

  /* children of the content, made when a library is open; borrowed from the panes */
  RcpActorsPane *actors_pane;
  GtkStack *inspectors; /* the event's and the actor's */
  RcpInspector *inspector;
  RcpActorInspector *actor_inspector;
  GtkWidget *timeline_view;
  GtkWidget *articles_view;
  GtkWidget *cross_check_view;
  GtkWidget *news_view;

  /* owned */
  GSettings *settings;
  RcpTimelineState *state;
  RcpLibrary *library;
  RcpImport *import;
  GSignalGroup *library_signals;
  GSignalGroup *import_signals;
  GSignalGroup *state_signals;
  GCancellable *cancellable;
  GListModel *dossiers;  /* of RcpDossier (nullable) */
  GListModel *failures;  /* of RcpImportFailure: those the notice speaks of (nullable) */
  GPtrArray *waiting;    /* of GListModel of GFile: to be imported once a library is open */
  char *wanted_path;     /* the library asked for; NULL for the usual one */
  char *view;            /* name of the view the pane sizes belong to */

  /* plain */
  guint slow_id;
  guint done_id;
  gboolean wants_sample;
  gboolean opening_sample;
  gboolean restoring;
};

/* rcp-window-actions.c */
void rcp_window_install_actions (GtkWidgetClass *widget_class);
void rcp_window_add_keys        (RcpWindow *self);
void rcp_window_update_actions  (RcpWindow *self);

/* rcp-window-dossiers.c */
void rcp_window_load_dossiers   (RcpWindow *self);
void rcp_window_with_dossier    (RcpWindow *self, const char *name, void (*then) (RcpWindow *self, gpointer data),
                                 gpointer data, GDestroyNotify destroy);
void rcp_window_choose_dossier  (RcpWindow *self, gint64 dossier_id);
void rcp_window_new_dossier     (RcpWindow *self);
void rcp_window_rename_dossier  (RcpWindow *self);
void rcp_window_delete_dossier  (RcpWindow *self);
void rcp_window_export          (RcpWindow *self, const char *format);

/* rcp-window-import.c */
void rcp_window_add_drop_target (RcpWindow *self);
void rcp_window_import_text     (RcpWindow *self, const char *title, const char *text);
void rcp_window_open_sample     (RcpWindow *self);
void rcp_window_update_import   (RcpWindow *self);
void rcp_window_refresh         (RcpWindow *self);
void rcp_window_show_failures   (RcpWindow *self);
void rcp_window_paste           (RcpWindow *self);

/* rcp-window-library.c */
void rcp_window_retry_library   (RcpWindow *self);
void rcp_window_restore_backup  (RcpWindow *self);
void rcp_window_show_page       (RcpWindow *self);

/* rcp-window.c */
void rcp_window_build_content   (RcpWindow *self);
void rcp_window_drop_content    (RcpWindow *self);

G_END_DECLS
