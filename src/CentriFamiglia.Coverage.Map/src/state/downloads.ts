import type { Query } from '../api/apiClient';
import type { Json } from '../api/meta';
import { comparedParameters } from '../api/otherState';
import { readBy } from '../api/ownRows';
import { countedParameters, curveParameters, proposalParameters } from '../api/proposalQuery';
import { weighing } from '../api/weighing';
import { ISOCHRONE_MINUTES } from '../domain/isochrones';
import {
  CATCHMENTS,
  CURVE_OF_SPOKES,
  type FileFormat,
  isochronesOf,
  LEVEL_IN_NAME,
  PROPOSED_CATCHMENTS,
  REACH_CURVE,
  SAME_IN,
  WHOLE_ANSWER,
} from '../text/downloadWords';
import { cureFor, type TrialData, type ViewData } from './viewData';
import { momentOf, proposalQuery, type ViewState } from './viewState';
import { weighedIn } from './weighed';

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
  const formats: FileFormat[] = ['json', 'csv', 'geojson'];
  const whole = { ...downloadOf(state, data.trial), title: WHOLE_ANSWER, formats };
  const other = data.trial && otherDownload(state, data.trial);
  const second = other ? [{ ...other, title: SAME_IN(data.trial?.name ?? ''), formats }] : [];
  return [whole, ...second, ...besides(state, data)];
}

/**
 * The question behind a view.
 * @param trial The other state that it shows too, if it does: then of both, with what sets them apart.
 */
export function downloadOf(state: ViewState, trial: TrialData | null = null): Download {
  const [resource, query] = (trial && askedOfBoth(state, trial)) ?? asked(state);
  return {
    resource,
    query: {
      ...query,
      ...weighing(resource, weighedIn(state)),
      // What was decided is of one analysis, whatever the page shows besides.
      ...(state.theme === 'decisioni' ? {} : { sedi: query['sedi'] ?? state.sedi, ats: state.ats }),
    },
    body: resource === 'what-if' ? { changes: state.theme === 'prova' ? state.trial : (trial?.changes ?? []) } : null,
    name: `${fileName(state)}-dati`,
  };
}

/** Two states in one answer: of the measures there is none, they are two. */
function askedOfBoth({ theme, level, other }: ViewState, { by }: TrialData): [string, Query] | null {
  if (theme === 'misure' || theme === 'prova') return null;
  return by === 'altro' ? ['compare', { ...comparedParameters(other), level }] : ['what-if', { changed: 'si' }];
}

/** The measure of a view in the other state that it shows; null where one answer holds both. */
function otherDownload(state: ViewState, { by, changes }: TrialData): Download | null {
  if (state.theme !== 'misure') return null;
  const { measure, level, sedi, ats, other } = state;
  const query = { measure, by: level, ats, ...weighing('measures', weighedIn(state)) };
  const name = `${fileName(state)}-altro-dati`;
  return by === 'altro'
    ? {
        resource: 'measures',
        query: { ...query, sedi: other.sedi ?? sedi, data: other.date, regole: other.rules },
        body: null,
        name,
      }
    : { resource: 'measures', query: { ...query, sedi }, body: { changes }, name };
}

/** The question behind a view, as a file of its table names it. */
export function questionOf(state: ViewState, trial: TrialData | null = null): Json {
  const { resource, query, body } = downloadOf(state, trial);
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
    query: { ...query, ...readBy(resource, ats, weighedIn(state)), sedi },
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

/** Of the hours in another state, what makes it another. */
function otherParameters({ against, other, sedi }: ViewState): Query {
  if (against !== 'altro') return {};
  return { sedi: other.sedi ?? sedi, data: other.date, regole: other.rules };
}

/** The resource and its parameters. */
function asked(state: ViewState): [string, Query] {
  switch (state.theme) {
    case 'proposte':
      return ['suggestions', proposalParameters(proposalQuery(state))];
    case 'decisioni':
      return [state.run ? `runs/${state.run}/decisions` : 'runs', {}];
    case 'prova':
      return ['what-if', { changed: 'si' }];
    case 'rilievi':
      return ['findings', { rule: state.rule, verdict: state.outcome }];
    case 'misure':
      return ['measures', { measure: state.measure, by: state.level }];
    case 'orari':
      return ['gaps', { by: 'comune', at: momentOf(state), ...otherParameters(state) }];
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
