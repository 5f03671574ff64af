#include "config.h"

#include "rcp-join-reason.h"

#include <glib/gi18n-lib.h>

struct _RcpJoinReason
{
  GObject parent_instance;

  /* owned */
  char *outlet;
  char *other_outlet;

  /* plain */
  gint64 account_id;
  gint64 other_id;
  gboolean same_date;
  guint n_actors;
  gboolean same_action;
  guint n_words;
  gboolean same_article;
  gboolean by_user;
};

G_DEFINE_FINAL_TYPE (RcpJoinReason, rcp_join_reason, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_ACCOUNT_ID,
  PROP_OTHER_ID,
  PROP_OUTLET,
  PROP_OTHER_OUTLET,
  PROP_SAME_DATE,
  PROP_N_ACTORS,
  PROP_SAME_ACTION,
  PROP_N_WORDS,
  PROP_SAME_ARTICLE,
  PROP_BY_USER,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
rcp_join_reason_finalize (GObject *object)
{
  RcpJoinReason *self = RCP_JOIN_REASON (object);

  g_clear_pointer (&self->outlet, g_free);
  g_clear_pointer (&self->other_outlet, g_free);

  G_OBJECT_CLASS (rcp_join_reason_parent_class)->finalize (object);
}

static void
rcp_join_reason_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  RcpJoinReason *self = RCP_JOIN_REASON (object);

  switch (prop_id)
    {
    case PROP_ACCOUNT_ID:
      self->account_id = g_value_get_int64 (value);
      break;
    case PROP_OTHER_ID:
      self->other_id = g_value_get_int64 (value);
      break;
    case PROP_OUTLET:
      self->outlet = g_value_dup_string (value);
      break;
    case PROP_OTHER_OUTLET:
      self->other_outlet = g_value_dup_string (value);
      break;
    case PROP_SAME_DATE:
      self->same_date = g_value_get_boolean (value);
      break;
    case PROP_N_ACTORS:
      self->n_actors = g_value_get_uint (value);
      break;
    case PROP_SAME_ACTION:
      self->same_action = g_value_get_boolean (value);
      break;
    case PROP_N_WORDS:
      self->n_words = g_value_get_uint (value);
      break;
    case PROP_SAME_ARTICLE:
      self->same_article = g_value_get_boolean (value);
      break;
    case PROP_BY_USER:
      self->by_user = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rcp_join_reason_class_init (RcpJoinReasonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = rcp_join_reason_finalize;
  object_class->set_property = rcp_join_reason_set_property;

  properties[PROP_ACCOUNT_ID] = g_param_spec_int64 ("account-id", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_OTHER_ID] = g_param_spec_int64 ("other-id", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_OUTLET] = g_param_spec_string ("outlet", NULL, NULL, NULL, flags);
  properties[PROP_OTHER_OUTLET] = g_param_spec_string ("other-outlet", NULL, NULL, NULL, flags);
  properties[PROP_SAME_DATE] = g_param_spec_boolean ("same-date", NULL, NULL, FALSE, flags);
  properties[PROP_N_ACTORS] = g_param_spec_uint ("n-actors", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_SAME_ACTION] = g_param_spec_boolean ("same-action", NULL, NULL, FALSE, flags);
  properties[PROP_N_WORDS] = g_param_spec_uint ("n-words", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_SAME_ARTICLE] = g_param_spec_boolean ("same-article", NULL, NULL, FALSE, flags);
  properties[PROP_BY_USER] = g_param_spec_boolean ("by-user", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
rcp_join_reason_init (RcpJoinReason *self)
{
}

gint64
rcp_join_reason_get_account_id (RcpJoinReason *self)
{
  return self->account_id;
}

gint64
rcp_join_reason_get_other_id (RcpJoinReason *self)
{
  return self->other_id;
}

const char *
rcp_join_reason_get_outlet (RcpJoinReason *self)
{
  return self->outlet;
}

static void
add (GString *parts, const char *part)
{
  g_string_append_printf (parts, "%s%s", parts->len > 0 ? ", " : "", part);
}

/**
 * rcp_join_reason_describe:
 *
 * Returns: (transfer full): the reason as a sentence in the user's language: "Like the account of RFI: same day, 2 actors in
 *   common".
 */
char *
rcp_join_reason_describe (RcpJoinReason *self)
{
  g_autoptr (GString) parts = g_string_new (NULL);
  const char *outlet = self->other_outlet ? self->other_outlet : _("Unnamed outlet");

  g_return_val_if_fail (RCP_IS_JOIN_REASON (self), NULL);

  if (self->by_user)
    add (parts, _("joined by you"));
  if (self->same_date)
    add (parts, _("same time"));
  if (self->n_actors > 0)
    {
      g_autofree char *part = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%u actor in common", "%u actors in common", self->n_actors), self->n_actors);

      add (parts, part);
    }
  if (self->same_action)
    add (parts, _("same type"));
  if (self->n_words > 0)
    {
      g_autofree char *part = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%u word in common", "%u words in common", self->n_words), self->n_words);

      add (parts, part);
    }
  if (parts->len == 0)
    add (parts, _("through other accounts"));
  /* Translators: why an account is of its event: %1$s is what it has in common with another account */
  if (self->same_article)
    return g_strdup_printf (_("Like another sentence of the article: %1$s"), parts->str);
  /* Translators: why an account is of its event: %1$s is another outlet, %2$s what both accounts have in common */
  return g_strdup_printf (_("Like the account of “%1$s”: %2$s"), outlet, parts->str);
}
