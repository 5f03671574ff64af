#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RcpFeedClue:
 * @RCP_FEED_CLUE_STATED: the page says that this is its feed (link rel=alternate)
 * @RCP_FEED_CLUE_LINKED: the page links to what looks like a feed by its address
 * @RCP_FEED_CLUE_GUESSED: sites often have one there; whoever is asked once for each is not pleased
 *
 * Why an address may be a feed; the better first.
 */
typedef enum
{
  RCP_FEED_CLUE_STATED,
  RCP_FEED_CLUE_LINKED,
  RCP_FEED_CLUE_GUESSED,
} RcpFeedClue;

/**
 * RcpFeedCandidate:
 * @uri: absolute, http or https
 * @title: (nullable): what the page calls it, in one line
 * @clue: why
 */
typedef struct
{
  char *uri;
  char *title;
  RcpFeedClue clue;
} RcpFeedCandidate;

GPtrArray *rcp_feed_finder_list (GBytes *bytes, const char *uri) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
