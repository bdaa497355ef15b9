import type { Feature, FeatureCollection, Geometry } from 'geojson';

/** What the service answers when it cannot answer: RFC 9457, with the seconds after which asking again makes sense. */
export class ApiProblem extends Error {
  constructor(
    readonly status: number,
    title: string,
    readonly detail: string,
    readonly retryAfterSeconds: number | null,
  ) {
    super(title);
    this.name = 'ApiProblem';
  }

  /** True when the same question may well be answered later. */
  get isPassing(): boolean {
    return this.status === 0 || this.status >= 500;
  }
}

export interface TableAnswer<Row> {
  meta: Record<string, unknown>;
  rows: Row[];
}

export interface LayerAnswer<Row> extends FeatureCollection<Geometry | null, Row> {
  meta: Record<string, unknown>;
  features: Feature<Geometry | null, Row>[];
}

export type Query = Record<string, string | number | null | undefined>;

/** Address of a resource of the API, relative to the page; empty parameters are left out. */
export function apiUrl(resource: string, query: Query): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== null && value !== undefined && value !== '') parameters.set(name, String(value));
  }
  const text = parameters.toString();
  return `api/v1/${resource}${text ? `?${text}` : ''}`;
}

export async function fetchTable<Row>(resource: string, query: Query, signal?: AbortSignal): Promise<TableAnswer<Row>> {
  return fetchJson<TableAnswer<Row>>(apiUrl(resource, { ...query, f: 'json' }), signal);
}

export async function fetchLayer<Row>(resource: string, query: Query, signal?: AbortSignal): Promise<LayerAnswer<Row>> {
  return fetchJson<LayerAnswer<Row>>(apiUrl(resource, { ...query, f: 'geojson' }), signal);
}

async function fetchJson<T>(url: string, signal?: AbortSignal): Promise<T> {
  let answer: Response;
  try {
    answer = await fetch(url, signal ? { signal } : {});
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new ApiProblem(0, 'Il servizio non risponde', 'La rete o il servizio sono interrotti.', null);
  }
  if (answer.ok) return (await answer.json()) as T;
  throw await readProblem(answer);
}

async function readProblem(answer: Response): Promise<ApiProblem> {
  const retryAfter = Number.parseInt(answer.headers.get('retry-after') ?? '', 10);
  const body = await answer.json().catch(() => ({}));
  const text = (value: unknown, otherwise: string) => (typeof value === 'string' && value ? value : otherwise);
  return new ApiProblem(
    answer.status,
    text(body?.title, `Il servizio ha risposto ${answer.status}`),
    text(body?.detail, ''),
    Number.isFinite(retryAfter) ? retryAfter : null,
  );
}
