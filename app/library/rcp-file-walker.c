#include "config.h"

#include "rcp-file-walker.h"

#include "rcp-error.h"
#include "rcp-file-reader.h"
#include "rcp-web-address.h"

/* Deeper folders are a mistake, or a loop that inodes did not show. */
#define MAX_DEPTH 64

#define ATTRIBUTES                                                                                                     \
  G_FILE_ATTRIBUTE_STANDARD_NAME "," G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_IS_HIDDEN            \
                                 "," G_FILE_ATTRIBUTE_UNIX_DEVICE "," G_FILE_ATTRIBUTE_UNIX_INODE

static const struct
{
  const char *suffix;
  const char *content_type;
} kinds[] = {
  { ".txt", "text/plain" },      { ".text", "text/plain" }, { ".md", "text/markdown" },
  { ".markdown", "text/markdown" }, { ".html", "text/html" },  { ".htm", "text/html" },
  { ".xhtml", "application/xhtml+xml" },
};

typedef struct
{
  RcpFileWalkerFunc func;
  gpointer user_data;
  GCancellable *cancellable;
  GHashTable *folders; /* "device:inode" of those walked */
} Walker;

/* What stands in a folder to speak of the folder: an article only for somebody who names the file. */
static gboolean
is_about_folder (const char *lower)
{
  static const char *const stems[] = { "readme", "license", "licence", "copying", "changelog" };
  const char *slash = strrchr (lower, '/');
  const char *base = slash ? slash + 1 : lower;

  for (guint i = 0; i < G_N_ELEMENTS (stems); i++)
    {
      gsize length = strlen (stems[i]);

      if (g_str_has_prefix (base, stems[i]) && (base[length] == '.' || base[length] == '\0'))
        return TRUE;
    }
  return FALSE;
}

static const char *
get_content_type (const char *name, gboolean by_hand)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);

  if (!by_hand && is_about_folder (lower))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_has_suffix (lower, kinds[i].suffix))
      return kinds[i].content_type;
  /* Somebody who names a file without an extension means it. */
  return by_hand && strchr (name, '.') == NULL ? "text/plain" : NULL;
}

static void
report (Walker *walker, GFile *file, const char *name, GQuark domain, int code, const char *message)
{
  g_autoptr (GError) error = g_error_new (domain, code, "%s: %s", name, message);

  walker->func (file, name, NULL, error, walker->user_data);
}

static int
compare_infos (gconstpointer a, gconstpointer b)
{
  return strcmp (g_file_info_get_name (*(GFileInfo **) a), g_file_info_get_name (*(GFileInfo **) b));
}

/* The files of a folder by name, so that the same folder is read in the same order everywhere. */
static GPtrArray *
list_folder (Walker *walker, GFile *folder, GError **error)
{
  g_autoptr (GFileEnumerator) enumerator = NULL;
  g_autoptr (GPtrArray) infos = g_ptr_array_new_with_free_func (g_object_unref);

  enumerator = g_file_enumerate_children (folder, ATTRIBUTES, G_FILE_QUERY_INFO_NONE, walker->cancellable, error);
  if (enumerator == NULL)
    return NULL;
  for (;;)
    {
      GFileInfo *info;

      if (!g_file_enumerator_iterate (enumerator, &info, NULL, walker->cancellable, error))
        return NULL;
      if (info == NULL)
        break;
      g_ptr_array_add (infos, g_object_ref (info));
    }
  g_ptr_array_sort (infos, compare_infos);
  return g_steal_pointer (&infos);
}

static void walk_file (Walker *walker, GFile *file, GFileInfo *info, const char *name, gboolean by_hand, guint depth);

