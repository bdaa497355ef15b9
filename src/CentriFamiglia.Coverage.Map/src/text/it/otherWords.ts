import { atsWords } from './atsNames';
import { MEASURE_WORDS, type Measure } from './measureWords';
import { counted, formatCount, formatDate } from './numbers';
import { peopleLabel, peopleMany } from './peopleWords';
import { SHIFT_WORDS } from './viewWords';
import { type Goal, setWords } from './words';

/** The second of two states: another day, another set of sedi, other rules. */
export const OTHER_WORDS = {
  date: 'Giorno',
  sedi: 'Insieme di sedi',
  rules: 'Regole',
  asToday: 'come ora',
  missing: 'Scegliere un giorno, un insieme di sedi o di regole da mettere accanto alla situazione di oggi',
  pending: 'Si calcola l’altra situazione',
  failed: 'L’altra situazione non è stata calcolata: riprovare fra poco.',
  onDay: (date: string): string => `al ${formatDate(date)}`,
  withSedi: (name: string): string => `sedi «${setWords(name)}»`,
  withRules: (id: string): string => `regole ${id}`,
  title: 'L’altra situazione',
  get beyond(): string {
    return `${peopleLabel()} oltre il limite, differenza`;
  },
  toProposals: 'Cambia le scelte delle proposte',
};

/** What changes for a measure, whose more may be better or worse. */
export const MEASURE_SHIFT_WORDS = {
  meglio: { label: 'Migliora', meaning: 'l’accesso è migliore' },
  uguale: { label: SHIFT_WORDS.uguale.label, meaning: 'lo stesso valore' },
  peggio: { label: 'Peggiora', meaning: 'l’accesso è peggiore' },
  ignoto: { label: SHIFT_WORDS.ignoto.label, meaning: 'senza valore, o non noto, da una delle due parti' },
};
export type MeasureShift = keyof typeof MEASURE_SHIFT_WORDS;

/** What a measure comes to in two states. */
export const measureChangeHeadline = (
  measure: Measure,
  where: string,
  { meglio, peggio, uguale }: Record<MeasureShift, number>,
): string =>
  `${MEASURE_WORDS[measure].name}, ${where}: migliora in ${formatCount(meglio)}, peggiora in ${formatCount(peggio)}, non cambia in ${formatCount(uguale)}`;

/** Which proposals stand beside today: those of their own view. */
export function proposalsAre({ goal, spokes, everyUnit, ats, level }: ProposalChoice): string {
  const units = level === 'distretto' ? 'Distretto' : 'Ambito';
  const where = ats === null ? '' : ` nell’${atsWords(ats)}`;
  if (goal === 'units') return `Le proposte danno una sede a ogni ${units}${where}.`;
  const aim = goal === 'time' ? 'meno minuti di viaggio' : `più ${peopleMany()} entro il limite`;
  const all = everyUnit ? `, con una sede in ogni ${units}` : '';
  return `Le proposte: ${counted(spokes, 'nuovo Spoke', 'nuovi Spoke')}${where}, ${aim}${all}.`;
}

export interface ProposalChoice {
  goal: Goal;
  spokes: number;
  everyUnit: boolean;
  ats: string | null;
  level: string;
}
