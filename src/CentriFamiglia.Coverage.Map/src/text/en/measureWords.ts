import type { Measure } from '../it/measureWords';

export const MEASURE_WORDS = {
  nearest: { name: 'Minutes to the nearest Sede', meaning: 'Minutes by car to the first Sede.' },
  second: { name: 'Minutes to the second Sede', meaning: 'Minutes to the second nearest Sede: if the first closes.' },
  third: { name: 'Minutes to the third Sede', meaning: 'Minutes to the third nearest Sede.' },
  cumulative: { name: 'Sedi within the limit', meaning: 'How many Sedi are reached within 30 minutes.' },
  gravity: { name: 'Gravity', meaning: 'Sedi reached, counting less the farther they are (Hansen 1959).' },
  '2sfca': { name: '2SFCA', meaning: 'Sedi per 1,000 residents of 30-minute catchments (Luo and Wang 2003).' },
  e2sfca: { name: 'E2SFCA', meaning: 'As 2SFCA, weighted in steps by the minutes (Luo and Qi 2009).' },
  'e2sfca-gaussiana': { name: 'Gaussian E2SFCA', meaning: 'As E2SFCA, with a Gaussian weight.' },
  bfca: {
    name: 'Balanced catchments',
    meaning: 'Catchments in which nobody is counted twice (Páez, Higgins and Vivona 2019).',
  },
  'spatial-availability': {
    name: 'Spatial availability',
    meaning: 'The supply divided among those who reach it (Soukhov and others 2023).',
  },
  '3sfca': {
    name: '3SFCA',
    meaning: 'As E2SFCA, but everyone is divided among the Sedi they reach (Wan, Zou and Sternberg 2012).',
  },
  m2sfca: { name: 'M2SFCA', meaning: 'As E2SFCA, but what is far for everyone does not count (Delamater 2013).' },
};

const UNIT_WORDS: Record<string, string> = {
  minuti: 'minutes',
  sedi: 'Sedi',
  sedi_pesate: 'weighted Sedi',
  sedi_per_1000_residenti: 'Sedi per 1,000 residents',
};

export const measureTitle = (measure: Measure, unit: string): string => {
  const { name } = MEASURE_WORDS[measure];
  return name.toLowerCase().startsWith(unitWords(unit).toLowerCase()) ? name : `${name}, ${unitWords(unit)}`;
};

export const unitWords = (unit: string): string => UNIT_WORDS[unit] ?? unit.replaceAll('_', ' ');
