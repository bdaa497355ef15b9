import type { TrialAnswer, TrialArea, TrialFinding, TrialFund, TrialNetwork, TrialTotals } from '../api/trialRows';
import { notComparable, spokenPair } from '../text/compareWords';
import { LABEL, SAID } from '../text/labels';
import {
  formatCount,
  formatDecimal,
  formatEuro,
  formatMillions,
  formatMinutes,
  formatPercent,
  formatShort,
  NO_FIGURE,
} from '../text/numbers';
import { TRIAL } from '../text/trialWords';
import { REACH_WORDS } from '../text/viewWords';
import { LEVEL_WORDS, OUTCOME_WORDS, ROLE_WORDS, type SiteRole, VERDICT_WORDS } from '../text/words';
import { atLeast, atMost, EXCLUDED, type Knowledge } from './knowledge';
import type { TrialChange } from './trial';

/** `before → after`, or the one where both are the same to the reader. */
export const pair = (before: string, after: string): string => (before === after ? after : `${before} → ${after}`);

/** What someone who looks for a sede reads: its name, its comune, its network. */
export interface SedeWords {
  name: string;
  comune: string | null;
}

/** A change as a sentence. */
export function changeWords(
  change: TrialChange,
  sede: SedeWords | undefined,
  networks: ReadonlyMap<string, string>,
): string {
  const name = sede?.name ?? change.id;
  const where = sede?.comune ? TRIAL.in(sede.comune) : '';
  const network = typeof change['network_id'] === 'string' ? change['network_id'] : null;
  const networkName = network && (networks.get(network) ?? TRIAL.network(network));
  if (change.op === 'add') {
    const role = ROLE_WORDS[(change['role'] as SiteRole | undefined) ?? 'spoke'] ?? LABEL.sede;
    return TRIAL.added(role, change.id, where, networkName);
  }
  if (change.op === 'close') return TRIAL.closes(name, where);
  if (change.op === 'move') return TRIAL.moves(name, where);
  const said = [
    ...('lon' in change || 'pro_com_t' in change ? [TRIAL.itMoves(where)] : []),
    ...('opening_hours' in change ? [TRIAL.itsHours(String(change['opening_hours'] ?? SAID.hoursUndeclared))] : []),
    ...('network_id' in change ? [networkName ?? SAID.noNetwork] : []),
    ...Object.keys(change).filter((column) => !USUAL.includes(column)),
  ];
  return `${name}: ${said.join(', ')}`;
}

const USUAL = ['op', 'id', 'lon', 'lat', 'pro_com_t', 'opening_hours', 'network_id'];

/** The headline: what the trial does to the whole, in one sentence. */
export const headline = ({ before, after }: TrialAnswer): string =>
  TRIAL.headline(
    pair(formatPercent(before.quota_entro_limite_pct), formatPercent(after.quota_entro_limite_pct)),
    pair(formatCount(before.ambiti_con_sede), formatCount(after.ambiti_con_sede)),
  );

/** An area whose verdict is another. */
export const verdictSentence = (area: TrialArea): string =>
  TRIAL.verdict(
    `${area.nome} (${LEVEL_WORDS[area.livello as 'ambito'].one})`,
    VERDICT_WORDS[area.verdetto_prima].label,
    VERDICT_WORDS[area.verdetto_dopo].label,
  );

/** Areas whose verdict changes, from the smallest. */
export const verdictChanges = ({ areas }: TrialAnswer): TrialArea[] =>
  areas.filter((area) => area.livello !== 'regione' && area.verdetto_prima !== area.verdetto_dopo);

/** The load of a Hub and the hours of its network. */
export const networkSentence = (network: TrialNetwork): string =>
  TRIAL.load(
    network.name,
    pair(formatCount(network.spoke_prima), formatCount(network.spoke_dopo)),
    network.spoke_massimo,
    network.spoke_dopo > network.spoke_massimo,
    pair(formatDecimal(network.ore_unione_prima), formatDecimal(network.ore_unione_dopo)),
    network.hub_dopo === 0,
  );

/** What becomes of the fund of an ATS. */
export const fundSentence = (fund: TrialFund): string => {
  const [before, after] = [formatEuro(fund.libero_eur_prima), formatEuro(fund.libero_eur_dopo)];
  if (fund.libero_eur_prima === null)
    return fund.libero_eur_dopo === null ? TRIAL.fundUnknown(fund.ats) : TRIAL.fundNow(fund.ats, after);
  if (fund.libero_eur_dopo !== null) return TRIAL.fund(fund.ats, pair(before, after));
  return TRIAL.fundLess(fund.ats, before, fund.spoke_in_piu);
};

