#pragma once

#include "rcp-enums.h"

G_BEGIN_DECLS

const char *rcp_cell_state_get_label (RcpCellState state);
const char *rcp_cell_state_get_sign  (RcpCellState state);

G_END_DECLS
