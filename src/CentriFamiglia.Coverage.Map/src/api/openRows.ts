import type { Columns } from './columns';
import { asNumber, asObject, asTexts, type Json } from './meta';
import type { ComuneRow } from './rows';

/** One row of `/api/v1/gaps?by=comune&at=…`: only the sedi open at that moment count. */
export type OpenComuneRow = ComuneRow & Columns<'OpenComuneGapRow', 'oltre_limite_se_incerte_aperte'>;

/** How many doors are open, closed and uncertain, and which ones are uncertain. */
export interface Doors {
  open: number;
  closed: number;
  undeclared: string[];
  unread: string[];
  partial: string[];
}

export function doorsOf(meta: Json): Doors {
  const value = asObject(meta['aperte']);
  return {
    open: asNumber(value['sedi_aperte']) ?? 0,
    closed: asNumber(value['sedi_chiuse']) ?? 0,
    undeclared: asTexts(value['senza_orario']),
    unread: asTexts(value['orario_non_letto']),
    partial: asTexts(value['orario_letto_in_parte']),
  };
}
