import { apiUrl, asked, fetchAnswer, postQuestion, type TableAnswer } from './apiClient';
import type { Columns } from './columns';
import { asText } from './meta';

/** One row of `/api/v1/links`. */
export type LinkRow = Columns<'LinkRow', 'id' | 'analisi' | 'stato' | 'scade' | 'nota' | 'chi' | 'quando'>;

export const linksOf = async (run: string): Promise<LinkRow[]> =>
  (await fetchAnswer<TableAnswer<LinkRow>>('links', {})).rows.filter(({ analisi }) => analisi === run);

/** @returns The address that opens it, which the service tells this once. */
export async function makeLink(run: string, days: number, note: string): Promise<string> {
  const body = { analisi: run, giorni: days, ...(note === '' ? {} : { nota: note }) };
  const { meta } = await postQuestion<TableAnswer<LinkRow>>('links', {}, body);
  return asText(meta['indirizzo']);
}

export const revokeLink = (id: string): Promise<unknown> =>
  asked(apiUrl(`links/${encodeURIComponent(id)}`, {}), { method: 'DELETE' });
