import { apiUrl } from '../api/apiClient';
import { countedParameters, proposalParameters } from '../api/coverageData';
import { momentOf, proposalQuery, type ViewState } from './viewState';

/** The resource behind a view, so that what is downloaded is what is seen. */
export function downloadUrl(state: ViewState, format: 'geojson' | 'csv'): string {
  const common = { sedi: state.sedi, ats: state.ats, f: format };
  if (state.theme === 'proposte')
    return apiUrl('suggestions', { ...proposalParameters(proposalQuery(state)), ...common });
  if (state.theme === 'prova')
    return apiUrl('what-if', { changes: JSON.stringify(state.trial), changed: 'si', ...common });
  if (state.theme === 'rilievi') return apiUrl('findings', { rule: state.rule, verdict: state.outcome, ...common });
  if (state.theme === 'misure') return apiUrl('measures', { measure: state.measure, by: state.level, ...common });
  if (state.theme === 'orari') return apiUrl('gaps', { by: 'comune', at: momentOf(state), ...common });
  if (state.theme === 'fragilita') return apiUrl('fragility', { ...countedParameters(state), ...common });
  if (state.theme === 'tempi') return apiUrl('gaps', { by: state.level, ...common });
  return apiUrl('coverage', { level: state.level, ...common });
}
