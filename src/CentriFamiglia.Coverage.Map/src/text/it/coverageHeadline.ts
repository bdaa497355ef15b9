import { atsWords } from './atsNames';
import { formatCount } from './numbers';
import { NOT_COMPLETE, NOT_KNOWN, residentsWords, sentence } from './sentences';
import { type AreaLevel, LEVEL_WORDS } from './words';

/** Words that agree with the noun of a level. */
const AREA_WORDS: Record<AreaLevel, { none: string; oneIs: string; manyAre: string; others: string; how: string }> = {
  ambito: {
    none: 'nessun Ambito',
    oneIs: 'è scoperto',
    manyAre: 'sono scoperti',
    others: 'degli altri',
    how: 'quanti Ambiti siano scoperti',
  },
  distretto: {
    none: 'nessun Distretto',
    oneIs: 'è scoperto',
    manyAre: 'sono scoperti',
    others: 'degli altri',
    how: 'quanti Distretti siano scoperti',
  },
  ats: {
    none: 'nessuna ATS',
    oneIs: 'è scoperta',
    manyAre: 'sono scoperte',
    others: 'delle altre',
    how: 'quante ATS siano scoperte',
  },
};

export interface CoverageFigures {
  level: AreaLevel;
  ats: string | null;
  /** Areas: all, of a known verdict, with a sede, uncovered. */
  all: number;
  judged: number;
  served: number;
  uncovered: number;
  /** Residents of the uncovered. */
  residents: number;
  /** Whether an area may be called uncovered: where no list is complete none may. */
  canTell: boolean;
}

/** What the verdicts come to, in one sentence. */
export function coverageHeadline(f: CoverageFigures): string {
  const words = AREA_WORDS[f.level];
  const unknown = f.all - f.judged;
  if (f.level === 'ats' && f.ats !== null) return oneAts(f, atsWords(f.ats));
  if (f.judged === 0) return sentence(f.ats, `non si sa ${words.how}: ${NOT_KNOWN}`);
  const named = (n: number) => `${formatCount(n)} ${n === 1 ? LEVEL_WORDS[f.level].one : LEVEL_WORDS[f.level].many}`;
  if (!f.canTell) {
    const have = `${named(f.served)} su ${formatCount(f.all)} ${f.served === 1 ? 'ha' : 'hanno'} una sede`;
    return sentence(f.ats, f.served === f.all ? have : `${have}; ${words.others} non si può dire: ${NOT_COMPLETE}`);
  }
  const of = `su ${formatCount(f.judged)}${unknown > 0 ? (f.level === 'ats' ? ' note' : ' noti') : ''}`;
  const rest = unknown > 0 ? `; ${formatCount(unknown)} non ${unknown === 1 ? 'si può dire' : 'si possono dire'}` : '';
  if (f.uncovered === 0) return sentence(f.ats, `${words.none} ${of} ${words.oneIs}${rest}`);
  const are = f.uncovered === 1 ? words.oneIs : words.manyAre;
  return sentence(f.ats, `${named(f.uncovered)} ${of} ${are}: ${residentsWords(f.residents)}${rest}`);
}

/** An ATS is not counted among itself. */
const oneAts = ({ judged, served, uncovered, residents, canTell }: CoverageFigures, name: string): string =>
  judged === 0 || (served === 0 && !canTell)
    ? `Non si sa se l’${name} abbia una sede: ${NOT_KNOWN}`
    : served > 0
      ? `L’${name} ha almeno una sede`
      : uncovered > 0
        ? `L’${name} è scoperta: ${residentsWords(residents)}`
        : `L’${name} non ha sedi, ma un Hub la dichiara`;
