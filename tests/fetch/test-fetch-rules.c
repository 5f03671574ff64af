#include "config.h"

#include "asked-web.h"

#include "rcp-fetcher.h"

/* The manners of asking: each row is an address, what is known of it, and what the server must have been asked. */

#define FEED "<rss><channel><title>Ferries</title></channel></rss>"
#define TEXT "<p>The ferry to the island sails again, the ferry to the island sails.</p>"
#define TAG "\"v1\""
#define DATE "Tue, 14 May 2019 08:00:00 GMT"

/* TEXT in brotli (RFC 7932), zlib (RFC 1950), bare deflate (RFC 1951) and gzip (RFC 1952). */
static const char brotli[]
    = "\x1b\x49\x00\xf8\x2d\x0e\xec\x58\x61\x38\xd8\x84\xab\x46\x79\xcd\xe3\x43\x05\x27\xe9\xe6\xcc\x3a\xac\x0c"
      "\xed\x4d\x83\xa4\xb1\xc9\x69\x10\xb9\xb9\x3c\x2d\xc8\x2c\xd4\x30\xa4\x69\x50\xe9\xa5\x9f\x1c\x5b\x92\x3b"
      "\x5e\x23\xc5\x58\xfd\xa1\x0a\x4c\x02";
static const char zlib[]
    = "\x78\x9c\xb3\x29\xb0\x0b\xc9\x48\x55\x48\x4b\x2d\x2a\xaa\x54\x28\xc9\x57\x28\xc9\x48\x55\xc8\x2c\xce\x49"
      "\xcc\x4b\x51\x28\x4e\xcc\xcc\x29\x56\x48\x4c\x4f\xcc\xcc\xd3\x01\x8b\xe3\x54\xa4\x67\xa3\x5f\x60\x07\x00"
      "\xd5\x96\x1a\x06";
static const char deflate[]
    = "\xb3\x29\xb0\x0b\xc9\x48\x55\x48\x4b\x2d\x2a\xaa\x54\x28\xc9\x57\x28\xc9\x48\x55\xc8\x2c\xce\x49\xcc\x4b"
      "\x51\x28\x4e\xcc\xcc\x29\x56\x48\x4c\x4f\xcc\xcc\xd3\x01\x8b\xe3\x54\xa4\x67\xa3\x5f\x60\x07\x00";
static const char gzip[]
    = "\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03\xb3\x29\xb0\x0b\xc9\x48\x55\x48\x4b\x2d\x2a\xaa\x54\x28\xc9\x57"
      "\x28\xc9\x48\x55\xc8\x2c\xce\x49\xcc\x4b\x51\x28\x4e\xcc\xcc\x29\x56\x48\x4c\x4f\xcc\xcc\xd3\x01\x8b\xe3"
      "\x54\xa4\x67\xa3\x5f\x60\x07\x00\x7c\x5a\xb0\x92\x4a\x00\x00\x00";
/* A wrong bit in the middle. */
static const char gzip_wrong[]
    = "\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03\xb3\x29\xb0\x0b\xc9\x48\x55\x48\x4b\x2d\x2a\xaa\x54\x28\xc9\x57"
      "\x28\xc9\x48\x55\xc8\x2c\xff\xff\xff\xff\x51\x28\x4e\xcc\xcc\x29\x56\x48\x4c\x4f\xcc\xcc\xd3\x01\x8b\xe3"
      "\x54\xa4\x67\xa3\x5f\x60\x07\x00\x7c\x5a\xb0\x92\x4a\x00\x00\x00";

#define PACKED(bytes) bytes, sizeof bytes - 1

