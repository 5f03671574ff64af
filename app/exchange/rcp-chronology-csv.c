#include "config.h"

#include "rcp-chronology.h"

#include "rcp-enum-types.h"

/* A chronology as a table (RFC 4180, UTF-8): one record an account, so that every date keeps its source. */

/* A spreadsheet takes a cell that begins like this for a formula, and the text of an article is not to be trusted; an
 * apostrophe before it makes it text (OWASP, CSV Injection). */
static gboolean
looks_like_formula (const char *text)
{
  return text[0] != '\0' && strchr ("=+-@\t\r", text[0]) != NULL;
}

static void
append_cell (GString *out, const char *text, gboolean last)
{
  if (text == NULL)
    text = "";
  g_string_append_c (out, '"');
  if (looks_like_formula (text))
    g_string_append_c (out, '\'');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *p);
    }
  g_string_append (out, last ? "\"\r\n" : "\",");
}

static void
append_int (GString *out, gint64 value)
{
  g_string_append_printf (out, "%" G_GINT64_FORMAT ",", value);
}

static void
append_day (GString *out, gint32 day)
{
  g_autofree char *text = day > 0 && day != RCP_DAY_OPEN_END ? rcp_day_to_iso (day) : NULL;

  append_cell (out, text, FALSE);
}

static gboolean
begin (GOutputStream *stream, const RcpChronologyWords *words, GCancellable *cancellable, GError **error)
{
  static const char head[] = "event,date,first_day,last_day,title,action,status,actors,account,account_date,outlet,"
                             "published,published_basis,attribution,quotation,speaker,medium,copy_of,sentence,article,article_title\r\n";

  return g_output_stream_write_all (stream, head, strlen (head), NULL, cancellable, error);
}

static gboolean
add (GOutputStream *stream, const RcpChronologyWords *words, const RcpChronologyEntry *entry, gint64 *state,
     GCancellable *cancellable, GError **error)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GString) actors = g_string_new (NULL);
  RcpEvent *event = entry->event;
  RcpEdtf *date = rcp_event_get_date (event);

  for (guint i = 0; i < g_list_model_get_n_items (entry->actors); i++)
    {
      g_autoptr (RcpActor) actor = g_list_model_get_item (entry->actors, i);

      g_string_append_printf (actors, "%s%s", i == 0 ? "" : "; ", rcp_actor_get_name (actor));
    }
  for (guint i = 0; i < g_list_model_get_n_items (entry->accounts); i++)
    {
      g_autoptr (RcpAccount) account = g_list_model_get_item (entry->accounts, i);
      RcpEdtf *told = rcp_account_get_date (account), *published = rcp_account_get_published (account);

      append_int (out, rcp_event_get_id (event));
      append_cell (out, date ? rcp_edtf_get_string (date) : NULL, FALSE);
      append_day (out, date ? rcp_edtf_get_first_day (date) : RCP_DAY_INVALID);
      append_day (out, date ? rcp_edtf_get_last_day (date) : RCP_DAY_INVALID);
      append_cell (out, rcp_event_get_title (event), FALSE);
      append_cell (out, rcp_enum_to_nick (RCP_TYPE_ACTION, rcp_event_get_action (event)), FALSE);
      append_cell (out, rcp_enum_to_nick (RCP_TYPE_STATUS, rcp_event_get_status (event)), FALSE);
      append_cell (out, actors->str, FALSE);
      append_int (out, rcp_account_get_id (account));
      append_cell (out, told ? rcp_edtf_get_string (told) : NULL, FALSE);
      append_cell (out, rcp_account_get_outlet (account), FALSE);
      append_cell (out, published ? rcp_edtf_get_string (published) : NULL, FALSE);
      append_cell (out, rcp_enum_to_nick (RCP_TYPE_PUBLISHED_BASIS, rcp_account_get_published_basis (account)), FALSE);
      append_cell (out, rcp_account_get_attribution (account), FALSE);
      append_cell (out, rcp_enum_to_nick (RCP_TYPE_QUOTATION, rcp_account_get_quotation (account)), FALSE);
      append_cell (out, rcp_account_get_speaker (account), FALSE);
      append_cell (out, rcp_account_get_medium (account), FALSE);
      append_int (out, rcp_account_get_copy_of (account));
      append_cell (out, rcp_account_get_sentence (account), FALSE);
      append_int (out, rcp_account_get_article_id (account));
      append_cell (out, rcp_account_get_article_title (account), TRUE);
    }
  return g_output_stream_write_all (stream, out->str, out->len, NULL, cancellable, error);
}

static gboolean
end (GOutputStream *stream, const RcpChronologyWords *words, GCancellable *cancellable, GError **error)
{
  return TRUE;
}

const RcpChronologyWriter rcp_chronology_csv = { begin, add, end };
