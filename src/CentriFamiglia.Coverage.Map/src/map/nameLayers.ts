import type { LayerSpecification } from 'maplibre-gl';

const FONT = ['Titillium Web'];
const FONT_STRONG = ['Titillium Web Semibold'];

/** The colour of lakes: a name on it has it for its halo. */
export const WATER = '#dde6ed';

/** The first give way to the last where there is no room. */
export const NAME_LAYERS: LayerSpecification[] = [
  {
    id: 'lakes-names',
    type: 'symbol',
    source: 'lakes',
    minzoom: 7.5,
    filter: ['step', ['zoom'], ['>=', ['get', 'km2'], 100], 8.5, ['>=', ['get', 'km2'], 10], 10.5, true],
    layout: {
      'text-field': ['get', 'nome'],
      'text-font': FONT,
      'text-size': 10.5,
      'text-max-width': 6,
      'symbol-sort-key': ['-', ['get', 'km2']],
    },
    paint: { 'text-color': '#4d6b85', 'text-halo-color': WATER, 'text-halo-width': 1.2 },
  },
  {
    id: 'comuni-names',
    type: 'symbol',
    source: 'comuniLabels',
    minzoom: 9.6,
    layout: {
      'text-field': ['get', 'name'],
      'text-font': FONT,
      'text-size': ['interpolate', ['linear'], ['zoom'], 9.6, 10.5, 12, 13],
      'text-max-width': 7,
      'text-variable-anchor': ['center', 'top', 'bottom'],
      'text-radial-offset': 0.4,
      'symbol-sort-key': ['get', 'rank'],
    },
    paint: { 'text-color': '#23384d', 'text-halo-color': 'rgba(255,255,255,0.9)', 'text-halo-width': 1.3 },
  },
  {
    id: 'area-names',
    type: 'symbol',
    source: 'areaLabels',
    layout: {
      'text-field': ['get', 'name'],
      'text-font': FONT_STRONG,
      'text-size': ['interpolate', ['linear'], ['zoom'], 7, ['get', 'size'], 10, ['+', 3, ['get', 'size']]],
      'text-max-width': 7,
      'text-padding': ['interpolate', ['linear'], ['zoom'], 7, 6, 9, 2],
      // A name makes room for the sedi, which stand where they stand.
      'text-variable-anchor': ['center', 'top', 'bottom'],
      'text-radial-offset': 0.4,
      'symbol-sort-key': ['get', 'rank'],
    },
    paint: { 'text-color': '#0b1f33', 'text-halo-color': 'rgba(255,255,255,0.92)', 'text-halo-width': 1.5 },
  },
];

/** Above all markers and placed before everything else: beside its place, where the sedi of the city stand. */
export const CAPITALS_LAYER: LayerSpecification = {
  id: 'capitals-names',
  type: 'symbol',
  source: 'capitals',
  layout: {
    'text-field': ['get', 'name'],
    'text-font': FONT_STRONG,
    'text-size': ['interpolate', ['linear'], ['zoom'], 6, 11, 8, 13, 11, 16],
    'text-padding': 1,
    'text-variable-anchor': ['top', 'bottom', 'left', 'right'],
    'text-overlap': 'always',
    'text-radial-offset': 0.7,
    'symbol-sort-key': ['get', 'rank'],
  },
  paint: { 'text-color': '#0b1f33', 'text-halo-color': 'rgba(255,255,255,0.95)', 'text-halo-width': 1.7 },
};
