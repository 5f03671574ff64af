#include "config.h"

#include "rcp-publication-private.h"

/* More clues than these tell a reader nothing new. */
#define MAX_CLUES 12

/* Days around the best one in which a piece of evidence is asked what it leaves, and how much worse than its best a day
 * may agree with it. */
#define AROUND_DAYS 60
#define SLACK 2.0

/**
 * rcp_publication_dup_words:
 * @other: (nullable): words that end the clue
 * @range: (out): where they stand
 *
 * Returns: (transfer full): the words of the text from @shape on.
 */
char *
rcp_publication_dup_words (const RcpSegmentedText *text, const RcpDateShape *shape, const RcpDateShape *other,
                           RcpRange *range)
{
  const RcpToken *first = &text->tokens[shape->first_token], *last = &text->tokens[(other ? other : shape)->last_token];

  range->start = first->start;
  range->end = last->end;
  return g_strndup (text->text + first->offset_bytes, last->offset_bytes + last->length_bytes - first->offset_bytes);
}

/* The days next to @best on which the evidence would be said as it is. */
static RcpEdtf *
list_allowed (const RcpPublicationEvidence *evidence, gint32 best)
{
  gint32 first = best, last = best, told;
  double most = -G_MAXDOUBLE;

  for (gint32 day = MAX (best - AROUND_DAYS, 1); day <= best + AROUND_DAYS; day++)
    most = MAX (most, rcp_publication_weigh (evidence, day, &told));
  while (first > 1 && best - first < AROUND_DAYS && rcp_publication_weigh (evidence, first - 1, &told) >= most - SLACK)
    first--;
  while (last - best < AROUND_DAYS && rcp_publication_weigh (evidence, last + 1, &told) >= most - SLACK)
    last++;
  return rcp_edtf_new_interval (first, last, RCP_EDTF_EXACT);
}

/* What the words speak of on the day believed, or nearest to it. */
static RcpEdtf *
find_told (const RcpPublicationEvidence *evidence, gint32 best, gint32 told)
{
  const RcpDatePiece *piece = evidence->other ? &evidence->other->piece : &evidence->shape->piece;
  gint32 before, after;

  if (evidence->first_day != RCP_DAY_INVALID && evidence->precision == RCP_PRECISION_YEAR)
    return rcp_edtf_new_year (rcp_day_to_ymd (evidence->first_day).year);
  if (evidence->first_day != RCP_DAY_INVALID)
    return rcp_edtf_new (evidence->first_day, evidence->last_day,
                         evidence->precision > RCP_PRECISION_YEAR ? RCP_PRECISION_INTERVAL : evidence->precision,
                         RCP_EDTF_EXACT);
  if (told != RCP_DAY_INVALID)
    return rcp_edtf_new_day (told);
  if (evidence->kind == RCP_PUBLICATION_CLUE_NEAR_DAY && piece->day == 0)
    return rcp_edtf_new_day (best + evidence->offset);
  if (piece->day > 0 && piece->month > 0)
    {
      before = rcp_publication_find_yearly (piece, best, -1);
      after = rcp_publication_find_yearly (piece, best, 1);
      if (before == RCP_DAY_INVALID || (after != RCP_DAY_INVALID && (evidence->toward > 0 || after - best < best - before)))
        before = after;
      return before == RCP_DAY_INVALID ? NULL : rcp_edtf_new_day (before);
    }
  if (evidence->kind == RCP_PUBLICATION_CLUE_PRESENT_DAY && piece->weekday > 0)
    {
      int back = (rcp_day_get_weekday (best) - piece->weekday + 7) % 7;

      return rcp_edtf_new_day (evidence->toward > 0 && back > 0 ? best + 7 - back : best - back);
    }
  return NULL;
}