static void
walk_folder (Walker *walker, GFile *folder, GFileInfo *folder_info, const char *name, guint depth)
{
  guint64 inode = g_file_info_get_attribute_uint64 (folder_info, G_FILE_ATTRIBUTE_UNIX_INODE);
  g_autoptr (GPtrArray) infos = NULL;
  g_autoptr (GError) error = NULL;

  if (depth > MAX_DEPTH)
    return;
  if (inode != 0)
    {
      guint32 device = g_file_info_get_attribute_uint32 (folder_info, G_FILE_ATTRIBUTE_UNIX_DEVICE);

      if (!g_hash_table_add (walker->folders, g_strdup_printf ("%u:%" G_GUINT64_FORMAT, device, inode)))
        return;
    }
  infos = list_folder (walker, folder, &error);
  if (infos == NULL)
    {
      if (!g_cancellable_is_cancelled (walker->cancellable))
        walker->func (folder, name, NULL, error, walker->user_data);
      return;
    }
  for (guint i = 0; i < infos->len && !g_cancellable_is_cancelled (walker->cancellable); i++)
    {
      GFileInfo *info = infos->pdata[i];
      g_autoptr (GFile) child = g_file_get_child (folder, g_file_info_get_name (info));
      g_autofree char *base = g_filename_display_name (g_file_info_get_name (info));
      g_autofree char *child_name = g_strconcat (name, "/", base, NULL);

      if (!g_file_info_get_attribute_boolean (info, G_FILE_ATTRIBUTE_STANDARD_IS_HIDDEN))
        walk_file (walker, child, info, child_name, FALSE, depth + 1);
    }
}

static void
walk_file (Walker *walker, GFile *file, GFileInfo *info, const char *name, gboolean by_hand, guint depth)
{
  const char *content_type;

  switch (g_file_info_get_attribute_uint32 (info, G_FILE_ATTRIBUTE_STANDARD_TYPE))
    {
    case G_FILE_TYPE_DIRECTORY:
      walk_folder (walker, file, info, name, depth);
      break;
    case G_FILE_TYPE_REGULAR:
      content_type = get_content_type (g_file_info_get_name (info), by_hand);
      if (content_type != NULL)
        walker->func (file, name, content_type, NULL, walker->user_data);
      else
        report (walker, file, name, RCP_IMPORT_ERROR, RCP_IMPORT_ERROR_UNSUPPORTED, "no kind of article file");
      break;
    case G_FILE_TYPE_SYMBOLIC_LINK:
      /* Links are followed; one that is left leads nowhere. */
      report (walker, file, name, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "the link leads nowhere");
      break;
    default:
      report (walker, file, name, RCP_IMPORT_ERROR, RCP_IMPORT_ERROR_NOT_REGULAR, "neither a file nor a folder");
    }
}

/* An address is one article; what kind it is, its server will say. */
static void
walk_address (Walker *walker, GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);
  g_autoptr (GError) error = NULL;
  g_autoptr (GUri) address = rcp_web_address_parse (uri, NULL, &error);
  g_autofree char *printed = address ? rcp_web_address_print (address) : NULL;

  walker->func (file, printed ? printed : uri, NULL, error, walker->user_data);
}

static void
walk_given (Walker *walker, GFile *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInfo) info
      = g_file_query_info (file, ATTRIBUTES, G_FILE_QUERY_INFO_NONE, walker->cancellable, &error);
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = base ? g_filename_display_name (base) : g_file_get_uri (file);

  if (info != NULL)
    walk_file (walker, file, info, name, TRUE, 0);
  else if (g_file_peek_path (file) == NULL
           && (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED)
               || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_MOUNTED)))
    {
      g_autofree char *uri = g_file_get_uri (file);

      report (walker, file, uri, RCP_FETCH_ERROR, RCP_FETCH_ERROR_ADDRESS, "no file, and no address of the web");
    }
  else if (!g_cancellable_is_cancelled (walker->cancellable))
    walker->func (file, name, NULL, error, walker->user_data);
}

/**
 * rcp_file_walker_walk:
 * @files: (element-type GFile): files, folders and addresses of the web
 * @cancellable: (nullable): ends the walk
 * @func: hears of each file
 *
 * Finds the files in folders, by name; hidden ones are passed over, links followed, no folder walked twice. What is no
 * file is told as an error without being opened. Addresses are passed on as they are. Blocks; any thread.
 */
void
rcp_file_walker_walk (GPtrArray *files, GCancellable *cancellable, RcpFileWalkerFunc func, gpointer user_data)
{
  g_autoptr (GHashTable) folders = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Walker walker = { func, user_data, cancellable, folders };

  for (guint i = 0; i < files->len && !g_cancellable_is_cancelled (cancellable); i++)
    {
      if (rcp_file_reader_is_address (files->pdata[i]))
        walk_address (&walker, files->pdata[i]);
      else
        walk_given (&walker, files->pdata[i]);
    }
}
