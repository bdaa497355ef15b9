import type { BoardFigures, DeskFigures } from '../it/deskWords';
import { counted, formatCount } from './numbers';
import { SUGGESTION_WORDS } from './words';

export const DESK = {
  section: 'Scenarios, analyses and decisions',
  reading: 'Reading scenarios and analyses…',
  failed: 'Scenarios and analyses could not be read.',
  notDone: 'Nothing was done.',
  cancel: 'Cancel',
  of: (who: string, when: string): string => `${who}, on ${when}`,
  first: 'First',
  second: 'Second',
  compare: 'Compare',
  chooseTwo: 'Choose two different entries.',
  today: 'Today',
  nothing: 'nothing',
};

export const SCENARIOS = {
  title: 'Scenarios',
  none: 'No scenario yet. Make a trial in the view Trial, and keep it with “Save as a scenario”.',
  toTrial: 'Go to Trial',
  changes: (count: number): string => counted(count, 'change', 'changes'),
  noLine: 'not stated',
  open: 'Open in Trial',
  apply: 'Apply',
  archive: 'Archive',
  about: (act: string, name: string): string => `${act} – ${name}`,
  applyAsk: (name: string, changes: number): string =>
    `Apply “${name}”? ${counted(changes, 'change goes', 'changes go')} into the store; the scenario can no longer be changed.`,
  applied: (name: string): string => `“${name}” is in the store.`,
  archiveAsk: (name: string): string =>
    `Archive “${name}”? It can still be read and compared, but no longer changed or applied.`,
  archived: (name: string): string => `“${name}” is archived.`,
  conflicts: (count: number): string =>
    `${counted(count, 'field has', 'fields have')} changed in the store since the scenario was written down. Which one holds?`,
  conflictHeads: ['Field', 'Was', 'Store', 'The scenario'],
  conflictTable: 'Conflicts of scenario and store',
  prevails: { scenario: 'The scenario holds', archivio: 'The store holds' },
  compareTitle: 'Two scenarios side by side',
  compareTable: 'Today, the first and the second scenario',
  spending: 'Spending by line',
  region: 'All Lombardia',
  onMap: (name: string): string => `On the map: today beside “${name}”`,
  unpriced: 'cost not stated',
  spokes: (euros: string, spokes: number): string => `${euros} (${counted(spokes, 'Spoke', 'Spokes')})`,
  networks: (euros: string, networks: number): string => `${euros} (${counted(networks, 'network', 'networks')})`,
};

export const LINE_WORDS = { rimodulazione: 'Remodulation', nuovo_avviso: SUGGESTION_WORDS.hub.short };
export const SCENARIO_STATE_WORDS = { aperto: 'Open', applicato: 'Applied', archiviato: 'Archived' };

export const SCENARIO_MEASURE_WORDS = {
  ambiti_con_sede: 'Ambiti with a Sede',
  residenti_oltre_limite: 'Residents beyond the limit',
  quota_oltre_limite_pct: 'Share beyond the limit',
  minuti_medi: 'Mean minutes',
  comuni_oltre_limite: 'Comuni beyond the limit',
  spoke: 'Number of Spokes',
  rilievi_non_conformi: 'Findings that do not conform',
};

export const SAVE = {
  title: 'Save as a scenario',
  from: (name: string): string => `The trial comes from the scenario “${name}”.`,
  name: 'Name of the scenario',
  line: 'Spending line',
  note: 'Notes',
  cost: 'Cost of one Spoke, € (if known)',
  save: 'Save the scenario',
  into: 'Save into the scenario',
  leave: 'Detach from the scenario',
  nameless: 'Write the name of the scenario.',
  priceless: 'The cost is a number of euros, for example 50000.',
  empty: 'Make at least one change first.',
  saved: (name: string): string => `Scenario “${name}” saved.`,
  changedSince:
    'To keep your own work: “Save as a scenario” under another name. Or read what is there now; “Undo” brings the trial back.',
  again: 'Read the scenario again',
  opened: (name: string): string => `Scenario “${name}” opened.`,
};

