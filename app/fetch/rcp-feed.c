#include "config.h"

#include "rcp-feed-private.h"

#include <string.h>

G_DEFINE_BOXED_TYPE (RcpFeed, rcp_feed, rcp_feed_ref, rcp_feed_unref)
G_DEFINE_BOXED_TYPE (RcpFeedEntry, rcp_feed_entry, rcp_feed_entry_ref, rcp_feed_entry_unref)

static void
enclosure_free (gpointer data)
{
  RcpFeedEnclosure *enclosure = data;

  g_free (enclosure->uri);
  g_free (enclosure->type);
  g_free (enclosure);
}

/** rcp_feed_new: (transfer full): an empty feed, for a reader to fill. */
RcpFeed *
rcp_feed_new (RcpFeedFormat format)
{
  RcpFeed *self = g_new0 (RcpFeed, 1);

  g_atomic_ref_count_init (&self->refs);
  self->format = format;
  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) rcp_feed_entry_unref);
  return self;
}

/** rcp_feed_ref: any thread. */
RcpFeed *
rcp_feed_ref (RcpFeed *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

/** rcp_feed_unref: any thread. */
void
rcp_feed_unref (RcpFeed *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_free (self->title);
  g_free (self->link);
  g_free (self->description);
  g_free (self->language);
  g_free (self->author);
  g_free (self->guid);
  g_free (self->self_uri);
  g_free (self->hub_uri);
  g_free (self->next_uri);
  g_free (self->image_uri);
  g_ptr_array_unref (self->entries);
  g_free (self);
}

/** rcp_feed_entry_new: (transfer full): an empty entry, for a reader to fill. */
RcpFeedEntry *
rcp_feed_entry_new (void)
{
  RcpFeedEntry *self = g_new0 (RcpFeedEntry, 1);

  g_atomic_ref_count_init (&self->refs);
  self->categories = g_ptr_array_new_with_free_func (g_free);
  self->enclosures = g_ptr_array_new_with_free_func (enclosure_free);
  return self;
}

/** rcp_feed_entry_ref: any thread. */
RcpFeedEntry *
rcp_feed_entry_ref (RcpFeedEntry *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

/** rcp_feed_entry_unref: any thread. */
void
rcp_feed_entry_unref (RcpFeedEntry *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_free (self->title);
  g_free (self->link);
  g_free (self->guid);
  g_free (self->summary);
  g_free (self->content);
  g_free (self->author);
  g_free (self->source_title);
  g_free (self->source_uri);
  g_free (self->language);
  g_free (self->image_uri);
  g_ptr_array_unref (self->categories);
  g_ptr_array_unref (self->enclosures);
  g_free (self);
}

/** rcp_feed_take: @value (transfer full) (nullable) goes to @place, where that is empty and @value is not. */
void
rcp_feed_take (char **place, char *value)
{
  if (*place == NULL && value != NULL && *value != '\0')
    *place = value;
  else
    g_free (value);
}

/** rcp_feed_take_date: @text (nullable), read as a date, goes to @place, where that has none. */
void
rcp_feed_take_date (RcpFeedDate *place, const char *text)
{
  if (place->precision == RCP_FEED_PRECISION_NONE && text != NULL)
    rcp_feed_date_parse (text, place);
}

/** rcp_feed_entry_add_category: @category (transfer full) (nullable), once. */
void
rcp_feed_entry_add_category (RcpFeedEntry *self, char *category)
{
  g_autofree char *owned = category;

  if (owned == NULL || *g_strstrip (owned) == '\0')
    return;
  if (!g_ptr_array_find_with_equal_func (self->categories, owned, g_str_equal, NULL))
    g_ptr_array_add (self->categories, g_steal_pointer (&owned));
}

/** rcp_feed_entry_add_enclosure: @uri (transfer full) (nullable), once. */
void
rcp_feed_entry_add_enclosure (RcpFeedEntry *self, char *uri, const char *type, gint64 length_bytes)
{
  RcpFeedEnclosure *enclosure;

  for (guint i = 0; uri != NULL && i < self->enclosures->len; i++)
    {
      RcpFeedEnclosure *known = self->enclosures->pdata[i];

      if (g_str_equal (known->uri, uri))
        {
          rcp_feed_take (&known->type, g_strdup (type));
          if (known->length_bytes < 0)
            known->length_bytes = length_bytes;
          g_clear_pointer (&uri, g_free);
        }
    }
  if (uri == NULL || *uri == '\0')
    {
      g_free (uri);
      return;
    }
  enclosure = g_new0 (RcpFeedEnclosure, 1);
  enclosure->uri = uri;
  enclosure->type = type && *type ? g_strdup (type) : NULL;
  enclosure->length_bytes = length_bytes;
  g_ptr_array_add (self->enclosures, enclosure);
}

/** rcp_feed_add_author: @name (nullable) behind those that stand in @authors, once. */
void
rcp_feed_add_author (char **authors, const char *name)
{
  g_auto (GStrv) known = NULL;
  char *joined;

  if (name == NULL || *name == '\0')
    return;
  if (*authors == NULL)
    {
      *authors = g_strdup (name);
      return;
    }
  known = g_strsplit (*authors, ", ", -1);
  if (g_strv_contains ((const char *const *) known, name) || g_str_equal (*authors, name))
    return;
  joined = g_strconcat (*authors, ", ", name, NULL);
  g_free (*authors);
  *authors = joined;
}

static void
feed_checksum (GChecksum *checksum, const char *text)
{
  /* The end is part of it: "ab" and "c" are not "a" and "bc". */
  if (text != NULL)
    g_checksum_update (checksum, (const guchar *) text, strlen (text));
  g_checksum_update (checksum, (const guchar *) "", 1);
}

/**
 * rcp_feed_entry_dup_key:
 *
 * What makes @self the same entry when the feed is read again: its guid, where it has one (RSS 2.0: "a string that uniquely
 * identifies the item"; RFC 4287, section 4.2.6: compared letter by letter); else its link; else its title, day and
 * enclosure; else what it says. The letter before the colon says which: "g:", "l:", "t:" or "c:".
 *
 * A key holds within one feed only, the same in another feed is another entry. Feeds that give several items one guid exist:
 * rcp_feed_list_keys() tells those apart.
 *
 * Returns: (transfer full): never empty. Any thread.
 */
char *
rcp_feed_entry_dup_key (RcpFeedEntry *self)
{
  g_autoptr (GChecksum) checksum = NULL;
  g_autofree char *day = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->guid != NULL)
    return g_strconcat ("g:", self->guid, NULL);
  if (self->link != NULL)
    return g_strconcat ("l:", self->link, NULL);
  checksum = g_checksum_new (G_CHECKSUM_SHA256);
  if (self->title == NULL)
    {
      feed_checksum (checksum, self->content);
      feed_checksum (checksum, self->summary);
      return g_strconcat ("c:", g_checksum_get_string (checksum), NULL);
    }
  day = self->published.precision != RCP_FEED_PRECISION_NONE
            ? g_strdup_printf ("%" G_GINT64_FORMAT, self->published.us / (24 * 60 * 60 * G_TIME_SPAN_SECOND))
            : NULL;
  feed_checksum (checksum, self->title);
  feed_checksum (checksum, day);
  feed_checksum (checksum, self->enclosures->len > 0 ? ((RcpFeedEnclosure *) self->enclosures->pdata[0])->uri : NULL);
  return g_strconcat ("t:", g_checksum_get_string (checksum), NULL);
}

/**
 * rcp_feed_entry_dup_hash:
 *
 * Changes when what @self says changes: its title, link, texts and author, but for white space. Dates take no part: servers
 * that write the present into every item would make everything new at each reading.
 *
 * Returns: (transfer full): SHA-256 in hexadecimal. Any thread.
 */
char *
rcp_feed_entry_dup_hash (RcpFeedEntry *self)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  const char *texts[] = { self->title, self->link, self->summary, self->content, self->author };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GString) squeezed = g_string_new (NULL);

      for (const char *at = texts[i] ? texts[i] : ""; *at != '\0'; at++)
        if (!g_ascii_isspace (*at))
          g_string_append_c (squeezed, *at);
        else if (squeezed->len > 0 && squeezed->str[squeezed->len - 1] != ' ')
          g_string_append_c (squeezed, ' ');
      feed_checksum (checksum, g_strchomp (squeezed->str));
    }
  return g_strdup (g_checksum_get_string (checksum));
}

