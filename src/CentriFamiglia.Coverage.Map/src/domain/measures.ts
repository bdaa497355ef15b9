export type Measure =
  | 'nearest'
  | 'second'
  | 'third'
  | 'cumulative'
  | 'gravity'
  | '2sfca'
  | 'e2sfca'
  | 'e2sfca-gaussiana'
  | 'bfca'
  | 'spatial-availability';

export const MEASURE_WORDS: Record<Measure, { name: string; meaning: string }> = {
  nearest: { name: 'Minuti alla sede più vicina', meaning: 'Minuti in auto alla prima sede.' },
  second: { name: 'Minuti alla seconda sede', meaning: 'Minuti alla seconda sede più vicina: se la prima chiude.' },
  third: { name: 'Minuti alla terza sede', meaning: 'Minuti alla terza sede più vicina.' },
  cumulative: { name: 'Sedi entro il limite', meaning: 'Quante sedi si raggiungono entro 30 minuti.' },
  gravity: { name: 'Gravità', meaning: 'Sedi raggiunte, tanto meno quanto più sono lontane (Hansen 1959).' },
  '2sfca': { name: '2SFCA', meaning: 'Sedi per 1.000 residenti dei bacini di 30 minuti (Luo e Wang 2003).' },
  e2sfca: { name: 'E2SFCA', meaning: 'Come 2SFCA, con un peso a gradini secondo i minuti (Luo e Qi 2009).' },
  'e2sfca-gaussiana': { name: 'E2SFCA gaussiana', meaning: 'Come E2SFCA, con un peso gaussiano.' },
  bfca: {
    name: 'Bacini bilanciati',
    meaning: 'Bacini in cui nessuno è contato due volte (Páez, Higgins e Vivona 2019).',
  },
  'spatial-availability': {
    name: 'Disponibilità spaziale',
    meaning: 'L’offerta divisa fra chi la raggiunge (Soukhov e altri 2023).',
  },
};

export const MEASURES = Object.keys(MEASURE_WORDS) as Measure[];

/** Whether values are minutes: less is better, and the planning limits break the classes. */
export const isTime = (measure: Measure): boolean =>
  measure === 'nearest' || measure === 'second' || measure === 'third';

const UNITS: Record<string, string> = {
  minuti: 'minuti',
  sedi: 'sedi',
  sedi_pesate: 'sedi pesate',
  sedi_per_1000_residenti: 'sedi per 1.000 residenti',
};

export const unitWords = (unit: string): string => UNITS[unit] ?? unit.replaceAll('_', ' ');

/** Upper bounds of the fixed classes, the same whatever is shown; the last class has none. */
export function fixedBounds(measure: Measure, limits: readonly number[]): number[] {
  if (isTime(measure)) {
    const [first = 20] = limits;
    return [first / 4, first / 2, ...(limits.length ? limits : [first])];
  }
  if (measure === 'cumulative') return [0, 2, 5, 10, 20, 40];
  if (measure === 'gravity') return [0, 0.25, 0.5, 1, 2, 4];
  if (measure === 'bfca') return [0, 0.001, 0.0025, 0.005, 0.01, 0.02];
  return [0, 0.005, 0.01, 0.02, 0.04, 0.08];
}
