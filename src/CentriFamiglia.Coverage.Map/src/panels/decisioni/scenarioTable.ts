import type { TableAnswer } from '../../api/apiClient';
import type { ScenarioMeasureRow, Spending } from '../../api/deskRows';
import { asObject, type Json } from '../../api/meta';
import { atsWords } from '../../text/atsNames';
import { DESK, LINE_WORDS, SCENARIO_MEASURE_WORDS, SCENARIOS } from '../../text/deskWords';
import { formatCount, formatDecimal, formatPercent, NO_FIGURE, wholeEuros } from '../../text/numbers';

export type ScenarioMeasure = keyof typeof SCENARIO_MEASURE_WORDS;
const MEASURES = Object.keys(SCENARIO_MEASURE_WORDS) as ScenarioMeasure[];
const SIDES = ['oggi', 'primo', 'secondo'] as const;

/** Figures of one area, or what is spent: a measure a line, today and in both scenarios. */
export interface ScenarioGroup {
  title: string;
  lines: string[][];
}

/** Two scenarios side by side: of Lombardia, of the ATS chosen, and what each costs. */
export function scenarioGroups({ meta, rows }: TableAnswer<ScenarioMeasureRow>, ats: string | null): ScenarioGroup[] {
  const region = linesOf(rows, (row) => row.livello === 'regione', totalsOf(meta));
  const own = linesOf(rows, (row) => row.livello === 'ats' && row.nome === ats);
  return [
    { title: SCENARIOS.region, lines: region },
    ...(ats === null ? [] : [{ title: atsWords(ats), lines: own }]),
    { title: SCENARIOS.spending, lines: spendingLines(meta) },
  ];
}

/** Names of the columns: what the lines are of, today, and the two scenarios. */
export const scenarioHeads = (title: string, meta: Json): string[] => [
  title,
  DESK.today,
  ...(['primo', 'secondo'] as const).map((side) => String(asObject(meta[side])['nome'] ?? NO_FIGURE)),
];

type Totals = (measure: ScenarioMeasure, side: (typeof SIDES)[number]) => number | null;

const totalsOf =
  (meta: Json): Totals =>
  (measure, side) => {
    const value = asObject(asObject(meta['totali'])[side])[measure];
    return typeof value === 'number' ? value : null;
  };

function linesOf(
  rows: readonly ScenarioMeasureRow[],
  isWanted: (row: ScenarioMeasureRow) => boolean,
  totals?: Totals,
): string[][] {
  const mine = new Map<string, ScenarioMeasureRow>(rows.filter(isWanted).map((row) => [row.misura, row]));
  return MEASURES.flatMap((measure) => {
    const row = mine.get(measure);
    const values = SIDES.map((side) => (row ? row[side] : (totals?.(measure, side) ?? null)));
    return values.every((value) => value === null)
      ? []
      : [[SCENARIO_MEASURE_WORDS[measure], ...values.map((value) => figure(measure, value))]];
  });
}

function figure(measure: ScenarioMeasure, value: number | null): string {
  if (measure === 'quota_oltre_limite_pct') return formatPercent(value);
  return measure === 'minuti_medi' ? formatDecimal(value) : formatCount(value);
}

function spendingLines(meta: Json): string[][] {
  const [first, second] = (['primo', 'secondo'] as const).map(
    (side) => asObject(meta[side])['spesa'] as Spending | undefined,
  );
  const both = (words: (spending: Spending) => string) =>
    [first, second].map((spending) => (spending ? words(spending) : NO_FIGURE));
  return [
    [
      LINE_WORDS.rimodulazione,
      NO_FIGURE,
      ...both(({ rimodulazione_eur, nuovi_spoke }) =>
        SCENARIOS.spokes(rimodulazione_eur === null ? SCENARIOS.unpriced : wholeEuros(rimodulazione_eur), nuovi_spoke),
      ),
    ],
    [
      LINE_WORDS.nuovo_avviso,
      NO_FIGURE,
      ...both(({ nuovo_avviso_eur, nuove_reti }) =>
        SCENARIOS.networks(nuovo_avviso_eur === null ? SCENARIOS.unpriced : wholeEuros(nuovo_avviso_eur), nuove_reti),
      ),
    ],
  ];
}
