import type { BudgetRow } from '../api/rows';
import { BOUND_WORDS } from '../text/knowledgeWords';
import { CLASS_WORDS } from '../text/labels';
import { classesOf } from './classes';

/**
 * Whether anything is known of what the networks of an ATS take: where none of them says its contribution, or the list is not complete
 * and holds none, that nothing is committed says nothing.
 */
export const isMoneyKnown = ({ libero_eur, reti, reti_senza_contributo, elenco_incompleto }: BudgetRow): boolean =>
  libero_eur !== null && ((reti ?? 0) > (reti_senza_contributo ?? 0) || (reti === 0 && elenco_incompleto === false));

/** Share of what is at an ATS's disposal that is free, percent; what is not known has none. */
export const freeShare = (row: BudgetRow): number | null =>
  isMoneyKnown(row) && row.disponibile_eur > 0 ? (100 * (row.libero_eur ?? 0)) / row.disponibile_eur : null;

/** Classes of the free share, percent. */
export const SHARE_CLASSES = classesOf([20, 40, 60, 80]).map((each) => ({
  ...each,
  label: CLASS_WORDS.percent(each.label),
}));

/** Whether what is free is told from contributions or lists that are not whole: then it is at most so much. */
export const isFreeBound = (row: Pick<BudgetRow, 'elenco_incompleto' | 'reti_senza_contributo'>): boolean =>
  row.elenco_incompleto === true || (row.reti_senza_contributo ?? 0) > 0;

/** A figure of what is free: `al più 250.000 €` where it is a bound. */
export const freeWords = (row: BudgetRow, figure: string): string =>
  isFreeBound(row) && freeShare(row) !== null ? `${BOUND_WORDS.atMost} ${figure}` : figure;

/** What several ATS have together; figures that rest on the networks are of those alone whose networks are known. */
export function totalOf(rows: readonly BudgetRow[]) {
  const known = rows.filter(isMoneyKnown);
  const sum = (of: readonly BudgetRow[], value: (row: BudgetRow) => number | null) =>
    of.reduce((total, row) => total + (value(row) ?? 0), 0);
  return {
    all: rows.length,
    known: known.length,
    residents: sum(rows, (row) => row.residenti),
    assigned: sum(rows, (row) => row.assegnazione_eur),
    available: sum(rows, (row) => row.disponibile_eur),
    knownAvailable: sum(known, (row) => row.disponibile_eur),
    committed: sum(known, (row) => row.impegnato_eur),
    free: sum(known, (row) => row.libero_eur),
    projects: sum(rows, (row) => row.progetti_al_tetto_ats),
    isBound: known.some(isFreeBound),
    isWhole: known.length === rows.length,
  };
}
