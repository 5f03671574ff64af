#include "config.h"

#include "rcp-chronology.h"

#include "rcp-date-words.h"
#include "rcp-voice-words.h"

/* A chronology to read, in CommonMark 0.30: a heading a month, an event a bold line, its accounts quoted below. */

/* Text of articles must not turn into markup: every character that can begin some is escaped (CommonMark 0.30, 2.4). */
static void
append_escaped (GString *out, const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '\n' || *p == '\r' || *p == '\t')
        {
          g_string_append_c (out, ' ');
          continue;
        }
      if (strchr ("\\`*_{}[]<>#|~&!", *p) != NULL)
        g_string_append_c (out, '\\');
      g_string_append_c (out, *p);
    }
}

static gboolean
write_out (GOutputStream *stream, const GString *out, GCancellable *cancellable, GError **error)
{
  return g_output_stream_write_all (stream, out->str, out->len, NULL, cancellable, error);
}

static gboolean
begin (GOutputStream *stream, const RcpChronologyWords *words, GCancellable *cancellable, GError **error)
{
  g_autoptr (GString) out = g_string_new ("# ");

  append_escaped (out, words->title);
  g_string_append_c (out, '\n');
  return write_out (stream, out, cancellable, error);
}

/* The month an event is filed under, as year × 12 + month; 1 for those that have none. */
static gint64
get_month (RcpEdtf *date)
{
  RcpYmd ymd;
  gint32 day = date ? rcp_edtf_get_middle_day (date) : RCP_DAY_INVALID;

  if (day <= 0 || day == RCP_DAY_OPEN_END)
    return 1;
  ymd = rcp_day_to_ymd (day);
  return ymd.year * 12 + ymd.month + 1;
}

static void
append_heading (GString *out, gint64 month, const RcpChronologyWords *words)
{
  g_string_append (out, "\n## ");
  if (month == 1)
    append_escaped (out, words->undated);
  else
    {
      g_autoptr (RcpEdtf) date = rcp_edtf_new_month ((month - 2) / 12, (month - 2) % 12 + 1);
      g_autofree char *text = rcp_date_words_format (date, RCP_DATE_STYLE_LONG);

      append_escaped (out, text);
    }
  g_string_append (out, "\n\n");
}

static void
append_account (GString *out, RcpAccount *account, const RcpChronologyWords *words)
{
  const char *outlet = rcp_account_get_outlet (account);
  g_autofree char *source = rcp_voice_words_source (account);

  g_string_append (out, "  - ");
  append_escaped (out, outlet ? outlet : words->unnamed_outlet);
  if (rcp_account_get_published (account) != NULL)
    {
      g_autofree char *published = rcp_date_words_format (rcp_account_get_published (account), RCP_DATE_STYLE_MEDIUM);

      g_string_append (out, ", ");
      append_escaped (out, published);
    }
  g_string_append (out, ": “");
  append_escaped (out, rcp_account_get_sentence (account));
  g_string_append (out, "”");
  if (source != NULL)
    {
      g_string_append (out, " (");
      append_escaped (out, source);
      g_string_append_c (out, ')');
    }
  if (rcp_account_get_copy_of (account) != 0)
    {
      g_string_append (out, " *");
      append_escaped (out, words->shared);
      g_string_append_c (out, '*');
    }
  g_string_append_c (out, '\n');
}

static void
append_discrepancy (GString *out, RcpDiscrepancy *discrepancy, const RcpChronologyWords *words)
{
  GListModel *values = rcp_discrepancy_get_values (discrepancy);
  guint n = g_list_model_get_n_items (values);

  g_string_append (out, "  - ≠ ");
  append_escaped (out, words->differ);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (RcpDiscrepancyValue) value = g_list_model_get_item (values, i);
      const char *outlet = rcp_discrepancy_value_get_outlet (value);

      g_string_append (out, i == 0 ? " “" : " · “");
      append_escaped (out, rcp_discrepancy_value_get_text (value));
      g_string_append (out, "” (");
      append_escaped (out, outlet ? outlet : words->unnamed_outlet);
      g_string_append_c (out, ')');
    }
  if (rcp_discrepancy_get_other_event_id (discrepancy) != 0)
    {
      g_autofree char *date = rcp_date_words_format (rcp_discrepancy_get_other_date (discrepancy), RCP_DATE_STYLE_LONG);

      g_string_append (out, " — ");
      append_escaped (out, words->as_other);
      g_string_append (out, " ");
      append_escaped (out, rcp_discrepancy_get_other_title (discrepancy));
      if (date != NULL)
        {
          g_string_append (out, ", ");
          append_escaped (out, date);
        }
    }
  g_string_append_c (out, '\n');
}

static gboolean
add (GOutputStream *stream, const RcpChronologyWords *words, const RcpChronologyEntry *entry, gint64 *state,
     GCancellable *cancellable, GError **error)
{
  g_autoptr (GString) out = g_string_new (NULL);
  RcpEdtf *date = rcp_event_get_date (entry->event);
  g_autofree char *when = rcp_date_words_format (date, RCP_DATE_STYLE_LONG);
  gint64 month = get_month (date);

  if (month != *state)
    append_heading (out, month, words);
  *state = month;
  g_string_append (out, "- ");
  if (date != NULL)
    {
      g_string_append (out, "**");
      append_escaped (out, when);
      g_string_append (out, "** — ");
    }
  append_escaped (out, rcp_event_get_title (entry->event));
  g_string_append_c (out, '\n');
  for (guint i = 0; i < g_list_model_get_n_items (entry->accounts); i++)
    {
      g_autoptr (RcpAccount) account = g_list_model_get_item (entry->accounts, i);

      append_account (out, account, words);
    }
  for (guint i = 0; i < g_list_model_get_n_items (entry->discrepancies); i++)
    {
      g_autoptr (RcpDiscrepancy) discrepancy = g_list_model_get_item (entry->discrepancies, i);

      if (!rcp_discrepancy_get_settled (discrepancy))
        append_discrepancy (out, discrepancy, words);
    }
  return write_out (stream, out, cancellable, error);
}

static gboolean
end (GOutputStream *stream, const RcpChronologyWords *words, GCancellable *cancellable, GError **error)
{
  return TRUE;
}

const RcpChronologyWriter rcp_chronology_markdown = { begin, add, end };
