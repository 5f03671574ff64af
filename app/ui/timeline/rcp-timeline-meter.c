#include "config.h"

#include "rcp-timeline-meter.h"

#include "rcp-timeline-chip.h"

/* Chips longer than this are cut short. */
#define MAX_CHIP_PX 340
#define MIN_CHIP_HEIGHT_PX 28

struct _RcpTimelineMeter
{
  /* owned */
  RcpTimelineContent *content;
  GHashTable *widths; /* event to width, minus a number of digits for groups */

  /* a child of the widget that measures */
  GtkWidget *probe;
};

/**
 * rcp_timeline_meter_new:
 * @content: whose events are measured
 * @parent: where chips will be, for its style; outlives the meter
 *
 * Returns: (transfer full): a meter.
 */
RcpTimelineMeter *
rcp_timeline_meter_new (RcpTimelineContent *content, GtkWidget *parent)
{
  RcpTimelineMeter *self = g_new0 (RcpTimelineMeter, 1);

  self->content = g_object_ref (content);
  self->widths = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  /* In bold, so that selecting an event moves nothing. */
  self->probe = rcp_timeline_chip_new ();
  gtk_widget_add_css_class (self->probe, "selected");
  gtk_widget_set_focusable (self->probe, FALSE);
  gtk_widget_set_parent (self->probe, parent);
  gtk_widget_set_child_visible (self->probe, FALSE);
  return self;
}

/**
 * rcp_timeline_meter_free:
 */
void
rcp_timeline_meter_free (RcpTimelineMeter *self)
{
  gtk_widget_unparent (self->probe);
  g_hash_table_unref (self->widths);
  g_object_unref (self->content);
  g_free (self);
}

/**
 * rcp_timeline_meter_forget:
 *
 * To be called when events or the style have changed.
 */
void
rcp_timeline_meter_forget (RcpTimelineMeter *self)
{
  g_hash_table_remove_all (self->widths);
}

/**
 * rcp_timeline_meter_get_height:
 *
 * Returns: how high a chip is.
 */
int
rcp_timeline_meter_get_height (RcpTimelineMeter *self)
{
  int height;

  gtk_widget_measure (self->probe, GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL, NULL);
  return MAX (height, MIN_CHIP_HEIGHT_PX);
}

/**
 * rcp_timeline_meter_measure:
 * @entry: of the index
 * @n: how many events the chip stands for
 * @meter: the meter
 *
 * An #RcpLaneMeasure. Groups are as wide as their number has digits, and one more, as marks of other lanes may join.
 *
 * Returns: how wide a chip wants to be.
 */
double
rcp_timeline_meter_measure (guint entry, guint n, gpointer meter)
{
  RcpTimelineMeter *self = meter;
  gint64 key = rcp_timeline_index_get (rcp_timeline_content_get_index (self->content), entry)->id;
  guint as_wide = 20;
  gpointer known;
  int width;

  while (n > 1 && as_wide / 10 < n && as_wide < G_MAXUINT / 10)
    as_wide *= 10;
  if (n > 1)
    key = -(gint64) as_wide;
  known = g_hash_table_lookup (self->widths, &key);
  if (known != NULL)
    return GPOINTER_TO_INT (known);
  if (n > 1)
    rcp_timeline_chip_set_group (RCP_TIMELINE_CHIP (self->probe), as_wide, (const guint[]) { n, n, n, n }, NULL);
  else
    {
      g_autoptr (RcpEvent) event = rcp_timeline_content_dup_event (self->content, entry);

      rcp_timeline_chip_set_event (RCP_TIMELINE_CHIP (self->probe), event);
    }
  gtk_widget_measure (self->probe, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  width = CLAMP (width, 1, MAX_CHIP_PX);
  g_hash_table_insert (self->widths, g_memdup2 (&key, sizeof key), GINT_TO_POINTER (width));
  return width;
}
