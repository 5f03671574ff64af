#pragma once

#include "rcp-lexicon.h"

G_BEGIN_DECLS

/* How a person is named of whom only the office is told; the office in normal form follows. */
#define RCP_OFFICE_KEY_PREFIX "person:role:"

/* An office that somebody is told to hold on one day is taken to be held for so many days before and after, as long as nobody
 * else is seen in it closer by. Our own estimate, from how often ministers change: too long, and who came after, if nobody
 * tells of him, is taken for who was before; too short, and the office stays an actor of its own, by which nothing is lost. */
#define RCP_OFFICE_WINDOW_DAYS 365

/**
 * RcpOfficeTelling:
 * @day: when an article appeared, as a day number
 * @holder: whom it tells to hold the office; more than 0
 *
 * That somebody was seen in an office.
 */
typedef struct
{
  gint32 day;
  gint64 holder;
} RcpOfficeTelling;

const char *rcp_office_of_key         (const char *key);
char       *rcp_office_dup_scope      (const char *office) G_GNUC_WARN_UNUSED_RESULT;
gint64      rcp_office_find_seen      (const RcpOfficeTelling *tellings, guint n, gint32 day);
gboolean    rcp_office_list_holder_keys (const RcpLexicon *lexicon, const char *office, gint32 day, char **key,
                                         char **key_en);

G_END_DECLS
