import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { dimmed, growing, INK } from './layerKit';
import { ROOM } from './mapImages';

const RADIUS: ExpressionSpecification = ['get', 'radius'];
const LARGER: ExpressionSpecification = ['*', 1.6, RADIUS];
/** From a radius to the size of an image of nothing that covers the circle. */
const roomFor = (radius: ExpressionSpecification): ExpressionSpecification => ['/', ['*', 2, radius], ROOM.side];

/** Straight lines: to the nearest sede under those of the networks, those of the network chosen above all. */
export const LINK_LAYERS: LayerSpecification[] = [
  link('journey', {
    'line-color': '#4f6374',
    'line-width': growing(7, 0.5, 11, 1.1),
    'line-opacity': dimmed(0.75, 0.1),
  }),
  link('network', { 'line-color': INK, 'line-width': growing(7, 1, 11, 2), 'line-opacity': dimmed(0.8, 0.12) }),
  link('chosen', { 'line-color': '#ffffff', 'line-width': 5, 'line-opacity': 0.9 }, 'chosen-halo'),
  link('chosen', { 'line-color': '#0b1f33', 'line-width': 2.4 }),
];

/** Sedi, proposals and the points of the views that have their own. */
export const MARK_LAYERS: LayerSpecification[] = [
  {
    id: 'trial-rings',
    type: 'circle',
    source: 'sites',
    filter: ['has', 'trial'],
    paint: {
      'circle-radius': growing(7, 10, 11, 16),
      'circle-color': 'rgba(255,255,255,0.75)',
      'circle-stroke-color': '#8a1c5c',
      'circle-stroke-width': 2.5,
    },
  },
  markers('sites'),
  markers('suggestions'),
  {
    id: 'points',
    type: 'circle',
    source: 'points',
    layout: { 'circle-sort-key': RADIUS },
    paint: {
      'circle-radius': growing(7, RADIUS, 11, LARGER),
      'circle-color': ['get', 'fill'],
      'circle-stroke-color': ['get', 'ink'],
      'circle-stroke-width': 1.6,
      'circle-opacity': dimmed(1, 0.12),
      'circle-stroke-opacity': dimmed(1, 0.12),
    },
  },
  // A circle keeps no name away by itself.
  {
    id: 'points-room',
    type: 'symbol',
    source: 'points',
    filter: ['!', ['get', 'outside']],
    layout: {
      'icon-image': ROOM.id,
      'icon-size': growing(7, roomFor(RADIUS), 11, roomFor(LARGER)),
      'icon-allow-overlap': true,
      'icon-padding': 1,
    },
  },
  {
    id: 'preview',
    type: 'circle',
    source: 'preview',
    paint: {
      'circle-radius': growing(7, 5, 11, 9),
      'circle-color': ['get', 'fill'],
      'circle-stroke-color': ['get', 'ink'],
      'circle-stroke-width': 2.5,
    },
  },
];

/** Where the keyboard is: above everything, and unlike what is selected. */
export const RING_LAYERS: LayerSpecification[] = [
  {
    id: 'ring-halo',
    type: 'line',
    source: 'ring',
    layout: { 'line-join': 'round' },
    paint: { 'line-color': '#ffffff', 'line-width': 8 },
  },
  {
    id: 'ring-line',
    type: 'line',
    source: 'ring',
    layout: { 'line-join': 'round' },
    paint: { 'line-color': '#0059b3', 'line-width': 4 },
  },
  {
    id: 'ring-point',
    type: 'circle',
    source: 'ring',
    filter: ['==', ['geometry-type'], 'Point'],
    paint: {
      'circle-radius': 14,
      'circle-color': 'rgba(0,0,0,0)',
      'circle-stroke-color': '#0059b3',
      'circle-stroke-width': 4,
    },
  },
];

function link(kind: string, paint: object, id = kind): LayerSpecification {
  return {
    id: `links-${id}`,
    type: 'line',
    source: 'links',
    filter: ['==', ['get', 'link'], kind],
    layout: { 'line-cap': 'round' },
    paint,
  };
}

/** Small where the whole region is seen, larger from near; a name keeps clear of the ring of a trial too. */
function markers(source: 'sites' | 'suggestions'): LayerSpecification {
  // Numbered pins are read, so that they do not shrink as much.
  const sizes = source === 'suggestions' ? [0.5, 0.62, 0.78, 1] : [0.34, 0.46, 0.8, 1.1];
  return {
    id: source,
    type: 'symbol',
    source,
    layout: {
      'icon-image': ['get', 'marker'],
      'icon-allow-overlap': true,
      'icon-padding': ['case', ['has', 'trial'], ['literal', [6]], ['literal', [1]]],
      'icon-size': growing(...[6, 7, 9, 12].flatMap((zoom, i) => [zoom, sizes[i] as number])),
      'symbol-sort-key': ['get', 'rank'],
    },
    paint: { 'icon-opacity': dimmed(1, 0.15) },
  };
}
