#pragma once

#include <glib.h>

G_BEGIN_DECLS

GUri *rcp_web_address_parse (const char *text, GUri *base, GError **error) G_GNUC_WARN_UNUSED_RESULT;
char *rcp_web_address_print (GUri *address) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
