import type { Demand } from '../text/peopleWords';
import type { Query } from './apiClient';

/** Questions that weigh somebody's travel. */
const WEIGHING = [
  'gaps',
  'week',
  'measures',
  'catchments',
  'suggestions',
  'curve',
  'fragility',
  'compare',
  'what-if',
  'isochrones',
];

/** Whose travel a question weighs; nothing where it weighs none, or that of residents. */
export const weighing = (resource: string, demand: Demand): Query =>
  demand !== 'residenti' && WEIGHING.includes(resource) ? { domanda: demand } : {};
