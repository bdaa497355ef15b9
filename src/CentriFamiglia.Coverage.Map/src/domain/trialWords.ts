import type { TrialAnswer, TrialArea, TrialFinding, TrialFund, TrialNetwork, TrialTotals } from '../api/trialRows';
import { atsWords } from '../text/atsNames';
import { NOT_COMPARABLE, spokenPair } from '../text/compareWords';
import {
  formatCount,
  formatDecimal,
  formatEuro,
  formatMillions,
  formatMinutes,
  formatPercent,
  NO_FIGURE,
} from '../text/numbers';
import { REACH_WORDS } from '../text/viewWords';
import { LEVEL_WORDS, OUTCOME_WORDS, ROLE_WORDS, type SiteRole, VERDICT_WORDS } from '../text/words';
import { atLeast, atMost, EXCLUDED, excludedFigure, type Knowledge } from './knowledge';
import type { TrialChange } from './trial';

/** `before → after`, or the one where both are the same to the reader. */
export const pair = (before: string, after: string): string => (before === after ? after : `${before} → ${after}`);

/** What someone who looks for a sede reads: its name, its comune, its network. */
export interface SedeWords {
  name: string;
  comune: string;
}

/** A change as a sentence. */
export function changeWords(
  change: TrialChange,
  sede: SedeWords | undefined,
  networks: ReadonlyMap<string, string>,
): string {
  const name = sede?.name ?? change.id;
  const comune = sede?.comune ? ` a ${sede.comune}` : '';
  const network = typeof change['network_id'] === 'string' ? change['network_id'] : null;
  if (change.op === 'add') {
    const role = ROLE_WORDS[(change['role'] as SiteRole | undefined) ?? 'spoke'] ?? 'Sede';
    return `Nuovo ${role} ${change.id}${comune}${network ? `, ${networks.get(network) ?? `rete ${network}`}` : ', senza rete'}`;
  }
  if (change.op === 'close') return `Chiude ${name}${comune}`;
  if (change.op === 'move') return `${name} si sposta${comune}`;
  const said = [
    ...('lon' in change || 'pro_com_t' in change ? [`si sposta${comune}`] : []),
    ...('opening_hours' in change ? [`orari ${change['opening_hours'] ?? 'non dichiarati'}`] : []),
    ...('network_id' in change ? [network ? (networks.get(network) ?? `rete ${network}`) : 'senza rete'] : []),
    ...Object.keys(change).filter((column) => !USUAL.includes(column)),
  ];
  return `${name}: ${said.join(', ')}`;
}

const USUAL = ['op', 'id', 'lon', 'lat', 'pro_com_t', 'opening_hours', 'network_id'];

/** The headline: what the trial does to the whole, in one sentence. */
export const headline = ({ before, after }: TrialAnswer): string =>
  `Residenti entro il limite: ${pair(formatPercent(before.quota_entro_limite_pct), formatPercent(after.quota_entro_limite_pct))}; ` +
  `Ambiti con una sede: ${pair(formatCount(before.ambiti_con_sede), formatCount(after.ambiti_con_sede))}.`;

/** An area whose verdict is another. */
export const verdictSentence = (area: TrialArea): string =>
  `${area.nome} (${LEVEL_WORDS[area.livello as 'ambito'].one}): da «${VERDICT_WORDS[area.verdetto_prima].label}» a «${VERDICT_WORDS[area.verdetto_dopo].label}».`;

/** Areas whose verdict changes, from the smallest. */
export const verdictChanges = ({ areas }: TrialAnswer): TrialArea[] =>
  areas.filter((area) => area.livello !== 'regione' && area.verdetto_prima !== area.verdetto_dopo);

/** The load of a Hub and the hours of its network. */
export const networkSentence = (network: TrialNetwork): string => {
  const over = network.spoke_dopo > network.spoke_massimo ? ' (oltre il massimo, criterio di pianificazione)' : '';
  const hub = network.hub_dopo === 0 ? '; resta senza Hub' : '';
  return (
    `${network.name}: ${pair(formatCount(network.spoke_prima), formatCount(network.spoke_dopo))} Spoke su ${network.spoke_massimo}${over}; ` +
    `aperta ${pair(formatDecimal(network.ore_unione_prima), formatDecimal(network.ore_unione_dopo))} ore a settimana${hub}.`
  );
};

