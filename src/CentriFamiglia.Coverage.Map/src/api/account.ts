import { fetchAnswer, type TableAnswer } from './apiClient';
import type { Schemas } from './columns';
import { asText, asTexts } from './meta';

type Me = Schemas['MeAnswer'];

/** What may be done, by the names of the service. */
export type Deed = Me['rows'][number]['azione'];

type Reach = Me['rows'][number]['portata'];

/** Who asks. */
export interface Account {
  /** Whether the service asks who one is, and knows it. */
  access: Me['meta']['accesso'];
  /** Whether one signs in from a browser; else by a token, which a page has none of. */
  byBrowser: boolean;
  name: string;
  roles: string[];
  ats: string[];
  /** How far each deed reaches; a deed that is not there is the service's to judge. */
  reaches: ReadonlyMap<string, Reach>;
}

/** As long as the service has not said it: nothing is withheld, and the service judges. */
const UNKNOWN: Account = {
  access: 'non_richiesto',
  byBrowser: false,
  name: '',
  roles: [],
  ats: [],
  reaches: new Map(),
};

let current = UNKNOWN;

export const account = (): Account => current;

/** Says who asks from here on; without anyone, that it is not known. */
export function signedIn(who: Account = UNKNOWN): void {
  current = who;
}

export async function askAccount(): Promise<Account> {
  return accountOf(await fetchAnswer('me', {}));
}

export const accountOf = ({ meta, rows }: TableAnswer<Me['rows'][number]>): Account => ({
  access: asText(meta['accesso']) as Account['access'],
  byBrowser: meta['da_browser'] === true,
  name: asText(meta['nome']),
  roles: asTexts(meta['ruoli']),
  ats: asTexts(meta['ats']),
  reaches: new Map(rows.map(({ azione, portata }) => [azione, portata])),
});

/** Whether a deed is offered; for one's own ATS alone the service judges which it is. */
export const may = (deed: Deed): boolean => current.reaches.get(deed) !== 'no';

/** The ATS whose figures are read; null where all are. */
export const ownAts = (): readonly string[] | null =>
  current.reaches.get('leggere_cifre') === 'propria_ats' ? current.ats : null;