static const AskedRoute routes[] = {
  { "/feed", 200, { "ETag", TAG, "Last-Modified", DATE, "Content-Type", "application/rss+xml" }, FEED },
  { "/only-tag", 200, { "ETag", TAG }, FEED },
  { "/only-date", 200, { "Last-Modified", DATE }, FEED },
  { "/weak-tag", 200, { "ETag", "W/" TAG }, FEED },
  { "/fresh", 200, { "Cache-Control", "public, max-age=600" }, FEED },
  { "/301", 301, { "Location", "/feed" }, NULL },
  { "/308", 308, { "Location", "/feed" }, NULL },
  { "/302", 302, { "Location", "/feed" }, "It is elsewhere today." },
  { "/303", 303, { "Location", "/feed" }, NULL },
  { "/307", 307, { "Location", "/feed" }, NULL },
  { "/301-301", 301, { "Location", "301" }, NULL },
  { "/301-302", 301, { "Location", "/302" }, NULL },
  { "/302-301", 302, { "Location", "/301" }, NULL },
  { "/301-missing", 301, { "Location", "/missing" }, NULL },
  { "/circle", 301, { "Location", "/circle#below" }, NULL },
  { "/circle-of-three", 302, { "Location", "/circle-2" }, NULL },
  { "/circle-2", 301, { "Location", "/circle-3" }, NULL },
  { "/circle-3", 307, { "Location", "/circle-of-three" }, NULL },
  { "/gone", 410, { NULL }, "Gone." },
  { "/busy", 429, { "Retry-After", "120" }, "Slowly." },
  { "/down", 503, { "Retry-After", "Wed, 21 Oct 2099 07:28:00 GMT" }, NULL },
  { "/broken", 500, { NULL }, NULL },
  { "/portal", 511, { NULL }, "Log in." },
  { "/br", 200, { "Content-Encoding", "br" }, PACKED (brotli) },
  { "/zlib", 200, { "Content-Encoding", "deflate" }, PACKED (zlib) },
  { "/deflate", 200, { "Content-Encoding", "deflate" }, PACKED (deflate) },
  { "/gzip", 200, { "Content-Encoding", "gzip" }, PACKED (gzip) },
  { "/x-gzip", 200, { "Content-Encoding", "x-gzip" }, PACKED (gzip) },
  { "/gzip-file", 200, { "Content-Encoding", "gzip", "Content-Type", "application/gzip" }, PACKED (gzip) },
  { "/gzip-unsaid", 200, { "Content-Type", "application/rss+xml" }, PACKED (gzip) },
  { "/gzip-cut", 200, { "Content-Encoding", "gzip" }, gzip, 40 },
  { "/gzip-wrong", 200, { "Content-Encoding", "gzip" }, PACKED (gzip_wrong) },
  { "/gzip-unsaid-cut", 200, { NULL }, gzip, 40 },
  { "/gzip-unsaid-wrong", 200, { NULL }, PACKED (gzip_wrong) },
  { "/br-cut", 200, { "Content-Encoding", "br" }, brotli, 30 },
  { "/zstd", 200, { "Content-Encoding", "zstd" }, "(\265/\375 and so on" },
  { "/mislabelled", 200, { "Content-Encoding", "gzip" }, TEXT },
};

typedef struct
{
  AskedWeb web;
  RcpFetcher *fetcher;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  asked_web_start (&fixture->web, routes, G_N_ELEMENTS (routes), 1);
  fixture->fetcher = rcp_fetcher_new ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->fetcher);
  asked_web_stop (&fixture->web);
}

static RcpFetchRequest *
request_for (Fixture *fixture, const char *path)
{
  g_autofree char *uri = asked_web_uri (&fixture->web, 1, path);

  return rcp_fetch_request_new (uri);
}

static void
assert_uri (Fixture *fixture, const char *uri, const char *path)
{
  g_autofree char *wanted = path ? asked_web_uri (&fixture->web, 1, path) : NULL;

  g_assert_cmpstr (uri, ==, wanted);
}

static const char *
head_of (Fixture *fixture, guint request, const char *name)
{
  return g_hash_table_lookup (asked_web_request (&fixture->web, request)->head, name);
}

/* --- Statuses and redirects --------------------------------------------------------------------------------------- */

typedef struct
{
  const char *name;
  const char *asked[5]; /* the paths that the server saw, the first of them asked for */
  guint status;
  const char *moved_to;
  int code; /* of rcp_fetched_check(); -1 for none */
  gint64 retry_after_s;
} Way;

static const Way ways[] = {
  { "straight", { "/feed" }, 200, NULL, -1, -1 },
  { "301", { "/301", "/feed" }, 200, "/feed", -1, -1 },
  { "308", { "/308", "/feed" }, 200, "/feed", -1, -1 },
  { "302", { "/302", "/feed" }, 200, NULL, -1, -1 },
  { "303", { "/303", "/feed" }, 200, NULL, -1, -1 },
  { "307", { "/307", "/feed" }, 200, NULL, -1, -1 },
  { "301-301", { "/301-301", "/301", "/feed" }, 200, "/feed", -1, -1 },
  { "301-302", { "/301-302", "/302", "/feed" }, 200, "/302", -1, -1 },
  { "302-301", { "/302-301", "/301", "/feed" }, 200, NULL, -1, -1 },
  { "301-to-nothing", { "/301-missing", "/missing" }, 404, NULL, RCP_FETCH_ERROR_NOT_FOUND, -1 },
  { "410", { "/gone" }, 410, NULL, RCP_FETCH_ERROR_GONE, -1 },
  { "429-seconds", { "/busy" }, 429, NULL, RCP_FETCH_ERROR_BUSY, 120 },
  { "503-far-date", { "/down" }, 503, NULL, RCP_FETCH_ERROR_BUSY, 7 * 24 * 60 * 60 },
  { "500", { "/broken" }, 500, NULL, RCP_FETCH_ERROR_SERVER, -1 },
  { "511", { "/portal" }, 511, NULL, RCP_FETCH_ERROR_PORTAL, -1 },
};

