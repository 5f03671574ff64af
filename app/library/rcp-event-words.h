#pragma once

#include <gio/gio.h>

#include "rcp-range.h"

G_BEGIN_DECLS

/**
 * RcpWordUse:
 * @account_id: an account
 * @outlet_id: who publishes it
 * @article_id: its article
 * @range: the word in the article
 * @column: the outlet's place among those of the whole answer
 *
 * One place where an outlet uses a word. A plain value.
 */
typedef struct
{
  gint64 account_id;
  gint64 outlet_id;
  gint64 article_id;
  RcpRange range;
  guint column;
} RcpWordUse;

#define RCP_TYPE_EVENT_WORD (rcp_event_word_get_type ())

/**
 * RcpEventWord:
 *
 * A word by which accounts of one event name what was done, or an actor. Counted, never judged. Immutable.
 */
G_DECLARE_FINAL_TYPE (RcpEventWord, rcp_event_word, RCP, EVENT_WORD, GObject)

const char   *rcp_event_word_get_text   (RcpEventWord *self);
gint64        rcp_event_word_get_actor  (RcpEventWord *self); /* whom it names; 0 for what was done */
const char   *rcp_event_word_get_name   (RcpEventWord *self); /* the actor's; NULL for what was done */
const GArray *rcp_event_word_get_uses   (RcpEventWord *self); /* of RcpWordUse, by outlet, then place */
guint         rcp_event_word_count      (RcpEventWord *self, guint column);

#define RCP_TYPE_EVENT_WORDS (rcp_event_words_get_type ())

/**
 * RcpEventWords:
 *
 * The words that outlets use for one event: first those of what was done, then those of each actor. Immutable.
 */
G_DECLARE_FINAL_TYPE (RcpEventWords, rcp_event_words, RCP, EVENT_WORDS, GObject)

GStrv       rcp_event_words_get_outlets (RcpEventWords *self);
GListModel *rcp_event_words_get_words   (RcpEventWords *self); /* of RcpEventWord, in groups, the most used first */

G_END_DECLS
