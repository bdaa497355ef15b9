import type { Query } from '../api/apiClient';
import { countedParameters, proposalParameters } from '../api/coverageData';
import type { Json } from '../api/meta';
import { momentOf, proposalQuery, type ViewState } from './viewState';

type Format = 'geojson' | 'csv';

/** What is asked of the service for a file. */
export interface Download {
  resource: string;
  query: Query;
  /** What stands in the body, as the address has no room for it; null where the address says it all. */
  body: Json | null;
  /** Under which the file is kept. */
  name: string;
}

/** The resource behind a view, so that what is downloaded is what is seen. */
export function downloadOf(state: ViewState, format: Format): Download {
  const [resource, query, level = state.level] = asked(state);
  return {
    resource,
    query: { ...query, sedi: state.sedi, ats: state.ats, f: format },
    body: state.theme === 'prova' ? { changes: state.trial } : null,
    name: `${state.theme}-${level}.${format}`,
  };
}

/** The resource, its parameters, and the level of its rows where it is not that of the view. */
function asked(state: ViewState): [string, Query, 'comune'?] {
  switch (state.theme) {
    case 'proposte':
      return ['suggestions', proposalParameters(proposalQuery(state))];
    case 'prova':
      return ['what-if', { changed: 'si' }, 'comune'];
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
