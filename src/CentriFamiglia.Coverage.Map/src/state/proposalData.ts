import type { LayerAnswer, Shapes } from '../api/apiClient';
import type { ProposalQuery } from '../api/proposalQuery';
import type { EffectRow, SuggestionRow } from '../api/proposalRows';
import { provenanceOf } from '../api/provenance';
import type { GapRow } from '../api/rows';
import { certificateOf, gainsOf } from '../domain/proposals';
import { NEW_NETWORK } from '../text/names';
import { PROPOSAL } from '../text/sheetWords';
import type { ProposalData, ViewData } from './viewData';

/** What an answer of the search says beside its rows; who would go where, and what each Spoke is worth, come after it. */
export const proposalsOf = (
  query: ProposalQuery,
  { meta }: LayerAnswer<SuggestionRow>,
  today: GapRow | null,
): ProposalData => ({
  query,
  certificate: certificateOf(meta),
  gains: gainsOf(meta),
  notes: provenanceOf(meta).warnings,
  today,
  effects: new Map(),
  curve: null,
});

/** One object for the same rows: what is drawn of them is drawn once. */
export function effectsOf(rows: readonly EffectRow[]): Map<string, EffectRow> {
  const effects = known.get(rows) ?? new Map(rows.map((row) => [row.pro_com_t, row]));
  known.set(rows, effects);
  return effects;
}

const known = new WeakMap<readonly EffectRow[], Map<string, EffectRow>>();

/** Networks by id, those that a proposed Hub would begin among them. */
export const withNewNetworks = (
  networks: ReadonlyMap<string, string>,
  suggestions: Shapes<SuggestionRow> | null,
): Map<string, string> => {
  const places = new Map((suggestions?.features ?? []).map((f) => [f.properties.pro_com_t, f.properties.comune]));
  return new Map([
    ...[...places].map(([code, comune]): [string, string] => [NEW_NETWORK + code, PROPOSAL.newNetworkOf(comune)]),
    ...networks,
  ]);
};

/** The proposals that stay on the page while others are sought: those of the same data. */
export const keptProposals = (before: ViewData | null, now: ViewData): Partial<ViewData> =>
  before?.proposals && before.provenance.snapshot === now.provenance.snapshot
    ? {
        suggestions: before.suggestions,
        proposals: before.proposals,
        networks: withNewNetworks(now.networks, before.suggestions),
      }
    : {};
