import { atsWords } from './atsNames';
import { formatCount } from './numbers';
import { ofCountedPeople, ofPeople, peopleLabel, peopleMany } from './peopleWords';

export const TRIAL = {
  in: (comune: string): string => ` in ${comune}`,
  network: (id: string): string => `network ${id}`,
  added: (role: string, id: string, where: string, network: string | null): string =>
    `New ${role} ${id}${where}, ${network ?? 'without a network'}`,
  closes: (name: string, where: string): string => `${name}${where} closes`,
  moves: (name: string, where: string): string => `${name} moves${where.replace(/^ in /, ' to ')}`,
  itMoves: (where: string): string => `moves${where.replace(/^ in /, ' to ')}`,
  itsHours: (hours: string): string => `hours ${hours}`,
  headline: (within: string, ambiti: string): string =>
    `${peopleLabel()} within the limit: ${within}; Ambiti with a Sede: ${ambiti}.`,
  verdict: (area: string, before: string, after: string): string => `${area}: from “${before}” to “${after}”.`,
  load: (name: string, spokes: string, most: number, isOver: boolean, hours: string, isLost: boolean): string =>
    `${name}: ${spokes} Spokes of ${most}${isOver ? ' (beyond the most allowed, a planning criterion)' : ''}; ` +
    `open ${hours} hours a week${isLost ? '; left without a Hub' : ''}.`,
  fundUnknown: (ats: string): string => `${atsWords(ats)}: how much is left of the Fund is not known.`,
  fundNow: (ats: string, after: string): string =>
    `${atsWords(ats)}: ${after} is left of the Fund; how much there is today is not known.`,
  fund: (ats: string, left: string): string => `${atsWords(ats)}: left of the Fund: ${left}.`,
  fundLess: (ats: string, before: string, spokes: number): string =>
    `${atsWords(ats)}: ${before} is left of the Fund, less ${spokes === 1 ? 'the additional Spoke' : `${spokes} additional Spokes`}, of unstated cost.`,
  noOutcome: 'no outcome',
  get ofCounted(): string {
    return ofCountedPeople();
  },
  get ofAll(): string {
    return ofPeople();
  },
  without: (figure: string): string => `without: ${figure}`,
  toNearest: 'to the nearest Sede',
  get uncounted(): string {
    return `${peopleMany()} that no figure counts`;
  },
  afterGrants: 'after the grants of the networks',
  site: (id: string): string => `Trial Sede ${id}`,
  closedHere: 'closed in the trial',
};

export const TRIAL_TOOLS = {
  hint: 'Add a Spoke, or drag a Sede on the map or open its sheet.',
  point: 'Add a Spoke on the map',
  undo: 'Undo',
  redo: 'Redo',
  full: (steps: number): string => `The last ${steps} steps can be undone: older ones cannot be had back.`,
  empty: 'Clear',
  emptied: 'Trial cleared',
  save: 'Save as a file',
  load: 'Load a file',
  orIn: 'Or in a Comune',
  addHere: 'Add here',
  remove: 'Remove',
  removeThis: (words: string): string => `Remove: ${words}`,
  removed: (words: string): string => `Change removed: ${words}`,
  title: 'In the trial',
  isClosed: 'This Sede is closed in the trial.',
  example: 'for example lun-ven 9-13',
  moveTo: 'Move to a Comune',
  move: 'Move',
  close: 'Close',
  restore: 'Restore',
  hoursChanged: (name: string): string => `${name}: hours changed`,
  networkChanged: (name: string): string => `${name}: network changed`,
  moved: (name: string): string => `${name} moved`,
  closed: (name: string): string => `${name} closed`,
  asBefore: (name: string): string => `${name} as before`,
  dropped: 'Sede moved',
  added: (id: string): string => `Spoke ${id} added`,
  undone: 'Undone',
  redone: 'Redone',
  loaded: (file: string): string => `Trial ${file} loaded`,
  noTrialIn: (file: string): string => `${file} does not hold a trial.`,
  noTrialCure: 'Load a file saved from here, or for “coverage what-if”.',
  notComputed: 'The trial was not computed.',
  notComputedCure: 'Undo the last change, or try again.',
  verdicts: 'Verdicts that change',
  noVerdict: 'No verdict changes.',
  networksAndFund: 'Networks and Fund',
  findings: (count: number): string => `Findings that change: ${formatCount(count)}`,
};
