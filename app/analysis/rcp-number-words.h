#pragma once

#include "rcp-segmented-text.h"

G_BEGIN_DECLS

/**
 * RcpNumberBound:
 * @RCP_NUMBER_EXACT: the number as it stands
 * @RCP_NUMBER_ABOUT: about that many
 * @RCP_NUMBER_LEAST: that many or more
 * @RCP_NUMBER_MOST: that many or fewer
 */
typedef enum
{
  RCP_NUMBER_EXACT,
  RCP_NUMBER_ABOUT,
  RCP_NUMBER_LEAST,
  RCP_NUMBER_MOST,
} RcpNumberBound;

/**
 * RcpNumberWords:
 * @value: the number
 * @first: its first token
 * @end: one past its last
 * @bound: what the words of the number themselves leave open ("une dizaine", "hundreds", "20 à 30")
 * @is_one: a bare "un", "une" or "one", which is mostly an article
 * @is_sum: its factor is a letter glued to it ("1.2m"), which is a length but for a sum of money
 *
 * A number in a text, in digits or in words of French or English. Private to the reader of numbers.
 */
typedef struct
{
  double value;
  guint first;
  guint end;
  RcpNumberBound bound;
  gboolean is_one;
  gboolean is_sum;
} RcpNumberWords;

gboolean rcp_number_words_read (const RcpSegmentedText *text, guint at, guint limit, RcpNumberWords *number);

G_END_DECLS