static void
test_way (Fixture *fixture, gconstpointer data)
{
  const Way *way = data;
  g_autoptr (RcpFetchRequest) request = request_for (fixture, way->asked[0]);
  g_autoptr (GError) error = NULL;
  g_autoptr (RcpFetched) fetched = rcp_fetcher_fetch_request (fixture->fetcher, request, NULL, &error);
  guint n = 0;

  g_assert_no_error (error);
  for (; n < G_N_ELEMENTS (way->asked) && way->asked[n] != NULL; n++)
    g_assert_cmpstr (asked_web_request (&fixture->web, n)->path, ==, way->asked[n]);
  g_assert_cmpuint (fixture->web.requests->len, ==, n);
  /* Whatever came with a redirect, the connection served on. */
  g_assert_cmpuint (g_hash_table_size (fixture->web.connections), ==, 1);
  g_assert_cmpuint (fetched->status, ==, way->status);
  assert_uri (fixture, fetched->uri, way->asked[n - 1]);
  assert_uri (fixture, fetched->moved_to, way->moved_to);
  g_assert_cmpint (fetched->is_gone, ==, way->status == 410);
  g_assert_cmpint (fetched->retry_after_s, ==, way->retry_after_s);
  g_assert_cmpuint (g_bytes_get_size (fetched->bytes), ==, way->status == 200 ? strlen (FEED) : 0);
  g_assert_cmpint (rcp_fetched_check (fetched, &error), ==, way->code < 0);
  if (way->code >= 0)
    g_assert_error (error, RCP_FETCH_ERROR, way->code);
}

static void
test_circle (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *path;
    guint n_requests;
  } circles[] = { { "/circle", 1 }, { "/circle-of-three", 3 } };

  for (guint i = 0; i < G_N_ELEMENTS (circles); i++)
    {
      g_autoptr (RcpFetchRequest) request = request_for (fixture, circles[i].path);
      g_autoptr (GError) error = NULL;
      g_autoptr (RcpFetched) fetched = NULL;
      guint n_before = fixture->web.requests->len;

      fetched = rcp_fetcher_fetch_request (fixture->fetcher, request, NULL, &error);
      g_assert_null (fetched);
      g_assert_error (error, RCP_FETCH_ERROR, RCP_FETCH_ERROR_REDIRECT);
      g_assert_false (rcp_fetch_error_is_temporary (error));
      /* Nobody is asked the same twice. */
      g_assert_cmpuint (fixture->web.requests->len - n_before, ==, circles[i].n_requests);
    }
}

/* --- Validators --------------------------------------------------------------------------------------------------- */

typedef struct
{
  const char *name;
  const char *path;
  const char *etag;
  const char *last_modified;
  const char *validated; /* a path */
  guint n_requests;
  guint conditional; /* bit n: request n had validators */
  gboolean not_modified;
} Known;

static const Known knowns[] = {
  { "both", "/feed", TAG, DATE, NULL, 1, 1, TRUE },
  { "only-tag", "/only-tag", TAG, NULL, NULL, 1, 1, TRUE },
  { "only-date", "/only-date", NULL, DATE, NULL, 1, 1, TRUE },
  { "weak-tag", "/weak-tag", "W/" TAG, NULL, NULL, 1, 1, TRUE },
  { "nothing", "/feed", NULL, NULL, NULL, 1, 0, FALSE },
  { "older-tag", "/feed", "\"v0\"", DATE, NULL, 1, 1, FALSE },
  { "of-this-address", "/feed", TAG, DATE, "/feed", 1, 1, TRUE },
  { "of-another-address", "/feed", TAG, DATE, "/old-feed", 1, 0, FALSE },
  { "behind-a-redirect", "/302", TAG, DATE, "/feed", 2, 2, TRUE },
  { "all-the-way", "/302", TAG, DATE, NULL, 2, 3, TRUE },
};

