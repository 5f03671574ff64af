#pragma once

#include "rcp-date-expression.h"
#include "rcp-date-grammar.h"

G_BEGIN_DECLS

/* Private to the date finder: what the pass over a text finds, before any of it is resolved against a date. */

/**
 * RcpDateItem:
 * @token: index of its first token
 * @n_tokens: how many tokens it covers; an abbreviation covers its full stop
 * @word: (nullable): its entry in the grammar
 * @number: its value where it is written in digits, else -1
 * @n_digits: how many digits
 * @ordinal: its value where it is an ordinal written with digits ("26th", "1er"), else 0
 * @roman: its value where it is a Roman numeral ("XIXe"), else 0
 * @decade: the first year where it is a decade ("1990s"), else 0
 * @slice: which quarter ("Q3", "T3"), or 10 and which half ("H1", "S1"), else 0
 * @slice_year: its year where the same word gives it ("1Q18"), else 0
 * @glued: (nullable): the month or unit written in one word with a number ("Feb13", "3mo")
 * @glued_number: that number
 * @shapes: bit set of RcpDateItemShape
 *
 * One word of a sentence as the grammar sees it.
 */
typedef struct
{
  guint token;
  guint n_tokens;
  const RcpDateWord *word;
  int number;
  guint n_digits;
  int ordinal;
  int roman;
  int decade;
  int slice;
  int slice_year;
  const RcpDateWord *glued;
  int glued_number;
  guint32 shapes;
} RcpDateItem;

/* Which side of its date an expression leaves open. */
typedef enum
{
  RCP_BOUND_NONE,
  RCP_BOUND_SINCE,
  RCP_BOUND_FROM,
  RCP_BOUND_UNTIL,
  RCP_BOUND_BEFORE,
  RCP_BOUND_AFTER,
} RcpDateBound;

/**
 * RcpDatePiece:
 *
 * What the words of one expression say, a field for each class. 0 where they say nothing.
 */
typedef struct
{
  RcpDateForm form;
  int weekday;
  int weekday2;
  int day;
  int day2;
  int month;
  int month2;
  int year;
  RcpDatePart part;
  RcpDatePartOfDay daypart;
  int hour;
  int minute;
  gboolean has_zone;
  int zone_minutes; /* east of UTC */
  int dir;
  gboolean has_dir;
  gboolean has_this;
  gboolean text_dir;
  int unit;
  int count;
  gboolean is_fuzzy;
  int unit2;
  int count2;
  int more_months; /* of a length of several units, what the second and later ones add */
  int more_days;
  gboolean half_more;
  int nth;
  int season; /* 1 spring to 4 winter */
  int half;
  int decade;
  const RcpDateHoliday *holiday;
  int offset;
  int sign;
  gboolean from_text;
  gboolean is_by; /* "by", which a verb of the past may follow */
  gboolean follows_weekday; /* "Wednesday and Thursday": the weekday told right before leads to it */
  gboolean is_clock_range; /* from one time of the day to another */
  gboolean is_full_year; /* the year stands in four digits beside day and month */
  gboolean has_bad_year; /* a figure that is no year stands in its place: "3 mars 12024" */
} RcpDatePiece;

/* How a length of time is counted from a date. */
typedef enum
{
  RCP_SHIFT_NONE,
  RCP_SHIFT_TO,     /* "two weeks after 3 May" */
  RCP_SHIFT_BEYOND, /* "more than two weeks after 3 May" */
  RCP_SHIFT_WITHIN, /* "less than two weeks after 3 May" */
  RCP_SHIFT_DURING, /* "for two weeks from 3 May" */
} RcpDateShiftKind;

/**
 * RcpDateShift:
 * @length: a length of time, or how many weekdays on
 * @sign: 1 after the date, -1 before it
 */
typedef struct
{
  RcpDateShiftKind kind;
  RcpDatePiece length;
  int sign;
} RcpDateShift;

/**
 * RcpDateShape:
 * @first_token: index of its first token
 * @last_token: index of its last token
 * @piece: what it says; the beginning of a range
 * @shift: a length of time that is counted from @piece
 * @end: what the end of a range says
 * @is_range: it has two ends
 * @bound: a preposition before it leaves one side open
 * @tense: -1 where the clause tells the past, 1 the future, 0 where it does not say
 * @is_ordered: it tells when something was to be done that a verb of the past orders, asks or promises
 * @in_quotes: it stands in quotation marks
 * @after_published: a word for publishing stands right before it
 *
 * One expression as written. A plain value.
 */
typedef struct
{
  guint first_token;
  guint last_token;
  RcpDatePiece piece;
  RcpDatePiece end;
  RcpDateShift shift;
  gboolean is_range;
  RcpDateBound bound;
  int tense;
  gboolean is_ordered;
  gboolean in_quotes;
  gboolean after_published;
} RcpDateShape;

/* rcp-date-items.c */
void     rcp_date_items_read    (const RcpDateGrammar *grammar, const RcpSegmentedText *text, guint sentence,
                                 GArray *items);
int      rcp_date_items_number  (const RcpDateGrammar *grammar, const GArray *items, guint at, int *value,
                                 gboolean *is_fuzzy);

/* rcp-date-slips.c */
void     rcp_date_slips_mend    (const RcpDateGrammar *grammar, const RcpSegmentedText *text, GArray *items);

