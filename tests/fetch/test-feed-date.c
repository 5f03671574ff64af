#include "config.h"

#include <glib.h>

#include "rcp-feed-date.h"

/* The dates of feeds, in the shapes that are met. */

typedef struct
{
  const char *name;
  const char *text;
  const char *utc; /* NULL: no date */
  RcpFeedPrecision precision;
} Row;

#define TIME RCP_FEED_PRECISION_TIME
#define FLOATING RCP_FEED_PRECISION_FLOATING
#define DAY RCP_FEED_PRECISION_DAY

static const Row rows[] = {
  { "rfc822", "Tue, 19 Mar 2024 08:15:30 +0100", "2024-03-19T07:15:30Z", TIME },
  { "rfc822-two-digit-year", "19 Mar 24 08:15 GMT", "2024-03-19T08:15:00Z", TIME },
  { "rfc822-last-century", "19 Mar 97 08:15 GMT", "1997-03-19T08:15:00Z", TIME },
  { "rfc822-american-zone", "Tue, 19 Mar 2024 08:15:30 EDT", "2024-03-19T12:15:30Z", TIME },
  { "rfc822-unknown-zone", "Tue, 19 Mar 2024 08:15:30 QQT", "2024-03-19T08:15:30Z", FLOATING },
  { "rfc822-no-zone", "Tue, 19 Mar 2024 08:15:30", "2024-03-19T08:15:30Z", FLOATING },
  { "rfc822-day-only", "Tue, 19 Mar 2024", "2024-03-19T00:00:00Z", DAY },
  { "rfc822-negative-quarter", "Tue, 19 Mar 2024 08:15:30 -03:30", "2024-03-19T11:45:30Z", TIME },
  { "iso-utc", "2024-03-19T08:15:30Z", "2024-03-19T08:15:30Z", TIME },
  { "iso-fraction", "2024-03-19T08:15:30.123456+02:00", "2024-03-19T06:15:30Z", TIME },
  { "iso-space", "2024-03-19 08:15:30 -0500", "2024-03-19T13:15:30Z", TIME },
  { "iso-basic", "20240319T081530Z", "2024-03-19T08:15:30Z", TIME },
  { "iso-day", "2024-03-19", "2024-03-19T00:00:00Z", DAY },
  { "iso-month", "2024-03", "2024-03-01T00:00:00Z", RCP_FEED_PRECISION_MONTH },
  { "iso-year", "2024", "2024-01-01T00:00:00Z", RCP_FEED_PRECISION_YEAR },
  { "iso-zone-twice", "2024-03-19T08:15:30-05:00Z", "2024-03-19T13:15:30Z", TIME },
  { "midnight-at-the-end", "2024-02-29T24:00:00Z", "2024-03-01T00:00:00Z", TIME },
  { "seconds-since-1970", "1710836130", "2024-03-19T08:15:30Z", TIME },
  { "asctime", "Tue Mar 19 08:15:30 2024", "2024-03-19T08:15:30Z", FLOATING },
  { "french", "mar., 19 mars 2024 08:15:30 +0100", "2024-03-19T07:15:30Z", TIME },
  { "french-accents", "sam. 03 févr. 2024 10:00 GMT", "2024-02-03T10:00:00Z", TIME },
  { "french-clock", "le 19 mars 2024 à 8h15", "2024-03-19T08:15:00Z", FLOATING },
  { "german", "Di, 19 März 2024 08:15:30 MEZ", "2024-03-19T07:15:30Z", TIME },
  { "spanish", "mar, 19 marzo 2024 08:15:30 GMT", "2024-03-19T08:15:30Z", TIME },
  { "korean-afternoon", "2024-03-19 오후 5:15:30", "2024-03-19T08:15:30Z", FLOATING },
  { "afternoon", "March 19, 2024 - 3:07pm", "2024-03-19T15:07:00Z", FLOATING },
  { "noon-and-midnight", "March 19, 2024, 12:07 a.m.", "2024-03-19T00:07:00Z", FLOATING },
  { "american-strokes", "03/19/2024 4:20 pm PST", "2024-03-20T00:20:00Z", TIME },
  { "strokes-that-cannot-be-american", "19/03/2024", "2024-03-19T00:00:00Z", DAY },
  { "points", "19.03.24", "2024-03-19T00:00:00Z", DAY },
  { "ordinal", "Tue, 19th Mar 2024 08:15:30 GMT", "2024-03-19T08:15:30Z", TIME },
  { "place", "Fri, 31 Mar 2023 20:19:00 America/Los_Angeles", "2023-04-01T03:19:00Z", TIME },
  { "leap-day", "29 Feb 2024", "2024-02-29T00:00:00Z", DAY },
  { "no-leap-day", "29 Feb 2023", NULL, RCP_FEED_PRECISION_NONE },
  { "no-such-month", "2024-13-01", NULL, RCP_FEED_PRECISION_NONE },
  { "no-such-minute", "2024-03-19T08:61:00Z", NULL, RCP_FEED_PRECISION_NONE },
  { "no-such-zone", "2024-03-19T08:15:00-99:99", NULL, RCP_FEED_PRECISION_NONE },
  { "word-for-a-month", "19 foo 2024 08:15:30 GMT", NULL, RCP_FEED_PRECISION_NONE },
  { "word-for-a-day", "Mar x 2024", NULL, RCP_FEED_PRECISION_NONE },
  { "cut-off", "2024-", NULL, RCP_FEED_PRECISION_NONE },
  { "empty", "", NULL, RCP_FEED_PRECISION_NONE },
  { "blank", " \n ", NULL, RCP_FEED_PRECISION_NONE },
  { "words", "yesterday", NULL, RCP_FEED_PRECISION_NONE },
  { "digits", "99999999999999999999", NULL, RCP_FEED_PRECISION_NONE },
  { "not-utf8", "19 f\xe9vr. 2024", NULL, RCP_FEED_PRECISION_NONE },
};

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  RcpFeedDate date;
  gboolean found = rcp_feed_date_parse (row->text, &date);
  g_autofree char *utc = rcp_feed_date_format (&date);

  g_assert_cmpint (found, ==, row->utc != NULL);
  g_assert_cmpstr (utc, ==, row->utc);
  g_assert_cmpint (date.precision, ==, row->precision);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/feed-date/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  return g_test_run ();
}
