import type {
  FindingFigures,
  FragilityFigures,
  MeasureFigures,
  OpenFigures,
  ProposalOutcome,
  TravelFigures,
} from '../it/headlines';
import { atsWords } from './atsNames';
import { counted, formatBrief, formatCount, formatDecimal, formatPercent } from './numbers';
import { howManyPeople, noPeople, ofPeople, otherPeople, peopleMany } from './peopleWords';
import { NOT_COMPLETE, NOT_KNOWN, residentsWords, sentence } from './sentences';

/** One sentence for each view: what its figures come to. Nothing is a zero that is not known. */

export function travelHeadline({ ats, beyond, percent, isBound, excluded }: TravelFigures): string {
  if (beyond === null) return sentence(ats, `it is not known ${howManyPeople()} live beyond the limit: ${NOT_KNOWN}`);
  const rest = excluded > 0 ? `; for ${otherPeople(excluded)} ${NOT_KNOWN}` : '';
  if (beyond === 0) return sentence(ats, `${noPeople()} lives beyond the limit${rest}`);
  const most = isBound ? 'at most ' : '';
  const live = beyond === 1 ? 'lives' : 'live';
  return sentence(ats, `${most}${residentsWords(beyond)} (${formatPercent(percent)}) ${live} beyond the limit${rest}`);
}

export function measureHeadline({ ats, title, least, most, without }: MeasureFigures): string {
  const where = ats === null ? '' : `, ${atsWords(ats)}`;
  if (!least || !most) return `${title}${where}: no value, ${NOT_KNOWN}`;
  const rest = without > 0 ? `; without a value: ${formatCount(without)}` : '';
  const ends =
    least.name === most.name
      ? `${most.figure} (${most.name})`
      : `from ${least.figure} (${least.name}) to ${most.figure} (${most.name})`;
  return `${title}${where}: ${ends}${rest}`;
}

export function openHeadline(f: OpenFigures): string {
  const inAts = f.ats === null ? '' : ` in ${atsWords(f.ats)}`;
  if (f.residents === 0) return `${f.moment}${inAts}: it is not known who finds a Sede open, as ${NOT_KNOWN}`;
  const perhaps = f.perhaps > 0 ? `; perhaps another ${formatBrief(f.perhaps)}` : '';
  const today = f.today === null ? '' : `, today ${formatPercent(f.today)}`;
  const share = `(${formatPercent((100 * f.within) / f.residents)}${today})`;
  const most = f.isBound ? 'at least ' : '';
  const find = f.within === 1 || f.within === 0 ? 'has' : 'have';
  const who = f.within === 0 ? noPeople() : `${most}${residentsWords(f.within)} ${share}`;
  if (f.ats !== null) return `${f.moment}${inAts}: ${who} ${find} an open Sede within the limit${perhaps}`;
  if (f.open === 0) {
    const rest = f.uncertain > 0 ? `; the hours of ${formatCount(f.uncertain)} are not known` : '';
    return `${f.moment}: no Sede is known to be open${rest}`;
  }
  const are = f.open === 1 ? 'is open' : 'are open';
  return `${f.moment}: ${counted(f.open, 'Sede', 'Sedi')} ${are}, and ${who} ${find} one within the limit${perhaps}`;
}

/** What the proposals do, in one line: `With 10 new Spokes: from 96.5% to 99.3% of residents within the limit`. */
export function proposalHeadline(f: ProposalOutcome): string {
  if (!f.isKnown) return sentence(f.ats, `nothing can be proposed: ${NOT_KNOWN}`);
  if (f.status === 'infeasible') return sentence(f.ats, 'no choice meets the constraints asked for');
  if (f.spokes + f.hubs === 0) return sentence(f.ats, 'no new Sede to propose');
  const sedi = [
    ...(f.spokes > 0 ? [counted(f.spokes, 'new Spoke', 'new Spokes')] : []),
    ...(f.hubs > 0 ? [counted(f.hubs, 'new call', 'new calls')] : []),
  ].join(' and ');
  const bound = f.isBound ? `, but ${NOT_COMPLETE}` : '';
  if (f.before === null || f.after === null) return sentence(f.ats, `with ${sedi}${bound}`);
  return sentence(f.ats, `with ${sedi}${changeWords(f, f.before, f.after)}${bound}`);
}

function changeWords({ goal, areas, areaWords }: ProposalOutcome, before: number, after: number): string {
  if (goal === 'units')
    return `: from ${formatCount(before)} to ${formatCount(after)} ${areaWords} with a Sede, of ${formatCount(areas)}`;
  if (goal === 'time') return `: from ${formatDecimal(before)} to ${formatDecimal(after)} minutes on average`;
  return formatPercent(before) === formatPercent(after)
    ? ` the share of ${peopleMany()} within the limit stays at ${formatPercent(after)}`
    : `: from ${formatPercent(before)} to ${formatPercent(after)} ${ofPeople()} within the limit`;
}

export function findingHeadline({ ats, rule, all, wrong, undeclared }: FindingFigures): string {
  const about = rule === null ? '' : ` on rule ${rule}`;
  if (all === 0) return sentence(ats, `no finding${about}`);
  const are = wrong > 1 ? 'are non-compliant' : 'is non-compliant';
  const rest = undeclared === 0 ? '' : `; ${formatCount(undeclared)} not declared`;
  return sentence(
    ats,
    `${wrong === 0 ? 'none' : formatCount(wrong)} of ${counted(all, 'finding', 'findings')}${about} ${are}${rest}`,
  );
}

export function fragilityHeadline({ ats, sites, alone }: FragilityFigures): string {
  if (sites === 0) return sentence(ats, 'no Sede that could close: none is known');
  const of = `of ${counted(sites, 'Sede', 'Sedi')}`;
  if (alone === 0) return sentence(ats, `none ${of} is the only one of its area`);
  return sentence(
    ats,
    alone === 1
      ? `1 ${of} is the only one of its area`
      : `${formatCount(alone)} ${of} are the only ones of their areas`,
  );
}

export const NO_TRIAL = 'No change yet: add, move or close a Sede';

export const trialPending = (changes: number): string =>
  `${counted(changes, 'change', 'changes')}: what they come to is not known yet`;
