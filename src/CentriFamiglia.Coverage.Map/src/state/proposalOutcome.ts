import { rowsOf } from '../api/apiClient';
import type { GapRow } from '../api/rows';
import { isKnown } from '../domain/knowledge';
import type { ProposalOutcome } from '../text/headlines';
import { LEVEL_WORDS } from '../text/words';
import { totalOf } from './proposalFigures';
import type { ProposalData, ViewData } from './viewData';
import { isInScope } from './viewState';

/** What the proposals shown do together, from today's figures and what they gain. */
export function outcomeOf(data: ViewData, proposals: ProposalData): ProposalOutcome {
  const { query, gains, certificate } = proposals;
  const rows = rowsOf(data.suggestions);
  const areas = rowsOf(data.areas).filter((row) => isInScope(query, row) && row.verdetto !== 'NON_CARICATO');
  const total = totalOf(data, proposals);
  const [before, after] =
    query.goal === 'units'
      ? areasWithSede(areas.filter((row) => row.verdetto === 'SEDE').length, gains.areas, query.knobs.both)
      : travel(proposals, proposals.today ?? total);
  return {
    ats: query.ats,
    isKnown: total !== undefined && isKnown(total),
    goal: query.goal,
    status: certificate.status,
    spokes: rows.filter((row) => row.tipo === 'spoke').length,
    hubs: rows.filter((row) => row.tipo === 'hub').length,
    before,
    after,
    areas: areas.length,
    areaWords: LEVEL_WORDS[data.areaLevel].many,
    isBound: total?.elenco_incompleto === true,
  };
}

type Pair = [before: number | null, after: number | null];

/** Areas of two levels are not counted together. */
const areasWithSede = (before: number, gained: number, both: boolean): Pair =>
  both ? [null, null] : [before, before + gained];

function travel({ query, gains }: ProposalData, total: GapRow | undefined): Pair {
  const residents = total ? total.residenti - total.residenti_esclusi : 0;
  if (!total || !isKnown(total) || residents <= 0) return [null, null];
  if (query.goal === 'time')
    return total.minuti_medi === null
      ? [null, null]
      : [total.minuti_medi, total.minuti_medi - gains.residentMinutes / residents];
  if (total.residenti_oltre_limite === null) return [null, null];
  const within = residents - total.residenti_oltre_limite - (total.residenti_senza_limite ?? 0);
  return [(100 * within) / residents, (100 * (within + gains.residents)) / residents];
}
