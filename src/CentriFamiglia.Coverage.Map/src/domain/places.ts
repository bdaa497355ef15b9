import type { ComuneRow, GapRow, SiteRow } from '../api/rows';
import { PLACE_KINDS, type PlaceKind } from '../text/findWords';
import { folded } from '../text/folded';

/** Something that has a sheet, by the name that people look for. */
export interface Place {
  kind: PlaceKind;
  code: string;
  name: string;
  /** Of a comune. */
  ambito: string | null;
  ats: string | null;
  /** The comune and the address of a sede. */
  where: string;
  /** Name and address without case and accents, between spaces. */
  searched: string;
}

/** All that can be found, from the answers that have it without shapes. */
export interface PlaceRows {
  comuni: readonly ComuneRow[];
  areas: readonly GapRow[];
  sites: readonly SiteRow[];
}

/** Most that are offered of one kind. */
const MOST_OF_A_KIND = 6;

export const placesOf = ({ comuni, areas, sites }: PlaceRows): Place[] => [
  ...comuni.map((row) => place('comune', row.pro_com_t, row.comune, row)),
  ...areas.map((row) => place(row.livello as PlaceKind, row.codice, row.nome, { ats: row.ats || row.nome })),
  ...sites
    .filter((row) => row.status === 'active')
    .map((row) => place('sede', row.site_id, row.name, { ats: row.ats }, [row.address, row.comune])),
];

function place(
  kind: PlaceKind,
  code: string,
  name: string,
  { ambito = null, ats }: { ambito?: string | null; ats: string | null },
  address: (string | null | undefined)[] = [],
): Place {
  const where = address.filter(Boolean).join(', ');
  return { kind, code, name, ambito, ats, where, searched: ` ${folded(`${name} ${where}`)} ` };
}

/**
 * The places whose name or address has every word of the text at the beginning of one of its own, by kind; of a kind the name that is
 * the text itself first, then those that begin with it, then the shortest.
 */
export function found(places: readonly Place[], text: string): Place[] {
  const wanted = folded(text).trim();
  if (wanted.length < 2) return [];
  const words = wanted.split(/\s+/);
  const hits = places.filter(({ searched }) => words.every((word) => searched.includes(` ${word}`)));
  return PLACE_KINDS.flatMap((kind) =>
    hits
      .filter((hit) => hit.kind === kind)
      .sort(
        (a, b) => rank(a, wanted) - rank(b, wanted) || a.name.length - b.name.length || a.name.localeCompare(b.name),
      )
      .slice(0, MOST_OF_A_KIND),
  );
}

/** The place that a text names and no other: for a list that does not hold it. */
export function namedBy(places: readonly Place[], text: string): Place | null {
  const wanted = folded(text).trim();
  const [first] = found(places, text).sort((a, b) => rank(a, wanted) - rank(b, wanted));
  return first ?? null;
}

function rank({ name }: Place, wanted: string): number {
  const own = folded(name);
  return own === wanted ? 0 : own.startsWith(wanted) ? 1 : 2;
}
