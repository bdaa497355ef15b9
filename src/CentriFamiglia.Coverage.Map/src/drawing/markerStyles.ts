import type { SiteRole, SuggestionKind } from '../text/words';
import { DARK, PALE } from './styles';

/** A marker: roles and proposals differ in shape, then in colour. */
export interface MarkerStyle {
  shape: 'house' | 'circle' | 'diamond' | 'plus' | 'hexagon';
  fill: string;
  ink: string;
  /** A sede that nobody has: its outline is broken. */
  madeUp?: boolean;
}

export const SITE_MARKERS: Record<SiteRole, MarkerStyle> = {
  hub: { shape: 'house', fill: DARK, ink: PALE },
  spoke: { shape: 'circle', fill: PALE, ink: DARK },
  non_dichiarato: { shape: 'diamond', fill: '#fff3c4', ink: '#4d3b00' },
};

export const SUGGESTION_MARKERS: Record<SuggestionKind, MarkerStyle> = {
  spoke: { shape: 'plus', fill: '#8a1c5c', ink: PALE },
  hub: { shape: 'hexagon', fill: PALE, ink: '#8a1c5c' },
};
