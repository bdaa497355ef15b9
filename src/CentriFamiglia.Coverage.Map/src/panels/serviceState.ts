import { ApiProblem } from '../api/apiClient';
import { el } from '../drawing/dom';
import type { UnknownName } from '../state/names';
import type { ViewState } from '../state/viewState';
import { atsWords } from '../text/atsNames';
import { REFUSAL_WORDS } from '../text/pageWords';
import { setWords, WHOLE_REGION } from '../text/words';

const NOT_CURRENT = 'I dati mostrati non sono aggiornati.';

/** Says what keeps the page from showing current figures, and when it will ask again. */
export function showProblem(
  container: HTMLElement,
  problem: unknown,
  seconds: number,
  hasShown: boolean,
  retry: () => void,
): void {
  const title = problem instanceof ApiProblem ? problem.message : 'La pagina non riesce a leggere i dati';
  const detail = problem instanceof ApiProblem ? problem.detail : '';
  const kept = hasShown ? NOT_CURRENT : '';
  container.hidden = false;
  container.replaceChildren(
    el('strong', {}, title),
    el('span', {}, ` ${[detail, kept, `Nuovo tentativo tra ${seconds} s.`].filter(Boolean).join(' ')} `),
    el('button', { type: 'button', class: 'quiet-button', onclick: retry }, 'Riprova ora'),
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
    el('strong', {}, message),
    el('span', {}, ` ${[detail, cure, hasShown ? NOT_CURRENT : ''].filter(Boolean).join(' ')} `),
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
  const [what, words] = parameter === 'ats' ? ['L’ATS', atsWords] : ['L’insieme di sedi', setWords];
  const offer = (label: string, name: string | null) =>
    el('button', { type: 'button', class: 'quiet-button', onclick: () => choose({ [parameter]: name }) }, label);
  const offers = [
    ...choices.map((name) => offer(words(name), name)),
    ...(parameter === 'ats' ? [offer(WHOLE_REGION, null)] : []),
  ];
  container.hidden = false;
  container.replaceChildren(
    el('strong', {}, 'Indirizzo non valido'),
    el('span', {}, ` ${what} «${given}» non esiste${offers.length ? ': scegliere fra' : ''} `),
    ...offers,
    el('span', {}, hasShown ? ` ${NOT_CURRENT}` : ''),
  );
}

export function hideProblem(container: HTMLElement): void {
  container.hidden = true;
  container.replaceChildren();
}
