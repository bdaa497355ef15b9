import { rowsOf } from '../api/apiClient';
import type { CoverageData } from '../api/coverageData';
import { type Place, placesOf } from '../domain/places';

/** The names of all that can be found: read when they are first wanted, without shapes, and kept for the set of sedi they are of. */
export class PlaceIndex {
  private of: CoverageData | null = null;
  private places: Promise<Place[]> | null = null;
  /** Those that have come; empty until then. */
  known: readonly Place[] = [];

  constructor(private readonly service: () => CoverageData) {}

  /** All places; asked for again where they did not come. */
  all(): Promise<Place[]> {
    const service = this.service();
    if (this.places && this.of === service) return this.places;
    this.of = service;
    this.known = [];
    const places = read(service);
    this.places = places;
    places.then(
      (known) => {
        if (this.places === places) this.known = known;
      },
      () => {
        if (this.places === places) this.places = null;
      },
    );
    return places;
  }
}

async function read(service: CoverageData): Promise<Place[]> {
  const [comuni, ambiti, distretti, ats, sites] = await Promise.all([
    service.comuneNames(),
    service.gaps('ambito'),
    service.gaps('distretto'),
    service.gaps('ats'),
    service.sites(),
  ]);
  return placesOf({
    comuni: comuni.rows,
    areas: [ambiti, distretti, ats].flatMap(({ rows }) => rows),
    sites: rowsOf(sites),
  });
}
