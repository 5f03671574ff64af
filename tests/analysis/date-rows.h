#pragma once

#include "rcp-date-finder.h"

/* Rows of texts and the dates that are found in them, a named test for each. */

typedef struct
{
  const char *name;
  const char *reference; /* NULL for none */
  const char *text;
  const char *expected; /* "words=value|words=value"; "-" for no value; "" for nothing found */
} Row;

typedef struct
{
  const RcpDateFinder *finder;
  const char *language;
  const Row *row;
} RowTest;

static inline void
check_row (gconstpointer data)
{
  const RowTest *test = data;
  g_autoptr (RcpSegmentedText) text = rcp_segmented_text_new (test->row->text, test->language, NULL);
  g_autoptr (RcpEdtf) reference = test->row->reference ? rcp_edtf_parse (test->row->reference, NULL) : NULL;
  g_autoptr (GPtrArray) found = rcp_date_finder_find (test->finder, text, reference);
  g_autoptr (GString) got = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    {
      const RcpDateExpression *expression = found->pdata[i];

      if (expression->kind == RCP_DATE_DURATION || expression->kind == RCP_DATE_SET || expression->kind == RCP_DATE_VAGUE
          || expression->kind == RCP_DATE_TIME)
        {
          g_assert_null (expression->value);
          continue;
        }
      g_string_append_printf (got, "%s%s=%s", got->len ? "|" : "", expression->text,
                              expression->value ? rcp_edtf_get_string (expression->value) : "-");
    }
  g_assert_cmpstr (got->str, ==, test->row->expected);
}

static inline void
add_rows (const RcpDateFinder *finder, const char *language, const char *table, const Row *rows, guint n_rows)
{
  for (guint i = 0; i < n_rows; i++)
    {
      g_autofree char *path = g_strdup_printf ("/date-finder-%s/%s/%s", language, table, rows[i].name);
      RowTest *test = g_new (RowTest, 1);

      *test = (RowTest){ finder, language, &rows[i] };
      g_test_add_data_func_full (path, test, check_row, g_free);
    }
}
