import { apiUrl, asked, fetchAnswer, type TableAnswer } from './apiClient';
import { asText } from './meta';

/** One row of `/api/v1/links`. */
export interface LinkRow {
  id: string;
  analisi: string;
  stato: 'valido' | 'scaduto' | 'revocato';
  scade: string;
  nota: string | null;
  chi: string;
  quando: string;
}

export const linksOf = async (run: string): Promise<LinkRow[]> =>
  (await fetchAnswer<TableAnswer<LinkRow>>('links', {})).rows.filter(({ analisi }) => analisi === run);

/** @returns The address that opens it, which the service tells this once. */
export async function makeLink(run: string, days: number, note: string): Promise<string> {
  const answer = await asked(apiUrl('links', {}), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ analisi: run, giorni: days, ...(note === '' ? {} : { nota: note }) }),
  });
  const { meta } = (await answer.json()) as TableAnswer<LinkRow>;
  return asText(meta['indirizzo']);
}

export const revokeLink = (id: string): Promise<unknown> =>
  asked(apiUrl(`links/${encodeURIComponent(id)}`, {}), { method: 'DELETE' });
