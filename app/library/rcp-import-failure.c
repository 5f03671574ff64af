#include "config.h"

#include "rcp-import-failure-private.h"

#include "rcp-error.h"

struct _RcpImportFailure
{
  GObject parent_instance;

  /* owned */
  char *name;
  char *reason;

  /* plain */
  gboolean skipped;
};

G_DEFINE_FINAL_TYPE (RcpImportFailure, rcp_import_failure, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_NAME,
  PROP_REASON,
  PROP_SKIPPED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
rcp_import_failure_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  RcpImportFailure *self = RCP_IMPORT_FAILURE (object);

  switch (prop_id)
    {
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    case PROP_REASON:
      g_value_set_string (value, self->reason);
      break;
    case PROP_SKIPPED:
      g_value_set_boolean (value, self->skipped);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rcp_import_failure_finalize (GObject *object)
{
  RcpImportFailure *self = RCP_IMPORT_FAILURE (object);

  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->reason, g_free);

  G_OBJECT_CLASS (rcp_import_failure_parent_class)->finalize (object);
}

static void
rcp_import_failure_class_init (RcpImportFailureClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = rcp_import_failure_get_property;
  object_class->finalize = rcp_import_failure_finalize;

  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  properties[PROP_REASON] = g_param_spec_string ("reason", NULL, NULL, NULL, flags);
  properties[PROP_SKIPPED] = g_param_spec_boolean ("skipped", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
rcp_import_failure_init (RcpImportFailure *self)
{
}

/**
 * rcp_import_failure_new:
 * @name: the file, as a person knows it
 * @error: why it was not taken in; that it is a copy of what is there, or no file of articles, counts as skipped
 *
 * Any thread.
 *
 * Returns: (transfer full): the failure.
 */
RcpImportFailure *
rcp_import_failure_new (const char *name, const GError *error)
{
  RcpImportFailure *self = g_object_new (RCP_TYPE_IMPORT_FAILURE, NULL);

  self->name = g_strdup (name);
  self->reason = rcp_error_describe (error);
  self->skipped = g_error_matches (error, RCP_IMPORT_ERROR, RCP_IMPORT_ERROR_DUPLICATE)
                  || g_error_matches (error, RCP_IMPORT_ERROR, RCP_IMPORT_ERROR_UNSUPPORTED);
  return self;
}

/**
 * rcp_import_failure_get_name:
 *
 * Returns: (transfer none): the file.
 */
const char *
rcp_import_failure_get_name (RcpImportFailure *self)
{
  g_return_val_if_fail (RCP_IS_IMPORT_FAILURE (self), NULL);

  return self->name;
}

/**
 * rcp_import_failure_get_reason:
 *
 * Returns: (transfer none): why, in the user's language.
 */
const char *
rcp_import_failure_get_reason (RcpImportFailure *self)
{
  g_return_val_if_fail (RCP_IS_IMPORT_FAILURE (self), NULL);

  return self->reason;
}

/** rcp_import_failure_get_skipped: whether nothing was wrong, only nothing new. */
gboolean
rcp_import_failure_get_skipped (RcpImportFailure *self)
{
  g_return_val_if_fail (RCP_IS_IMPORT_FAILURE (self), FALSE);

  return self->skipped;
}
