#include "config.h"

#include "rcp-import-item.h"

#include "rcp-clock.h"
#include "rcp-file-reader.h"
#include "rcp-import-entry.h"
#include "rcp-text-diff.h"

/* How much of the first sentence stands for a missing title. */
#define MIN_TITLE_CHARS 12
#define MAX_TITLE_CHARS 90

RcpImportItem *
rcp_import_item_new (const char *name, const char *content_type)
{
  RcpImportItem *self = g_new0 (RcpImportItem, 1);

  self->name = g_strdup (name);
  self->content_type = g_strdup (content_type);
  return self;
}

void
rcp_import_item_free (RcpImportItem *self)
{
  g_clear_object (&self->file);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->content_type, g_free);
  g_clear_pointer (&self->uri, g_free);
  g_clear_error (&self->error);
  g_clear_pointer (&self->incoming, rcp_incoming_free);
  g_clear_pointer (&self->entry, rcp_stored_entry_free);
  g_clear_object (&self->source);
  g_free (self);
}

/**
 * rcp_import_item_measure:
 *
 * Looks at the file without opening it. Sets @self's error when it is too large.
 *
 * Returns: its size in bytes; 0 where that is not known.
 */
gsize
rcp_import_item_measure (RcpImportItem *self)
{
  gsize size_bytes = 0;

  if (self->bytes != NULL)
    return g_bytes_get_size (self->bytes);
  if (self->file == NULL || !rcp_file_reader_measure (self->file, RCP_DOCUMENT_MAX_BYTES, &size_bytes, &self->error))
    return 0;
  return size_bytes;
}

/** rcp_import_item_is_address: whether it has to be fetched: its size is known only when it is loaded. */
gboolean
rcp_import_item_is_address (const RcpImportItem *self)
{
  return self->file != NULL && rcp_file_reader_is_address (self->file);
}

/** rcp_import_item_may_be_article: what is said to be of another kind holds no article, whatever its bytes look like; what is
 * said to be nothing in particular may. */
gboolean
rcp_import_item_may_be_article (const char *content_type)
{
  static const char *const kinds[]
      = { "text/html", "application/xhtml+xml", "text/plain", "text/markdown", "text/x-markdown",
          "application/octet-stream" };
  g_autofree char *kind = content_type ? g_strndup (content_type, strcspn (content_type, "; ")) : NULL;

  for (guint i = 0; kind != NULL && i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kind, kinds[i]))
      return TRUE;
  return kind == NULL;
}

static void
fetch (RcpImportItem *self, RcpFetcher *fetcher, GCancellable *cancellable)
{
  g_autofree char *uri = g_file_get_uri (self->file);
  g_autoptr (RcpFetched) fetched = rcp_fetcher_fetch (fetcher, uri, cancellable, &self->error);

  if (fetched == NULL)
    return;
  if (!rcp_import_item_may_be_article (fetched->content_type))
    {
      g_set_error (&self->error, RCP_IMPORT_ERROR, RCP_IMPORT_ERROR_UNSUPPORTED, "%s: is %s", self->name,
                   fetched->content_type);
      return;
    }
  self->bytes = g_bytes_ref (fetched->bytes);
  self->content_type = g_strdup (fetched->content_type);
  self->uri = g_strdup (fetched->uri);
}

/**
 * rcp_import_item_load:
 * @fetcher: (nullable): fetches it if it is an address; not needed otherwise
 *
 * Reads the file's bytes, or fetches them; never more than an article may have. Blocks; any thread.
 *
 * Returns: whether the bytes are at hand; @self's error says why not.
 */
gboolean
rcp_import_item_load (RcpImportItem *self, RcpFetcher *fetcher, GCancellable *cancellable)
{
  if (self->bytes != NULL || self->error != NULL)
    return self->error == NULL;
  if (rcp_import_item_is_address (self))
    fetch (self, fetcher, cancellable);
  else
    self->bytes = rcp_file_reader_read (self->file, RCP_DOCUMENT_MAX_BYTES, cancellable, &self->error);
  return self->error == NULL;
}

