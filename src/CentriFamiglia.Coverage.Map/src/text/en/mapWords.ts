import { ROADS_SOURCE } from '../common/sources';
export const LAYER_WORDS = {
  asst: { label: 'Boundaries of the ASST', meaning: '' },
  province: { label: 'Boundaries of the provinces', meaning: '' },
  residenti: { label: 'Residents', meaning: 'one dot for every 1,000, placed at random within the Comune' },
  punti: {
    label: 'Where residents are counted',
    meaning: 'circles as large as the residents; pale: several near points in one',
  },
  reti: { label: 'Networks', meaning: 'from each Spoke to its Hub' },
  percorsi: { label: 'Towards the nearest Sede', meaning: 'straight lines from Comune to Sede: not routes' },
};

export const ROADS_WORDS = { label: 'Main roads', meaning: ROADS_SOURCE };

export const MORE_LAYERS = 'More layers';

export const MADE_UP_SITES = 'Dashed outline: a made-up Sede, for demonstration.';

export const WALK_WORDS = {
  nothing: 'Nothing to choose in this part of the map.',
  left: 'End of the list on the map.',
  place: (at: number, of: number): string => `${at} of ${of}`,
};

export const SWIPE_WORDS = {
  label: 'Divider between the two maps',
  value: (share: number, left: string, right: string): string =>
    `${share}%: ${left} on the left, ${right} on the right`,
};
