#include "config.h"

#include "rcp-fetch-head-private.h"

/* What the head of an answer says, as it is read at NOW. */

#define NOW G_GINT64_CONSTANT (1557921600) /* 2019-05-15T12:00:00Z */
#define WEEK (7 * 24 * 60 * 60)
#define DATE "Wed, 15 May 2019 12:00:00 GMT"
#define WRONG_DATE "Wed, 15 May 2019 15:00:00 GMT" /* of a server three hours ahead */

typedef struct
{
  const char *name;
  guint status;
  const char *head[8]; /* name, value, name, value… */
  gint64 retry_after_s;
  gint64 fresh_s; /* after NOW; 0 for not */
} Row;

static const Row rows[] = {
  { "nothing", 200, { NULL }, -1, 0 },
  { "retry-seconds", 503, { "Retry-After", "120" }, 120, 0 },
  { "retry-seconds-spaced", 503, { "Retry-After", " 120 " }, 120, 0 },
  { "retry-at-once", 429, { "Retry-After", "0" }, 0, 0 },
  { "retry-date", 503, { "Retry-After", "Wed, 15 May 2019 12:05:00 GMT" }, 300, 0 },
  { "retry-date-past", 503, { "Retry-After", "Wed, 15 May 2019 11:05:00 GMT" }, 0, 0 },
  { "retry-date-of-a-wrong-clock", 503, { "Date", WRONG_DATE, "Retry-After", "Wed, 15 May 2019 15:05:00 GMT" }, 300, 0 },
  { "retry-date-rfc850", 503, { "Retry-After", "Wednesday, 15-May-19 12:05:00 GMT" }, 300, 0 },
  { "retry-too-long", 429, { "Retry-After", "99999999999999999999" }, WEEK, 0 },
  { "retry-negative", 429, { "Retry-After", "-5" }, -1, 0 },
  { "retry-words", 429, { "Retry-After", "later" }, -1, 0 },
  { "retry-fraction", 429, { "Retry-After", "1.5" }, -1, 0 },
  { "retry-with-a-page", 200, { "Retry-After", "120" }, -1, 0 },
  { "max-age", 200, { "Cache-Control", "max-age=600" }, -1, 600 },
  { "max-age-304", 304, { "Cache-Control", "max-age=600" }, -1, 600 },
  { "max-age-quoted", 200, { "Cache-Control", "public, Max-Age=\"600\"" }, -1, 600 },
  { "max-age-less-age", 200, { "Cache-Control", "max-age=600", "Age", "500" }, -1, 100 },
  { "max-age-used-up", 200, { "Cache-Control", "max-age=600", "Age", "700" }, -1, 0 },
  { "max-age-0", 200, { "Cache-Control", "max-age=0" }, -1, 0 },
  { "max-age-words", 200, { "Cache-Control", "max-age=soon" }, -1, 0 },
  { "max-age-none", 200, { "Cache-Control", "max-age" }, -1, 0 },
  { "max-age-huge", 200, { "Cache-Control", "max-age=999999999999999999999" }, -1, G_MAXINT32 },
  { "max-age-of-shared-caches", 200, { "Cache-Control", "s-maxage=600" }, -1, 0 },
  { "no-store", 200, { "Cache-Control", "no-store, max-age=600" }, -1, 0 },
  { "no-cache", 200, { "Cache-Control", "max-age=600", "Cache-Control", "no-cache" }, -1, 0 },
  { "expires", 200, { "Expires", "Wed, 15 May 2019 12:10:00 GMT" }, -1, 600 },
  { "expires-of-a-wrong-clock", 200, { "Date", WRONG_DATE, "Expires", "Wed, 15 May 2019 15:10:00 GMT" }, -1, 600 },
  { "expires-past", 200, { "Expires", "Thu, 01 Jan 1970 00:00:00 GMT" }, -1, 0 },
  { "expires-0", 200, { "Expires", "0" }, -1, 0 },
  { "max-age-over-expires", 200, { "Date", DATE, "Cache-Control", "max-age=60", "Expires", WRONG_DATE }, -1, 60 },
  { "fresh-failure", 404, { "Cache-Control", "max-age=600" }, -1, 0 },
};

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (RcpFetched) fetched = rcp_fetched_new ();
  g_autoptr (SoupMessageHeaders) headers = soup_message_headers_new (SOUP_MESSAGE_HEADERS_RESPONSE);

  for (guint i = 0; i + 1 < G_N_ELEMENTS (row->head) && row->head[i] != NULL; i += 2)
    soup_message_headers_append (headers, row->head[i], row->head[i + 1]);
  fetched->status = row->status;
  rcp_fetch_head_read (fetched, headers, NOW * G_USEC_PER_SEC);
  g_assert_cmpint (fetched->retry_after_s, ==, row->retry_after_s);
  g_assert_cmpint (fetched->fresh_until_us, ==, row->fresh_s > 0 ? (NOW + row->fresh_s) * G_USEC_PER_SEC : 0);
  g_assert_cmpint (fetched->received_us, ==, NOW * G_USEC_PER_SEC);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/fetch-head/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  return g_test_run ();
}
