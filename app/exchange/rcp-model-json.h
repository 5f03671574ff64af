#pragma once

#include <json-glib/json-glib.h>

#include "rcp-account.h"
#include "rcp-actor.h"
#include "rcp-article.h"
#include "rcp-discrepancy.h"
#include "rcp-event.h"
#include "rcp-note.h"

G_BEGIN_DECLS

void  rcp_model_json_article     (JsonBuilder *builder, RcpArticle *article);
void  rcp_model_json_actor       (JsonBuilder *builder, RcpActor *actor);
void  rcp_model_json_event       (JsonBuilder *builder, RcpEvent *event);
void  rcp_model_json_event_full  (JsonBuilder *builder, RcpEvent *event, GListModel *accounts, GListModel *actors,
                                  GListModel *discrepancies);
void  rcp_model_json_account     (JsonBuilder *builder, RcpAccount *account);
void  rcp_model_json_discrepancy (JsonBuilder *builder, RcpDiscrepancy *discrepancy);
void  rcp_model_json_note        (JsonBuilder *builder, RcpNote *note);
void  rcp_model_json_string      (JsonBuilder *builder, const char *name, const char *value);
void  rcp_model_json_date        (JsonBuilder *builder, const char *name, const RcpEdtf *date);
char *rcp_model_json_to_line     (JsonBuilder *builder) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
