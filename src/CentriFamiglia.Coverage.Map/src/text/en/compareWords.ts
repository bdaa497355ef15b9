import { atsWords } from './atsNames';
import { counted } from './numbers';
import { peopleMany, samePeople } from './peopleWords';

export const SWITCH = {
  label: 'State shown',
  beside: 'Side by side',
  besideMeaning: 'Both states on the map, with a divider between them',
};

export const within = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

export const besideWords = (left: string, right: string): string =>
  `${within(left)} on the left, ${within(right)} on the right`;

export const differenceOf = (both: string): string => `the difference between ${both}`;

export const todayAnd = (name: string): string => `today and ${within(name)}`;

export function spokenPair(figure: string, from: number | null, to: number | null): string {
  const [before, after] = figure.split(' → ');
  if (after === undefined) return `${figure}, as today`;
  const way = from === null || to === null ? '' : to > from ? ', an increase' : ', a decrease';
  return `from ${before} to ${after}${way}`;
}

export const notComparable = (): string => `not comparable: today nothing is known about some ${peopleMany()}`;

export const RIVAL = {
  press: 'Compare with the program’s proposals',
  title: (spokes: number, ats: string | null): string =>
    `With ${counted(spokes, 'new Spoke', 'new Spokes')}${ats === null ? '' : ` in ${atsWords(ats)}`}`,
  heads: ['', 'Today', 'The trial', 'The proposals'],
  where: 'Where',
  seeking: 'Looking for the program’s proposals…',
  noSpoke: 'First add at least one Spoke: the program proposes the same number.',
  fewer: (found: number, asked: number): string => `The program finds ${found} of ${asked}.`,
  others: 'The trial also moves, closes or changes other Sedi: the proposals start from those of today.',
  proved: (): string => `The proposals: no other choice brings more ${peopleMany()} within the limit (proved).`,
  unproved: 'The proposals are the best choice found, not proved.',
  same: (): string => `Trial and proposals bring ${samePeople()} within the limit.`,
  better: (residents: string): string => `The proposals bring ${residents} more within the limit than the trial.`,
  worse: (residents: string): string => `The trial brings ${residents} more within the limit than the proposals.`,
};

export const NO_PROGRAM = 'The proposals were not computed: please try again shortly.';

export const UNCHANGED = (name: string): string => `${name} nothing changes here.`;
