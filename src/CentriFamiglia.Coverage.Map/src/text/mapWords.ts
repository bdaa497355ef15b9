import { catalogue } from './catalogue';
import type { MapLayer } from './it/mapWords';

export type { MapLayer } from './it/mapWords';

export const { LAYER_WORDS, MORE_LAYERS, ROADS_WORDS, MADE_UP_SITES, WALK_WORDS, SWIPE_WORDS } = catalogue;

export { ROADS_SOURCE } from './common/sources';

export const MAP_LAYERS = Object.keys(LAYER_WORDS) as MapLayer[];
