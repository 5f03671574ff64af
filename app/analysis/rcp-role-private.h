#pragma once

#include "rcp-role-finder.h"

G_BEGIN_DECLS

/* What the files of the role finder share: how a role is read (rcp-role-phrase.c), what it is called in one form
 * (rcp-role-normal.c), and what is made of it (rcp-role-finder.c). */

/* Offices that say of themselves who is meant, the state apart. */
#define RCP_ROLE_STRONG "state government junta royal spokesperson"

/* Offices that name somebody with what they are of, whether a name stands beside them or not. */
#define RCP_ROLE_POSTS                                                                                                 \
  "state government junta royal diplomatic legislative org military religious spokesperson judicial party local police " \
  "business sport union"

/* What people are or do: tells of somebody only beside a name. */
#define RCP_ROLE_CALLINGS "media culture academic armed calling"

/* "directeur de la caisse régionale": so many common words tell what an office is of. */
#define RCP_ROLE_MAX_WORDS 3

/**
 * RcpRole:
 * @first: its first token
 * @end: one past its last
 * @office_end: one past the last token of the office alone
 * @office: what is held
 * @state: (nullable): whose it is
 * @of: what it is of, in normal form
 * @is_of_body: what it is of has a name: another state need not be looked for
 * @is_of_words: what it is of is told by common words ("directeur du port")
 * @is_former: held before
 *
 * An office as it is read at one place of the text.
 */
typedef struct
{
  guint first;
  guint end;
  guint office_end;
  const RcpLexiconEntry *office;
  const char *state;
  GString *of;
  gboolean is_of_body;
  gboolean is_of_words;
  gboolean is_former;
} RcpRole;

/* rcp-role-phrase.c */
const RcpLexiconEntry *rcp_role_office_at     (const RcpRoleContext *context, guint at, guint end, guint *length);
gboolean               rcp_role_is_counterpart (const RcpLexiconEntry *office);
void                   rcp_role_read_right    (const RcpRoleContext *context, RcpRole *role, guint end, guint max_words);
int                    rcp_role_person_before (const RcpRoleContext *context, guint first, guint start);
int                    rcp_role_person_after  (const RcpRoleContext *context, guint at, guint end, gboolean *is_direct);
gboolean               rcp_role_is_definite   (const RcpRoleContext *context, guint first, guint start);
gboolean               rcp_role_is_former     (const RcpRoleContext *context, const RcpRole *role, guint start);

/* rcp-role-normal.c */
void                   rcp_role_append_tokens (GString *role, const RcpSegmentedText *text, guint from, guint to);
gboolean               rcp_role_kind_is       (const RcpLexiconEntry *office, const char *kinds);
gboolean               rcp_role_leads         (const RcpLexiconEntry *office);
gboolean               rcp_role_leads_formally (const RcpLexiconEntry *office);
char                  *rcp_role_head          (const char *office_id, gboolean is_french) G_GNUC_WARN_UNUSED_RESULT;
char                  *rcp_role_brief         (const RcpLexiconEntry *office, const char *state) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