export const RUNS = {
  title: 'Frozen analyses',
  none: 'No frozen analysis yet. “Freeze the analysis as it is now” keeps the figures of today as they are, even when the data change.',
  dataAt: (date: string): string => `data as of ${date}`,
  proposals: (count: number): string => counted(count, 'proposal', 'proposals'),
  frozenBy: (who: string, when: string): string => `frozen by ${who}, on ${when}`,
  publishedBy: (who: string, when: string): string => `published by ${who}, on ${when}`,
  hash: (short: string): string => `fingerprint ${short}…`,
  about: (act: string, title: string): string => `${act} – ${title}`,
  open: 'Open',
  dossier: 'The dossier',
  minutes: 'Minutes',
  newTab: '(opens in another tab)',
  publish: 'Publish',
  publishAsk: (title: string): string =>
    `Publish “${title}”? It becomes read-only, for ever: neither its figures nor its title will change.`,
  published: (title: string): string => `“${title}” is published: its proposals can now be decided.`,
  copy: 'Copy the link',
  copied: 'Link copied.',
  freeze: 'Freeze the analysis as it is now',
  freezeTitle: 'Title of the analysis',
  freezeOf: 'What is frozen',
  asIs: 'The store as it is now',
  scenario: (name: string): string => `The scenario “${name}”`,
  knobs: (words: string): string => `The proposals are sought with the choices of the view Proposals: ${words}`,
  go: 'Freeze',
  freezing: 'Freezing: the search for the proposals may take a few minutes…',
  frozen: (title: string): string => `“${title}” is frozen, as a draft.`,
  titleless: 'Write the title of the analysis.',
  compareTitle: 'Two analyses side by side',
  differences: (count: number, shown: number): string =>
    count === 0
      ? 'No difference.'
      : `${counted(count, 'difference', 'differences')}${shown < count ? `; the first ${formatCount(shown)} are here.` : '.'}`,
  allDifferences: 'All the differences (CSV)',
  heads: ['Where', 'What', 'Before', 'After'],
};

export const RUN_STATE_WORDS = { bozza: 'Draft', pubblicata: 'Published' };

export const DECIDE = {
  back: 'All scenarios and analyses',
  draft: 'This is a draft: only what is published is decided.',
  how: 'Choose a proposal in the list or on the map to decide on it.',
  frozenAt: (date: string): string => `Frozen figures: data as of ${date}. They are not computed again.`,
  otherState:
    'The data of today are others: the ground of the map is that of today, the proposals and their figures are the frozen ones.',
  title: 'The decision',
  outcome: 'Outcome',
  reason: 'Why',
  comment: 'Comment',
  decide: 'Record the decision',
  remark: 'Add the comment',
  noOutcome: 'Choose an outcome.',
  noReason: 'Write why, in one sentence.',
  noComment: 'Write the comment.',
  decided: (number: number, outcome: string): string => `Proposal ${number}: ${outcome.toLowerCase()}.`,
  remarked: (number: number): string => `Proposal ${number}: comment added.`,
  next: (number: number, comune: string): string => `Next to decide: ${number}, ${comune}`,
  none: 'To be decided',
  by: 'Who and when',
  who: 'Who',
  when: 'When',
  planned: 'Planned Sede',
  comments: 'Comments',
  caption: (title: string): string => `Proposals of “${title}”`,
};

export const DECIDED_WORDS = { accettata: 'Accepted', respinta: 'Rejected', rinviata: 'Deferred' };

export function deskHeadline({ scenarios, open, runs, published }: DeskFigures): string {
  if (scenarios + runs === 0) return 'No scenario and no frozen analysis yet';
  const first = scenarios === 0 ? 'No scenario' : counted(scenarios, 'scenario', 'scenarios');
  const are = open === scenarios ? '' : `, ${open === 0 ? 'none' : formatCount(open)} open`;
  const second = runs === 0 ? 'no frozen analysis' : counted(runs, 'frozen analysis', 'frozen analyses');
  const out = runs === 0 ? '' : `, ${published === 0 ? 'none' : formatCount(published)} published`;
  return `${first}${are}; ${second}${out}`;
}

export const publishedHeadline = (runs: number): string =>
  runs === 0 ? 'No published analysis yet' : counted(runs, 'published analysis', 'published analyses');

export function boardHeadline({ title, isPublished, proposals, accepted, rejected, deferred }: BoardFigures): string {
  const all = counted(proposals, 'proposal', 'proposals');
  if (!isPublished) return `${title}: ${all}, a draft`;
  const decided = accepted + rejected + deferred;
  if (decided === 0) return `${title}: ${all}, none decided yet`;
  const parts = [
    ...(accepted > 0 ? [`${formatCount(accepted)} accepted`] : []),
    ...(rejected > 0 ? [`${formatCount(rejected)} rejected`] : []),
    ...(deferred > 0 ? [`${formatCount(deferred)} deferred`] : []),
  ].join(', ');
  return `${title}: ${formatCount(decided)} of ${all} decided: ${parts}`;
}
