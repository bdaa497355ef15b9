import { ROADS_SOURCE } from '../common/sources';

/** What the map can show besides the answers: what the address of the page writes, and what people read. */
export const LAYER_WORDS = {
  asst: { label: 'Confini delle ASST', meaning: '' },
  province: { label: 'Confini delle province', meaning: '' },
  residenti: { label: 'Residenti', meaning: 'un punto ogni 1.000, posto a caso dentro il comune' },
  punti: {
    label: 'Punti di residenza',
    meaning: 'cerchi grandi quanto i residenti; chiaro: più punti vicini in uno',
  },
  reti: { label: 'Reti', meaning: 'da ogni Spoke al suo Hub' },
  percorsi: { label: 'Verso la sede vicina', meaning: 'linee rette dal comune alla sede: non sono percorsi' },
};
export type MapLayer = keyof typeof LAYER_WORDS;

/** The main roads of the ground, where a network is loaded. */
export const ROADS_WORDS = { label: 'Strade principali', meaning: ROADS_SOURCE };

/** The part of the legend where they are chosen. */
export const MORE_LAYERS = 'Altri strati';

/** Said of sedi that are made up, where they stand on the map. */
export const MADE_UP_SITES = 'Contorno tratteggiato: sede inventata, dimostrativa.';

/** What the map says to who walks it by keyboard. */
export const WALK_WORDS = {
  nothing: 'Nulla da scegliere in questa parte della mappa.',
  left: 'Fine dell’elenco sulla mappa.',
  place: (at: number, of: number): string => `${at} di ${of}`,
};

/** The line between two states of the map. */
export const SWIPE_WORDS = {
  label: 'Divisorio fra le due mappe',
  value: (share: number, left: string, right: string): string => `${share} %: a sinistra ${left}, a destra ${right}`,
};
