#include "config.h"

#include <gio/gio.h>

#include "rcp-lexicon-tables.h"

/* Compiles tables of resources/lexicon into one lexicon.  usage: lexicon-compiler OUTPUT TABLE.tsv...
 * The meanings of a name stand in the order of the tables. Runs while the program is built and is not
 * installed. */

static gboolean
read_table (RcpLexiconWriter *writer, const char *path, GError **error)
{
  g_autofree char *file = g_path_get_basename (path);
  g_autoptr (GMappedFile) mapped = g_mapped_file_new (path, FALSE, error);
  g_autoptr (GBytes) bytes = mapped ? g_mapped_file_get_bytes (mapped) : NULL;
  g_autoptr (RcpTsv) table = bytes ? rcp_tsv_new (bytes) : NULL;

  if (table == NULL)
    return FALSE;
  if (!g_utf8_validate (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%s: no UTF-8", path);
      return FALSE;
    }
  if (!rcp_lexicon_tables_read (writer, file, table))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, "%s: no table of names", path);
      return FALSE;
    }
  return TRUE;
}

int
main (int argc, char **argv)
{
  g_autoptr (RcpLexiconWriter) writer = rcp_lexicon_writer_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  if (argc < 3)
    {
      g_printerr ("usage: lexicon-compiler OUTPUT TABLE.tsv...\n");
      return 2;
    }
  for (int i = 2; i < argc && error == NULL; i++)
    read_table (writer, argv[i], &error);
  if (error == NULL)
    {
      bytes = rcp_lexicon_writer_write (writer, &error);
      if (bytes)
        g_file_set_contents (argv[1], g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &error);
    }
  if (error != NULL)
    g_printerr ("lexicon-compiler: %s\n", error->message);
  return error ? 1 : 0;
}
