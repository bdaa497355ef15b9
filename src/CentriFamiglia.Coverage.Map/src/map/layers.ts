import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { CAPITALS_LAYER, NAME_LAYERS, WATER } from './nameLayers';

const INK = '#17324d';
const SHORE = '#b3c3d1';

/** Surfaces outside the chosen ATS stay visible but step back. */
const dimmed = (full: number, faint: number): ExpressionSpecification => [
  'case',
  ['boolean', ['get', 'outside'], false],
  faint,
  full,
];

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
  ...NAME_LAYERS,
  {
    id: 'trial-rings',
    type: 'circle',
    source: 'sites',
    filter: ['has', 'trial'],
    paint: {
      'circle-radius': ['interpolate', ['linear'], ['zoom'], 7, 10, 11, 16],
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
    layout: { 'circle-sort-key': ['get', 'radius'] },
    paint: {
      'circle-radius': ['interpolate', ['linear'], ['zoom'], 7, ['get', 'radius'], 11, ['*', 1.6, ['get', 'radius']]],
      'circle-color': ['get', 'fill'],
      'circle-stroke-color': ['get', 'ink'],
      'circle-stroke-width': 1.6,
      'circle-opacity': dimmed(1, 0.12),
      'circle-stroke-opacity': dimmed(1, 0.12),
    },
  },
  {
    id: 'preview',
    type: 'circle',
    source: 'preview',
    paint: {
      'circle-radius': ['interpolate', ['linear'], ['zoom'], 7, 5, 11, 9],
      'circle-color': ['get', 'fill'],
      'circle-stroke-color': ['get', 'ink'],
      'circle-stroke-width': 2.5,
    },
  },
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
];

function markers(source: 'sites' | 'suggestions'): LayerSpecification {
  const large = source === 'suggestions' ? 1.15 : 1;
  return {
    id: source,
    type: 'symbol',
    source,
    layout: {
      'icon-image': ['get', 'marker'],
      'icon-allow-overlap': true,
      'icon-padding': 0,
      'icon-size': ['interpolate', ['linear'], ['zoom'], 7, 0.46 * large, 9, 0.8 * large, 12, 1.1 * large],
      'symbol-sort-key': ['get', 'rank'],
    },
    paint: { 'icon-opacity': dimmed(1, 0.15) },
  };
}
