#pragma once

#include <gio/gio.h>

#include "rcp-cross-table.h"
#include "rcp-range.h"

G_BEGIN_DECLS

/**
 * RcpOutletPassage:
 * @article_id: an article of the outlet
 * @range: a stretch of it
 * @text: the stretch
 * @other_id: an article of the other outlet
 * @other: the same wording there
 * @other_text: that stretch
 * @n_words: words in common
 */
typedef struct
{
  gint64 article_id;
  RcpRange range;
  char *text;
  gint64 other_id;
  RcpRange other;
  char *other_text;
  guint n_words;
} RcpOutletPassage;

/**
 * RcpOutletSharing:
 * @outlet_id: another outlet
 * @outlet: what it is called
 * @n_passages: how many passages both have, quotations left out
 * @n_words: how many words these hold
 * @n_articles: in how many articles of the outlet they stand
 * @passages: (element-type RcpOutletPassage): the longest of them
 *
 * What an outlet has in common with another, word for word. Never says who copied whom.
 */
typedef struct
{
  gint64 outlet_id;
  char *outlet;
  guint n_passages;
  guint n_words;
  guint n_articles;
  GPtrArray *passages;
} RcpOutletSharing;

/**
 * RcpOutletSource:
 * @words: whom the outlet gives as an origin
 * @accounts: (element-type RcpAccount): where it does
 */
typedef struct
{
  char *words;
  GPtrArray *accounts;
} RcpOutletSource;

/**
 * RcpOutletGap:
 * @event: an event that the outlet does not tell
 * @outlets: (array zero-terminated=1): who tells it in words of their own, in the time when the outlet published
 * @account: how the first of them does
 */
typedef struct
{
  RcpEvent *event;
  char **outlets;
  RcpAccount *account;
} RcpOutletGap;

#define RCP_TYPE_OUTLET_DETAIL (rcp_outlet_detail_get_type ())

/**
 * RcpOutletDetail:
 *
 * The page of an outlet: what it tells, what it leaves out, what it shares, how often it was first, whom it cites.
 * Immutable.
 */
G_DECLARE_FINAL_TYPE (RcpOutletDetail, rcp_outlet_detail, RCP, OUTLET_DETAIL, GObject)

RcpOutlet       *rcp_outlet_detail_get_outlet     (RcpOutletDetail *self);
RcpCrossTable   *rcp_outlet_detail_get_told       (RcpOutletDetail *self); /* one column: what it tells */
guint            rcp_outlet_detail_get_n_events   (RcpOutletDetail *self);
guint            rcp_outlet_detail_get_n_unknowable (RcpOutletDetail *self);
guint            rcp_outlet_detail_get_n_first    (RcpOutletDetail *self);
guint            rcp_outlet_detail_get_n_comparable (RcpOutletDetail *self);
const GPtrArray *rcp_outlet_detail_get_left_out   (RcpOutletDetail *self); /* of RcpOutletGap, by date */
const GPtrArray *rcp_outlet_detail_get_sharing    (RcpOutletDetail *self); /* of RcpOutletSharing, the most words first */
const GPtrArray *rcp_outlet_detail_get_sources    (RcpOutletDetail *self); /* of RcpOutletSource, the most cited first */

G_END_DECLS
