import { atsWords } from './atsNames';
import { formatBrief, formatCount, formatDecimal, formatPercent, wholeEuros } from './numbers';
import { sentence } from './sentences';

/** What the view of the money calls its figures. */
export const RESOURCE_WORDS = {
  title: 'Quota libera dell’ATS',
  overview: 'Come si legge il Fondo',
  share: 'Quota libera',
  assigned: 'Assegnazione',
  equal: 'Parte uguale',
  byResidents: 'Parte per residenti',
  former: 'Residui di anni precedenti',
  available: 'Disponibile',
  committed: 'Impegnato',
  free: 'Libero',
  spent: 'Speso',
  projects: 'Progetti al tetto',
  left: 'Residuo oltre i progetti al tetto',
  perResident: 'Euro per residente',
  networks: 'Reti e contributi',
  unstated: 'non indicato',
  notKnown: 'contributi non noti',
  over: 'Oltre il disponibile',
  overMeaning: 'i contributi indicati lo superano (R15)',
};

export const HOW_MONEY_IS_COUNTED =
  'Disponibile: assegnazione più residui di anni precedenti. Impegnato: i contributi indicati delle reti. Libero: la differenza, per le azioni di sistema (R17).';
export const EQUAL_PART_WEIGHS =
  'La parte divisa in misura uguale fra le ATS dà più euro per residente alle ATS meno popolose.';

/** `6,5 milioni di euro`, `799.229 euro`. */
const sum = (value: number): string => {
  const rounded = Math.round(value);
  return Math.abs(rounded) < 1e6 ? `${formatCount(rounded)} euro` : `${formatDecimal(value / 1e6)} milioni di euro`;
};

export interface ResourceFigures {
  ats: string | null;
  /** Of all the ATS in sight: the sum at their disposal. */
  available: number;
  /** ATS in sight, and those whose networks are known. */
  all: number;
  known: number;
  /** Of the known ones alone. */
  knownAvailable: number;
  free: number;
  /** Whether some contribution is not stated, or some list of networks not complete. */
  isBound: boolean;
}

/** What is left of the fund; what is known of some ATS is never told of all. */
export function resourceHeadline(f: ResourceFigures): string {
  const of = f.ats === null ? '' : ` dell’${atsWords(f.ats)}`;
  if (f.known === 0)
    return sentence(
      null,
      `dei ${sum(f.available)} disponibili${of} non si sa quanto resti libero: i contributi delle reti non sono noti`,
    );
  const most = f.isBound ? 'al più ' : '';
  const whole = f.known === f.all;
  if (f.free < 0) {
    const who = whole ? `${of}` : ` di ${knownWords(f)}`;
    return `I contributi indicati superano il disponibile${who} (${sum(f.knownAvailable)}) di ${sum(-f.free)}`;
  }
  const rest = `ne restano liberi ${most}${formatBrief(f.free)} (${formatPercent((100 * f.free) / f.knownAvailable)})`;
  return whole
    ? `Dei ${sum(f.available)} disponibili${of} ${rest}`
    : `Dei ${sum(f.available)} disponibili si sa di ${sum(f.knownAvailable)}, di ${knownWords(f)}: ${rest}`;
}

const knownWords = ({ known, all }: ResourceFigures): string => `${formatCount(known)} ATS su ${formatCount(all)}`;

/** What stands under a network in a sheet: `65.000 € per 12 mesi · 1 Hub e 3 Spoke`. */
export function networkSubtitle(row: {
  contribution_eur: number | null;
  months: number | null;
  hub: number;
  spoke: number;
  in_corso: boolean;
}): string {
  const money =
    row.contribution_eur === null
      ? 'contributo non indicato'
      : `${wholeEuros(row.contribution_eur)}${row.months === null ? '' : ` per ${formatCount(row.months)} mesi`}`;
  return [
    money,
    `${formatCount(row.hub)} Hub e ${formatCount(row.spoke)} Spoke`,
    ...(row.in_corso ? [] : ['non in corso']),
  ].join(' · ');
}