static void
test_known (Fixture *fixture, gconstpointer data)
{
  const Known *known = data;
  g_autoptr (RcpFetchRequest) request = request_for (fixture, known->path);
  g_autoptr (RcpFetched) fetched = NULL;
  g_autoptr (GError) error = NULL;

  request->etag = g_strdup (known->etag);
  request->last_modified = g_strdup (known->last_modified);
  request->validated_uri = known->validated ? asked_web_uri (&fixture->web, 1, known->validated) : NULL;
  fetched = rcp_fetcher_fetch_request (fixture->fetcher, request, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (fixture->web.requests->len, ==, known->n_requests);
  for (guint i = 0; i < known->n_requests; i++)
    {
      gboolean conditional = (known->conditional >> i & 1) != 0;

      g_assert_cmpstr (head_of (fixture, i, "if-none-match"), ==, conditional ? known->etag : NULL);
      g_assert_cmpstr (head_of (fixture, i, "if-modified-since"), ==, conditional ? known->last_modified : NULL);
    }
  g_assert_true (rcp_fetched_check (fetched, &error));
  g_assert_cmpint (fetched->not_modified, ==, known->not_modified);
  g_assert_cmpuint (fetched->status, ==, known->not_modified ? 304 : 200);
  g_assert_cmpuint (g_bytes_get_size (fetched->bytes), ==, known->not_modified ? 0 : strlen (FEED));
  if (known->not_modified)
    {
      /* What holds is still known afterwards. */
      if (known->etag != NULL)
        g_assert_cmpstr (fetched->etag, ==, known->etag);
      if (known->last_modified != NULL)
        g_assert_cmpstr (fetched->last_modified, ==, known->last_modified);
    }
}

/* The validators of the first answer make the second one short, on the same connection. */
static void
test_twice (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RcpFetchRequest) first = request_for (fixture, "/feed");
  g_autoptr (RcpFetchRequest) second = request_for (fixture, "/feed");
  g_autoptr (GError) error = NULL;
  g_autoptr (RcpFetched) fetched = rcp_fetcher_fetch_request (fixture->fetcher, first, NULL, &error);
  g_autoptr (RcpFetched) again = NULL;

  g_assert_no_error (error);
  second->etag = g_strdup (fetched->etag);
  second->last_modified = g_strdup (fetched->last_modified);
  second->validated_uri = g_strdup (fetched->uri);
  for (guint i = 0; i < 3; i++)
    {
      g_clear_pointer (&again, rcp_fetched_unref);
      again = rcp_fetcher_fetch_request (fixture->fetcher, second, NULL, &error);
      g_assert_no_error (error);
      g_assert_true (again->not_modified);
    }
  g_assert_cmpstr (head_of (fixture, 3, "if-none-match"), ==, TAG);
  g_assert_cmpuint (g_hash_table_size (fixture->web.connections), ==, 1);
}

/* --- What the server learns ----------------------------------------------------------------------------------------- */

static void
test_manners (Fixture *fixture, gconstpointer data)
{
  static const char *const untold[] = { "cookie", "referer", "accept-language", "authorization", "from" };
  g_autoptr (RcpFetchRequest) request = request_for (fixture, "/302");
  g_autoptr (RcpFetched) fetched = NULL;
  g_autoptr (GError) error = NULL;

  request->accept = g_strdup (RCP_FETCH_ACCEPT_FEED);
  for (guint i = 0; i < 2; i++)
    {
      g_clear_pointer (&fetched, rcp_fetched_unref);
      fetched = rcp_fetcher_fetch_request (fixture->fetcher, request, NULL, &error);
      g_assert_no_error (error);
    }
  g_assert_cmpuint (fixture->web.requests->len, ==, 4);
  for (guint i = 0; i < 4; i++)
    {
      g_assert_cmpstr (head_of (fixture, i, "user-agent"), ==, "Recoupe/" VERSION " (+https://recoupe.app)");
      g_assert_cmpstr (head_of (fixture, i, "accept"), ==, RCP_FETCH_ACCEPT_FEED);
      g_assert_nonnull (strstr (head_of (fixture, i, "accept-encoding"), "gzip"));
      for (guint j = 0; j < G_N_ELEMENTS (untold); j++)
        g_assert_null (head_of (fixture, i, untold[j]));
    }
}

static void
test_fresh (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RcpFetchRequest) request = request_for (fixture, "/fresh");
  g_autoptr (GError) error = NULL;
  g_autoptr (RcpFetched) fetched = rcp_fetcher_fetch_request (fixture->fetcher, request, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (fetched->fresh_until_us - fetched->received_us, ==, 600 * G_USEC_PER_SEC);
}

