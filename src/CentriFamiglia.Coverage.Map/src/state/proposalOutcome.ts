import { rowsOf } from '../api/apiClient';
import type { GapRow } from '../api/rows';
import { isKnown } from '../domain/knowledge';
import type { ProposalOutcome } from '../text/headlines';
import { LEVEL_WORDS } from '../text/words';
import type { ProposalData, ViewData } from './viewData';
import { isInScope } from './viewState';

/** A figure of today, and with the proposals. */
export type BeforeAfter = [before: number, after: number];

/** What the proposals shown do together, from today's figures and what they gain. */
export function outcomeOf(data: ViewData, proposals: ProposalData): ProposalOutcome {
  const { query, certificate } = proposals;
  const rows = rowsOf(data.suggestions);
  const areas = servedAreas(data, proposals);
  const total = totalOf(data, proposals);
  const [before, after] =
    query.goal === 'units'
      ? // Areas of two levels are not counted together.
        query.knobs.both
        ? [null, null]
        : [areas.before, areas.after]
      : (travel(proposals, todayOf(data, proposals)) ?? [null, null]);
  return {
    ats: query.ats,
    isKnown: total !== undefined && isKnown(total),
    goal: query.goal,
    status: certificate.status,
    spokes: rows.filter((row) => row.tipo === 'spoke').length,
    hubs: rows.filter((row) => row.tipo === 'hub').length,
    before,
    after,
    areas: areas.all,
    areaWords: LEVEL_WORDS[data.areaLevel].many,
    isBound: total?.elenco_incompleto === true,
  };
}

/** Figures of today within the limit that was asked for, of those whose gain is told. */
export const todayOf = (data: ViewData, proposals: ProposalData): GapRow | undefined =>
  proposals.today ?? totalOf(data, proposals);

/** Of the region where the residents of every ATS count. */
const totalOf = (data: ViewData, { query }: ProposalData): GapRow | undefined =>
  data.totals.get(query.count === 'propri' ? (query.ats ?? '') : '');

/** Areas with a sede, today and with the proposals, and how many are judged. */
export function servedAreas(data: ViewData, { query, gains }: ProposalData) {
  const judged = rowsOf(data.areas).filter((row) => isInScope(query, row) && row.verdetto !== 'NON_CARICATO');
  const before = judged.filter((row) => row.verdetto === 'SEDE').length;
  return { before, after: before + gains.areas, all: judged.length };
}

const counted = (total: GapRow): number => total.residenti - total.residenti_esclusi;

/** Mean travel of those counted; null where it is not known. */
export function meanMinutes(total: GapRow, { gains }: ProposalData): BeforeAfter | null {
  const before = total.minuti_medi;
  return before === null || counted(total) <= 0 ? null : [before, before - gains.residentMinutes / counted(total)];
}

function travel(proposals: ProposalData, total: GapRow | undefined): BeforeAfter | null {
  if (!total || !isKnown(total) || counted(total) <= 0) return null;
  if (proposals.query.goal === 'time') return meanMinutes(total, proposals);
  if (total.residenti_oltre_limite === null) return null;
  const residents = counted(total);
  const within = residents - total.residenti_oltre_limite - (total.residenti_senza_limite ?? 0);
  return [(100 * within) / residents, (100 * (within + proposals.gains.residents)) / residents];
}
