#include "config.h"

#include "rcp-cli-text.h"

#include "rcp-date-words.h"
#include "rcp-voice-words.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#define LINE_WIDTH 100

/* Text of articles reaches the terminal without what could steer it: control characters become spaces (CWE-150). */
static char *
clean (const char *text)
{
  GString *out = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (out, g_unichar_iscntrl (c) ? ' ' : c);
    }
  return g_string_free (out, FALSE);
}

static guint
get_width (gunichar c)
{
  return g_unichar_iszerowidth (c) ? 0 : g_unichar_iswide (c) ? 2 : 1;
}

/**
 * rcp_cli_text_cell:
 * @text: (nullable): what it says
 * @width: columns it has; longer text is cut; 0 for the rest of the line
 *
 * Prints one cell of a table and the gap after it.
 */
void
rcp_cli_text_cell (const char *text, guint width)
{
  g_autofree char *plain = clean (text ? text : "");
  guint used = 0, total = 0;
  const char *p;

  if (width == 0)
    {
      printf ("%s\n", plain);
      return;
    }
  for (p = plain; *p != '\0'; p = g_utf8_next_char (p))
    total += get_width (g_utf8_get_char (p));
  for (p = plain; *p != '\0'; p = g_utf8_next_char (p))
    {
      guint wide = get_width (g_utf8_get_char (p));

      if (used + wide > (total > width ? width - 1 : width))
        break;
      used += wide;
    }
  printf ("%.*s", (int) (p - plain), plain);
  if (total > width)
    {
      printf ("…");
      used++;
    }
  printf ("%*s", (int) (width - used + 2), "");
}

/**
 * rcp_cli_text_wrapped:
 * @text: one paragraph
 * @indent: spaces before each line
 *
 * Prints the paragraph, broken at spaces.
 */
void
rcp_cli_text_wrapped (const char *text, guint indent)
{
  g_autofree char *plain = clean (text);
  g_auto (GStrv) words = g_strsplit (plain, " ", -1);
  guint used = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      guint width = g_utf8_strlen (words[i], -1);

      if (width == 0)
        continue;
      if (used == 0 || used + 1 + width > LINE_WIDTH - indent)
        {
          printf ("%s%*s", used == 0 ? "" : "\n", (int) indent, "");
          used = 0;
        }
      else
        putchar (' ');
      printf ("%s", words[i]);
      used += width + (used > 0);
    }
  putchar ('\n');
}

/** rcp_cli_text_plain: (transfer full): @markup without its tags. */
char *
rcp_cli_text_plain (const char *markup)
{
  static const struct
  {
    const char *entity;
    char character;
  } entities[] = { { "&amp;", '&' }, { "&lt;", '<' }, { "&gt;", '>' }, { "&quot;", '"' }, { "&apos;", '\'' },
                   { "&#39;", '\'' } };
  GString *out = g_string_new (NULL);

  for (const char *p = markup; *p != '\0';)
    {
      gboolean matched = FALSE;

      if (*p == '<')
        {
          p = strchr (p, '>');
          if (p == NULL)
            break;
          p++;
          continue;
        }
      for (guint i = 0; i < G_N_ELEMENTS (entities) && !matched; i++)
        if (g_str_has_prefix (p, entities[i].entity))
          {
            g_string_append_c (out, entities[i].character);
            p += strlen (entities[i].entity);
            matched = TRUE;
          }
      if (!matched)
        g_string_append_c (out, *p++);
    }
  return g_string_free (out, FALSE);
}

/** rcp_cli_text_date: (transfer full): a date for a table, in words. */
char *
rcp_cli_text_date (const RcpEdtf *date)
{
  return rcp_date_words_format (date, RCP_DATE_STYLE_MEDIUM);
}

/** rcp_cli_text_account: prints who says it, when, in which words, and on whose word. */
void
rcp_cli_text_account (RcpAccount *account)
{
  const char *outlet = rcp_account_get_outlet (account);
  g_autofree char *published = rcp_account_get_published (account)
                                   ? rcp_cli_text_date (rcp_account_get_published (account))
                                   : NULL;
  g_autofree char *quoted = g_strdup_printf ("“%s”", rcp_account_get_sentence (account));
  g_autofree char *source = rcp_voice_words_full (account);
  g_autofree char *head = g_strconcat (outlet ? outlet : _("outlet to name…"), published ? ", " : "",
                                       published ? published : "", NULL);

  printf ("    ");
  rcp_cli_text_cell (head, 0);
  rcp_cli_text_wrapped (quoted, 6);
  if (source != NULL)
    rcp_cli_text_wrapped (source, 6);
  if (rcp_account_get_copy_of (account) != 0)
    rcp_cli_text_wrapped (_("shared wording"), 6);
}

/** rcp_cli_text_discrepancy: prints on what the accounts differ, who says what. */
void
rcp_cli_text_discrepancy (RcpDiscrepancy *discrepancy)
{
  GListModel *values = rcp_discrepancy_get_values (discrepancy);
  gint64 other_id = rcp_discrepancy_get_other_event_id (discrepancy);
  g_autoptr (GString) line = g_string_new ("≠ ");

  for (guint i = 0; i < g_list_model_get_n_items (values); i++)
    {
      g_autoptr (RcpDiscrepancyValue) value = g_list_model_get_item (values, i);
      const char *outlet = rcp_discrepancy_value_get_outlet (value);

      g_string_append_printf (line, "%s“%s” (%s)", i == 0 ? "" : " · ", rcp_discrepancy_value_get_text (value),
                              outlet ? outlet : _("outlet to name…"));
    }
  rcp_cli_text_wrapped (line->str, 4);
  if (other_id != 0)
    {
      g_autofree char *date = rcp_date_words_format (rcp_discrepancy_get_other_date (discrepancy), RCP_DATE_STYLE_MEDIUM);
      g_autofree char *number = g_strdup_printf ("e%" G_GINT64_FORMAT, other_id);
      g_autofree char *other
          /* Translators: %1$s is a number of an event, as e12, %2$s its date, %3$s what it is called */
          = g_strdup_printf (_("told otherwise as %1$s, %2$s: %3$s"), number, date ? date : _("no date"),
                             rcp_discrepancy_get_other_title (discrepancy));

      rcp_cli_text_wrapped (other, 6);
    }
}
