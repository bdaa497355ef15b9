import { apiUrl, asked, fetchAnswer, type Query, type TableAnswer } from './apiClient';
import type {
  ConflictRow,
  DecisionRow,
  FrozenProposal,
  Line,
  RunDifferenceRow,
  RunRow,
  ScenarioMeasureRow,
  ScenarioRow,
} from './deskRows';
import { asList, asNumber, asObject, asText, type Json } from './meta';

/** A scenario with what it changes, as a trial takes it, and the version that a change of it is made from. */
export interface ReadScenario {
  id: string;
  name: string;
  state: string;
  set: string;
  version: number;
  changes: unknown[];
}

/** What is written of a scenario; what is left out stays as it is. */
export interface ScenarioText {
  nome?: string;
  linea?: Line | null;
  nota?: string | null;
  costo_spoke_eur?: number | null;
  sedi?: string | null;
  changes?: readonly unknown[];
}

/** Who is right where the store changed since a scenario was written down. */
export type Prevailing = 'scenario' | 'archivio';

export const listScenarios = () => fetchAnswer<TableAnswer<ScenarioRow>>('scenarios', {});

export const readScenario = async (id: string): Promise<ReadScenario> =>
  scenarioOf(await fetchAnswer(`scenarios/${encodeURIComponent(id)}`, {}));

export const createScenario = async (text: ScenarioText): Promise<ReadScenario> =>
  scenarioOf(await sent('POST', 'scenarios', given(text)));

/** @param version That the change was made from: another one by now is a conflict, and nothing is written. */
export const changeScenario = async (id: string, version: number, text: ScenarioText): Promise<ReadScenario> =>
  scenarioOf(await sent('PATCH', `scenarios/${encodeURIComponent(id)}`, given(text), version));

export const conflictsOf = (id: string) =>
  fetchAnswer<TableAnswer<ConflictRow>>(`scenarios/${encodeURIComponent(id)}/conflicts`, {});

export const applyScenario = (id: string, version: number, prevailing: Prevailing | null): Promise<unknown> =>
  sent('POST', `scenarios/${encodeURIComponent(id)}/apply`, prevailing ? { prevale: prevailing } : {}, version);

export const archiveScenario = (id: string, version: number): Promise<unknown> =>
  sent('POST', `scenarios/${encodeURIComponent(id)}/archive`, {}, version);

/** @param second None sets the first beside today alone. */
export const compareScenarios = (first: string, second: string | null) =>
  fetchAnswer<TableAnswer<ScenarioMeasureRow>>('scenarios/compare', { primo: first, secondo: second });

export const listRuns = () => fetchAnswer<TableAnswer<RunRow>>('runs', {});

export const readRun = async (id: string): Promise<{ row: RunRow; meta: Json }> => {
  const { rows, meta } = await fetchAnswer<TableAnswer<RunRow>>(`runs/${encodeURIComponent(id)}`, {});
  return { row: rows[0] as RunRow, meta };
};

/** The proposals as they were frozen, with all that was said of them. */
export const frozenProposals = (id: string) =>
  fetchAnswer<TableAnswer<FrozenProposal>>(`runs/${encodeURIComponent(id)}/results/proposte`, {});

export const decisionsOf = (id: string) =>
  fetchAnswer<TableAnswer<DecisionRow>>(`runs/${encodeURIComponent(id)}/decisions`, {});

/** Freezes what there is, or a scenario; the search may take its time. */
export const freeze = async (title: string, scenario: string | null, parameters: Query): Promise<RunRow> => {
  const body = { titolo: title, ...(scenario ? { scenario } : {}), parametri: given(parameters) };
  return (await sent<TableAnswer<RunRow>>('POST', 'runs', body)).rows[0] as RunRow;
};

export const publishRun = (id: string): Promise<unknown> => sent('POST', `runs/${encodeURIComponent(id)}/publish`, {});

export const compareRuns = (before: string, after: string) =>
  fetchAnswer<TableAnswer<RunDifferenceRow>>('runs/compare', { prima: before, dopo: after });

export const decide = (id: string, proposal: number, body: Json): Promise<unknown> =>
  sent('PUT', `runs/${encodeURIComponent(id)}/decisions/${proposal}`, given(body));

/** Where a page of a run stands: its dossier, or the minutes of what was decided. */
export const runPage = (id: string, page: 'dossier' | 'verbale', ats: string | null = null): string => {
  const query = ats && page === 'dossier' ? `?ats=${encodeURIComponent(ats)}` : '';
  return `runs/${encodeURIComponent(id)}/${page}${query}`;
};

const given = (body: object): Json =>
  Object.fromEntries(Object.entries(body).filter(([, value]) => value !== null && value !== undefined && value !== ''));

async function sent<Answer>(method: string, resource: string, body: Json, version?: number): Promise<Answer> {
  const match = version === undefined ? {} : { 'if-match': `"${version}"` };
  const headers = { 'content-type': 'application/json', ...match };
  const answer = await asked(apiUrl(resource, {}), { method, headers, body: JSON.stringify(body) });
  return (await answer.json()) as Answer;
}

function scenarioOf({ meta }: { meta: Json }): ReadScenario {
  const scenario = asObject(meta['scenario']);
  return {
    id: asText(scenario['id']),
    name: asText(scenario['nome']),
    state: asText(scenario['stato']),
    set: asText(scenario['sedi']),
    version: asNumber(meta['versione']) ?? 0,
    changes: asList(scenario['changes']),
  };
}
