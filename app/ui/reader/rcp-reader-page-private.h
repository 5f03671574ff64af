#pragma once

#include "rcp-reader-page.h"

#include "rcp-reader-body.h"
#include "rcp-reader-head.h"

G_BEGIN_DECLS

/* Shared by rcp-reader-page.c and rcp-reader-page-notes.c. */

struct _RcpReaderPage
{
  AdwBin parent_instance;

  /* owned */
  RcpLibrary *library;
  RcpTimelineState *state;
  RcpArticleDetail *detail;
  GCancellable *cancellable;
  GSignalGroup *library_signals;

  /* template children */
  GtkStack *stack;
  GtkButton *back;
  GtkButton *previous;
  GtkButton *next;
  GtkLabel *position;
  AdwButtonContent *highlight_content;
  AdwButtonContent *note_content;
  GtkButton *open_original;
  GtkCheckButton *set_aside;
  RcpReaderHead *head;
  GtkBox *column;
  GtkLabel *set_aside_note;
  GtkWidget *similar_box;
  GtkListBox *similar;
  GtkScrolledWindow *scroller;
  AdwStatusPage *failed;

  /* children */
  GtkWidget *reader;
  GtkWidget *body;
  GtkWidget *editor; /* borrowed: a remark of body while a note is written; else NULL */

  /* plain */
  gint64 article_id;
  RcpRange wanted; /* passage to show when the article has come */
  RcpRange noted;  /* passage of the note that is being written */
  int text_size;
  gboolean loading;
  gboolean stale;
};

void rcp_reader_page_close_editor (RcpReaderPage *self);
void rcp_reader_page_add_remarks  (RcpReaderPage *self);
void rcp_reader_page_add_cards    (RcpReaderPage *self);

G_END_DECLS
