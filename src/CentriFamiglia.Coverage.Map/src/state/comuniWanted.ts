import type { ViewState } from './viewState';

/** The zoom from which the comuni have names. */
const NAMES_ZOOM = 9.5;

/** Whether something is computed from the whole borders of the comuni: where dots lie, where a sede is dragged to, what is around a catchment. */
export const wantsShapes = ({ theme, layers }: ViewState): boolean =>
  theme === 'prova' || theme === 'proposte' || layers.includes('residenti');

/** Whether a view that does not colour the comuni needs their names and figures all the same. */
export const wantsComuni = ({ theme, selection, layers }: ViewState, zoom: number): boolean =>
  zoom >= NAMES_ZOOM ||
  theme === 'prova' ||
  ['comune', 'ambito', 'distretto'].includes(selection?.kind ?? '') ||
  layers.includes('residenti') ||
  (theme === 'tempi' && layers.includes('percorsi'));
