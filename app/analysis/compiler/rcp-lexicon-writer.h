#pragma once

#include "rcp-lexicon-format.h"

G_BEGIN_DECLS

/**
 * RcpLexiconWriter:
 *
 * Gathers the meanings of names and writes them as one compiled lexicon: rcp-lexicon-format.h says how. One
 * thread.
 */
typedef struct _RcpLexiconWriter RcpLexiconWriter;

/**
 * RcpLexiconValues:
 *
 * What an RcpLexiconEntry says, as it is given; NULL strings count as empty.
 */
typedef struct
{
  RcpLexiconClass class;
  RcpLexiconFlags flags;
  char language;
  const char *id;
  const char *name;
  const char *name_en;
  const char *kind;
  const char *scope;
} RcpLexiconValues;

/**
 * RcpHeldValues:
 *
 * What an RcpHeldOffice says, as it is given; days as in rcp-day.h.
 */
typedef struct
{
  const char *scope;
  const char *office;
  const char *name;
  const char *name_en;
  gint32 from_day;
  gint32 to_day;
  gboolean is_open;
} RcpHeldValues;

RcpLexiconWriter *rcp_lexicon_writer_new (void) G_GNUC_WARN_UNUSED_RESULT;
void rcp_lexicon_writer_free (RcpLexiconWriter *self);
void rcp_lexicon_writer_add (RcpLexiconWriter *self, const char *form, const RcpLexiconValues *values);
void rcp_lexicon_writer_flag (RcpLexiconWriter *self, const char *form, RcpLexiconClass class, const char *id,
                              RcpLexiconFlags flags);
gboolean rcp_lexicon_writer_has (RcpLexiconWriter *self, const char *form, guint classes);
void rcp_lexicon_writer_add_key (RcpLexiconWriter *self, guint32 root, const char *key,
                                 const RcpLexiconValues *values);
void rcp_lexicon_writer_add_held (RcpLexiconWriter *self, const RcpHeldValues *values);
void rcp_lexicon_writer_reject (RcpLexiconWriter *self, const char *why);
GBytes *rcp_lexicon_writer_write (RcpLexiconWriter *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RcpLexiconWriter, rcp_lexicon_writer_free)

G_END_DECLS
