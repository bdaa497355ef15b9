import type { Level } from '../it/words';
import { within } from './compareWords';
import { formatCount } from './numbers';

export const FORMAT_WORDS = {
  xlsx: 'Excel',
  csv: 'CSV',
  geojson: 'GeoJSON',
  gpkg: 'GeoPackage',
  json: 'JSON',
};

export const FORMAT_USES = {
  xlsx: 'a sheet ready to print, with its sources',
  csv: 'comma-separated, for other programs',
  geojson: 'with boundaries or points, for the web',
  gpkg: 'with boundaries or points, for QGIS',
};

/** Files keep the names of the service's own layers. */
export const LEVEL_IN_NAME: Record<Level, string> = {
  ambito: 'ambiti',
  distretto: 'distretti',
  ats: 'ats',
  comune: 'comuni',
};

export const DOWNLOAD = 'Download';
export const WHOLE_ANSWER = 'All the data behind this view';
export const SAME_IN = (state: string): string => `The same data: ${within(state)}`;
export const PREPARING = 'Preparing the file…';
export const NOTHING_SHOWN = 'The view has not arrived yet.';
export const RELOAD = 'Reload the page';
export const CURVE_OF_SPOKES = 'The curve of new Spokes';
export const PROPOSED_CATCHMENTS = 'Who would go to which proposal';
export const CATCHMENTS = 'Who goes to which Sede, Comune by Comune';
export const REACH_CURVE = 'The curve of minutes';
export const isochronesOf = (site: string): string => `The isochrones of ${site}`;
export const tableAsShown = (rows: number): string =>
  `The table as shown: ${formatCount(rows)} ${rows === 1 ? 'row' : 'rows'}`;
export const given = (name: string): string => `Downloaded ${name}`;
export const notGiven = (why: string, cure: string): string =>
  `Not downloaded: ${why || 'the service did not give the file.'}${cure ? ` ${cure}` : ' Please try again.'}`;
export const COLUMN_PARTS = { before: 'today', note: 'note' };
