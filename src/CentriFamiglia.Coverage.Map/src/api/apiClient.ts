import type { FeatureCollection, Geometry } from 'geojson';
import { ACCOUNT } from '../text/accountWords';
import { PROBLEM } from '../text/controlWords';
import { asObject, asText, type Json } from './meta';

/** What the service answers when it cannot answer: RFC 9457, with the seconds after which asking again makes sense. */
export class ApiProblem extends Error {
  constructor(
    readonly status: number,
    title: string,
    readonly detail: string,
    readonly retryAfterSeconds: number | null,
    /** How to mend it, in words; empty where the service does not say. */
    readonly cure: string = '',
  ) {
    super(title);
    this.name = 'ApiProblem';
  }

  /** Whether the question itself is at fault: who is asked too often, or too slowly, may answer the next time. */
  get isWrong(): boolean {
    return this.status >= 400 && this.status < 500 && ![408, 425, 429].includes(this.status);
  }
}

/** Rows without a geometry, with what the service says of them all. */
export interface TableAnswer<Row> {
  meta: Json;
  rows: Row[];
}

/** Rows with the geometry each stands at, if it has one. */
export type Shapes<Row> = FeatureCollection<Geometry | null, Row>;

export type LayerAnswer<Row> = Shapes<Row> & { meta: Json };

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

/** The answer of a resource; throws an {@link ApiProblem} where there is none. */
export async function fetchAnswer<Answer>(resource: string, query: Query): Promise<Answer> {
  return (await (await asked(apiUrl(resource, query))).json()) as Answer;
}

/** The same as a file, in the format that the query names. */
export const fetchFile = async (resource: string, query: Query): Promise<Blob> =>
  (await asked(apiUrl(resource, query))).blob();

/**
 * What the service sends for an address, if it answers well; an {@link ApiProblem} otherwise, but for a request that was ended.
 * @param told A status with which it sends what was asked for too.
 */
export async function asked(address: string, request: RequestInit = {}, told?: number): Promise<Response> {
  const answer = await fetch(address, request).catch((error: unknown) => {
    if (request.signal?.aborted) throw error;
    throw new ApiProblem(0, PROBLEM.away, PROBLEM.awayWhy, null);
  });
  if (answer.ok || answer.status === told) return answer;
  if (answer.status !== 401) throw await readProblem(answer);
  session.ended();
  throw new ApiProblem(answer.status, ACCOUNT.ended, '', null);
}

/** Told where the service no longer knows who asks, or never did. */
export const session = { ended: (): void => {} };

/** The answer of a resource to parameters that stand in a body: an address is too short for them. */
export const postQuestion = async <Answer>(resource: string, query: Query, body: Json): Promise<Answer> =>
  (await (await posted(resource, query, body)).json()) as Answer;

/** The same as a file, in the format that the query names. */
export const postForFile = async (resource: string, query: Query, body: Json): Promise<Blob> =>
  (await posted(resource, query, body)).blob();

/** A file with the name that the service gives it. */
export interface NamedFile {
  name: string;
  content: Blob;
}

/** What is posted, given back as a file. */
export async function postForNamedFile(resource: string, query: Query, body: Json): Promise<NamedFile> {
  const answer = await posted(resource, query, body);
  const name = /filename="([^"]+)"/.exec(answer.headers.get('content-disposition') ?? '')?.[1] ?? resource;
  return { name, content: await answer.blob() };
}

/** A file as it is on the disk, whatever else is said of it; where nothing of it can be taken the report comes all the same. */
export const sendFile = (resource: string, query: Query, file: Blob, headers: Record<string, string> = {}) =>
  asked(
    apiUrl(resource, query),
    { method: 'POST', headers: { 'content-type': 'application/octet-stream', ...headers }, body: file },
    422,
  );

const posted = (resource: string, query: Query, body: Json): Promise<Response> =>
  asked(apiUrl(resource, query), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

async function readProblem(answer: Response): Promise<ApiProblem> {
  const retryAfter = Number.parseInt(answer.headers.get('retry-after') ?? '', 10);
  const body = asObject(await answer.json().catch(() => null));
  return new ApiProblem(
    answer.status,
    asText(body['title']) || PROBLEM.answered(answer.status),
    asText(body['detail']),
    Number.isFinite(retryAfter) ? retryAfter : null,
    asText(body['rimedio']),
  );
}

export const rowsOf = <Row>(shapes: Shapes<Row>): Row[] => shapes.features.map((f) => f.properties);