/* What tells a copy, in any form: who publishes it, and its words. Two outlets that carry the same dispatch are two
 * articles. */
static char *
hash_content (const RcpDocument *document)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  const char *outlet = document->outlet ? document->outlet : "";
  const char *p = document->text;

  g_checksum_update (checksum, (const guchar *) outlet, strlen (outlet) + 1);
  while (*p != '\0')
    {
      const char *start;

      while (*p != '\0' && g_ascii_isspace (*p))
        p++;
      start = p;
      while (*p != '\0' && !g_ascii_isspace (*p))
        p++;
      if (p > start)
        {
          g_checksum_update (checksum, (const guchar *) start, p - start);
          g_checksum_update (checksum, (const guchar *) " ", 1);
        }
    }
  return g_strdup (g_checksum_get_string (checksum));
}

/* The last part of a path, or of an address without its query. */
static char *
dup_base (const RcpImportItem *self)
{
  g_autofree char *path
      = g_strndup (self->name, rcp_import_item_is_address (self) ? strcspn (self->name, "?") : strlen (self->name));

  return g_path_get_basename (path);
}

/* An article that states no title goes by its first words: that is how a person knows it again. */
static char *
dup_first_words (const RcpSegmentedText *text)
{
  for (guint i = 0; i < text->n_sentences; i++)
    {
      RcpRange range = text->sentences[i].range;
      g_autofree char *words = NULL;
      char *space;

      if (text->sentences[i].is_set_aside || rcp_range_length (range) < MIN_TITLE_CHARS)
        continue;
      if (rcp_range_length (range) <= MAX_TITLE_CHARS)
        return rcp_segmented_text_dup_range (text, range);
      range.end = range.start + MAX_TITLE_CHARS;
      words = rcp_segmented_text_dup_range (text, range);
      space = strrchr (words, ' ');
      if (space)
        *space = '\0';
      return g_strconcat (words, "…", NULL);
    }
  return NULL;
}

/* A later version has that share of its words, or of those of the earlier one where that is shorter, from the other. Pages
 * that name one address for all they hold (a front page, a live blog of another day) have fewer. */
#define LEAST_LIKENESS 0.3

/* The article that this is a later version of: one of the same address, and in good part of the same words; 0 for none. */
static gint64
find_earlier (const RcpIncoming *incoming, RcpStore *store, GCancellable *cancellable)
{
  const char *uri = incoming->document->uri;
  g_autoptr (RcpDocument) document = NULL;
  g_autoptr (RcpSegmentedText) text = NULL;
  g_autoptr (RcpTextDiff) diff = NULL;
  gint64 id = 0;

  if (uri == NULL || !rcp_store_find_uri (store, uri, &id, cancellable, NULL) || id == 0)
    return 0;
  document = rcp_store_load_document (store, id, cancellable, NULL);
  if (document == NULL)
    return 0;
  text = rcp_segmented_text_new (document->text, document->language ? document->language : "", document->set_aside);
  diff = rcp_text_diff_new (text, incoming->text);
  return rcp_text_diff_get_likeness (diff) >= LEAST_LIKENESS ? id : 0;
}

/* How much of a text is read; what is set aside does not count. */
static guint
count_read (const RcpSegmentedText *text)
{
  guint n = 0;

  for (guint i = 0; i < text->n_sentences; i++)
    if (!text->sentences[i].is_set_aside)
      n += rcp_range_length (text->sentences[i].range);
  return n;
}

/* Whether an article has no less to read than what came now. */
static gboolean
says_as_much (RcpStore *store, gint64 article_id, const RcpIncoming *incoming, GCancellable *cancellable)
{
  g_autoptr (RcpDocument) document = rcp_store_load_document (store, article_id, cancellable, NULL);
  g_autoptr (RcpSegmentedText) text = NULL;

  if (document == NULL)
    return FALSE;
  text = rcp_segmented_text_new (document->text, document->language ? document->language : "", document->set_aside);
  return count_read (text) >= count_read (incoming->text);
}

