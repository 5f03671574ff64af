#include "config.h"

#include "rcp-fetch-head-private.h"

#include <string.h>

/* What is kept of an answer's head. RFC 6838, section 4.2, allows 127 characters for either half of a media type; longer
 * validators than these are no use to anybody and are not sent back. */
#define MAX_TYPE_BYTES 255
#define MAX_VALIDATOR_BYTES 1024
/* Longer rests than this are taken for a slip (milliseconds for seconds, a clock years ahead); a source that rested for
 * years would look dead. */
#define MAX_RETRY_AFTER_S (7 * 24 * 60 * 60)
/* RFC 9111, section 1.2.2: what a number of seconds may be. */
#define MAX_DELTA_S G_MAXINT32

static char *
dup_validator (SoupMessageHeaders *headers, const char *name)
{
  const char *value = soup_message_headers_get_one (headers, name);

  return value != NULL && *value != '\0' && strlen (value) <= MAX_VALIDATOR_BYTES && g_utf8_validate (value, -1, NULL)
             ? g_strdup (value)
             : NULL;
}

static char *
dup_content_type (SoupMessageHeaders *headers)
{
  g_autoptr (GHashTable) parameters = NULL;
  const char *media_type = soup_message_headers_get_content_type (headers, &parameters);
  const char *charset = parameters ? g_hash_table_lookup (parameters, "charset") : NULL;
  g_autofree char *lower = NULL;

  if (media_type == NULL || strlen (media_type) > MAX_TYPE_BYTES || !g_str_is_ascii (media_type))
    return NULL;
  lower = g_ascii_strdown (media_type, -1);
  if (charset == NULL || *charset == '\0' || strlen (charset) > MAX_TYPE_BYTES || !g_str_is_ascii (charset))
    return g_steal_pointer (&lower);
  return g_strconcat (lower, "; charset=", charset, NULL);
}

/* A number of seconds and nothing else; more than any clock holds is the most it holds. -1 for anything else. */
static gint64
read_delta (const char *text)
{
  guint64 value = 0;

  while (*text == ' ' || *text == '\t' || *text == '"')
    text++;
  if (!g_ascii_isdigit (*text))
    return -1;
  for (; g_ascii_isdigit (*text); text++)
    value = MIN (value * 10 + g_ascii_digit_value (*text), MAX_DELTA_S);
  while (*text == ' ' || *text == '\t' || *text == '"')
    text++;
  return *text == '\0' ? (gint64) value : -1;
}

/* µs UTC; -1 when it is no date. */
static gint64
read_date (const char *text)
{
  g_autoptr (GDateTime) date = text ? soup_date_time_new_from_http_string (text) : NULL;

  return date ? g_date_time_to_unix (date) * G_USEC_PER_SEC : -1;
}

/* By the server's own clock where it tells its time: then it does not matter that ours is wrong. */
static gint64
server_now_us (SoupMessageHeaders *headers, gint64 now_us)
{
  gint64 date_us = read_date (soup_message_headers_get_one (headers, "Date"));

  return date_us >= 0 ? date_us : now_us;
}

/* RFC 9110, section 10.2.3: a number of seconds, or a date. */
static gint64
retry_after_s (SoupMessageHeaders *headers, gint64 now_us)
{
  const char *value = soup_message_headers_get_one (headers, "Retry-After");
  gint64 delta_s, date_us;

  if (value == NULL)
    return -1;
  delta_s = read_delta (value);
  if (delta_s < 0)
    {
      date_us = read_date (value);
      if (date_us < 0)
        return -1;
      delta_s = (date_us - server_now_us (headers, now_us)) / G_USEC_PER_SEC;
    }
  return CLAMP (delta_s, 0, MAX_RETRY_AFTER_S);
}

/* RFC 9111, sections 4.2.1 to 4.2.3, for a cache of one reader: max-age, or else Expires, less the age that the answer has
 * already. An answer that must not be kept, or must be asked for anew each time, is never fresh. */
static gint64
fresh_until_us (SoupMessageHeaders *headers, gint64 now_us)
{
  const char *control = soup_message_headers_get_list (headers, "Cache-Control");
  g_autoptr (GHashTable) directives = control ? soup_header_parse_param_list (control) : NULL;
  const char *age = soup_message_headers_get_one (headers, "Age");
  const char *max_age = NULL;
  gint64 fresh_s = -1;

  if (directives != NULL)
    {
      if (g_hash_table_contains (directives, "no-store") || g_hash_table_contains (directives, "no-cache"))
        return 0;
      max_age = g_hash_table_lookup (directives, "max-age");
    }
  if (max_age != NULL)
    fresh_s = read_delta (max_age);
  else
    {
      /* "0" and "-1", which are no dates, mean that it is not fresh (section 5.3). */
      gint64 expires_us = read_date (soup_message_headers_get_one (headers, "Expires"));

      if (expires_us >= 0)
        fresh_s = (expires_us - server_now_us (headers, now_us)) / G_USEC_PER_SEC;
    }
  fresh_s = MIN (fresh_s, MAX_DELTA_S) - (age ? MAX (read_delta (age), 0) : 0);
  return fresh_s > 0 ? now_us + fresh_s * G_USEC_PER_SEC : 0;
}

/**
 * rcp_fetch_head_read:
 * @fetched: has its status
 * @now_us: when the answer came, µs UTC
 *
 * Fills in what the head of an answer says: kind, validators, freshness, and when to come again. What is not well formed
 * counts as not said.
 */
void
rcp_fetch_head_read (RcpFetched *fetched, SoupMessageHeaders *headers, gint64 now_us)
{
  fetched->received_us = now_us;
  fetched->content_type = dup_content_type (headers);
  fetched->not_modified = fetched->status == SOUP_STATUS_NOT_MODIFIED;
  fetched->is_gone = fetched->status == SOUP_STATUS_GONE;
  if (SOUP_STATUS_IS_SUCCESSFUL (fetched->status) || fetched->not_modified)
    {
      fetched->etag = dup_validator (headers, "ETag");
      fetched->last_modified = dup_validator (headers, "Last-Modified");
      fetched->fresh_until_us = fresh_until_us (headers, now_us);
    }
  else
    fetched->retry_after_s = retry_after_s (headers, now_us);
}
