import { ApiProblem } from '../api/apiClient';
import { el } from '../drawing/dom';

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
  const kept = hasShown ? 'Quello che si vede non è aggiornato.' : '';
  container.hidden = false;
  container.replaceChildren(
    el('strong', {}, title),
    el('span', {}, ` ${[detail, kept, `Nuovo tentativo tra ${seconds} s.`].filter(Boolean).join(' ')} `),
    el('button', { type: 'button', class: 'quiet-button', onclick: retry }, 'Riprova ora'),
  );
}

export function hideProblem(container: HTMLElement): void {
  container.hidden = true;
  container.replaceChildren();
}
