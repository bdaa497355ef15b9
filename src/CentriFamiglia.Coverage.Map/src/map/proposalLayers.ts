import type { LayerSpecification } from 'maplibre-gl';
import { PROPOSED } from '../drawing/styles';

/** Catchments as outlines, lines to the Hubs, and their minutes: a pale casing keeps them readable over every surface. */
export const PROPOSAL_LAYERS: LayerSpecification[] = [
  {
    id: 'catchments-outline',
    type: 'line',
    source: 'proposalLines',
    filter: ['==', ['get', 'part'], 'outline'],
    layout: { 'line-join': 'round', 'line-cap': 'round' },
    paint: { 'line-color': PROPOSED, 'line-width': ['interpolate', ['linear'], ['zoom'], 7, 1.1, 11, 2.2] },
  },
  {
    id: 'hubs-casing',
    type: 'line',
    source: 'proposalLines',
    filter: ['==', ['get', 'part'], 'hub'],
    layout: { 'line-cap': 'round' },
    paint: { 'line-color': '#ffffff', 'line-width': ['interpolate', ['linear'], ['zoom'], 7, 3.4, 11, 5.5] },
  },
  {
    id: 'hubs-line',
    type: 'line',
    source: 'proposalLines',
    filter: ['==', ['get', 'part'], 'hub'],
    paint: {
      'line-color': PROPOSED,
      'line-width': ['interpolate', ['linear'], ['zoom'], 7, 1.6, 11, 2.6],
      'line-dasharray': [2, 1.4],
    },
  },
];

/** Placed before the names, which give way, and after the pins of the proposals, which nothing covers. */
export const HUB_MINUTES_LAYER: LayerSpecification = {
  id: 'hubs-minutes',
  type: 'symbol',
  source: 'proposalLines',
  filter: ['==', ['get', 'part'], 'minutes'],
  layout: {
    'text-field': ['get', 'label'],
    'text-font': ['Titillium Web Semibold'],
    'text-size': ['interpolate', ['linear'], ['zoom'], 7, 10.5, 11, 13],
    'text-padding': 1,
    'text-variable-anchor': ['center', 'top', 'bottom', 'left', 'right'],
    'text-radial-offset': 0.3,
  },
  paint: { 'text-color': PROPOSED, 'text-halo-color': '#ffffff', 'text-halo-width': 2 },
};
