#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rcp-cli-filter.h"
#include "rcp-document.h"
#include "rcp-file-reader.h"
#include "rcp-file-walker.h"
#include "rcp-model-json.h"

/* Pages in, articles out: a filter that stores nothing. */

typedef struct
{
  const RcpCliOptions *options;
  gboolean failed;
} Run;

static void
add_authors (JsonBuilder *builder, const char *byline)
{
  g_auto (GStrv) names = byline ? g_strsplit (byline, ", ", -1) : NULL;

  json_builder_set_member_name (builder, "author");
  json_builder_begin_array (builder);
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    if (*names[i] != '\0')
      json_builder_add_string_value (builder, names[i]);
  json_builder_end_array (builder);
}

static void
add_document (JsonBuilder *builder, const RcpDocument *document)
{
  g_autofree char *text = rcp_document_dup_article (document);

  rcp_model_json_string (builder, "title", document->title);
  add_authors (builder, document->byline ? document->byline : document->agency);
  rcp_model_json_string (builder, "date", document->published ? rcp_edtf_get_string (document->published) : NULL);
  rcp_model_json_string (builder, "date_read_from", document->published_clue);
  rcp_model_json_string (builder, "site", document->outlet);
  rcp_model_json_string (builder, "republished_by", document->via);
  rcp_model_json_string (builder, "lang", document->language);
  rcp_model_json_string (builder, "url", document->uri);
  rcp_model_json_string (builder, "text", g_strstrip (text));
}

/* Adds what a page says, or why it says nothing; FALSE for the latter. */
static gboolean
extract (JsonBuilder *builder, GFile *file, const char *name, const char *content_type, const char *uri)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = rcp_file_reader_read (file, RCP_DOCUMENT_MAX_BYTES, NULL, &error);
  g_autoptr (RcpDocument) document = NULL;
  gint64 begun_us = g_get_monotonic_time ();

  if (bytes != NULL)
    document = rcp_document_read (bytes, content_type, name, uri, &error);
  if (document == NULL)
    {
      rcp_cli_fail (name, error);
      rcp_model_json_string (builder, "error", error->message);
      return FALSE;
    }
  add_document (builder, document);
  json_builder_set_member_name (builder, "ms");
  json_builder_add_double_value (builder, (g_get_monotonic_time () - begun_us) / 1000.0);
  return TRUE;
}

static void
file_cb (GFile *file, const char *name, const char *content_type, const GError *error, gpointer user_data)
{
  Run *run = user_data;
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();

  if (error != NULL)
    {
      rcp_cli_fail (name, error);
      run->failed = TRUE;
      return;
    }
  json_builder_begin_object (builder);
  rcp_model_json_string (builder, "file", name);
  run->failed = !extract (builder, file, name, content_type, run->options->url) || run->failed;
  json_builder_end_object (builder);
  rcp_cli_print_json (builder);
}

static gboolean
line (JsonObject *object, guint number, JsonBuilder *builder, gconstpointer options)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (rcp_cli_filter_get_string (object, "file"));
  g_autofree char *name = g_file_get_basename (file);

  return extract (builder, file, name, rcp_cli_filter_get_string (object, "content_type"),
                  rcp_cli_filter_get_string (object, "url"));
}

int
rcp_cli_extract (const RcpCliOptions *options)
{
  static const char *const needed[] = { "file", NULL };
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  Run run = { options, FALSE };

  if (options->arguments == NULL || options->arguments[0] == NULL)
    return rcp_cli_filter_run (needed, _("Line %u is no JSON object with the name of a “file”."), line, options);
  for (guint i = 0; options->arguments[i] != NULL; i++)
    g_ptr_array_add (files, g_file_new_for_commandline_arg (options->arguments[i]));
  rcp_file_walker_walk (files, NULL, file_cb, &run);
  return run.failed ? RCP_CLI_FAILED : RCP_CLI_OK;
}
