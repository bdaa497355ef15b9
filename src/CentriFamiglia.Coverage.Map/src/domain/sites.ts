import type { SiteRole } from '../api/rows';

/** Shape of a marker: roles and proposals differ in shape, then in colour. */
export type MarkerShape = 'house' | 'circle' | 'diamond' | 'plus' | 'hexagon';

export interface MarkerStyle {
  label: string;
  shape: MarkerShape;
  fill: string;
  ink: string;
}

export const SITE_MARKERS: Record<SiteRole, MarkerStyle> = {
  hub: { label: 'Hub', shape: 'house', fill: '#17324d', ink: '#ffffff' },
  spoke: { label: 'Spoke', shape: 'circle', fill: '#ffffff', ink: '#17324d' },
  'non dichiarato': { label: 'Sede, ruolo non dichiarato', shape: 'diamond', fill: '#fff3c4', ink: '#4d3b00' },
};

export const SITE_ROLES = Object.keys(SITE_MARKERS) as SiteRole[];

export const SUGGESTION_MARKERS: Record<'spoke' | 'hub', MarkerStyle> = {
  spoke: { label: 'Nuovo Spoke proposto', shape: 'plus', fill: '#8a1c5c', ink: '#ffffff' },
  hub: { label: 'Nuova manifestazione di interesse', shape: 'hexagon', fill: '#ffffff', ink: '#8a1c5c' },
};

const WHEELCHAIR: Record<string, string> = {
  yes: 'accessibile',
  limited: 'accessibile in parte',
  no: 'non accessibile',
};

/** What is not declared is said so, never taken as a no. */
export const wheelchairWords = (value: string | null): string =>
  value === null || value === '' ? 'non dichiarata' : (WHEELCHAIR[value] ?? value);
