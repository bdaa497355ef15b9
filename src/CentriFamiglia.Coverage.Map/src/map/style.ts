import type { FeatureCollection } from 'geojson';
import type { StyleSpecification } from 'maplibre-gl';
import borders from '../../../../geodata/confini.geojson?url';
import rivers from '../../../../geodata/fiumi.geojson?url';
import lakes from '../../../../geodata/laghi.geojson?url';
import { capitalNames } from './features/names';
import { LAYERS } from './layers';

/** Names of the sources that the answers fill; each starts empty. */
export const SOURCES = [
  'ats',
  'areas',
  'comuni',
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
export const PICKED_LAYERS = ['points', 'suggestions', 'sites', 'areas-fill'] as const;

/** Sources of what can be chosen, with the layer that shows each. */
export const CHOSEN_SOURCES = {
  areas: 'areas-fill',
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
    ...Object.fromEntries(SOURCES.map((name) => [name, empty()])),
  },
  layers: LAYERS,
};
