#include "config.h"

#include "rcp-cli.h"

#include "rcp-analyser.h"
#include "rcp-analysis-json.h"
#include "rcp-clock.h"
#include "rcp-dossier-json.h"
#include "rcp-file-reader.h"
#include "rcp-file-walker.h"
#include "rcp-model-json.h"

#include <stdio.h>

/* One file as far as the analysis goes. */
typedef struct
{
  char *name;
  RcpDocument *document;
  RcpSegmentedText *text;
  RcpFindings *findings;
} Piece;

typedef struct
{
  RcpAnalyser *analyser;
  GPtrArray *pieces; /* NULL to print each at once */
  gboolean failed;
} Run;

static void
piece_free (gpointer data)
{
  Piece *piece = data;

  g_free (piece->name);
  g_clear_pointer (&piece->document, rcp_document_unref);
  g_clear_pointer (&piece->text, rcp_segmented_text_unref);
  g_clear_pointer (&piece->findings, rcp_findings_unref);
  g_free (piece);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Piece, piece_free)

static Piece *
read_piece (RcpAnalyser *analyser, GFile *file, const char *name, const char *content_type, GError **error)
{
  g_autoptr (Piece) piece = g_new0 (Piece, 1);
  g_autoptr (GBytes) bytes = rcp_file_reader_read (file, RCP_DOCUMENT_MAX_BYTES, NULL, error);

  if (bytes == NULL)
    return NULL;
  piece->name = g_strdup (name);
  piece->document = rcp_document_read (bytes, content_type, name, NULL, error);
  if (piece->document == NULL)
    return NULL;
  piece->text = rcp_segmented_text_new (piece->document->text, piece->document->language ? piece->document->language : "",
                                        piece->document->set_aside);
  piece->findings = rcp_analyser_analyse (analyser, piece->document, piece->text, NULL, rcp_clock_today ());
  return g_steal_pointer (&piece);
}

static void
file_cb (GFile *file, const char *name, const char *content_type, const GError *error, gpointer user_data)
{
  Run *run = user_data;
  g_autoptr (GError) own = NULL;
  g_autoptr (Piece) piece = NULL;

  if (error == NULL)
    piece = read_piece (run->analyser, file, name, content_type, &own);
  if (piece == NULL)
    {
      rcp_cli_fail (name, error ? error : own);
      run->failed = TRUE;
      return;
    }
  if (run->pieces != NULL)
    g_ptr_array_add (run->pieces, g_steal_pointer (&piece));
  else
    {
      g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();

      rcp_analysis_json_article (builder, piece->name, piece->document, piece->text, piece->findings, NULL);
      rcp_cli_print_json (builder);
    }
}

static void
print_together (RcpAnalyser *analyser, GPtrArray *pieces)
{
  g_autofree const char **files = g_new0 (const char *, pieces->len + 1);
  g_autofree RcpDocument **documents = g_new0 (RcpDocument *, pieces->len + 1);
  g_autofree RcpSegmentedText **texts = g_new0 (RcpSegmentedText *, pieces->len + 1);
  g_autofree RcpFindings **findings = g_new0 (RcpFindings *, pieces->len + 1);
  g_autoptr (RcpDossierAnalysis) analysis = NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();

  for (guint i = 0; i < pieces->len; i++)
    {
      const Piece *piece = pieces->pdata[i];

      files[i] = piece->name;
      documents[i] = piece->document;
      texts[i] = piece->text;
      findings[i] = piece->findings;
    }
  analysis = rcp_dossier_analysis_new (analyser, documents, texts, findings, pieces->len, rcp_clock_today ());
  rcp_dossier_json_build (builder, files, documents, texts, pieces->len, analysis);
  rcp_cli_print_json (builder);
}

int
rcp_cli_analyse (const RcpCliOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RcpAnalyser) analyser = rcp_analyser_new (&error);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) pieces = options->together ? g_ptr_array_new_with_free_func (piece_free) : NULL;
  Run run = { analyser, pieces, FALSE };

  if (analyser == NULL)
    return rcp_cli_fail (NULL, error);
  rcp_cli_warn (rcp_analyser_get_warnings (analyser));
  for (guint i = 0; options->arguments[i] != NULL; i++)
    g_ptr_array_add (files, g_file_new_for_commandline_arg (options->arguments[i]));
  rcp_file_walker_walk (files, NULL, file_cb, &run);
  if (pieces != NULL && pieces->len > 0)
    print_together (analyser, pieces);
  return run.failed ? RCP_CLI_FAILED : RCP_CLI_OK;
}
