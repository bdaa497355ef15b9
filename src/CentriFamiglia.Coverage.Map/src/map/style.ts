import type { StyleSpecification } from 'maplibre-gl';
import rivers from '../../../../geodata/fiumi.geojson?url';
import lakes from '../../../../geodata/laghi.geojson?url';
import { LAYERS } from './layers';

/** Names of the sources that the answers fill; each starts empty. */
export const SOURCES = [
  'ats',
  'areas',
  'comuni',
  'comuniLabels',
  'areaLabels',
  'isochrones',
  'sites',
  'suggestions',
  'points',
  'preview',
  'focus',
] as const;

export type SourceName = (typeof SOURCES)[number];

/** Layers a click may hit, the topmost first. */
export const PICKED_LAYERS = ['points', 'suggestions', 'sites', 'areas-fill'] as const;

/** The whole style: our own layers only, so that nothing is asked of any other host. */
export const STYLE: StyleSpecification = {
  version: 8,
  sources: {
    lakes: { type: 'geojson', data: lakes },
    rivers: { type: 'geojson', data: rivers },
    ...Object.fromEntries(
      SOURCES.map((name) => [name, { type: 'geojson', data: { type: 'FeatureCollection' as const, features: [] } }]),
    ),
  },
  layers: LAYERS,
};
