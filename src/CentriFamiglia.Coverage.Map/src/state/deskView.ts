import type { Feature, Point } from 'geojson';
import type { Shapes } from '../api/apiClient';
import type { FrozenProposal } from '../api/deskRows';
import type { SuggestionRow } from '../api/proposalRows';
import type { DeskData } from './deskData';
import { withNewNetworks } from './proposalData';
import type { ViewData } from './viewData';

/** The view with the proposals of the analysis that is open, under the numbers that they were frozen with. */
export function withDesk(data: ViewData, desk: DeskData): ViewData {
  if (!desk.run) return { ...data, desk };
  const suggestions = frozenShapes(desk.run.proposals);
  return { ...data, desk, suggestions, networks: withNewNetworks(data.networks, suggestions) };
}

export const frozenShapes = (rows: readonly FrozenProposal[]): Shapes<SuggestionRow> => ({
  type: 'FeatureCollection',
  features: rows.map(
    ({ lon, lat, ...properties }): Feature<Point | null, SuggestionRow> => ({
      type: 'Feature',
      geometry: lon === null || lat === null ? null : { type: 'Point', coordinates: [lon, lat] },
      properties,
    }),
  ),
});
