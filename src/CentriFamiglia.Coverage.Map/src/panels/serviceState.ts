import { ApiProblem } from '../api/apiClient';
import { el } from '../drawing/dom';
import type { UnknownName } from '../state/names';
import type { ViewState } from '../state/viewState';
import { atsWords } from '../text/atsNames';
import { PROBLEM } from '../text/controlWords';
import { REFUSAL_WORDS } from '../text/pageWords';
import { setWords, WHOLE_REGION } from '../text/words';

/** Says what keeps the page from showing current figures, and when it will ask again. */
export function showProblem(
  container: HTMLElement,
  problem: unknown,
  seconds: number,
  hasShown: boolean,
  retry: () => void,
): void {
  const title = problem instanceof ApiProblem ? problem.message : PROBLEM.notRead;
  const detail = problem instanceof ApiProblem ? problem.detail : '';
  const kept = hasShown ? PROBLEM.notCurrent : '';
  container.hidden = false;
  container.replaceChildren(
    el('strong', {}, title),
    el('span', {}, ` ${[detail, kept, PROBLEM.retry(seconds)].filter(Boolean).join(' ')} `),
    el('button', { type: 'button', class: 'quiet-button', onclick: retry }, PROBLEM.retryNow),
  );
}

/** Says why the service refuses what is asked and how to mend it, and offers a view that it does not refuse. */
export function showRefusal(
  container: HTMLElement,
  { message, detail, cure }: ApiProblem,
  hasShown: boolean,
  ways: { back: (() => void) | null; home: () => void },
): void {
  const way = (label: string, go: () => void) =>
    el('button', { type: 'button', class: 'quiet-button', onclick: go }, label);
  container.hidden = false;
  container.replaceChildren(
    el('strong', { lang: 'it' }, message),
    el('span', { lang: 'it' }, ` ${[detail, cure].filter(Boolean).join(' ')} `),
    hasShown ? el('span', {}, `${PROBLEM.notCurrent} `) : '',
    ...(ways.back ? [way(REFUSAL_WORDS.back, ways.back)] : []),
    way(REFUSAL_WORDS.home, ways.home),
  );
}

/** Says that the address names what there is not, and offers what there is. */
export function showUnknownName(
  container: HTMLElement,
  { parameter, given, choices }: UnknownName,
  hasShown: boolean,
  choose: (change: Partial<ViewState>) => void,
): void {
  const [sentence, words] = parameter === 'ats' ? [PROBLEM.noAts, atsWords] : [PROBLEM.noSet, setWords];
  const offer = (label: string, name: string | null) =>
    el('button', { type: 'button', class: 'quiet-button', onclick: () => choose({ [parameter]: name }) }, label);
  const offers = [
    ...choices.map((name) => offer(words(name), name)),
    ...(parameter === 'ats' ? [offer(WHOLE_REGION, null)] : []),
  ];
  container.hidden = false;
  container.replaceChildren(
    el('strong', {}, PROBLEM.badAddress),
    el('span', {}, ` ${sentence(given, offers.length > 0)} `),
    ...offers,
    el('span', {}, hasShown ? ` ${PROBLEM.notCurrent}` : ''),
  );
}

export function hideProblem(container: HTMLElement): void {
  container.hidden = true;
  container.replaceChildren();
}
