import type { Query } from '../api/apiClient';
import { countedParameters, curveParameters, proposalParameters } from '../api/coverageData';
import type { Json } from '../api/meta';
import { ISOCHRONE_MINUTES } from '../domain/isochrones';
import {
  CATCHMENTS,
  CURVE_OF_SPOKES,
  type FileFormat,
  isochronesOf,
  LEVEL_IN_NAME,
  PROPOSED_CATCHMENTS,
  REACH_CURVE,
  WHOLE_ANSWER,
} from '../text/downloadWords';
import { cureFor, type ViewData } from './viewData';
import { momentOf, proposalQuery, type ViewState } from './viewState';

/** What is asked of the service for a file. */
export interface Download {
  resource: string;
  query: Query;
  /** What stands in the body, as the address has no room for it; null where the address says it all. */
  body: Json | null;
  /** Under which the file is kept, without its form. */
  name: string;
}

/** Files of the same content. */
export interface DownloadGroup extends Download {
  title: string;
  formats: FileFormat[];
}

/** The question behind a view, with all that its answer says, and what else the view draws. */
export function groupsOf(state: ViewState, data: ViewData): DownloadGroup[] {
  return [{ ...downloadOf(state), title: WHOLE_ANSWER, formats: ['json', 'csv', 'geojson'] }, ...besides(state, data)];
}

/** The question behind a view. */
export function downloadOf(state: ViewState): Download {
  const [resource, query] = asked(state);
  return {
    resource,
    query: { ...query, sedi: state.sedi, ats: state.ats },
    body: state.theme === 'prova' ? { changes: state.trial } : null,
    name: `${fileName(state)}-dati`,
  };
}

/** The question behind a view, as a file of its table names it. */
export function questionOf(state: ViewState): Json {
  const { resource, query, body } = downloadOf(state);
  const given = Object.entries({ ...query, ...body }).filter(([, value]) => value !== null && value !== undefined);
  return { name: resource, parameters: Object.fromEntries(given) };
}

/** View, level and ATS: `copertura-ambiti-brescia`. */
export const fileName = (state: ViewState): string =>
  [state.theme, LEVELLED.includes(state.theme) ? LEVEL_IN_NAME[state.level] : '', slug(state.ats ?? '')]
    .filter(Boolean)
    .join('-');

/** Views whose lines are of the level chosen. */
const LEVELLED: readonly ViewState['theme'][] = ['copertura', 'tempi', 'misure', 'orari', 'prova'];

const slug = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/** What a view draws beside its table: a curve, catchments, isochrones. */
function besides(state: ViewState, data: ViewData): DownloadGroup[] {
  const { sedi, ats } = state;
  const group = (
    title: string,
    name: string,
    resource: string,
    query: Query,
    formats: FileFormat[],
  ): DownloadGroup => ({
    title,
    formats,
    resource,
    query: { ...query, sedi },
    body: null,
    name: [name, slug(ats ?? '')].filter(Boolean).join('-'),
  });
  const groups: DownloadGroup[] = [];
  if (data.proposals && !cureFor(data, state)) {
    const query = proposalQuery(state);
    const byComune = { ...proposalParameters(query), by: 'comune' };
    groups.push(
      group(CURVE_OF_SPOKES, 'curva', 'curve', curveParameters(query), ['xlsx', 'csv']),
      group(PROPOSED_CATCHMENTS, 'bacini-proposte', 'suggestions', byComune, ['xlsx', 'csv', 'gpkg']),
    );
  }
  if (data.fragility)
    groups.push(group(CATCHMENTS, 'bacini-comuni', 'catchments', { by: 'comune', ats }, ['xlsx', 'csv', 'gpkg']));
  if (data.measure) {
    const query = { measure: 'curva', by: ats ? 'ats' : 'regione', ats };
    groups.push(group(REACH_CURVE, 'curva-minuti', 'measures', query, ['xlsx', 'csv']));
  }
  const site = state.selection?.kind === 'sede' && data.hasRoads ? state.selection.code : null;
  if (site && data.sites.features.some((f) => f.properties.site_id === site && f.properties.status === 'active')) {
    const query = { site, minutes: ISOCHRONE_MINUTES.join(',') };
    groups.push(group(isochronesOf(site), `isocrone-${slug(site)}`, 'isochrones', query, ['geojson', 'gpkg', 'xlsx']));
  }
  return groups;
}

/** The resource and its parameters. */
function asked(state: ViewState): [string, Query] {
  switch (state.theme) {
    case 'proposte':
      return ['suggestions', proposalParameters(proposalQuery(state))];
    case 'prova':
      return ['what-if', { changed: 'si' }];
    case 'rilievi':
      return ['findings', { rule: state.rule, verdict: state.outcome }];
    case 'misure':
      return ['measures', { measure: state.measure, by: state.level }];
    case 'orari':
      return ['gaps', { by: 'comune', at: momentOf(state) }];
    case 'fragilita':
      return ['fragility', countedParameters(state)];
    case 'progettualita':
      return ['networks', {}];
    case 'risorse':
      return ['budget', {}];
    case 'tempi':
      return ['gaps', { by: state.level }];
    default:
      return ['coverage', { level: state.level }];
  }
}
