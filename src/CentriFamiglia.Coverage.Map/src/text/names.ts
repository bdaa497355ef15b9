import { PROPOSAL } from './sheetWords';

/** A name with its id, which tells apart what has the same name: `Rete Valle Trompia, BS04`; a name that holds it stands alone. */
export const named = (name: string | null | undefined, id: string | null): string | null =>
  name && id && !name.includes(id) ? `${name}, ${id}` : name || id;

/** How the service names the network that a proposed Hub would begin: with the code of its comune behind. */
export const NEW_NETWORK = 'nuova:';

/** A network by its name and its id; null where there is none. */
export const networkWords = (id: string | null, names: ReadonlyMap<string, string>): string | null =>
  id?.startsWith(NEW_NETWORK) ? (names.get(id) ?? PROPOSAL.newNetwork) : named(names.get(id ?? ''), id);
