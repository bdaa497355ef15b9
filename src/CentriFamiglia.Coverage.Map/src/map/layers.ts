import type { LayerSpecification } from 'maplibre-gl';
import { dimmed, growing, INK } from './layerKit';
import { LINK_LAYERS, MARK_LAYERS, RING_LAYERS } from './markLayers';
import { CAPITALS_LAYER, NAME_LAYERS, WATER } from './nameLayers';
import { HUB_MINUTES_LAYER, PROPOSAL_LAYERS } from './proposalLayers';

const SHORE = '#b3c3d1';

/** From the ground up. */
export const LAYERS: LayerSpecification[] = [
  { id: 'background', type: 'background', paint: { 'background-color': '#eef1f4' } },
  {
    id: 'ats-shadow',
    type: 'line',
    source: 'ats',
    paint: { 'line-color': '#b9c4cf', 'line-width': 7, 'line-blur': 6, 'line-opacity': 0.7 },
  },
  { id: 'ats-ground', type: 'fill', source: 'ats', paint: { 'fill-color': '#ffffff', 'fill-antialias': false } },
  {
    id: 'areas-fill',
    type: 'fill',
    source: 'areas',
    paint: { 'fill-color': ['get', 'fill'], 'fill-opacity': dimmed(0.92, 0.12) },
  },
  {
    id: 'areas-pattern',
    type: 'fill',
    source: 'areas',
    filter: ['has', 'pattern'],
    paint: { 'fill-pattern': ['get', 'pattern'], 'fill-opacity': dimmed(0.9, 0.12) },
  },
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
  {
    id: 'comuni-border',
    type: 'line',
    source: 'comuni',
    minzoom: 8,
    paint: {
      'line-color': INK,
      'line-width': 0.5,
      'line-opacity': ['interpolate', ['linear'], ['zoom'], 8, 0, 10, 0.4],
    },
  },
  {
    id: 'areas-border',
    type: 'line',
    source: 'areas',
    layout: { 'line-join': 'round' },
    paint: {
      'line-color': '#ffffff',
      'line-width': ['interpolate', ['linear'], ['zoom'], 7, ['get', 'border'], 11, ['*', 2, ['get', 'border']]],
    },
  },
  border('asst', { 'line-width': growing(7, 1, 11, 1.6) }),
  border('provincia', { 'line-width': growing(7, 1.3, 11, 2.2), 'line-dasharray': [3, 2] }),
  {
    id: 'ats-border',
    type: 'line',
    source: 'ats',
    layout: { 'line-join': 'round' },
    paint: {
      'line-color': INK,
      'line-width': ['interpolate', ['linear'], ['zoom'], 7, 1, 11, 2],
      'line-opacity': 0.75,
    },
  },
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
  ...MARK_LAYERS,
  CAPITALS_LAYER,
  HUB_MINUTES_LAYER,
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