static RcpEdtf *
find_allowed (const RcpPublicationEvidence *evidence, RcpEdtf *told, gint32 best)
{
  switch (evidence->kind)
    {
    case RCP_PUBLICATION_CLUE_DATELINE:
      return rcp_edtf_ref (told);
    case RCP_PUBLICATION_CLUE_REVISED:
    case RCP_PUBLICATION_CLUE_FUTURE:
      return rcp_edtf_new_interval (RCP_DAY_OPEN_START, evidence->last_day, RCP_EDTF_EXACT);
    case RCP_PUBLICATION_CLUE_WRITTEN:
    case RCP_PUBLICATION_CLUE_YEAR:
      return evidence->toward > 0 ? rcp_edtf_new_interval (RCP_DAY_OPEN_START, evidence->last_day, RCP_EDTF_EXACT)
                                  : rcp_edtf_new_interval (evidence->first_day, RCP_DAY_OPEN_END, RCP_EDTF_EXACT);
    case RCP_PUBLICATION_CLUE_WEEKDAY_DATE:
    case RCP_PUBLICATION_CLUE_DAY_MONTH:
      if (told && rcp_edtf_get_first_day (told) <= best)
        return rcp_edtf_new_interval (rcp_edtf_get_first_day (told), RCP_DAY_OPEN_END, RCP_EDTF_EXACT);
      if (told)
        return rcp_edtf_new_interval (RCP_DAY_OPEN_START, rcp_edtf_get_last_day (told), RCP_EDTF_EXACT);
      return NULL;
    default:
      return list_allowed (evidence, best);
    }
}

static gboolean
is_known (const GPtrArray *clues, const RcpPublicationClue *clue)
{
  for (guint i = 0; i < clues->len; i++)
    {
      const RcpPublicationClue *other = clues->pdata[i];

      if (other->kind == clue->kind && other->agrees == clue->agrees && rcp_edtf_equal (other->told, clue->told) &&
          rcp_edtf_equal (other->allowed, clue->allowed))
        return TRUE;
    }
  return FALSE;
}

static gint64
count_allowed (const RcpPublicationClue *clue)
{
  return clue->allowed == NULL || !rcp_edtf_is_bounded (clue->allowed) ? G_MAXINT32 : rcp_edtf_count_days (clue->allowed);
}

static int
compare_clues (gconstpointer a, gconstpointer b)
{
  const RcpPublicationClue *x = *(const RcpPublicationClue *const *) a, *y = *(const RcpPublicationClue *const *) b;

  if (x->agrees != y->agrees)
    return x->agrees ? -1 : 1;
  if (x->kind <= RCP_PUBLICATION_CLUE_DATELINE || y->kind <= RCP_PUBLICATION_CLUE_DATELINE)
    {
      if (x->kind != y->kind)
        return x->kind < y->kind ? -1 : 1;
    }
  if (count_allowed (x) != count_allowed (y))
    return count_allowed (x) < count_allowed (y) ? -1 : 1;
  if (x->kind != y->kind)
    return x->kind < y->kind ? -1 : 1;
  return x->range.start < y->range.start ? -1 : x->range.start > y->range.start;
}

static void
take_clue (GPtrArray *clues, RcpPublicationClue *clue)
{
  if (is_known (clues, clue))
    rcp_publication_clue_unref (clue);
  else
    g_ptr_array_add (clues, clue);
}

/* A date written in full whose weekday is another's. */
static void
add_wrong_weekday (GPtrArray *clues, const RcpSegmentedText *text, const RcpPublicationEvidence *evidence)
{
  const RcpDatePiece *piece = &evidence->shape->piece;
  g_autoptr (RcpEdtf) told = NULL;
  g_autofree char *words = NULL;
  RcpRange range;

  if (evidence->precision != RCP_PRECISION_DAY || evidence->first_day == RCP_DAY_INVALID || piece->weekday == 0 ||
      piece->day == 0 || evidence->first_day != evidence->last_day ||
      rcp_day_get_weekday (evidence->first_day) == piece->weekday)
    return;
  told = rcp_edtf_new_day (evidence->first_day);
  words = rcp_publication_dup_words (text, evidence->shape, NULL, &range);
  take_clue (clues, rcp_publication_clue_new (RCP_PUBLICATION_CLUE_WEEKDAY_DATE, words, range, NULL, told, FALSE,
                                              RCP_PUBLICATION_CLUE_NO_OTHER));
}

