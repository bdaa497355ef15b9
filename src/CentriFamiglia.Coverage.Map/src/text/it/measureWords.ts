/** Measures of access that the API knows, and the units of their values. */
export const MEASURE_WORDS = {
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
  '3sfca': {
    name: '3SFCA',
    meaning: 'Come E2SFCA, ma ognuno si divide fra le sedi che raggiunge (Wan, Zou e Sternberg 2012).',
  },
  m2sfca: { name: 'M2SFCA', meaning: 'Come E2SFCA, ma ciò che è lontano per tutti non conta (Delamater 2013).' },
};
export type Measure = keyof typeof MEASURE_WORDS;

const UNIT_WORDS: Record<string, string> = {
  minuti: 'minuti',
  sedi: 'sedi',
  sedi_pesate: 'sedi pesate',
  sedi_per_1000_residenti: 'sedi per 1.000 residenti',
};

/** A measure with its unit, where its name does not begin with it. */
export const measureTitle = (measure: Measure, unit: string): string => {
  const { name } = MEASURE_WORDS[measure];
  return name.toLowerCase().startsWith(unitWords(unit)) ? name : `${name}, ${unitWords(unit)}`;
};

export const unitWords = (unit: string): string => UNIT_WORDS[unit] ?? unit.replaceAll('_', ' ');
