#include "config.h"

#include "rcp-chronology.h"

#include "rcp-model-json.h"

/* A chronology for programs: { "title", "events": [ … ] }, an event a line, written as it comes. */

static gboolean
write_text (GOutputStream *stream, const char *text, GCancellable *cancellable, GError **error)
{
  return g_output_stream_write_all (stream, text, strlen (text), NULL, cancellable, error);
}

static gboolean
begin (GOutputStream *stream, const RcpChronologyWords *words, GCancellable *cancellable, GError **error)
{
  g_autoptr (JsonNode) title = json_node_init_string (json_node_alloc (), words->title);
  g_autofree char *quoted = json_to_string (title, FALSE);
  g_autofree char *head = g_strdup_printf ("{\"title\":%s,\"events\":[", quoted);

  return write_text (stream, head, cancellable, error);
}

static gboolean
add (GOutputStream *stream, const RcpChronologyWords *words, const RcpChronologyEntry *entry, gint64 *state,
     GCancellable *cancellable, GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autofree char *line = NULL;

  rcp_model_json_event_full (builder, entry->event, entry->accounts, entry->actors, entry->discrepancies);
  line = rcp_model_json_to_line (builder);
  if (!write_text (stream, *state == 0 ? "\n" : ",\n", cancellable, error))
    return FALSE;
  *state = 1;
  return write_text (stream, line, cancellable, error);
}

static gboolean
end (GOutputStream *stream, const RcpChronologyWords *words, GCancellable *cancellable, GError **error)
{
  return write_text (stream, "\n]}\n", cancellable, error);
}

const RcpChronologyWriter rcp_chronology_json = { begin, add, end };
