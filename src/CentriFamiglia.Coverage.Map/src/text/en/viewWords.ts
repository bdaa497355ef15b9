import { peopleMany } from './peopleWords';
import { VERDICT_WORDS } from './words';

export const THEME_WORDS = {
  copertura: 'Coverage',
  tempi: 'Travel times',
  misure: 'Measures',
  orari: 'Opening hours',
  proposte: 'Proposals',
  rilievi: 'Findings',
  fragilita: 'Fragility',
  risorse: 'Resources',
  progettualita: 'Projects',
  prova: 'Trial',
  decisioni: 'Decisions',
};

export const STATISTIC_WORDS = { mediana: 'Median', media: 'Mean' };

export const CLASSING_WORDS = { fisse: 'Fixed', quantili: 'Quantiles' };

export const DAY_WORDS = {
  lun: 'Monday',
  mar: 'Tuesday',
  mer: 'Wednesday',
  gio: 'Thursday',
  ven: 'Friday',
  sab: 'Saturday',
  dom: 'Sunday',
};

export const REACH_WORDS = {
  entro: { label: 'Within the limit', meaning: 'a Sede that is certainly open' },
  forse: { label: 'Perhaps', meaning: 'only if a Sede of unknown hours is open' },
  oltre: { label: 'Beyond the limit', meaning: 'no open Sede near enough' },
  ignoto: { label: 'Cannot be said', meaning: 'the limit or the times are not known' },
  nonNoto: VERDICT_WORDS.NON_CARICATO,
};

export const WEIGHT_WORDS = {
  critica: 'Among the ten most critical',
  get conta(): string {
    return `Its closing takes ${peopleMany()} farther away`;
  },
  nulla: 'Its closing changes nothing',
};

export const COLOURING_WORDS = { prova: 'With the trial', oggi: 'Today', differenza: 'Difference' };

export const AGAINST_WORDS = {
  prova: COLOURING_WORDS.prova,
  proposte: 'With the proposals',
  altro: 'Another situation',
};

export const STATE_WORDS = { ...COLOURING_WORDS, ...AGAINST_WORDS };

export const SHIFT_WORDS = {
  guadagna: { label: 'Gains', meaning: 'a Sede, or the limit kept' },
  meglio: { label: 'Nearer', meaning: 'fewer minutes, with the same judgement' },
  uguale: { label: 'No change', meaning: 'neither in judgement nor in minutes' },
  peggio: { label: 'Farther', meaning: 'more minutes, with the same judgement' },
  perde: { label: 'Loses', meaning: 'its Sede, or the limit kept' },
  ignoto: { label: 'Not comparable', meaning: 'not known on one of the two sides' },
};

export const NOTHING_STORED = 'This is a trial: nothing is written to the store.';

export const LIMIT_IS_A_CRITERION = 'The limit is a planning criterion, not laid down by the act.';
