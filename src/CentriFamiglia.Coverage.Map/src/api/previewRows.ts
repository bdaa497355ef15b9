import { type Query, sendFile, type TableAnswer } from './apiClient';
import type { Columns } from './columns';
import { asList, asNumber, asObject, asText, asTexts, type Json } from './meta';

/** One row of the report of an import. */
export type IssueRow = Columns<
  'ImportRow',
  'file' | 'tipo' | 'riga' | 'id' | 'colonna' | 'gravita' | 'motivo' | 'rimedio' | 'valore'
>;

/** A place that the file names: refused, or what changes there. */
export interface PreviewPoint {
  id: string;
  lon: number;
  lat: number;
  outcome: string;
}

/** What an import of a file would do. */
export interface ImportPreview {
  counts: { read: number; accepted: number; refused: number; mended: number };
  /** Whether the service could tell what every part of the file holds. */
  isRecognised: boolean;
  kinds: string[];
  /** The set of sedi that the file is about; empty for none. */
  set: string;
  changes: Json[];
  networks: { op: 'add' | 'change' | 'close'; id: string; name: string }[];
  withoutNetwork: string[];
  /** The ATS whose list of sedi is complete before, and no longer after, or the other way. */
  completeness: { gained: string[]; lost: string[] };
  /** Why the changes cannot be tried, and the cure; null where they can. */
  refusal: { reason: string; cure: string } | null;
  points: PreviewPoint[];
  issues: IssueRow[];
  /** Names the data that the file was tried on. */
  tag: string;
}

/** How the file is to be read. */
export interface PreviewChoices {
  kind: string | null;
  sedi: string | null;
  isWhole: boolean;
  inComune: boolean;
}

const RESOURCE = 'import-preview';

const queryOf = (file: File, { kind, sedi, isWhole, inComune }: PreviewChoices): Query => ({
  file: file.name,
  as: kind,
  sedi,
  replace: isWhole ? 'si' : null,
  'accept-valid': 'si',
  precisione: inComune ? 'comune' : null,
});

/** What an import of the file would do; nothing is stored. */
export async function askPreview(file: File, choices: PreviewChoices): Promise<ImportPreview> {
  const answer = await sendFile(RESOURCE, queryOf(file, choices), file);
  return previewOf((await answer.json()) as TableAnswer<IssueRow>, answer.headers.get('etag') ?? '');
}

/** What became of a file that was to be written; where nothing of it was, the report says why. */
export interface ImportReport extends ImportPreview {
  isWritten: boolean;
}

/** Writes the file into the store, where its data are still those that it was tried on; the report says what was taken. */
export async function writeFile(file: File, choices: PreviewChoices, tag: string): Promise<ImportReport> {
  const answer = await sendFile('import', queryOf(file, choices), file, tag === '' ? {} : { 'if-match': tag });
  return { ...previewOf((await answer.json()) as TableAnswer<IssueRow>), isWritten: answer.ok };
}

/** The report as a file of its own. */
export const askReport = async (file: File, choices: PreviewChoices, format: 'csv' | 'html'): Promise<Blob> =>
  (await sendFile(RESOURCE, { ...queryOf(file, choices), f: format }, file)).blob();

export function previewOf({ meta, rows }: TableAnswer<IssueRow>, tag = ''): ImportPreview {
  const count = (name: string) => asNumber(meta[name]) ?? 0;
  const refusal = meta['prova_rifiutata'] ? asObject(meta['prova_rifiutata']) : null;
  return {
    counts: {
      read: count('righe_lette'),
      accepted: count('righe_accettate'),
      refused: count('righe_rifiutate'),
      mended: count('righe_corrette'),
    },
    isRecognised: asList(meta['file']).every((file) => asText(asObject(file)['tipo']) !== ''),
    kinds: asTexts(meta['generi']),
    set: asText(meta['sedi']),
    changes: asList(meta['modifiche']).map(asObject),
    networks: asList(meta['reti'])
      .map(asObject)
      .map((n) => ({ op: asText(n['op']) as 'add', id: asText(n['id']), name: asText(n['nome']) })),
    withoutNetwork: asTexts(meta['senza_rete']),
    completeness: {
      gained: without(meta['completo_dopo'], meta['completo_prima']),
      lost: without(meta['completo_prima'], meta['completo_dopo']),
    },
    refusal: refusal && { reason: asText(refusal['motivo']), cure: asText(refusal['rimedio']) },
    points: asList(meta['punti'])
      .map(asObject)
      .map((p) => ({
        id: asText(p['id']),
        lon: asNumber(p['lon']) ?? 0,
        lat: asNumber(p['lat']) ?? 0,
        outcome: asText(p['esito']),
      })),
    issues: rows,
    tag,
  };
}

const without = (list: unknown, other: unknown): string[] =>
  asTexts(list).filter((name) => !asTexts(other).includes(name));
