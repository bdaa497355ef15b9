import { atsWords } from './atsNames';
import { counted, formatBrief, formatCount, formatDecimal, formatPercent } from './numbers';
import { howManyPeople, noPeople, ofPeople, otherPeople, peopleMany } from './peopleWords';
import { NOT_COMPLETE, NOT_KNOWN, residentsWords, sentence } from './sentences';
import type { Goal } from './words';

/** One sentence for each view: what its figures come to. Nothing is a zero that is not known. */

export interface TravelFigures {
  ats: string | null;
  /** Null where nothing is known. */
  beyond: number | null;
  percent: number | null;
  /** Whether a sede that is not listed may be nearer. */
  isBound: boolean;
  /** Residents that no figure counts. */
  excluded: number;
}

export function travelHeadline({ ats, beyond, percent, isBound, excluded }: TravelFigures): string {
  if (beyond === null) return sentence(ats, `non si sa ${howManyPeople()} abitino oltre il limite: ${NOT_KNOWN}`);
  const rest = excluded > 0 ? `; di ${otherPeople(excluded)} ${NOT_KNOWN}` : '';
  if (beyond === 0) return sentence(ats, `${noPeople()} abita oltre il limite${rest}`);
  const most = isBound ? 'al più ' : '';
  const live = beyond === 1 ? 'abita' : 'abitano';
  return sentence(ats, `${most}${residentsWords(beyond)} (${formatPercent(percent)}) ${live} oltre il limite${rest}`);
}

export interface MeasureFigures {
  ats: string | null;
  /** The measure with its unit. */
  title: string;
  /** Null where nothing has a value. */
  least: { name: string; figure: string } | null;
  most: { name: string; figure: string } | null;
  /** Areas or comuni without a value. */
  without: number;
}

export function measureHeadline({ ats, title, least, most, without }: MeasureFigures): string {
  const where = ats === null ? '' : `, ${atsWords(ats)}`;
  if (!least || !most) return `${title}${where}: nessun valore, ${NOT_KNOWN}`;
  const rest = without > 0 ? `; senza valore: ${formatCount(without)}` : '';
  const ends =
    least.name === most.name
      ? `${most.figure} (${most.name})`
      : `da ${least.figure} (${least.name}) a ${most.figure} (${most.name})`;
  return `${title}${where}: ${ends}${rest}`;
}

export interface OpenFigures {
  /** `Martedì alle 17:30`. */
  moment: string;
  ats: string | null;
  /** Doors of the whole region. */
  open: number;
  uncertain: number;
  /** Residents: of whom something is known, who reach an open door within the limit, who perhaps do. */
  residents: number;
  within: number;
  perhaps: number;
  isBound: boolean;
  /** Percent of those who reach one today, where the moment is of another state; null where it is today's. */
  today: number | null;
}

export function openHeadline(f: OpenFigures): string {
  const inAts = f.ats === null ? '' : ` nell’${atsWords(f.ats)}`;
  if (f.residents === 0) return `${f.moment}${inAts} non si sa chi trovi una sede aperta: ${NOT_KNOWN}`;
  const perhaps = f.perhaps > 0 ? `; forse altri ${formatBrief(f.perhaps)}` : '';
  const today = f.today === null ? '' : `, oggi il ${formatPercent(f.today)}`;
  const share = `(${formatPercent((100 * f.within) / f.residents)}${today})`;
  const most = f.isBound ? 'almeno ' : '';
  const find = f.within === 1 ? 'trova' : 'trovano';
  const who = f.within === 0 ? noPeople() : `${most}${residentsWords(f.within)} ${share}`;
  const act = f.within === 0 ? 'trova' : find;
  if (f.ats !== null) return `${f.moment}${inAts} ${who} ${act} una sede aperta entro il limite${perhaps}`;
  if (f.open === 0) {
    const rest = f.uncertain > 0 ? `; ${counted(f.uncertain, 'ha', 'hanno')} orari non noti` : '';
    return `${f.moment} non risulta aperta alcuna sede${rest}`;
  }
  const are = f.open === 1 ? 'è aperta' : 'sono aperte';
  return `${f.moment} ${are} ${counted(f.open, 'sede', 'sedi')}: ${who} ne ${act} una entro il limite${perhaps}`;
}

