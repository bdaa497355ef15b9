import {
  ATS_BUDGETS,
  isWithin,
  type Knobs,
  NO_KNOBS,
  NUMBER_KNOBS,
  type NumberKnob,
  RANGES,
} from '../api/proposalKnobs';

/** How the address writes them. */
const NAMES: Record<NumberKnob, string> = {
  limit: 'limite',
  reach: 'portata',
  spokeCost: 'costo',
  budget: 'spesa',
  share: 'quota',
  timeLimit: 'tempo',
};

/** Writes the choices of a search into an address; what is as usual is left out. */
export function writeKnobs(p: URLSearchParams, knobs: Knobs): void {
  if (knobs.both) p.set('due_livelli', '1');
  for (const name of NUMBER_KNOBS) {
    const value = knobs[name];
    if (value !== null) p.set(NAMES[name], String(value));
  }
  if (knobs.atsBudget !== 'no') p.set('spesa_ats', knobs.atsBudget);
  if (knobs.balance) p.set('equilibrio', '1');
  if (knobs.fixed.length > 0) p.set('fissi', knobs.fixed.join(','));
  if (knobs.onlyIn.length > 0) p.set('solo', knobs.onlyIn.join(','));
  if (knobs.notIn.length > 0) p.set('mai', knobs.notIn.join(','));
}

/** The choices that an address stands for; what the service would refuse is as usual. */
export function readKnobs(p: URLSearchParams): Knobs {
  const numbers = Object.fromEntries(NUMBER_KNOBS.map((name) => [name, readNumber(p.get(NAMES[name]), name)]));
  const notIn = readCodes(p.get('mai'));
  return {
    ...NO_KNOBS,
    ...numbers,
    both: p.get('due_livelli') === '1',
    atsBudget: ATS_BUDGETS.find((word) => word === p.get('spesa_ats')) ?? 'no',
    balance: p.get('equilibrio') === '1',
    fixed: readCodes(p.get('fissi')).filter((code) => !notIn.includes(code)),
    onlyIn: readCodes(p.get('solo')).filter((code) => !notIn.includes(code)),
    notIn,
  };
}

function readNumber(text: string | null, name: NumberKnob): number | null {
  const value = text ? Number(text) : Number.NaN;
  return isWithin(value, RANGES[name]) ? value : null;
}

const readCodes = (text: string | null): string[] => [
  ...new Set((text ?? '').split(',').filter((code) => /^\d{6}$/.test(code))),
];
