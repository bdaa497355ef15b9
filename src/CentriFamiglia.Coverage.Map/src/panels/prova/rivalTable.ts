import type { TrialAnswer, TrialTotals } from '../../api/trialRows';
import { el } from '../../drawing/dom';
import type { RivalData, TrialData } from '../../state/viewData';
import { RIVAL } from '../../text/compareWords';
import { LABEL } from '../../text/labels';
import { formatCount, formatMillions, formatMinutes, formatPercent } from '../../text/numbers';
import { residentsWords } from '../../text/sentences';
import { REACH_WORDS } from '../../text/viewWords';
import { note, smallTable } from '../shared/parts';

/** The trial beside what the program would do with as many Spokes: figures, places, and which does more. */
export function rivalTable({ changes, answer }: TrialData, rival: RivalData): HTMLElement[] {
  if (rival.problem) return [el('p', { class: 'trial-problem', role: 'alert' }, rival.problem)];
  if (!answer || !rival.answer) return [note(RIVAL.seeking)];
  const spokes = changes.filter(({ op }) => op === 'add').length;
  const { query, places, certificate } = rival;
  return [
    el('h3', { class: 'trial-title' }, RIVAL.title(query.spokes, query.ats)),
    smallTable(RIVAL.heads, [
      ...figures().map(([label, words]) => [label, ...[answer.before, answer.after, rival.answer?.after].map(words)]),
      [RIVAL.where, '', placesOf(answer), places.join(', ')],
    ]),
    el('p', {}, el('strong', {}, verdictOf(answer.after, rival.answer.after))),
    ...(places.length < query.spokes ? [note(RIVAL.fewer(places.length, query.spokes))] : []),
    ...(changes.length > spokes ? [note(RIVAL.others)] : []),
    note(certificate?.status === 'optimal' ? RIVAL.proved() : RIVAL.unproved),
  ];
}

const figures = (): [label: string, words: (totals: TrialTotals | undefined) => string][] => [
  [REACH_WORDS.entro.label, (totals) => formatPercent(totals?.quota_entro_limite_pct)],
  [LABEL.beyondLimit, (totals) => formatCount(totals?.residenti_oltre_limite)],
  [LABEL.ambitiWithSede, (totals) => formatCount(totals?.ambiti_con_sede)],
  [LABEL.meanTravel, (totals) => formatMinutes(totals?.minuti_medi)],
  [LABEL.freeFund, (totals) => formatMillions(totals?.libero_eur)],
];

/** The comuni of the sedi that the trial adds. */
const placesOf = ({ sedi }: TrialAnswer): string => sedi.flatMap(({ comune }) => comune ?? []).join(', ');

function verdictOf(trial: TrialTotals, proposals: TrialTotals): string {
  const [own, other] = [trial.residenti_oltre_limite, proposals.residenti_oltre_limite];
  if (own === null || other === null) return '';
  const more = Math.round(own - other);
  if (more === 0) return RIVAL.same();
  const residents = residentsWords(Math.abs(more));
  return more > 0 ? RIVAL.better(residents) : RIVAL.worse(residents);
}