/* Of which article an entry is a version: its own, if that is there still, whatever its address is by now. The same article
 * that came another way is that article, unless there is more of it now; one the user removed does not come back. */
static void
place_entry (RcpImportItem *self, RcpIncoming *incoming, RcpStore *store, GCancellable *cancellable)
{
  gint64 own = self->entry->article_id;
  g_autoptr (RcpArticle) article = own != 0 ? rcp_store_load_article (store, own, cancellable, NULL) : NULL;

  incoming->source_id = self->entry->source_id;
  incoming->entry_id = self->entry_id;
  incoming->dossier_id = rcp_source_get_dossier_id (self->source);
  if (article != NULL)
    incoming->id = own;
  else
    incoming->id = find_earlier (incoming, store, cancellable);
  incoming->is_update = incoming->id != 0;
  self->duplicate_of = 0;
  if (own != 0 && article == NULL)
    self->duplicate_of = own;
  else if (incoming->id != 0 && incoming->id != own && says_as_much (store, incoming->id, incoming, cancellable))
    self->duplicate_of = incoming->id;
  if (self->duplicate_of != 0)
    g_set_error (&self->error, RCP_IMPORT_ERROR, RCP_IMPORT_ERROR_DUPLICATE,
                 "%s: the same as article %" G_GINT64_FORMAT, self->name, self->duplicate_of);
}

/**
 * rcp_import_item_read:
 * @store: tells whether the article is there already
 * @integrator: has the analyser
 *
 * Makes an article of the bytes and analyses it; or reads again the one it names. What has the address of an article that is
 * there already, and other words, is a later version of that one. Leaves it in @self's incoming, or an error. Blocks; any
 * thread.
 */
void
rcp_import_item_read (RcpImportItem *self, RcpStore *store, RcpIntegrator *integrator, GCancellable *cancellable)
{
  g_autoptr (RcpIncoming) incoming = NULL;
  g_autoptr (RcpPublication) publication = NULL;
  g_autofree char *base = NULL;

  if (self->error != NULL)
    return;
  if (self->article_id != 0)
    {
      self->incoming = rcp_integrator_read_again (integrator, self->article_id, cancellable, &self->error);
      return;
    }
  incoming = g_new0 (RcpIncoming, 1);
  base = dup_base (self);
  incoming->document = self->entry_id != 0
      ? rcp_import_entry_read (self, base)
      : rcp_document_read (self->bytes, self->content_type, base, self->uri, &self->error);
  if (incoming->document == NULL)
    return;
  incoming->content_hash = hash_content (incoming->document);
  if (rcp_store_find_content (store, incoming->content_hash, &self->duplicate_of, cancellable, NULL)
      && self->duplicate_of != 0)
    {
      g_set_error (&self->error, RCP_IMPORT_ERROR, RCP_IMPORT_ERROR_DUPLICATE,
                   "%s: the same as article %" G_GINT64_FORMAT, self->name, self->duplicate_of);
      return;
    }
  incoming->text = rcp_segmented_text_new (incoming->document->text,
                                           incoming->document->language ? incoming->document->language : "",
                                           incoming->document->set_aside);
  if (self->entry_id != 0)
    place_entry (self, incoming, store, cancellable);
  else
    incoming->id = find_earlier (incoming, store, cancellable);
  if (self->error != NULL)
    return;
  incoming->is_update = incoming->id != 0;
  if (incoming->is_update
      && !rcp_integrator_find_fixed_publication (integrator, incoming->id, &publication, cancellable, &self->error))
    return;
  incoming->findings = rcp_analyser_analyse (rcp_integrator_get_analyser (integrator), incoming->document,
                                             incoming->text, publication, rcp_clock_today ());
  incoming->raw = g_bytes_ref (self->bytes);
  incoming->content_type = g_strdup (self->content_type);
  incoming->first_words = incoming->document->title ? NULL : dup_first_words (incoming->text);
  incoming->name = g_steal_pointer (&base);
  self->incoming = g_steal_pointer (&incoming);
}