/** A rule of the act that has another outcome, and the service's reason for it. */
export const findingSentence = ({ regola, nome, esito_prima, esito_dopo, motivo }: TrialFinding): [string, string] => {
  const word = (outcome: typeof esito_prima) =>
    outcome ? OUTCOME_WORDS[outcome].label.toLowerCase() : TRIAL.noOutcome;
  return [`${regola}, ${nome}: ${pair(word(esito_prima), word(esito_dopo))}.`, motivo];
};

/** A figure before and after, what it is, and what stands beside it. */
export interface FigurePair {
  label: string;
  figure: string;
  note: string;
  /** Read in the place of the figure, whose arrow says nothing to a screen reader. */
  spoken: string;
}

/**
 * The figures to read first, each as a pair.
 * @param total Of what they are figures today: where its list is not complete they are bounds.
 */
export function figurePairs({ before, after, comparable }: TrialAnswer, total: Knowledge | undefined): FigurePair[] {
  const [excludedBefore, excludedAfter] = [before.residenti_esclusi ?? 0, after.residenti_esclusi ?? 0];
  const known = { elenco_incompleto: total !== undefined && total.elenco_incompleto !== false };
  const both = (bound: typeof atMost, one: string, other: string) =>
    one === NO_FIGURE ? pair(one, bound(known, other)) : bound(known, pair(one, other));
  const travelNote = (note: string) => (comparable ? note : notComparable());
  const unknown = Math.max(before.ambiti_non_caricati, after.ambiti_non_caricati);
  const pairs: (Omit<FigurePair, 'spoken'> & { of: keyof TrialTotals })[] = [
    {
      of: 'quota_entro_limite_pct',
      label: REACH_WORDS.entro.label,
      figure: both(atLeast, formatPercent(before.quota_entro_limite_pct), formatPercent(after.quota_entro_limite_pct)),
      note: travelNote(excludedBefore + excludedAfter > 0 ? TRIAL.ofCounted : TRIAL.ofAll),
    },
    {
      of: 'residenti_oltre_limite',
      label: LABEL.beyondLimit,
      figure: both(atMost, formatCount(before.residenti_oltre_limite), formatCount(after.residenti_oltre_limite)),
      note: travelNote(difference(after.residenti_oltre_limite, before.residenti_oltre_limite)),
    },
    {
      of: 'ambiti_con_sede',
      label: LABEL.ambitiWithSede,
      figure: pair(formatCount(before.ambiti_con_sede), formatCount(after.ambiti_con_sede)),
      note: [
        TRIAL.without(pair(formatCount(before.ambiti_senza_sede), formatCount(after.ambiti_senza_sede))),
        ...(unknown > 0
          ? [SAID.unknown(pair(formatCount(before.ambiti_non_caricati), formatCount(after.ambiti_non_caricati)))]
          : []),
      ].join('; '),
    },
    {
      of: 'minuti_medi',
      label: LABEL.meanTravel,
      figure: both(atMost, formatMinutes(before.minuti_medi), formatMinutes(after.minuti_medi)),
      // Beside a pair there is no room for it, and the label says it.
      note: travelNote(before.minuti_medi === after.minuti_medi ? TRIAL.toNearest : ''),
    },
    ...(excludedBefore + excludedAfter > 0
      ? [
          {
            of: 'residenti_esclusi' as const,
            label: EXCLUDED,
            figure: pair(formatShort(excludedBefore), formatShort(excludedAfter)),
            note: TRIAL.uncounted,
          },
        ]
      : []),
    {
      of: 'libero_eur',
      label: LABEL.freeFund,
      figure: pair(formatMillions(before.libero_eur), formatMillions(after.libero_eur)),
      note: TRIAL.afterGrants,
    },
  ];
  return pairs.map(({ of, ...figure }) => ({ ...figure, spoken: spokenPair(figure.figure, before[of], after[of]) }));
}

function difference(after: number | null, before: number | null): string {
  if (after === null || before === null) return SAID.notKnown;
  const change = Math.round(after - before);
  return change === 0 ? '' : `${change > 0 ? '+' : '−'}${formatCount(Math.abs(change))}`;
}
