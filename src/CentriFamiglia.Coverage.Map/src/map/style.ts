import type { FeatureCollection } from 'geojson';
import type { StyleSpecification } from 'maplibre-gl';
import borders from '../../../../geodata/confini.geojson?url';
import rivers from '../../../../geodata/fiumi.geojson?url';
import lakes from '../../../../geodata/laghi.geojson?url';
import { LEVELS } from '../text/words';
import { capitalNames } from './features/names';
import { LAYERS } from './layers';
import { fillOf } from './tiledLayers';
import { TILED_SOURCES, tiledSource } from './tiles';

/** Names of the sources that the answers fill; each starts empty. */
export const SOURCES = [
  'comuniLabels',
  'areaLabels',
  'residents',
  'links',
  'isochrones',
  'sites',
  'proposalLines',
  'suggestions',
  'points',
  'preview',
  'focus',
  'ring',
] as const;

export type SourceName = (typeof SOURCES)[number];

/** Lines between ASST and between provinces: read when first shown. */
export const BORDERS = borders;

/** Layers a click may hit, the topmost first. */
export const PICKED_LAYERS = ['points', 'suggestions', 'sites'] as const;

/** Surfaces that a click may hit, under those; of them one level is seen. */
export const PICKED_SURFACES = LEVELS.map(fillOf);

/** Sources of what can be chosen, with the layer that shows each. */
export const CHOSEN_SOURCES = {
  sites: 'sites',
  suggestions: 'suggestions',
  points: 'points',
} as const;

const empty = () => ({ type: 'geojson' as const, data: { type: 'FeatureCollection' as const, features: [] } });

/** The whole style: our own layers only, so that nothing is asked of any other host. */
export const STYLE: StyleSpecification = {
  version: 8,
  sources: {
    lakes: { type: 'geojson', data: lakes },
    rivers: { type: 'geojson', data: rivers },
    capitals: { type: 'geojson', data: capitalNames() as FeatureCollection },
    borders: empty(),
    ...Object.fromEntries(TILED_SOURCES.map((name) => [name, tiledSource()])),
    ...Object.fromEntries(SOURCES.map((name) => [name, empty()])),
  },
  layers: LAYERS,
};
