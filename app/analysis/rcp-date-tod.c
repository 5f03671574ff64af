#include "config.h"

#include "rcp-date-sentence-private.h"

#include <string.h>

static int
match_clock (const RcpDateSentence *self, guint at, RcpDatePiece *piece)
{
  gsize stop;
  int end = rcp_date_clock_read_words (self->grammar, self->text, self->items, at, piece);

  if (end > 0)
    return end;
  if (at >= self->items->len || !g_ascii_isdigit (self->text->text[token_of (self, at)->offset_bytes]) ||
      !rcp_date_clock_read (self->text->text, self->text->length_bytes, token_of (self, at)->offset_bytes,
                            self->grammar->is_french, &stop, piece))
    return -1;
  at = item_after (self, at, stop);
  /* "9 am (BST)", "à 16 h 30 GMT": the zone belongs to the time. */
  if (at + 2 < self->items->len && strcmp (token_of (self, at)->folded, "(") == 0 && has (self, at + 1, RCP_DW_ZONE) &&
      strcmp (token_of (self, at + 2)->folded, ")") == 0)
    {
      piece->has_zone = TRUE;
      piece->zone_minutes = item_at (self, at + 1)->word->values[RCP_DW_ZONE];
      return at + 3;
    }
  if (at + 1 < self->items->len && strcmp (token_of (self, at)->folded, "local") == 0 &&
      strcmp (token_of (self, at + 1)->folded, "time") == 0)
    return at + 2;
  if (has (self, at, RCP_DW_ZONE) &&
      (item_at (self, at)->n_tokens > 1 || (token_of (self, at)->flags & RCP_TOKEN_ALL_CAPITALS)))
    {
      piece->has_zone = TRUE;
      piece->zone_minutes = item_at (self, at)->word->values[RCP_DW_ZONE];
      return at + 1;
    }
  return at;
}

/** rcp_date_tod_is_at: does a word stand here that makes a bare hour of the number behind it? */
gboolean
rcp_date_tod_is_at (const RcpDateSentence *self, guint at)
{
  const char *word = token_of (self, at)->folded;

  return !self->grammar->is_french &&
         (strcmp (word, "at") == 0 || strcmp (word, "@") == 0 || strcmp (word, "around") == 0);
}

/* "mardi soir à 8 heures", "at 8 in the evening": the part of the day says which half of it the hour is of. */
static void
take_half (RcpDatePiece *piece, RcpDatePartOfDay part)
{
  if (piece->hour < 12 && (part == RCP_DAYPART_AFTERNOON || part == RCP_DAYPART_EVENING ||
                           (part == RCP_DAYPART_NIGHT && piece->hour >= 6)))
    piece->hour += 12;
}

#define TOD_PREPOSITIONS                                                                                     \
  (RCP_DW_BIT (RCP_DW_PREP) | RCP_DW_BIT (RCP_DW_IN) | RCP_DW_BIT (RCP_DW_TO) | RCP_DW_BIT (RCP_DW_OF) |     \
   RCP_DW_BIT (RCP_DW_DET) | RCP_DW_BIT (RCP_DW_WITHIN) | RCP_DW_BIT (RCP_DW_PART) | RCP_DW_BIT (RCP_DW_APPROX))

/* These leave one side of the hour open; before another word they belong to what follows. */
#define TOD_BOUNDS                                                                                           \
  (RCP_DW_BIT (RCP_DW_BETWEEN) | RCP_DW_BIT (RCP_DW_AFTER) | RCP_DW_BIT (RCP_DW_BEFORE) |                    \
   RCP_DW_BIT (RCP_DW_FROM) | RCP_DW_BIT (RCP_DW_UNTIL) | RCP_DW_BIT (RCP_DW_SINCE))

/* The item after the prepositions that may stand before a time of day. */
static guint
skip_tod_prepositions (const RcpDateSentence *self, guint at, gboolean *has_bound)
{
  guint i = at;

  for (int n = 0; n < 4 && i < self->items->len && !has (self, i, RCP_DW_DAYPART); n++)
    {
      const RcpDateWord *word = item_at (self, i)->word;
      guint64 classes = word ? word->classes : 0;

      if ((classes & (TOD_PREPOSITIONS | TOD_BOUNDS)) == 0 && !rcp_date_tod_is_at (self, i) &&
          !(i > at && has (self, i, RCP_DW_HYPHEN) && has (self, i - 1, RCP_DW_PART)))
        break;
      *has_bound |= (classes & TOD_BOUNDS) != 0 && (classes & TOD_PREPOSITIONS) == 0;
      i++;
    }
  return i;
}

/** rcp_date_tod_match: part of the day or clock time, prepositions included: "au soir", "dans la nuit", "at 5 pm", ", à 16
 * heures", "en fin de journée", "entre 9h et 11h". */
int
rcp_date_tod_match (const RcpDateSentence *self, guint at, RcpDatePiece *piece)
{
  guint i = at;
  int end = -1, next;
  gboolean has_bound = FALSE;

  if (has (self, i, RCP_DW_COMMA))
    i++;
  i = skip_tod_prepositions (self, i, &has_bound);
  if (has (self, i, RCP_DW_DAYPART) &&
      (!has_bound || item_at (self, i)->word->values[RCP_DW_DAYPART] == RCP_DAYPART_NOON ||
       item_at (self, i)->word->values[RCP_DW_DAYPART] == RCP_DAYPART_MIDNIGHT))
    {
      piece->daypart = item_at (self, i)->word->values[RCP_DW_DAYPART];
      end = i + 1;
      /* "mercredi soir vers 20 heures" */
      i = end;
      if (has (self, i, RCP_DW_PREP) || has (self, i, RCP_DW_TO) || has (self, i, RCP_DW_FROM) ||
          has (self, i, RCP_DW_BETWEEN))
        i++;
      next = match_clock (self, i, piece);
      if (next < 0 && rcp_date_tod_is_at (self, i - 1))
        next = rcp_date_clock_read_bare (self->grammar, self->text, self->items, i, piece);
      if (next > 0)
        take_half (piece, item_at (self, end - 1)->word->values[RCP_DW_DAYPART]);
      return next > 0 ? next : end;
    }
  end = match_clock (self, i, piece);
  if (end < 0 && i > at && rcp_date_tod_is_at (self, i - 1))
    end = rcp_date_clock_read_bare (self->grammar, self->text, self->items, i, piece);
  if (end < 0 && i > at)
    end = rcp_date_clock_read_hours (self->grammar, self->items, i, piece);
  /* "après 10 heures de débat" is a length of time. */
  if (end < 0 || (has_bound && self->grammar->is_french && has (self, end, RCP_DW_OF)))
    return -1;
  /* "5h du matin", "8 heures du soir" */
  if (self->grammar->is_french && has (self, end, RCP_DW_OF))
    {
      guint part = has (self, end + 1, RCP_DW_DET) ? end + 2 : end + 1;

      if (has (self, part, RCP_DW_DAYPART))
        {
          RcpDatePartOfDay half = item_at (self, part)->word->values[RCP_DW_DAYPART];

          take_half (piece, half);
          return part + 1;
        }
    }
  /* "at 8 pm in the evening" */
  if (has (self, end, RCP_DW_IN) && has (self, end + 1, RCP_DW_DET) && has (self, end + 2, RCP_DW_DAYPART))
    {
      take_half (piece, item_at (self, end + 2)->word->values[RCP_DW_DAYPART]);
      end += 3;
    }
  return end;
}