/* rcp-date-length.c */
int      rcp_date_length_read   (const RcpDateGrammar *grammar, const GArray *items, guint at, RcpDatePiece *piece);
gint32   rcp_date_length_add    (const RcpDatePiece *length, gint32 day, int sign);

/* rcp-date-numeric.c */
gsize    rcp_date_numeric_stroked (const RcpSegmentedText *text, gsize at, int *first, int *second);
gboolean rcp_date_numeric_read  (const char *text, gsize length, gsize at, gboolean is_french, gboolean is_alone,
                                 gsize *stop, RcpDatePiece *piece);

/* rcp-date-clock.c */
gboolean rcp_date_clock_read    (const char *text, gsize length, gsize at, gboolean is_french, gsize *stop,
                                 RcpDatePiece *piece);
int      rcp_date_clock_read_hours (const RcpDateGrammar *grammar, const GArray *items, guint at, RcpDatePiece *piece);
int      rcp_date_clock_read_bare  (const RcpDateGrammar *grammar, const RcpSegmentedText *text, const GArray *items,
                                    guint at, RcpDatePiece *piece);
int      rcp_date_clock_read_words (const RcpDateGrammar *grammar, const RcpSegmentedText *text, const GArray *items,
                                    guint at, RcpDatePiece *piece);

/* rcp-date-guards.c */
gboolean rcp_date_guard_allows  (const RcpDateGrammar *grammar, const RcpSegmentedText *text, const GArray *items,
                                 guint from, guint to, RcpDateGuard guard, const RcpDatePiece *piece);

/* rcp-date-tense.c */
int      rcp_date_tense_around  (const RcpDateGrammar *grammar, const RcpSegmentedText *text, const GArray *items,
                                 guint from, guint to);
gboolean rcp_date_tense_is_ordered (const RcpDateGrammar *grammar, const RcpSegmentedText *text, const GArray *items,
                                    guint from);

/* rcp-date-matcher.c */
int      rcp_date_matcher_match (const RcpDateGrammar *grammar, const RcpSegmentedText *text, const GArray *items,
                                 guint at, RcpDatePiece *piece);

/* rcp-date-scan-range.c */
gboolean rcp_date_scan_is_next_year (const RcpSegmentedText *text, const GArray *items, guint at, int year);

/* rcp-date-scan.c */
GArray  *rcp_date_scan          (const RcpDateGrammar *grammar, const RcpSegmentedText *text) G_GNUC_WARN_UNUSED_RESULT;

/* One step on the way to a reading. */
typedef struct
{
  gint32 first_day;
  gint32 last_day;
  RcpPrecision precision;
  RcpEdtfFlags flags;
  RcpDateRule rule;
} RcpDateReadingStep;

/* Enough for a range of two fuzzy ends; what would go beyond is not recorded, the value is the same. */
#define RCP_DATE_MAX_STEPS 6

/**
 * RcpDateReading:
 * @steps: what was reached before the value, in order
 * @n_steps: how many
 *
 * What an expression means. Open ends are %RCP_DAY_OPEN_START and %RCP_DAY_OPEN_END.
 */
typedef struct
{
  gint32 first_day;
  gint32 last_day;
  RcpPrecision precision;
  RcpEdtfFlags flags;
  RcpDateRule rule;
  RcpDateAnchor anchor_kind;
  gboolean conflict;
  RcpDateReadingStep steps[RCP_DATE_MAX_STEPS];
  guint n_steps;
} RcpDateReading;

/**
 * RcpDateContext:
 * @reference: the day of publication; %RCP_DAY_INVALID for none
 * @told_first: first day of the last date told; %RCP_DAY_INVALID for none
 * @told_last: its last day
 * @told_precision: the unit it was told in
 * @near_first: first day of the last date told, be it a fuzzy one ("late December"); %RCP_DAY_INVALID for none
 * @near_last: its last day
 * @previous_day: the day that the expression before this one means; %RCP_DAY_INVALID where it is no day
 * @told_day: the last single day told; %RCP_DAY_INVALID for none
 * @named_day: the last day that the sentence names with its month; %RCP_DAY_INVALID for none
 */
typedef struct
{
  gint32 reference;
  gint32 told_first;
  gint32 told_last;
  RcpPrecision told_precision;
  gint32 near_first;
  gint32 near_last;
  gint32 named_day;
  gint32 told_day;
  gint32 previous_day;
} RcpDateContext;

/* rcp-date-resolve.c */
gboolean    rcp_date_resolve      (const RcpDateShape *shape, const RcpDateContext *context, RcpDateReading *reading);
RcpDateKind rcp_date_resolve_kind (const RcpDateShape *shape);

/* rcp-date-calendar.c */
void     rcp_date_part_of        (gint32 *first_day, gint32 *last_day, RcpPrecision precision, RcpDatePart part);
gboolean rcp_date_unit_around    (gint32 day, RcpDateUnit unit, int steps, gint32 *first_day, gint32 *last_day,
                                  RcpPrecision *precision);
gint32   rcp_date_add_units      (gint32 day, RcpDateUnit unit, int count);
gint32   rcp_date_easter         (int year);
gint32   rcp_date_holiday_next   (const RcpDateHoliday *holiday, gint32 from, gint32 *last_day);
gint32   rcp_date_nth_weekday    (int year, int month, int nth, int weekday);

G_END_DECLS
