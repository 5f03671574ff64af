#pragma once

#include <adwaita.h>

#include "rcp-library.h"
#include "rcp-timeline-state.h"

G_BEGIN_DECLS

#define RCP_TYPE_WINDOW (rcp_window_get_type ())

/**
 * RcpWindow:
 *
 * One window on a library.
 *
 * Pages and panes speak to it by actions, which every widget inside it can activate with gtk_widget_activate_action()
 * and which do nothing outside a window:
 * - win.toast (s): a short notice
 * - win.toast-undo (s): a notice with an Undo button, which takes back the last change of the library
 * - win.undo: takes back the last change
 * - win.add-articles: opens the Add articles dialog; win.paste-article: its Copied text page
 * - win.view (s): "timeline", "articles" or "cross-check"
 * - win.show-event (x), win.show-actor (x), win.show-note (x): where it belongs
 * - win.focus-inspector: moves the focus into the inspector
 * - win.add-note: a note on the words selected in the reader, or on the selected event; win.highlight: keeps the words
 * - win.previous-event, win.next-event
 * - win.search: opens the search bar
 * - win.export (s): the chronology as "md", "csv" or "json"
 */
G_DECLARE_FINAL_TYPE (RcpWindow, rcp_window, RCP, WINDOW, AdwApplicationWindow)

RcpWindow        *rcp_window_new          (GtkApplication *application);
RcpLibrary       *rcp_window_get_library  (RcpWindow *self);
RcpTimelineState *rcp_window_get_state    (RcpWindow *self);
gboolean          rcp_window_shows        (RcpWindow *self, const char *path);
void              rcp_window_open_library (RcpWindow *self, const char *path, gboolean with_sample);
void              rcp_window_import_files (RcpWindow *self, GListModel *files);
void              rcp_window_toast        (RcpWindow *self, const char *text, gboolean with_undo);

G_END_DECLS
