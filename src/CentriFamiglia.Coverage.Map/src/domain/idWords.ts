import type { SiteRow } from '../api/rows';
import { HUB_BEFORE_ID } from '../text/common/plainWords';

/** Names of the sedi, by id. */
export const siteNames = (sites: readonly Pick<SiteRow, 'site_id' | 'name'>[]): Map<string, string> =>
  new Map(sites.map((row) => [row.site_id, row.name]));

/** A sentence of the service for who does not know the ids: the sedi by their names, and no id after the word that says which Hub it is. */
export const inWords = (text: string, names: ReadonlyMap<string, string>): string =>
  text
    .replace(HUB_BEFORE_ID, (whole, words: string, id: string) => (names.has(id) ? words : whole))
    .replace(TOKEN, (token) => names.get(token) ?? token);

const TOKEN = /[\p{L}\d]+(?:[-_.:][\p{L}\d]+)*/gu;
