import { may } from '../api/account';
import type { ImportReport as Imported, ImportPreview, PreviewChoices } from '../api/previewRows';
import { isChange } from '../domain/trial';
import { changeWords } from '../domain/trialWords';
import { el } from '../drawing/dom';
import {
  changesWords,
  completenessWords,
  countsWords,
  IMPORT,
  kindWords,
  moreRows,
  sitesOf,
  withoutNetwork,
} from '../text/importWords';
import { LABEL } from '../text/labels';
import { setWords } from '../text/words';
import { ImportReport } from './importReport';
import { quietButton } from './shared/acting';
import { mayNot } from './shared/mayNot';
import { type Problem, problemWords } from './shared/parts';

type Choices = Omit<PreviewChoices, 'sedi'>;

interface ImportActions {
  /** The file is to be read otherwise. */
  again(choices: Choices): void;
  tryOut(preview: ImportPreview): void;
  write(preview: ImportPreview, choices: Choices): void;
  report(format: 'csv' | 'html', choices: Choices): void;
  closed(): void;
}

/** More are no reading. */
const MOST_CHANGES = 100;

/** What a file would do, beside the map: its report, what changes, and the way to the trial. */
export class ImportPanel {
  readonly element: HTMLElement;
  private readonly title = el('h2', { id: 'importa-titolo', tabindex: '-1' });
  private readonly kind = el('select', { id: 'importa-genere' });
  private readonly whole = el('input', { type: 'checkbox', id: 'importa-intero' });
  private readonly inComune = el('input', { type: 'checkbox', id: 'importa-comune' });
  private readonly state = el('strong', {}, IMPORT.nothingWritten);
  private readonly said = el('p', { class: 'import-said', role: 'status' });
  private readonly problem = el('p', { class: 'trial-problem', role: 'alert', hidden: true });
  private readonly body = el('div', { class: 'import-body' });
  private readonly report = new ImportReport((format) => this.actions.report(format, this.choices()));

