import type { FragilityRow } from '../api/fragilityRows';
import type { Weight } from '../text/viewWords';

export const weightOf = (row: Pick<FragilityRow, 'critica' | 'posizione'>): Weight =>
  row.critica ? 'critica' : row.posizione === null ? 'nulla' : 'conta';
