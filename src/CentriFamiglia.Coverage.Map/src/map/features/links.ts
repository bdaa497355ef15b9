import type { Position } from 'geojson';
import { findingCode } from '../../domain/findings';
import { labelPoint } from '../../domain/geometry';
import type { ViewData } from '../../state/viewData';
import { isInScope, type ViewState } from '../../state/viewState';
import { type Collection, collection } from './collection';

/** The lines of the view: those asked for, and always those of the network that is selected. */
export const links = (data: ViewData, state: ViewState): Collection =>
  collection([
    ...(state.theme === 'tempi' && state.layers.includes('percorsi') ? journeys(data, state) : []),
    ...networkLinks(data, state),
  ]);

/** From each active Spoke to the Hub of its network. */
function networkLinks({ sites, ...data }: ViewData, state: ViewState): Collection['features'] {
  const chosen = selectedNetwork({ sites, ...data }, state);
  const active = sites.features.filter((f) => f.properties.status === 'active' && f.geometry?.type === 'Point');
  const hubs = active.filter((f) => f.properties.role === 'hub');
  return active.flatMap((spoke) => {
    const network = spoke.properties.network_id;
    const isChosen = network === chosen;
    if (spoke.properties.role !== 'spoke' || network === null || !(isChosen || state.layers.includes('reti')))
      return [];
    return hubs
      .filter((hub) => hub.properties.network_id === network)
      .map((hub) =>
        line(placeOf(spoke), placeOf(hub), {
          link: isChosen ? 'chosen' : 'network',
          outside: !isChosen && !isInScope(state, spoke.properties),
        }),
      );
  });
}

/** The network of the sede, or of the finding, that is selected; null where there is none. */
function selectedNetwork({ sites, findings }: ViewData, { selection }: ViewState): string | null {
  if (selection?.kind === 'sede')
    return sites.features.find((f) => f.properties.site_id === selection.code)?.properties.network_id ?? null;
  if (selection?.kind !== 'rilievo') return null;
  const row = findings?.features.find((f) => findingCode(f.properties) === selection.code)?.properties;
  return row?.livello === 'rete' ? row.codice : null;
}

/** From the middle of each comune straight to the sede that is nearest by time. */
function journeys({ comuni, sites }: ViewData, state: ViewState): Collection['features'] {
  const places = new Map(sites.features.map((f) => [f.properties.site_id, f.geometry]));
  return (comuni?.features ?? []).flatMap((f) => {
    const from = labelPoint(f.geometry);
    const to = places.get(f.properties.sede_vicina ?? '');
    if (!from || to?.type !== 'Point') return [];
    return [line(from, to.coordinates, { link: 'journey', outside: !isInScope(state, f.properties) })];
  });
}

const placeOf = ({ geometry }: ViewData['sites']['features'][number]): Position =>
  geometry?.type === 'Point' ? geometry.coordinates : [];

const line = (
  from: Position,
  to: Position,
  properties: { link: 'chosen' | 'network' | 'journey'; outside: boolean },
): Collection['features'][number] => ({
  type: 'Feature',
  geometry: { type: 'LineString', coordinates: [from, to] },
  properties,
});