/** What the proposals of an answer do together. */
export interface ProposalOutcome {
  ats: string | null;
  isKnown: boolean;
  goal: Goal;
  spokes: number;
  hubs: number;
  /** How far the search went. */
  status: string;
  /** Percent within the limit (`cover`), mean minutes (`time`), areas with a sede (`units`); null where it is not known. */
  before: number | null;
  after: number | null;
  /** `units`: of how many areas, and their name. */
  areas: number;
  areaWords: string;
  /** Whether a sede that is not listed may change the figures. */
  isBound: boolean;
}

/** What the proposals do, in one line: `Con 10 nuovi Spoke: dal 96,5 % al 99,3 % dei residenti entro il limite`. */
export function proposalHeadline(f: ProposalOutcome): string {
  if (!f.isKnown) return sentence(f.ats, `non si può proporre nulla: ${NOT_KNOWN}`);
  if (f.status === 'infeasible') return sentence(f.ats, 'nessuna scelta rispetta i vincoli chiesti');
  if (f.spokes + f.hubs === 0) return sentence(f.ats, 'nessuna nuova sede da proporre');
  const sedi = [
    ...(f.spokes > 0 ? [counted(f.spokes, 'nuovo Spoke', 'nuovi Spoke')] : []),
    ...(f.hubs > 0 ? [counted(f.hubs, 'nuovo avviso', 'nuovi avvisi')] : []),
  ].join(' e ');
  const bound = f.isBound ? `, ma ${NOT_COMPLETE}` : '';
  if (f.before === null || f.after === null) return sentence(f.ats, `con ${sedi}${bound}`);
  return sentence(f.ats, `con ${sedi}${changeWords(f, f.before, f.after)}${bound}`);
}

function changeWords({ goal, areas, areaWords }: ProposalOutcome, before: number, after: number): string {
  if (goal === 'units')
    return `: da ${formatCount(before)} a ${formatCount(after)} ${areaWords} con una sede, su ${formatCount(areas)}`;
  if (goal === 'time') return `: da ${formatDecimal(before)} a ${formatDecimal(after)} minuti medi`;
  return formatPercent(before) === formatPercent(after)
    ? ` la quota di ${peopleMany()} entro il limite resta ${withArticle('a', after)}`
    : `: ${withArticle('da', before)} ${withArticle('a', after)} ${ofPeople()} entro il limite`;
}

export interface FindingFigures {
  ats: string | null;
  rule: string | null;
  all: number;
  wrong: number;
  undeclared: number;
}

export function findingHeadline({ ats, rule, all, wrong, undeclared }: FindingFigures): string {
  const about = rule === null ? '' : `sulla regola ${rule} `;
  if (all === 0) return sentence(ats, `nessun rilievo ${about}`.trimEnd());
  const first = wrong === 0 ? 'nessun rilievo' : counted(wrong, 'rilievo', 'rilievi');
  const are = wrong > 1 ? 'sono non conformi' : 'è non conforme';
  const rest =
    undeclared === 0 ? '' : `; ${formatCount(undeclared)} ${undeclared === 1 ? 'non dichiarato' : 'non dichiarati'}`;
  return sentence(ats, `${first} ${about}su ${formatCount(all)} ${are}${rest}`);
}

export interface FragilityFigures {
  ats: string | null;
  sites: number;
  /** That are the only one of an area. */
  alone: number;
}

export function fragilityHeadline({ ats, sites, alone }: FragilityFigures): string {
  if (sites === 0) return sentence(ats, 'nessuna sede che possa chiudere: non ne risulta alcuna');
  const of = `su ${formatCount(sites)}`;
  if (alone === 0) return sentence(ats, `nessuna sede ${of} è la sola della sua area`);
  return sentence(
    ats,
    alone === 1
      ? `1 sede ${of} è la sola della sua area`
      : `${formatCount(alone)} sedi ${of} sono le sole della loro area`,
  );
}

/** A view that has not been asked for anything yet. */
export const NO_TRIAL = 'Nessuna modifica ancora: aggiungere, spostare o chiudere una sede';

/** Changes that the service has not answered yet, or refuses. */
export const trialPending = (changes: number): string =>
  `${counted(changes, 'modifica', 'modifiche')}: che cosa cambia non è ancora noto`;

/** `dal 96,5 %`, `dall’81,0 %`, `dallo 0,4 %`: the article goes with the number as it is said. */
function withArticle(preposition: 'da' | 'a', percent: number): string {
  const text = formatPercent(percent);
  const whole = Number.parseInt(text, 10);
  if (whole === 0) return `${preposition}llo ${text}`;
  return whole === 1 || whole === 8 || whole === 11 || (whole >= 80 && whole < 90)
    ? `${preposition}ll’${text}`
    : `${preposition}l ${text}`;
}
