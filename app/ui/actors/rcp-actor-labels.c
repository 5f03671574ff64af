#include "config.h"

#include "rcp-actor-labels.h"

#include <glib/gi18n.h>

/** rcp_actor_labels_kind: Returns: (transfer none): “Person”, “State”… */
const char *
rcp_actor_labels_kind (RcpActorKind kind)
{
  switch (kind)
    {
    case RCP_ACTOR_ORGANISATION:
      return _("Organisation");
    case RCP_ACTOR_STATE:
      /* Translators: a country that acts */
      return _("State");
    case RCP_ACTOR_PLACE:
      return _("Only a place");
    case RCP_ACTOR_PERSON:
    default:
      return _("Person");
    }
}

/** rcp_actor_labels_counts: Returns: (transfer full): “12 mentions in 4 articles”. */
char *
rcp_actor_labels_counts (guint n_mentions, guint n_articles)
{
  g_autofree char *mentions
    = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u mention", "%u mentions", n_mentions), n_mentions);
  g_autofree char *articles
    = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "in %u article", "in %u articles", n_articles), n_articles);

  return g_strdup_printf ("%s %s", mentions, articles);
}