static void
add_clue (RcpPublication *self, const RcpSegmentedText *text, const RcpPublicationEvidence *evidence)
{
  gint32 told_day = RCP_DAY_INVALID;
  gboolean agrees = rcp_publication_weigh (evidence, self->best_day, &told_day) > RCP_PUBLICATION_CONTRADICTED;
  g_autoptr (RcpEdtf) told = NULL;
  g_autoptr (RcpEdtf) allowed = NULL;
  g_autofree char *words = NULL;
  RcpRange range;

  if (evidence->kind == RCP_PUBLICATION_CLUE_DATELINE)
    agrees = evidence->first_day == self->best_day;
  /* What a date that is stated contradicts must be told as past by its verb: a list of dates tells nothing. */
  if (!agrees && evidence->kind == RCP_PUBLICATION_CLUE_WRITTEN && evidence->toward == 0 &&
      self->basis != RCP_PUBLISHED_INFERRED)
    return;
  told = find_told (evidence, self->best_day, told_day);
  if (agrees)
    allowed = find_allowed (evidence, told, self->best_day);
  words = rcp_publication_dup_words (text, evidence->shape, evidence->other, &range);
  take_clue (self->clues, rcp_publication_clue_new (evidence->kind, words, range, allowed, told, agrees,
                                                    RCP_PUBLICATION_CLUE_NO_OTHER));
}

/**
 * rcp_publication_add_clues:
 * @publication: a date of publication with its best day; may have clues of its own
 * @evidence: (element-type RcpPublicationEvidence): what the text says
 * @today: the day of the analysis
 *
 * Puts the evidence beside the date as clues: what agrees first, the narrowest before the rest, then what contradicts it.
 * Only the latest of the dates that are written out and agree is kept. A date that is contradicted is no longer sure, but
 * for the user's own.
 */
void
rcp_publication_add_clues (RcpPublication *publication, const RcpSegmentedText *text, const GArray *evidence, gint32 today)
{
  gboolean has_written = FALSE;

  if (publication->best_day == RCP_DAY_INVALID)
    return;
  for (guint i = 0; i < evidence->len; i++)
    {
      const RcpPublicationEvidence *one = &g_array_index (evidence, RcpPublicationEvidence, i);
      gboolean is_past = one->kind == RCP_PUBLICATION_CLUE_WRITTEN || one->kind == RCP_PUBLICATION_CLUE_YEAR;

      add_wrong_weekday (publication->clues, text, one);
      if (is_past && one->toward <= 0 && one->first_day <= publication->best_day)
        {
          if (has_written)
            continue;
          has_written = TRUE;
        }
      add_clue (publication, text, one);
    }
  if (publication->basis == RCP_PUBLISHED_INFERRED && publication->date &&
      rcp_edtf_get_last_day (publication->date) == today)
    {
      g_autoptr (RcpEdtf) day = rcp_edtf_new_day (today);
      g_autoptr (RcpEdtf) allowed = rcp_edtf_new_interval (RCP_DAY_OPEN_START, today, RCP_EDTF_EXACT);

      take_clue (publication->clues, rcp_publication_clue_new (RCP_PUBLICATION_CLUE_TODAY, NULL, (RcpRange){ 0, 0 }, allowed,
                                                               day, TRUE, RCP_PUBLICATION_CLUE_NO_OTHER));
    }
  g_ptr_array_sort (publication->clues, compare_clues);
  if (publication->clues->len > 0 && publication->basis != RCP_PUBLISHED_USER &&
      !((RcpPublicationClue *) publication->clues->pdata[publication->clues->len - 1])->agrees)
    publication->is_sure = FALSE;
  /* The widest that agree go first: a contradiction is never left out for them. */
  for (guint i = publication->clues->len; i-- > 1 && publication->clues->len > MAX_CLUES;)
    if (((RcpPublicationClue *) publication->clues->pdata[i])->agrees)
      g_ptr_array_remove_index (publication->clues, i);
  if (publication->clues->len > MAX_CLUES)
    g_ptr_array_set_size (publication->clues, MAX_CLUES);
}
