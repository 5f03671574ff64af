#include "config.h"

#include "rcp-cli-filter.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "rcp-language.h"

/* What filters have in common: a JSON object a line in, one out, nothing kept from line to line. */

/** rcp_cli_filter_get_string: (nullable): the member @name of @line, where it is a string. */
const char *
rcp_cli_filter_get_string (JsonObject *line, const char *name)
{
  JsonNode *node = json_object_get_member (line, name);

  return node && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_string (node) : NULL;
}

/** rcp_cli_filter_get_language: the language that @line says, else the one given for all lines, else that of @text. */
const char *
rcp_cli_filter_get_language (JsonObject *line, const RcpCliOptions *options, const char *text)
{
  const char *language = rcp_cli_filter_get_string (line, "lang");

  if (language == NULL)
    language = options->language;
  if (language == NULL)
    language = rcp_language_detect (text);
  return language ? language : "";
}

static gboolean
has_needed (JsonNode *root, const char *const *needed)
{
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return FALSE;
  for (guint i = 0; needed[i] != NULL; i++)
    if (rcp_cli_filter_get_string (json_node_get_object (root), needed[i]) == NULL)
      return FALSE;
  return TRUE;
}

static gboolean
answer (const char *line, guint number, const char *const *needed, const char *complaint, RcpCliFilterFunc func,
        gconstpointer data)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  JsonObject *object;
  JsonNode *id;
  gboolean sound;

  if (!json_parser_load_from_data (parser, line, -1, NULL) || !has_needed (json_parser_get_root (parser), needed))
    {
      g_autofree char *place = g_strdup_printf ("%u", number);
      g_auto (GStrv) parts = g_strsplit (complaint, "%u", 2);
      g_autofree char *sentence = g_strjoinv (place, parts);

      fprintf (stderr, "%s\n", sentence);
      return FALSE;
    }
  object = json_node_get_object (json_parser_get_root (parser));
  json_builder_begin_object (builder);
  id = json_object_get_member (object, "id");
  json_builder_set_member_name (builder, "id");
  json_builder_add_value (builder, id ? json_node_copy (id) : json_node_new (JSON_NODE_NULL));
  sound = func (object, number, builder, data);
  json_builder_end_object (builder);
  rcp_cli_print_json (builder);
  return sound;
}

/**
 * rcp_cli_filter_run:
 * @needed: (array zero-terminated=1): the strings that a line must have
 * @complaint: what is said of a line that lacks them; "%u" in it is the number of the line
 * @func: answers a line
 *
 * Reads standard input to its end. Blank lines are passed over; the others are answered each for itself.
 *
 * Returns: the exit status.
 */
int
rcp_cli_filter_run (const char *const *needed, const char *complaint, RcpCliFilterFunc func, gconstpointer data)
{
  g_autofree char *line = NULL;
  size_t size = 0;
  ssize_t length;
  guint number = 0;
  gboolean sound = TRUE;

  while ((length = getline (&line, &size, stdin)) >= 0)
    {
      number++;
      g_strchomp (line);
      if (*line == '\0')
        continue;
      if (!g_utf8_validate (line, -1, NULL))
        {
          fprintf (stderr, _("Line %u is not UTF-8."), number);
          fputc ('\n', stderr);
          sound = FALSE;
        }
      else
        sound = answer (line, number, needed, complaint, func, data) && sound;
    }
  return sound ? RCP_CLI_OK : RCP_CLI_FAILED;
}
