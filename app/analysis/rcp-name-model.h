#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * RcpNameLabel:
 *
 * What a token is within a name: 0 for outside, else 1 + 4 × type + place, where the types are those of #RcpNameType and the
 * places begin, inside, last and unit (a name of one token).
 */
typedef guint8 RcpNameLabel;

/**
 * RcpNameType:
 * @RCP_NAME_PERSON: a person
 * @RCP_NAME_ORGANISATION: an organisation
 * @RCP_NAME_PLACE: a place, states and capitals included
 * @RCP_NAME_OTHER: an event, a work, a product
 */
typedef enum
{
  RCP_NAME_PERSON,
  RCP_NAME_ORGANISATION,
  RCP_NAME_PLACE,
  RCP_NAME_OTHER,
} RcpNameType;

/**
 * RcpNamePlace:
 * @RCP_NAME_BEGIN: the first token of several
 * @RCP_NAME_INSIDE: neither the first nor the last
 * @RCP_NAME_LAST: the last of several
 * @RCP_NAME_UNIT: the only one
 *
 * Where a token stands in its name.
 */
typedef enum
{
  RCP_NAME_BEGIN,
  RCP_NAME_INSIDE,
  RCP_NAME_LAST,
  RCP_NAME_UNIT,
} RcpNamePlace;

#define RCP_NAME_N_TYPES 4
#define RCP_NAME_N_LABELS (1 + 4 * RCP_NAME_N_TYPES)
#define RCP_NAME_OUTSIDE 0
#define RCP_NAME_LABEL(type, place) ((RcpNameLabel)(1 + 4 * (type) + (place)))
#define RCP_NAME_LABEL_TYPE(label) ((RcpNameType)(((label) - 1) / 4))
#define RCP_NAME_LABEL_PLACE(label) ((RcpNamePlace)(((label) - 1) % 4))

/**
 * RcpNameModel:
 *
 * The sequence model of names, as the trainer wrote it: what it knows of words, and for each language the weights of
 * features and of pairs of labels. Read in place from the file's pages; every offset and the checksum are checked when it is
 * opened. Immutable, reference counted, any thread.
 */
typedef struct _RcpNameModel RcpNameModel;

RcpNameModel *rcp_name_model_new          (GBytes *bytes, GError **error);
RcpNameModel *rcp_name_model_new_for_file (const char *path, GError **error);
RcpNameModel *rcp_name_model_new_shipped  (GError **error);
RcpNameModel *rcp_name_model_ref          (RcpNameModel *self);
void          rcp_name_model_unref        (RcpNameModel *self);
gboolean      rcp_name_model_has_language (const RcpNameModel *self, const char *language);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RcpNameModel, rcp_name_model_unref)

G_END_DECLS
