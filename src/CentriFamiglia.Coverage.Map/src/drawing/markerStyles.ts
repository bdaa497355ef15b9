import type { SiteRole, SuggestionKind } from '../text/words';
import { DARK, PALE, PROPOSED } from './styles';

/** A marker: roles differ in shape, then in colour. */
export interface MarkerStyle {
  shape: 'house' | 'circle' | 'diamond';
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

/** A numbered pin: what is proposed differs in shape too. */
export const PIN_STYLES: Record<SuggestionKind, Omit<MarkerStyle, 'shape'>> = {
  spoke: { fill: PROPOSED, ink: PALE },
  hub: { fill: PALE, ink: PROPOSED },
};
