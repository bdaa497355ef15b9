import type { LayerSpecification } from 'maplibre-gl';
import { growing } from './layerKit';
import { LINK_LAYERS, MARK_LAYERS, RING_LAYERS } from './markLayers';
import { CAPITALS_LAYER, NAME_LAYERS, WATER } from './nameLayers';
import { HUB_MINUTES_LAYER, PROPOSAL_LAYERS } from './proposalLayers';
import {
  ATS_GROUND,
  ATS_LINE,
  areaMarks,
  BORDER_LAYERS,
  COMUNI_BORDER,
  DEMAND_LAYER,
  ROAD_LAYERS,
  SURFACE_LAYERS,
} from './tiledLayers';

const SHORE = '#b3c3d1';

/** From the ground up. */
export const LAYERS: LayerSpecification[] = [
  { id: 'background', type: 'background', paint: { 'background-color': '#eef1f4' } },
  ...ATS_GROUND,
  ...SURFACE_LAYERS,
  {
    id: 'residents',
    type: 'circle',
    source: 'residents',
    layout: { visibility: 'none' },
    paint: {
      'circle-radius': growing(6.5, 0.8, 9, 1.4, 12, 2.4),
      'circle-color': '#33475b',
      'circle-opacity': 0.7,
    },
  },
  DEMAND_LAYER,
  // The surfaces of the comuni go to the middle of the lakes: no value lies on water.
  { id: 'lakes', type: 'fill', source: 'lakes', paint: { 'fill-color': WATER, 'fill-outline-color': SHORE } },
  {
    id: 'rivers',
    type: 'line',
    source: 'rivers',
    layout: { 'line-join': 'round', 'line-cap': 'round' },
    paint: {
      'line-color': SHORE,
      'line-width': ['interpolate', ['linear'], ['zoom'], 7, 0.7, 11, 2],
      'line-opacity': 0.8,
    },
  },
  ...ROAD_LAYERS,
  COMUNI_BORDER,
  ...BORDER_LAYERS,
  border('asst', { 'line-width': growing(7, 1, 11, 1.6) }),
  border('provincia', { 'line-width': growing(7, 1.3, 11, 2.2), 'line-dasharray': [3, 2] }),
  ATS_LINE,
  {
    id: 'isochrones-fill',
    type: 'fill',
    source: 'isochrones',
    paint: { 'fill-color': ['get', 'fill'], 'fill-opacity': 0.5 },
  },
  {
    id: 'isochrones-border',
    type: 'line',
    source: 'isochrones',
    layout: { 'line-join': 'round' },
    paint: { 'line-color': ['get', 'fill'], 'line-width': 1.2 },
  },
  ...LINK_LAYERS,
  ...areaMarks('focus'),
  {
    id: 'focus-halo',
    type: 'line',
    source: 'focus',
    layout: { 'line-join': 'round' },
    paint: { 'line-color': '#ffffff', 'line-width': 6 },
  },
  {
    id: 'focus-line',
    type: 'line',
    source: 'focus',
    layout: { 'line-join': 'round' },
    paint: { 'line-color': '#0b1f33', 'line-width': ['case', ['get', 'hover'], 1.6, 3] },
  },
  ...PROPOSAL_LAYERS,
  ...NAME_LAYERS,
  ...MARK_LAYERS.flatMap((layer) => (layer.id === 'suggestions' ? [HUB_MINUTES_LAYER, layer] : [layer])),
  CAPITALS_LAYER,
  {
    id: 'focus-point',
    type: 'circle',
    source: 'focus',
    filter: ['==', ['geometry-type'], 'Point'],
    paint: {
      'circle-radius': 15,
      'circle-color': 'rgba(0,0,0,0)',
      'circle-stroke-color': '#0b1f33',
      'circle-stroke-width': 2.5,
    },
  },
  ...areaMarks('ring'),
  ...RING_LAYERS,
];

/** Lines to find one's way by, in the greys of the ground: not those of an answer. */
function border(kind: 'asst' | 'provincia', paint: object): LayerSpecification {
  return {
    id: `border-${kind}`,
    type: 'line',
    source: 'borders',
    filter: ['==', ['get', 'confine'], kind],
    layout: { 'line-join': 'round', visibility: 'none' },
    paint: { 'line-color': kind === 'asst' ? '#5d7184' : '#2b3f54', 'line-opacity': 0.85, ...paint },
  };
}
