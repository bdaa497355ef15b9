import { byId } from '../dom';
import type { ViewData } from '../state/viewData';
import type { ViewState } from '../state/viewState';
import type { Change } from './controls';
import { findingOverview } from './findingOverview';
import { fragilityOverview } from './fragilityOverview';
import { measureOverview } from './measureOverview';
import { openOverview } from './openOverview';
import { proposalOverview } from './proposalOverview';

/** What a view says above its table; hidden where there is nothing to say. */
export function showOverview(data: ViewData, state: ViewState, change: Change): void {
  const frame = byId<HTMLDetailsElement>('quadro');
  const content = contentOf(data, state, change);
  frame.hidden = content === null;
  byId('quadro-titolo').textContent = content?.title ?? '';
  byId('quadro-contenuto').replaceChildren(...(content?.parts ?? []));
}

interface Overview {
  title: string;
  parts: HTMLElement[];
}

function contentOf(data: ViewData, state: ViewState, change: Change): Overview | null {
  if (state.theme === 'proposte' && data.proposals) {
    return { title: 'Come sono scelte', parts: proposalOverview(data, data.proposals, state) };
  }
  if (data.findings) return { title: 'Rilievi per esito', parts: findingOverview(data.findings, state, change) };
  if (data.fragility) return { title: 'Se una sede chiude', parts: fragilityOverview(data.fragility, state) };
  if (data.open) return { title: 'Chi trova una porta aperta', parts: openOverview(data, data.open, state) };
  if (data.measure) return { title: 'Che cosa misura', parts: measureOverview(data, data.measure, state) };
  return null;
}
