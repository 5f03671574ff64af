#pragma once

#include "rcp-db.h"

G_BEGIN_DECLS

/* In the file's header, so that other programs can tell a library: "RCPE". */
#define RCP_SCHEMA_APPLICATION_ID 0x52435045

/**
 * RcpSchemaVersion:
 * @RCP_SCHEMA_EMPTY: a new file
 * @RCP_SCHEMA_1: the first: articles, readings, actors, events, cross-check, notes, corrections, dossiers, sources
 * @RCP_SCHEMA_2: dates of publication have a best day, are sure or not and keep their clues; dates keep their time of day and
 *   their steps; accounts are filed by who did what
 * @RCP_SCHEMA_3: actors as found and as the user corrects them, side by side; corrections can be told in words and taken back
 *   one by one; watched actors
 * @RCP_SCHEMA_4: the mentions of each actor are counted as they come and go
 * @RCP_SCHEMA_5: who is seen in which office when
 * @RCP_SCHEMA_6: how often each actor acts, beside how often it is named
 * @RCP_SCHEMA_7: who says what through which medium, where, and in whose words; plans and their outcomes; visits; the user's
 *   own grades
 * @RCP_SCHEMA_8: what two events differ in that are one happening told with two days or two outcomes
 * @RCP_SCHEMA_9: sources that are followed, and what each of them has brought
 *
 * What each version changed. A version that was released is never edited, only followed by another.
 */
typedef enum
{
  RCP_SCHEMA_EMPTY,
  RCP_SCHEMA_1,
  RCP_SCHEMA_2,
  RCP_SCHEMA_3,
  RCP_SCHEMA_4,
  RCP_SCHEMA_5,
  RCP_SCHEMA_6,
  RCP_SCHEMA_7,
  RCP_SCHEMA_8,
  RCP_SCHEMA_9,
  RCP_SCHEMA_N,
} RcpSchemaVersion;

#define RCP_SCHEMA_CURRENT (RCP_SCHEMA_N - 1)

/**
 * RcpSchemaStep:
 * @resource: (nullable): the script that leads to this version, below the engine's resources
 * @func: (nullable): what has to be done after it in C
 *
 * How to reach one version from the one before.
 */
typedef struct
{
  const char *resource;
  gboolean (*func) (RcpDb *db, GError **error);
} RcpSchemaStep;

gboolean rcp_schema_check   (RcpDb *db, int newest, int *version, GError **error);
gboolean rcp_schema_migrate (RcpDb *db, const char *path, const RcpSchemaStep *steps, int newest, GError **error);
gboolean rcp_schema_prepare (RcpDb *db, const char *path, GError **error);

G_END_DECLS
