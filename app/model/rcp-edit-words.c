#include "config.h"

#include "rcp-article-edit.h"

#include <glib/gi18n-lib.h>

/**
 * rcp_article_edit_describe:
 *
 * Returns: (transfer full): what is different, for a person: "another number and date", "a sentence was taken out".
 */
char *
rcp_article_edit_describe (RcpArticleEdit *self)
{
  static const struct
  {
    RcpEditPoints point;
    const char *words;
  } points[] = {
    /* Translators: after “Said otherwise:”, in a list */
    { RCP_EDIT_POINT_DATE, N_("the date") },
    { RCP_EDIT_POINT_NUMBER, N_("the number") },
    { RCP_EDIT_POINT_ACTOR, N_("who is named") },
    { RCP_EDIT_POINT_TELLING, N_("what happened") },
    { RCP_EDIT_POINT_ATTRIBUTION, N_("according to whom") },
  };
  g_autoptr (GString) list = g_string_new (NULL);

  g_return_val_if_fail (RCP_IS_ARTICLE_EDIT (self), NULL);

  if (rcp_article_edit_get_kind (self) == RCP_EDIT_ADDED)
    return g_strdup (_("A sentence was added"));
  if (rcp_article_edit_get_kind (self) == RCP_EDIT_REMOVED)
    return g_strdup (_("A sentence was taken out"));
  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    if (rcp_article_edit_get_points (self) & points[i].point)
      g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", _(points[i].words));
  /* Translators: %s is a list such as “the date, the number” */
  return g_strdup_printf (_("Said otherwise: %s"), list->str);
}
