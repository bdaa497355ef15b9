import { rowsOf } from '../../api/apiClient';
import { SITE_MARKERS } from '../../drawing/markerStyles';
import { markerCanvas } from '../../drawing/markers';
import type { ViewData } from '../../state/viewData';
import type { Select } from '../../state/viewState';
import { ROLE_WORDS } from '../../text/words';
import { offerList } from '../shared/parts';

/** The sedi of these ids, separated by `|`, to open; nothing where the view holds none. */
export function siteList(ids: string | null | undefined, data: ViewData, select: Select): HTMLElement[] {
  const wanted = new Set((ids ?? '').split(/[|;,]\s*/).filter(Boolean));
  const offers = rowsOf(data.sites)
    .filter((site) => wanted.has(site.site_id))
    .map((site) => ({
      sample: markerCanvas(SITE_MARKERS[site.role]),
      title: site.name,
      subtitle: `${ROLE_WORDS[site.role]} · ${site.comune ?? site.pro_com_t}`,
      open: () => select({ kind: 'sede', code: site.site_id }),
    }));
  return offers.length ? [offerList(offers)] : [];
}
