#include "config.h"

#include "rcp-undo.h"

/* An afternoon of corrections can be taken back; a removed dossier's list of articles is not small. */
#define MAX_STEPS 500

typedef struct
{
  char *label;
  RcpChangeFunc func;
  RcpLibraryArgs *args;
} Step;

struct _RcpUndo
{
  GQueue steps;
};

static void
step_free (gpointer data)
{
  Step *step = data;

  g_free (step->label);
  rcp_library_args_free (step->args);
  g_free (step);
}

RcpUndo *
rcp_undo_new (void)
{
  RcpUndo *self = g_new0 (RcpUndo, 1);

  g_queue_init (&self->steps);
  return self;
}

void
rcp_undo_free (RcpUndo *self)
{
  g_queue_clear_full (&self->steps, step_free);
  g_free (self);
}

/**
 * rcp_undo_push:
 * @label: names the change for a person
 * @func: takes it back
 * @args: (transfer full): what that is about
 */
void
rcp_undo_push (RcpUndo *self, const char *label, RcpChangeFunc func, RcpLibraryArgs *args)
{
  Step *step = g_new0 (Step, 1);

  step->label = g_strdup (label);
  step->func = func;
  step->args = args;
  g_queue_push_head (&self->steps, step);
  if (g_queue_get_length (&self->steps) > MAX_STEPS)
    step_free (g_queue_pop_tail (&self->steps));
}

/**
 * rcp_undo_pop:
 * @label: (out) (transfer full): the name of the last change
 * @func: (out): takes it back
 * @args: (out) (transfer full): what that is about
 *
 * Returns: FALSE when there is nothing to take back.
 */
gboolean
rcp_undo_pop (RcpUndo *self, char **label, RcpChangeFunc *func, RcpLibraryArgs **args)
{
  Step *step = g_queue_pop_head (&self->steps);

  if (step == NULL)
    return FALSE;
  *label = g_steal_pointer (&step->label);
  *func = step->func;
  *args = g_steal_pointer (&step->args);
  step_free (step);
  return TRUE;
}

/**
 * rcp_undo_get_label:
 *
 * Returns: (transfer none) (nullable): the name of the change that would be taken back.
 */
const char *
rcp_undo_get_label (RcpUndo *self)
{
  const Step *step = g_queue_peek_head (&self->steps);

  return step ? step->label : NULL;
}
