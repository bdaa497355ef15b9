import type { FragilityRow } from '../api/fragilityRows';

/** How much is lost if a sede closes. */
export type Weight = 'critica' | 'conta' | 'nulla';

export interface WeightStyle {
  label: string;
  fill: string;
  ink: string;
  /** Radius of its point on the map, CSS pixels. */
  radius: number;
}

export const WEIGHTS: Record<Weight, WeightStyle> = {
  critica: { label: 'Fra le dieci più critiche', fill: '#a8480a', ink: '#ffffff', radius: 8 },
  conta: { label: 'Chiuderla allontana qualcuno', fill: '#f4b06a', ink: '#a8480a', radius: 5 },
  nulla: { label: 'Chiuderla non cambia nulla', fill: '#ffffff', ink: '#17324d', radius: 3.5 },
};

export const weightOf = (row: Pick<FragilityRow, 'critica' | 'posizione'>): Weight =>
  row.critica ? 'critica' : row.posizione === null ? 'nulla' : 'conta';
