import type { Point } from 'geojson';
import { rowsOf, type Shapes } from '../api/apiClient';
import type { ComuneRow, SiteRow } from '../api/rows';
import type { TrialAnswer, TrialSede } from '../api/trialRows';
import { labelPoint } from '../domain/geometry';
import type { Spot, TrialChange } from '../domain/trial';
import { holds, nearest } from '../domain/trialPlaces';
import { TRIAL } from '../text/trialWords';
import { type Against, STATE_WORDS } from '../text/viewWords';
import type { SiteRole } from '../text/words';
import { areasOf } from './trialData';
import type { RivalData, ViewData } from './viewData';
import type { ViewState } from './viewState';

/** The view with the sedi as the trial has them; a sede that closes stays, so that it can be taken back. */
export function withTrial(
  data: ViewData,
  changes: readonly TrialChange[],
  answer: TrialAnswer | null,
  by: Against = 'prova',
  rival: RivalData | null = null,
): ViewData {
  const byId = new Map(changes.map((change) => [change.id, change]));
  const placed = new Map(answer?.sedi.map((sede) => [sede.id, sede]));
  const features = data.sites.features.map((feature) => {
    const change = byId.get(feature.properties.site_id);
    return change && change.op !== 'add' ? changedSite(feature, change, data.comuneShapes, placed) : feature;
  });
  const added = changes.filter(({ op }) => op === 'add').map((change) => addedSite(change, data.comuneShapes, placed));
  return {
    ...data,
    sites: { ...data.sites, features: [...features, ...added] },
    trial: {
      changes,
      answer,
      by,
      name: STATE_WORDS[by],
      today: data,
      rival,
      measure: null,
      problem: rival?.problem ?? '',
    },
  };
}

/** What is known and said of areas and comuni, as the colours of the view have it: today, or with the trial. */
export function colouredRows(data: ViewData, { colouring }: Pick<ViewState, 'colouring'>) {
  const answer = colouring === 'oggi' ? null : data.trial?.answer;
  const areas = areasOf(answer?.areas ?? [], data.areaLevel);
  return {
    areas: rowsOf(data.areas).map(({ codice, ats, verdetto, elenco_incompleto }) => {
      const change = areas.get(codice);
      return {
        ats,
        verdetto: change?.verdetto_dopo ?? verdetto,
        elenco_incompleto: change ? change.elenco_incompleto : elenco_incompleto,
      };
    }),
    comuni: (data.comuni ? rowsOf(data.comuni) : []).map((row) => answer?.rows.get(row.pro_com_t) ?? row),
  };
}

type Feature = Shapes<SiteRow>['features'][number];

type Placed = ReadonlyMap<string, TrialSede>;

function addedSite(change: TrialChange, comuni: Shapes<ComuneRow> | null, placed: Placed): Feature {
  const site: SiteRow = {
    site_id: change.id,
    name: TRIAL.site(change.id),
    role: (change['role'] as SiteRole | undefined) ?? 'spoke',
    network_id: null,
    manager_kind: null,
    comune: '',
    pro_com_t: '',
    address: null,
    opening_hours: null,
    orario_letto: null,
    wheelchair: null,
    declared_ambiti: null,
    status: 'active',
    ats: null,
    precisione: 'punto',
    dimostrativo: false,
  };
  return changedSite({ type: 'Feature', geometry: null, properties: site }, change, comuni, placed);
}

/** A place that the change gives as a point is known at once; that of a comune is where the service puts it. */
function changedSite(feature: Feature, change: TrialChange, comuni: Shapes<ComuneRow> | null, placed: Placed): Feature {
  const { op, id, lon, lat, pro_com_t: code, ...own } = change;
  if (op === 'close') return feature;
  const byPoint = typeof lon === 'number' && typeof lat === 'number';
  const told = placed.get(id);
  const isCurrent = byPoint ? told?.lon === lon && told?.lat === lat : told?.pro_com_t === code;
  const known = told && isCurrent ? told : null;
  const [x, y] = byPoint ? [lon, lat] : [known?.lon, known?.lat];
  const point: Point | null = x === undefined || y === undefined ? null : { type: 'Point', coordinates: [x, y] };
  const place = known ?? (byPoint && point ? comuneAt(comuni, point) : null);
  const properties = {
    ...feature.properties,
    ...own,
    ...('opening_hours' in own ? { orario_letto: null } : {}),
    ...(place ? { comune: place.comune ?? '', pro_com_t: place.pro_com_t, ats: place.ats } : {}),
  } as SiteRow;
  return { ...feature, geometry: point ?? feature.geometry, properties };
}

const comuneAt = (comuni: Shapes<ComuneRow> | null, { coordinates: [lon = 0, lat = 0] }: Point): ComuneRow | null =>
  comuni?.features.find((f) => holds(f.geometry, lon, lat))?.properties ?? null;

/** The network of the nearest Hub of the ATS that a place lies in; of the nearest of all where it has none. */
export function networkFor({ sites, ...data }: ViewData, spot: Spot): string | null {
  const place = placeOf(data, spot);
  if (!place) return null;
  const { ats, lon, lat } = place;
  const hubs = sites.features.flatMap(({ geometry, properties }) => {
    const [x, y] = geometry?.type === 'Point' ? geometry.coordinates : [];
    const isHub = properties.role === 'hub' && properties.status === 'active' && properties.network_id !== null;
    return isHub && x !== undefined && y !== undefined ? [{ lon: x, lat: y, ...properties }] : [];
  });
  const own = hubs.filter((hub) => hub.ats === ats);
  return nearest(own.length > 0 ? own : hubs, lon, lat)?.network_id ?? null;
}

/** Where a spot is, and of which ATS; null where it is not known. */
function placeOf(
  { comuni, comuneShapes }: Pick<ViewData, 'comuni' | 'comuneShapes'>,
  spot: Spot,
): { ats: string | null | undefined; lon: number; lat: number } | null {
  if ('lon' in spot)
    return { ...spot, ats: comuneAt(comuneShapes, { type: 'Point', coordinates: [spot.lon, spot.lat] })?.ats };
  const comune = comuni?.features.find((f) => f.properties.pro_com_t === spot.pro_com_t);
  const [lon, lat] = labelPoint(comune?.geometry ?? null) ?? [];
  return lon === undefined || lat === undefined ? null : { ats: comune?.properties.ats, lon, lat };
}
