import type { ComuneRow } from './rows';

/** One row of `/api/v1/gaps?by=comune&at=…`: only the sedi open at that moment count. */
export interface OpenComuneRow extends ComuneRow {
  /** The same as `oltre_limite`, were the sedi of uncertain hours open too. */
  oltre_limite_se_incerte_aperte: boolean | null;
}

/** How many doors are open, closed and uncertain, and which ones are uncertain. */
export interface Doors {
  open: number;
  closed: number;
  undeclared: string[];
  unread: string[];
  partial: string[];
}

export function doorsOf(meta: Record<string, unknown>): Doors {
  const value = (meta['aperte'] ?? {}) as Record<string, unknown>;
  const count = (key: string) => (typeof value[key] === 'number' ? (value[key] as number) : 0);
  const ids = (key: string) => (Array.isArray(value[key]) ? (value[key] as string[]) : []);
  return {
    open: count('sedi_aperte'),
    closed: count('sedi_chiuse'),
    undeclared: ids('senza_orario'),
    unread: ids('orario_non_letto'),
    partial: ids('orario_letto_in_parte'),
  };
}
