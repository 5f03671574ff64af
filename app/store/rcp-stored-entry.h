#pragma once

#include <gio/gio.h>

#include "rcp-enums.h"

G_BEGIN_DECLS

/**
 * RcpStoredEntry:
 * @id: its row; 0 for one that is not saved yet
 * @source_id: what brought it
 * @key: what tells it from the other entries of its source, for good
 * @content_hash: what it says; another one at the next check makes it wait to be read again
 * @uri: (nullable): its page, or its file
 * @title: (nullable): its title
 * @published_us: when it appeared, µs UTC; 0 where that is not said
 * @content_type: (nullable): the media type of @payload
 * @payload: (nullable): what the source gave of it, to be read as a page
 * @is_summary: that is not all of it: its page has more
 * @state: what became of it
 * @attempts: how often its page was asked for in vain
 * @article_id: the article it is; 0 for none
 *
 * One item that a source brought.
 */
typedef struct
{
  gint64 id;
  gint64 source_id;
  char *key;
  char *content_hash;
  char *uri;
  char *title;
  gint64 published_us;
  char *content_type;
  GBytes *payload;
  gboolean is_summary;
  RcpEntryState state;
  guint attempts;
  gint64 article_id;
} RcpStoredEntry;

RcpStoredEntry *rcp_stored_entry_new  (void) G_GNUC_WARN_UNUSED_RESULT;
void            rcp_stored_entry_free (RcpStoredEntry *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RcpStoredEntry, rcp_stored_entry_free)

/**
 * RcpSourceCheck:
 * @source_id: the source
 * @checked_us: when it was asked, µs UTC
 * @title: (nullable): what it calls itself, for a source without a name
 * @moved_to: (nullable): the address to ask from now on
 * @has_validators: the three that follow are those of this answer; otherwise those that are known stay
 * @etag: (nullable): as in #RcpSource
 * @last_modified: (nullable): as in #RcpSource
 * @validated_uri: (nullable): as in #RcpSource
 * @failure: (nullable): why it brought nothing, for a person
 * @n_failures: as in #RcpSource, as the others that follow
 * @entries: (element-type RcpStoredEntry): what it lists
 * @n_new: (out): those that were not known
 * @n_changed: (out): those that say something else than before
 *
 * What came of asking a source.
 */
typedef struct
{
  gint64 source_id;
  gint64 checked_us;
  char *title;
  char *moved_to;
  gboolean has_validators;
  char *etag;
  char *last_modified;
  char *validated_uri;
  char *failure;
  guint n_failures;
  gboolean is_retired;
  guint ttl_s;
  guint skip_hours;
  guint skip_days;
  gint64 retry_after_us;
  gint64 fresh_until_us;
  gint64 next_check_us;
  GPtrArray *entries;
  guint n_new;
  guint n_changed;
} RcpSourceCheck;

RcpSourceCheck *rcp_source_check_new  (gint64 source_id) G_GNUC_WARN_UNUSED_RESULT;
void            rcp_source_check_free (RcpSourceCheck *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RcpSourceCheck, rcp_source_check_free)

/**
 * RcpWaitingEntry:
 * @id: an entry that is to be read
 * @source_id: what brought it
 */
typedef struct
{
  gint64 id;
  gint64 source_id;
} RcpWaitingEntry;

/**
 * RcpEntryOutcome:
 * @entry_id: the entry
 * @state: what became of it
 * @article_id: the article that says it; 0 for none
 * @source_id: with an article: what it came through as well
 * @dossier_id: with an article: where it goes; 0 for none
 * @failure: (nullable): why there is no article, for a person
 * @retry_us: with %RCP_ENTRY_WAITING: not before then, µs UTC; one more attempt was in vain
 *
 * What became of an entry that no new article was made of. A plain value; the text is the caller's.
 */
typedef struct
{
  gint64 entry_id;
  RcpEntryState state;
  gint64 article_id;
  gint64 source_id;
  gint64 dossier_id;
  const char *failure;
  gint64 retry_us;
} RcpEntryOutcome;

G_END_DECLS