/* A request may have a limit of its own, below the fetcher's, and it counts what was unpacked. */
static void
test_max_bytes (Fixture *fixture, gconstpointer data)
{
  static const char *const paths[] = { "/feed", "/gzip", "/gzip-unsaid", "/br" };

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr (RcpFetchRequest) request = request_for (fixture, paths[i]);
      g_autoptr (RcpFetchRequest) wider = request_for (fixture, paths[i]);
      g_autoptr (GError) error = NULL;
      g_autoptr (RcpFetched) fetched = NULL;
      g_autoptr (RcpFetched) whole = NULL;
      gsize n = i == 0 ? strlen (FEED) : strlen (TEXT);

      request->max_bytes = n - 1;
      fetched = rcp_fetcher_fetch_request (fixture->fetcher, request, NULL, &error);
      g_assert_null (fetched);
      g_assert_error (error, RCP_FETCH_ERROR, RCP_FETCH_ERROR_TOO_LARGE);
      g_clear_error (&error);
      /* Gzip of so short a text is longer than the text. */
      wider->max_bytes = n + 30;
      whole = rcp_fetcher_fetch_request (fixture->fetcher, wider, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (g_bytes_get_size (whole->bytes), ==, n);
    }
}

/* --- Packings ----------------------------------------------------------------------------------------------------- */

static const struct
{
  const char *path;
  int code; /* -1 for none */
} packings[] = {
  { "/br", -1 },
  { "/zlib", -1 },
  { "/deflate", -1 },
  { "/gzip", -1 },
  { "/x-gzip", -1 },
  { "/gzip-file", -1 },
  { "/gzip-unsaid", -1 },
  { "/mislabelled", -1 },
  { "/gzip-cut", RCP_FETCH_ERROR_CUT },
  { "/gzip-wrong", RCP_FETCH_ERROR_PACKING },
  { "/gzip-unsaid-cut", RCP_FETCH_ERROR_CUT },
  { "/gzip-unsaid-wrong", RCP_FETCH_ERROR_PACKING },
  { "/br-cut", RCP_FETCH_ERROR_CUT },
  { "/zstd", RCP_FETCH_ERROR_PACKING },
};

static void
test_packing (Fixture *fixture, gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (RcpFetchRequest) request = request_for (fixture, packings[i].path);
  g_autoptr (GError) error = NULL;
  g_autoptr (RcpFetched) fetched = rcp_fetcher_fetch_request (fixture->fetcher, request, NULL, &error);

  if (packings[i].code < 0)
    {
      g_assert_no_error (error);
      g_assert_cmpmem (g_bytes_get_data (fetched->bytes, NULL), g_bytes_get_size (fetched->bytes), TEXT, strlen (TEXT));
      g_assert_cmpstr (fetched->content_type, ==,
                       g_str_equal (packings[i].path, "/gzip-unsaid") ? "application/rss+xml" : NULL);
    }
  else
    {
      g_assert_error (error, RCP_FETCH_ERROR, packings[i].code);
      g_assert_cmpint (rcp_fetch_error_is_temporary (error), ==, packings[i].code == RCP_FETCH_ERROR_CUT);
    }
}

int
main (int argc, char **argv)
{
  g_setenv ("GIO_USE_PROXY_RESOLVER", "dummy", TRUE);
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_autofree char *path = g_strconcat ("/fetch-rules/way/", ways[i].name, NULL);

      g_test_add (path, Fixture, &ways[i], set_up, test_way, tear_down);
    }
  g_test_add ("/fetch-rules/circle", Fixture, NULL, set_up, test_circle, tear_down);
  for (guint i = 0; i < G_N_ELEMENTS (knowns); i++)
    {
      g_autofree char *path = g_strconcat ("/fetch-rules/known/", knowns[i].name, NULL);

      g_test_add (path, Fixture, &knowns[i], set_up, test_known, tear_down);
    }
  g_test_add ("/fetch-rules/twice", Fixture, NULL, set_up, test_twice, tear_down);
  g_test_add ("/fetch-rules/manners", Fixture, NULL, set_up, test_manners, tear_down);
  g_test_add ("/fetch-rules/fresh", Fixture, NULL, set_up, test_fresh, tear_down);
  g_test_add ("/fetch-rules/max-bytes", Fixture, NULL, set_up, test_max_bytes, tear_down);
  for (guint i = 0; i < G_N_ELEMENTS (packings); i++)
    {
      g_autofree char *path = g_strconcat ("/fetch-rules/packing", packings[i].path, NULL);

      g_test_add (path, Fixture, GUINT_TO_POINTER (i), set_up, test_packing, tear_down);
    }
  return g_test_run ();
}
