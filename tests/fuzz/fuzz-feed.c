#include "config.h"

#include "fuzz-main.h"
#include "rcp-feed-finder.h"
#include "rcp-feed-reader.h"

/* Any bytes are either refused with an error or read into a feed whose texts are UTF-8; feeds can be looked for in them. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (RcpFeed) feed = rcp_feed_read (bytes, NULL, "https://port.example/rss", &error);
  g_autoptr (GPtrArray) found = rcp_feed_finder_list (bytes, "https://port.example/");
  g_autoptr (GPtrArray) keys = NULL;

  g_assert ((feed == NULL) == (error != NULL));
  g_assert (found->len > 0);
  if (feed == NULL)
    return 0;
  keys = rcp_feed_list_keys (feed);
  for (guint i = 0; i < feed->entries->len; i++)
    {
      const RcpFeedEntry *entry = feed->entries->pdata[i];
      const char *texts[] = { entry->title, entry->link, entry->guid, entry->summary, entry->content, entry->author };

      for (guint k = 0; k < G_N_ELEMENTS (texts); k++)
        g_assert (texts[k] == NULL || g_utf8_validate (texts[k], -1, NULL));
      g_assert (((char *) keys->pdata[i])[1] == ':');
    }
  return 0;
}
