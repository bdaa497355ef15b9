import { el } from '../../drawing/dom';
import { DESK } from '../../text/deskWords';

/**
 * Puts a question before something that cannot be undone; Esc is no.
 * @param content What helps to answer it.
 * @param choices Each a value and its words.
 * @returns The value chosen; null for none.
 */
export function choose<Value extends string>(
  question: string,
  content: HTMLElement[],
  choices: readonly (readonly [Value, string])[],
): Promise<Value | null> {
  const title = el('p', { id: 'domanda', class: 'question-words' }, question);
  const dialog = el('dialog', { class: 'question', 'aria-labelledby': 'domanda' }, title, ...content);
  const button = (label: string, value: string, name: string) =>
    el('button', { type: 'button', class: name, onclick: () => dialog.close(value) }, label);
  dialog.append(
    el(
      'div',
      { class: 'trial-tools' },
      ...choices.map(([value, label]) => button(label, value, 'quiet-button is-main')),
      button(DESK.cancel, '', 'quiet-button'),
    ),
  );
  // The page has its own meaning for Esc.
  dialog.addEventListener('keydown', (event) => event.stopPropagation());
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(choices.find(([value]) => value === dialog.returnValue)?.[0] ?? null);
    });
  });
}
