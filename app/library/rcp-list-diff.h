#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RcpListChange:
 * @position: where, in the list as it stands when all changes before this one have been made
 * @n_removed: rows that go
 * @n_added: rows that come; they are those of the new list from @position on
 *
 * One step from an old list to a new one.
 */
typedef struct
{
  guint position;
  guint n_removed;
  guint n_added;
} RcpListChange;

GArray *rcp_list_diff (const gint64 *old_ids, guint n_old, const gint64 *new_ids, guint n_new)
  G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
