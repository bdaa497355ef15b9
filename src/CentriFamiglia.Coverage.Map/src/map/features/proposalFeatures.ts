import type { Feature, Position } from 'geojson';
import type { Shapes } from '../../api/apiClient';
import type { SuggestionRow } from '../../api/proposalRows';
import type { ComuneRow } from '../../api/rows';
import { outlineOf } from '../../domain/outline';
import { catchmentsOf } from '../../domain/proposals';
import type { ProposalData, ViewData } from '../../state/viewData';
import { NEW_NETWORK } from '../../text/names';
import { formatMinutes } from '../../text/numbers';
import { type Collection, collection, EMPTY } from './collection';

/** Around each proposal its catchment, and from it a line to its Hub with the minutes. */
export const proposalLines = (data: ViewData): Collection =>
  data.proposals ? collection([...catchmentOutlines(data), ...hubLines(data)]) : EMPTY;

function catchmentOutlines({ proposals, comuneShapes }: ViewData): Feature[] {
  if (!comuneShapes || !proposals) return [];
  const known = outlines.get(proposals.effects);
  if (known?.of === comuneShapes) return known.outlines;
  const drawn = outlinesIn(proposals, comuneShapes);
  outlines.set(proposals.effects, { of: comuneShapes, outlines: drawn });
  return drawn;
}

/** Parts of an answer come one after the other: the same catchments keep their outlines. */
const outlines = new WeakMap<ProposalData['effects'], { of: Shapes<ComuneRow>; outlines: Feature[] }>();

function outlinesIn({ effects }: ProposalData, comuneShapes: Shapes<ComuneRow>): Feature[] {
  const shapes = new Map(comuneShapes.features.map((f) => [f.properties.pro_com_t, f.geometry]));
  return [...catchmentsOf(effects.values())].map(([of, catchment]) => ({
    type: 'Feature',
    geometry: outlineOf(catchment.comuni.map((code) => shapes.get(code) ?? null)),
    properties: { part: 'outline', of },
  }));
}

function hubLines({ suggestions, sites }: ViewData): Feature[] {
  const places = new Map<string, Position>();
  for (const { geometry, properties } of sites.features)
    if (geometry?.type === 'Point') places.set(properties.site_id, geometry.coordinates);
  for (const { geometry, properties } of suggestions.features)
    if (geometry?.type === 'Point') places.set(NEW_NETWORK + properties.pro_com_t, geometry.coordinates);
  return suggestions.features.flatMap(({ geometry, properties }): Feature[] => {
    const hub = places.get(hubOf(properties) ?? '');
    if (!hub || geometry?.type !== 'Point') return [];
    const from = geometry.coordinates;
    return [
      { type: 'Feature', geometry: { type: 'LineString', coordinates: [from, hub] }, properties: { part: 'hub' } },
      {
        type: 'Feature',
        geometry: { type: 'Point', coordinates: halfway(from, hub) },
        properties: { part: 'minutes', label: formatMinutes(properties.minuti_hub) },
      },
    ];
  });
}

/** The Hub it would have: one that stands, or one that is proposed too. */
const hubOf = ({ hub, rete }: SuggestionRow): string | null => hub ?? (rete?.startsWith(NEW_NETWORK) ? rete : null);

const halfway = ([x1 = 0, y1 = 0]: Position, [x2 = 0, y2 = 0]: Position): Position => [(x1 + x2) / 2, (y1 + y2) / 2];
