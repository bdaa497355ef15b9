import type { CoverageFigures } from '../it/coverageHeadline';
import type { AreaLevel } from '../it/words';
import { atsWords } from './atsNames';
import { formatCount } from './numbers';
import { NOT_COMPLETE, NOT_KNOWN, residentsWords, sentence } from './sentences';
import { LEVEL_WORDS } from './words';

const named = (level: AreaLevel, n: number): string => (n === 1 ? LEVEL_WORDS[level].one : LEVEL_WORDS[level].many);

/** What the verdicts come to, in one sentence. */
export function coverageHeadline(f: CoverageFigures): string {
  const unknown = f.all - f.judged;
  const many = LEVEL_WORDS[f.level].many;
  if (f.level === 'ats' && f.ats !== null) return oneAts(f, atsWords(f.ats));
  if (f.judged === 0) return sentence(f.ats, `it is not known how many ${many} are uncovered: ${NOT_KNOWN}`);
  if (!f.canTell) {
    const have = `${formatCount(f.served)} of ${formatCount(f.all)} ${named(f.level, f.all)} ${f.served === 1 ? 'has' : 'have'} a Sede`;
    return sentence(f.ats, f.served === f.all ? have : `${have}; nothing can be said of the others: ${NOT_COMPLETE}`);
  }
  const of = `of ${formatCount(f.judged)}${unknown > 0 ? ' known' : ''} ${named(f.level, f.judged)}`;
  const rest = unknown > 0 ? `; ${formatCount(unknown)} cannot be judged` : '';
  if (f.uncovered === 0) return sentence(f.ats, `none ${of} is uncovered${rest}`);
  const are = f.uncovered === 1 ? 'is' : 'are';
  return sentence(f.ats, `${formatCount(f.uncovered)} ${of} ${are} uncovered: ${residentsWords(f.residents)}${rest}`);
}

const oneAts = ({ judged, served, uncovered, residents, canTell }: CoverageFigures, name: string): string =>
  judged === 0 || (served === 0 && !canTell)
    ? `It is not known whether ${name} has a Sede: ${NOT_KNOWN}`
    : served > 0
      ? `${name} has at least one Sede`
      : uncovered > 0
        ? `${name} is uncovered: ${residentsWords(residents)}`
        : `${name} has no Sede, but a Hub declares it`;