  constructor(private readonly actions: ImportActions) {
    const close = el('button', { type: 'button', class: 'import-close', 'aria-label': IMPORT.close }, '×');
    close.addEventListener('click', () => this.close());
    for (const field of [this.kind, this.whole, this.inComune])
      field.addEventListener('change', () => actions.again(this.choices()));
    this.element = el(
      'section',
      { class: 'import-panel', role: 'dialog', 'aria-labelledby': 'importa-titolo', hidden: true },
      el('div', { class: 'import-head' }, this.title, close),
      el('p', { class: 'note' }, this.state),
      el(
        'div',
        { class: 'import-choices' },
        el('label', { for: 'importa-genere' }, IMPORT.kind),
        this.kind,
        el('label', { class: 'check' }, this.whole, ` ${IMPORT.whole}`),
        el('label', { class: 'check' }, this.inComune, ` ${IMPORT.inComune}`),
      ),
      this.said,
      this.problem,
      this.body,
    );
    this.element.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      this.close();
    });
  }

  choices = (): Choices => ({
    kind: this.kind.value || null,
    isWhole: this.whole.checked,
    inComune: this.inComune.checked,
  });

  /** For a file of this name; nothing is chosen for it yet. */
  open(file: string): void {
    this.title.textContent = `${IMPORT.title}: ${file}`;
    this.offerKinds([], '');
    this.whole.checked = false;
    this.inComune.checked = false;
    this.body.replaceChildren();
    this.state.textContent = IMPORT.nothingWritten;
    this.element.hidden = false;
    this.title.focus();
  }

  close(): void {
    this.element.hidden = true;
    this.actions.closed();
  }

  /** @param doing What is done with the file meanwhile. */
  wait(doing: string): void {
    this.problem.hidden = true;
    this.said.textContent = doing;
    this.beBusy(true);
  }

  fail(problem: Problem): void {
    this.beBusy(false);
    this.said.textContent = '';
    this.problem.hidden = false;
    this.problem.replaceChildren(problemWords(problem));
  }

  /** The data are others by now: the file is to be tried on those first. */
  outdated(problem: Problem): void {
    this.fail(problem);
    this.problem.append(
      ' ',
      quietButton(IMPORT.tryAgain, () => this.actions.again(this.choices())),
    );
  }

  /** What became of the rows that were written. */
  written({ counts, issues, isWritten }: Imported): void {
    this.beBusy(false);
    const { read, accepted, refused, mended } = counts;
    this.said.textContent = countsWords(read, accepted, refused, mended);
    this.state.textContent = isWritten ? IMPORT.isWritten : IMPORT.nothingTaken;
    this.body.replaceChildren(...this.report.show(issues, false));
    this.title.focus();
  }

  show(preview: ImportPreview): void {
    this.beBusy(false);
    const { read, accepted, refused, mended } = preview.counts;
    this.said.textContent = countsWords(read, accepted, refused, mended);
    this.problem.hidden = preview.isRecognised;
    this.problem.textContent = preview.isRecognised ? '' : IMPORT.ask;
    this.offerKinds(preview.kinds, this.kind.value);
    this.state.textContent = IMPORT.nothingWritten;
    this.body.replaceChildren(...this.changes(preview), ...this.writing(preview), ...this.report.show(preview.issues));
  }

  /** What is shown is of the reading before: nothing of it is done meanwhile. */
  private beBusy(isBusy: boolean): void {
    this.element.ariaBusy = isBusy ? 'true' : null;
    if (isBusy && this.body.contains(document.activeElement)) this.title.focus();
    this.body.inert = isBusy;
  }

  private offerKinds(kinds: readonly string[], chosen: string): void {
    const options = kinds.map((kind) => el('option', { value: kind }, kindWords(kind)));
    this.kind.replaceChildren(el('option', { value: '' }, IMPORT.recognised), ...options);
    this.kind.value = chosen;
  }

  private writing(preview: ImportPreview): HTMLElement[] {
    if (!preview.isRecognised || preview.counts.accepted === 0) return [];
    if (!may('scrivere')) return mayNot('scrivere', 'write');
    return [quietButton(IMPORT.writeIt, () => this.actions.write(preview, this.choices()))];
  }

  private changes(preview: ImportPreview): HTMLElement[] {
    const { networks, set, refusal, counts } = preview;
    const changes = preview.changes.filter(isChange);
    if (set === '') return [];
    const completeness = completenessWords(preview.completeness.gained, preview.completeness.lost);
    const tryIt = el(
      'button',
      { type: 'button', class: 'import-try', onclick: () => this.actions.tryOut(preview) },
      IMPORT.tryIt,
    );
    const names = new Map(networks.map(({ id, name }) => [id, name]));
    const shown = changes.slice(0, MOST_CHANGES);
    return [
      el('p', {}, changes.length > 0 ? changesWords(sitesOf(setWords(set)), changes) : IMPORT.nothingChanges),
      networks.length > 0 && el('p', {}, changesWords(LABEL.networks, networks)),
      counts.refused > 0 && el('p', { class: 'note' }, IMPORT.refusedOnes),
      completeness !== '' && el('p', { class: 'note' }, completeness),
      preview.withoutNetwork.length > 0 && el('p', { class: 'note' }, withoutNetwork(preview.withoutNetwork)),
      refusal && el('p', { class: 'note', lang: 'it' }, `${refusal.reason} ${refusal.cure}`),
      changes.length > 0 && !refusal && tryIt,
      changes.length > 0 &&
        el(
          'details',
          {},
          el('summary', {}, IMPORT.changes),
          el('ul', {}, ...shown.map((change) => el('li', {}, changeWords(change, undefined, names)))),
          changes.length > shown.length && el('p', { class: 'note' }, moreRows(changes.length - shown.length)),
        ),
    ].filter((part) => part !== null && part !== false);
  }
}
