import { catalogue } from './catalogue';
import type { TableFormat } from './it/downloadWords';

export type { FileFormat, TableFormat } from './it/downloadWords';

export const {
  FORMAT_WORDS,
  FORMAT_USES,
  LEVEL_IN_NAME,
  DOWNLOAD,
  WHOLE_ANSWER,
  SAME_IN,
  PREPARING,
  NOTHING_SHOWN,
  RELOAD,
  CURVE_OF_SPOKES,
  PROPOSED_CATCHMENTS,
  CATCHMENTS,
  REACH_CURVE,
  isochronesOf,
  tableAsShown,
  given,
  notGiven,
  COLUMN_PARTS,
} = catalogue;

export const TABLE_FORMATS = Object.keys(FORMAT_USES) as TableFormat[];
