#pragma once

#include <gio/gio.h>

#include "rcp-account.h"
#include "rcp-actor.h"
#include "rcp-discrepancy.h"
#include "rcp-event.h"

G_BEGIN_DECLS

/**
 * RcpChronologyEntry:
 * @event: the event
 * @accounts: (element-type RcpAccount): its accounts, by publication date
 * @actors: (element-type RcpActor): its actors, the most mentioned first
 * @discrepancies: (element-type RcpDiscrepancy): points on which the accounts differ
 *
 * One event of a chronology. Borrows everything.
 */
typedef struct
{
  RcpEvent *event;
  GListModel *accounts;
  GListModel *actors;
  GListModel *discrepancies;
} RcpChronologyEntry;

/**
 * RcpChronologyWords:
 * @title: the title of the whole
 * @undated: heading of the events without a date
 * @unnamed_outlet: stands for an outlet without a name
 * @shared: says that an account repeats the words of an earlier one
 * @differ: introduces the values on which accounts differ
 * @as_other: introduces the event as which some tell it otherwise
 *
 * What a chronology says of its own, in the user's language: this room has no words. Formats for machines use @title only.
 */
typedef struct
{
  const char *title;
  const char *undated;
  const char *unnamed_outlet;
  const char *shared;
  const char *differ;
  const char *as_other;
} RcpChronologyWords;

/**
 * RcpChronologyWriter:
 * @begin: writes what stands before the events
 * @add: writes one event; events come in the order of the chronology
 * @end: writes what stands after them
 *
 * A format of chronologies. Writes as it goes, keeping nothing but the last heading in @state, which begins as 0 and is
 * the caller's. Errors: those of the stream.
 */
typedef struct
{
  gboolean (*begin) (GOutputStream *stream, const RcpChronologyWords *words, GCancellable *cancellable, GError **error);
  gboolean (*add) (GOutputStream *stream, const RcpChronologyWords *words, const RcpChronologyEntry *entry,
                   gint64 *state, GCancellable *cancellable, GError **error);
  gboolean (*end) (GOutputStream *stream, const RcpChronologyWords *words, GCancellable *cancellable, GError **error);
} RcpChronologyWriter;

extern const RcpChronologyWriter rcp_chronology_markdown;
extern const RcpChronologyWriter rcp_chronology_csv;
extern const RcpChronologyWriter rcp_chronology_json;

G_END_DECLS
