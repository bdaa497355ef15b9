import { type Cure, excludedWords } from '../domain/knowledge';
import { byId, el } from '../drawing/dom';
import { cureFor, excludedOf, type ViewData } from '../state/viewData';
import type { Change, Select, ViewState } from '../state/viewState';
import { CURE_WORDS } from '../text/knowledgeWords';
import { OVERVIEW } from '../text/legendWords';
import { SHOW_SET, WHAT_TO_DO } from '../text/pageWords';
import { PROJECT_WORDS } from '../text/projectWords';
import { RESOURCE_WORDS } from '../text/resourceWords';
import { GROUP_WORDS } from '../text/ruleWords';
import { WEEK_WORDS } from '../text/weekWords';
import { setWords } from '../text/words';
import { fragilityOverview } from './fragilita/fragilityOverview';
import { measureOverview } from './misure/measureOverview';
import { openOverview } from './orari/openOverview';
import { projectOverview } from './progettualita/projectOverview';
import { proposalOverview } from './proposte/proposalOverview';
import { findingOverview } from './rilievi/findingOverview';
import { resourceOverview } from './risorse/resourceOverview';
import { note } from './shared/parts';

/** What a view says above its table; hidden where there is nothing to say. */
export function showOverview(data: ViewData, state: ViewState, change: Change, select: Select): void {
  const frame = byId<HTMLDetailsElement>('quadro');
  const parts = byId('quadro-contenuto');
  const buttons = () => [...parts.querySelectorAll<HTMLElement>('button')];
  const focused = buttons().indexOf(document.activeElement as HTMLElement);
  const content = data.trial ? null : withKnowledge(contentOf(data, state, change, select), data, state, change);
  frame.hidden = content === null;
  const title = byId('quadro-titolo');
  // What is read on request stays as it was left, as long as it is about the same.
  if (content && title.textContent !== content.title) frame.open = content.isOpen === true;
  title.textContent = content?.title ?? '';
  parts.replaceChildren(...(content?.parts ?? []));
  // The button that was pressed keeps the focus.
  buttons()[focused]?.focus();
}

interface Overview {
  title: string;
  /** Whether it is read first, rather than on request. */
  isOpen?: boolean;
  parts: HTMLElement[];
}

/** Where nothing is known the view says what to do instead; else what its totals leave out. */
function withKnowledge(content: Overview | null, data: ViewData, state: ViewState, change: Change): Overview | null {
  const cure = cureFor(data, state);
  if (cure) return { title: WHAT_TO_DO, isOpen: true, parts: [...cureParts(cure), ...otherSets(data, change)] };
  const excluded = excludedWords(excludedOf(data, state));
  return content && excluded ? { ...content, parts: [...content.parts, note(excluded)] } : content;
}

const cureParts = ({ why, command, other }: Cure): HTMLElement[] => [
  el('p', {}, el('strong', {}, why)),
  el('p', {}, CURE_WORDS.command, el('code', {}, command)),
  el('p', {}, other),
];

/** The sets that hold something, other than the one that is shown. */
const otherSets = ({ siteSets, provenance }: ViewData, change: Change): HTMLElement[] =>
  siteSets
    .filter((set) => set.sedi > 0 && set.insieme !== provenance.sedi.name)
    .map((set) =>
      el(
        'button',
        { type: 'button', class: 'quiet-button', onclick: () => change({ sedi: set.insieme }) },
        `${SHOW_SET} ${setWords(set.insieme)}`,
      ),
    );

/** Whether ten rows of the list are seen below it all the same. */
const hasRoom = (): boolean => window.innerHeight >= 960;

function contentOf(data: ViewData, state: ViewState, change: Change, select: Select): Overview | null {
  if (state.theme === 'proposte' && data.proposals) {
    return { title: OVERVIEW.proposals, parts: proposalOverview(data, data.proposals, change) };
  }
  if (data.findings)
    return {
      title: GROUP_WORDS.title,
      isOpen: hasRoom(),
      parts: findingOverview(data.findings, state, change, select),
    };
  if (data.layout) return { title: PROJECT_WORDS.overview, parts: projectOverview(data.layout.values(), state) };
  if (data.resources) return { title: RESOURCE_WORDS.overview, parts: resourceOverview(data.budget, state) };
  if (data.fragility) return { title: OVERVIEW.fragility, parts: fragilityOverview(data.fragility, state) };
  if (data.open)
    return { title: WEEK_WORDS.title, isOpen: hasRoom(), parts: openOverview(data, data.open, state, change) };
  if (data.measure) return { title: OVERVIEW.measure, parts: measureOverview(data, data.measure, state) };
  return null;
}