/**
 * rcp_feed_list_keys:
 *
 * The keys of the entries of @self, in their order, no two the same: where several entries have one key, each gets the link
 * (or the title) as well, and where those are the same too, a number, counted from the oldest, which stands last. One that
 * is alone keeps its key as it is.
 *
 * Returns: (transfer full) (element-type utf8): one for each entry.
 */
GPtrArray *
rcp_feed_list_keys (RcpFeed *self)
{
  g_autoptr (GPtrArray) keys = NULL;
  g_autoptr (GHashTable) count = NULL;
  g_autoptr (GHashTable) used = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  keys = g_ptr_array_new_with_free_func (g_free);
  count = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  used = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < self->entries->len; i++)
    {
      char *key = rcp_feed_entry_dup_key (self->entries->pdata[i]);
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (count, key)) + 1;

      g_ptr_array_add (keys, key);
      g_hash_table_replace (count, g_strdup (key), GUINT_TO_POINTER (n));
    }
  for (guint i = self->entries->len; i-- > 0;)
    {
      RcpFeedEntry *entry = self->entries->pdata[i];
      char *key = keys->pdata[i];
      g_autofree char *longer = NULL;
      guint n;

      if (GPOINTER_TO_UINT (g_hash_table_lookup (count, key)) == 1)
        continue;
      longer = g_strconcat (key, "\n", entry->guid && entry->link ? entry->link : entry->title ? entry->title : "", NULL);
      n = GPOINTER_TO_UINT (g_hash_table_lookup (used, longer)) + 1;
      g_hash_table_replace (used, g_strdup (longer), GUINT_TO_POINTER (n));
      keys->pdata[i] = n == 1 ? g_steal_pointer (&longer) : g_strdup_printf ("%s\n%u", longer, n);
      g_free (key);
    }
  return g_steal_pointer (&keys);
}
