#pragma once

#include "rcp-lexicon-writer.h"
#include "rcp-tsv.h"

G_BEGIN_DECLS

gboolean rcp_lexicon_tables_read (RcpLexiconWriter *writer, const char *file, RcpTsv *table);

G_END_DECLS