/** What becomes of the fund of an ATS. */
export const fundSentence = (fund: TrialFund): string => {
  const ats = atsWords(fund.ats);
  const [before, after] = [formatEuro(fund.libero_eur_prima), formatEuro(fund.libero_eur_dopo)];
  if (fund.libero_eur_prima === null)
    return fund.libero_eur_dopo === null
      ? `${ats}: quanto resta del Fondo non è noto.`
      : `${ats}: del Fondo restano ${after}; oggi non è noto quanto.`;
  if (fund.libero_eur_dopo !== null) return `${ats}: del Fondo restano ${pair(before, after)}.`;
  const spokes =
    fund.spoke_in_piu === 1
      ? 'lo Spoke in più, di costo non indicato'
      : `${fund.spoke_in_piu} Spoke in più, di costo non indicato`;
  return `${ats}: del Fondo restano ${before}, meno ${spokes}.`;
};

/** A rule of the act that has another outcome. */
export const findingSentence = ({ regola, nome, esito_prima, esito_dopo, motivo }: TrialFinding): string => {
  const word = (outcome: typeof esito_prima) => (outcome ? OUTCOME_WORDS[outcome].label.toLowerCase() : 'nessun esito');
  return `${regola}, ${nome}: ${pair(word(esito_prima), word(esito_dopo))}. ${motivo}`;
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
  const travelNote = (note: string) => (comparable ? note : NOT_COMPARABLE);
  const unknown = Math.max(before.ambiti_non_caricati, after.ambiti_non_caricati);
  const pairs: (Omit<FigurePair, 'spoken'> & { of: keyof TrialTotals })[] = [
    {
      of: 'quota_entro_limite_pct',
      label: REACH_WORDS.entro.label,
      figure: both(atLeast, formatPercent(before.quota_entro_limite_pct), formatPercent(after.quota_entro_limite_pct)),
      note: travelNote(excludedBefore + excludedAfter > 0 ? 'dei residenti contati' : 'dei residenti'),
    },
    {
      of: 'residenti_oltre_limite',
      label: 'Residenti oltre il limite',
      figure: both(atMost, formatCount(before.residenti_oltre_limite), formatCount(after.residenti_oltre_limite)),
      note: travelNote(difference(after.residenti_oltre_limite, before.residenti_oltre_limite)),
    },
    {
      of: 'ambiti_con_sede',
      label: 'Ambiti con una sede',
      figure: pair(formatCount(before.ambiti_con_sede), formatCount(after.ambiti_con_sede)),
      note: [
        `senza: ${pair(formatCount(before.ambiti_senza_sede), formatCount(after.ambiti_senza_sede))}`,
        ...(unknown > 0
          ? [`non noti: ${pair(formatCount(before.ambiti_non_caricati), formatCount(after.ambiti_non_caricati))}`]
          : []),
      ].join('; '),
    },
    {
      of: 'minuti_medi',
      label: 'Viaggio medio',
      figure: both(atMost, formatMinutes(before.minuti_medi), formatMinutes(after.minuti_medi)),
      note: travelNote('alla sede più vicina'),
    },
    ...(excludedBefore + excludedAfter > 0
      ? [
          {
            of: 'residenti_esclusi' as const,
            label: EXCLUDED,
            figure: pair(excludedFigure(excludedBefore), excludedFigure(excludedAfter)),
            note: 'residenti che nessuna cifra conta',
          },
        ]
      : []),
    {
      of: 'libero_eur',
      label: 'Fondo libero',
      figure: pair(formatMillions(before.libero_eur), formatMillions(after.libero_eur)),
      note: 'dopo i contributi delle reti',
    },
  ];
  return pairs.map(({ of, ...figure }) => ({ ...figure, spoken: spokenPair(figure.figure, before[of], after[of]) }));
}

function difference(after: number | null, before: number | null): string {
  if (after === null || before === null) return 'non noti';
  const change = Math.round(after - before);
  return change === 0 ? 'nessuna differenza' : `${change > 0 ? '+' : '−'}${formatCount(Math.abs(change))}`;
}
