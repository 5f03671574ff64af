#include "config.h"

#include "rcp-tsv.h"

#include <string.h>

struct _RcpTsv
{
  /* owned */
  GBytes *bytes;
  GPtrArray *columns; /* of char * */
  GPtrArray *cells;   /* of char *, of the row reached */

  /* plain */
  const char *at;
  const char *end;
};

static char *
next_line (RcpTsv *self)
{
  const char *stop;
  char *line;

  if (self->at >= self->end)
    return NULL;
  stop = memchr (self->at, '\n', self->end - self->at);
  if (stop == NULL)
    stop = self->end;
  line = g_strndup (self->at, stop - self->at);
  self->at = stop + 1;
  return line;
}

static void
split_cells (const char *line, GPtrArray *cells)
{
  g_ptr_array_set_size (cells, 0);
  for (const char *from = line;;)
    {
      const char *tab = strchr (from, '\t');

      g_ptr_array_add (cells, tab ? g_strndup (from, tab - from) : g_strdup (from));
      if (tab == NULL)
        return;
      from = tab + 1;
    }
}

/**
 * rcp_tsv_new:
 * @bytes: (transfer none): the table
 *
 * Returns: (transfer full): a reader that stands before the first row.
 */
RcpTsv *
rcp_tsv_new (GBytes *bytes)
{
  RcpTsv *self = g_new0 (RcpTsv, 1);
  gsize size;
  char *line;

  self->bytes = g_bytes_ref (bytes);
  self->at = g_bytes_get_data (bytes, &size);
  self->end = self->at + size;
  self->columns = g_ptr_array_new_with_free_func (g_free);
  self->cells = g_ptr_array_new_with_free_func (g_free);
  while ((line = next_line (self)) != NULL)
    {
      gboolean is_header = line[0] != '#' && line[0] != '\0';

      if (is_header)
        split_cells (line, self->columns);
      g_free (line);
      if (is_header)
        break;
    }
  return self;
}

void
rcp_tsv_free (RcpTsv *self)
{
  g_bytes_unref (self->bytes);
  g_ptr_array_unref (self->columns);
  g_ptr_array_unref (self->cells);
  g_free (self);
}

/** rcp_tsv_next: goes to the next row, comments and empty lines left out; FALSE at the end. */
gboolean
rcp_tsv_next (RcpTsv *self)
{
  char *line;

  while ((line = next_line (self)) != NULL)
    {
      gboolean is_row = line[0] != '#' && line[0] != '\0';

      if (is_row)
        split_cells (line, self->cells);
      g_free (line);
      if (is_row)
        return TRUE;
    }
  return FALSE;
}

/**
 * rcp_tsv_get:
 * @column: name of a column
 *
 * Returns: (transfer none): the cell of the row reached, valid until rcp_tsv_next(); "" where the row or the table lacks it.
 */
const char *
rcp_tsv_get (RcpTsv *self, const char *column)
{
  for (guint i = 0; i < self->columns->len && i < self->cells->len; i++)
    if (strcmp (self->columns->pdata[i], column) == 0)
      return self->cells->pdata[i];
  return "";
}

/**
 * rcp_tsv_dup_list:
 * @column: name of a column
 *
 * Returns: (transfer full): the values of the cell, white space around them left out; empty for an empty cell.
 */
char **
rcp_tsv_dup_list (RcpTsv *self, const char *column)
{
  const char *cell = rcp_tsv_get (self, column);
  char **list = g_strsplit (cell, ";", -1);
  guint n = 0;

  for (guint i = 0; list[i]; i++)
    {
      g_strstrip (list[i]);
      if (list[i][0] != '\0')
        list[n++] = list[i];
      else
        g_free (list[i]);
    }
  list[n] = NULL;
  return list;
}
