import { ApiProblem, type NamedFile } from '../api/apiClient';
import { el, giveFile } from '../drawing/dom';
import type { DownloadGroup } from '../state/downloads';
import {
  DOWNLOAD,
  type FileFormat,
  FORMAT_USES,
  FORMAT_WORDS,
  given,
  notGiven,
  PREPARING,
  RELOAD,
  TABLE_FORMATS,
  type TableFormat,
  tableAsShown,
} from '../text/downloadWords';
import { SAVE_PICTURE } from '../text/paperWords';

/** Where the menu finds what to offer, when it is opened, and the files themselves. */
interface DownloadSource {
  /** How many lines the table has, and what else there is; null where nothing is shown yet. */
  content(): { rows: number; groups: DownloadGroup[] } | null;
  table(format: TableFormat): Promise<NamedFile>;
  answer(group: DownloadGroup, format: FileFormat): Promise<NamedFile>;
  /** Gives the map as a picture. */
  picture(): void;
}

const STEPS: Record<string, (index: number, last: number) => number> = {
  ArrowDown: (index, last) => (index === last ? 0 : index + 1),
  ArrowUp: (index, last) => (index <= 0 ? last : index - 1),
  Home: () => 0,
  End: (_, last) => last,
};

/** A button that opens a list of files: the arrows go through it, Escape and a click elsewhere close it, the focus comes back. */
export class DownloadMenu {
  private readonly button = el(
    'button',
    { type: 'button', class: 'quiet-button', 'aria-expanded': 'false', 'aria-controls': 'scarica-elenco' },
    DOWNLOAD,
  );
  private readonly groups = el('div', { class: 'download-groups' });
  /** What goes on, and why there is no file. */
  private readonly said = el('p', { class: 'download-said', role: 'status' });
  private readonly list = el(
    'div',
    { id: 'scarica-elenco', class: 'download-list', hidden: true },
    this.groups,
    this.said,
  );
  /** Heard where the list is closed again. */
  private readonly done = el('p', { class: 'visually-hidden', role: 'status' });

  constructor(
    container: HTMLElement,
    private readonly source: DownloadSource,
  ) {
    container.append(this.button, this.list, this.done);
    this.button.addEventListener('click', () => this.toggle(this.list.hidden));
    container.addEventListener('keydown', (event) => this.step(event));
    container.addEventListener('focusout', ({ relatedTarget }) => {
      if (relatedTarget && !container.contains(relatedTarget as Node)) this.toggle(false);
    });
    document.addEventListener('pointerdown', ({ target }) => {
      if (!container.contains(target as Node)) this.toggle(false);
    });
    for (const moved of ['resize', 'scroll'])
      window.addEventListener(
        moved,
        ({ target }) => {
          if (!(target instanceof Node && this.list.contains(target))) this.toggle(false);
        },
        true,
      );
  }

  private toggle(open: boolean): void {
    const content = open ? this.source.content() : null;
    if (this.list.hidden === !content) return;
    this.button.setAttribute('aria-expanded', String(content !== null));
    this.list.hidden = content === null;
    if (!content) return;
    this.said.replaceChildren();
    this.groups.replaceChildren(
      group(
        tableAsShown(content.rows),
        'download-table',
        TABLE_FORMATS.map((format) => this.item(format, () => this.source.table(format), FORMAT_USES[format])),
      ),
      ...content.groups.map((one) =>
        group(
          one.title,
          'download-row',
          one.formats.map((format) => this.item(format, () => this.source.answer(one, format))),
        ),
      ),
      group(SAVE_PICTURE, 'download-row', [this.pictureItem()]),
    );
    this.place();
    this.items()[0]?.focus();
  }

  /** Under the button, within the window, whatever scrolls or hides what overflows around it. */
  private place(): void {
    const { bottom, right } = this.button.getBoundingClientRect();
    const left = Math.max(8, Math.min(right, window.innerWidth - 8) - this.list.offsetWidth);
    const top = Math.max(8, Math.min(bottom + 4, window.innerHeight - 8 - this.list.offsetHeight));
    this.list.style.left = `${left}px`;
    this.list.style.top = `${top}px`;
  }

  private item(format: FileFormat, make: () => Promise<NamedFile>, use?: string): HTMLElement {
    return el(
      'button',
      { type: 'button', class: 'download-item', onclick: () => void this.give(make) },
      el('span', { class: 'download-format' }, FORMAT_WORDS[format]),
      use && el('span', { class: 'download-use' }, use),
    );
  }

  private pictureItem(): HTMLElement {
    const give = () => {
      this.source.picture();
      this.toggle(false);
      this.button.focus();
    };
    return el(
      'button',
      { type: 'button', class: 'download-item', onclick: give },
      el('span', { class: 'download-format' }, 'PNG'),
    );
  }

  private async give(make: () => Promise<NamedFile>): Promise<void> {
    if (this.list.ariaBusy === 'true') return;
    this.list.ariaBusy = 'true';
    this.done.textContent = '';
    this.said.replaceChildren(PREPARING);
    try {
      const file = await make();
      giveFile(file.name, file.content);
      this.done.textContent = given(file.name);
      this.toggle(false);
      this.button.focus();
    } catch (error) {
      this.said.replaceChildren(...whyNot(error instanceof ApiProblem ? error : null));
      this.place();
    } finally {
      this.list.ariaBusy = null;
    }
  }

  private step(event: KeyboardEvent): void {
    if (this.list.hidden) {
      if (event.key !== 'ArrowDown') return;
      event.preventDefault();
      this.toggle(true);
      return;
    }
    if (event.key === 'Escape') {
      event.stopPropagation();
      this.toggle(false);
      this.button.focus();
      return;
    }
    const items = this.items();
    const step = STEPS[event.key];
    if (!step) return;
    event.preventDefault();
    items[step(items.indexOf(document.activeElement as HTMLButtonElement), items.length - 1)]?.focus();
  }

  private items = (): HTMLButtonElement[] => [...this.list.querySelectorAll<HTMLButtonElement>('button')];
}

const group = (title: string, kind: string, items: HTMLElement[]): HTMLElement =>
  el(
    'div',
    { class: `download-group ${kind}`, role: 'group', 'aria-label': title },
    el('p', { class: 'download-title', 'aria-hidden': 'true' }, title),
    el('div', { class: 'download-items' }, ...items),
  );

/** Where other data are there than the page has read, the cure is at hand. */
function whyNot(problem: ApiProblem | null): (string | HTMLElement)[] {
  const reload = el('button', { type: 'button', class: 'quiet-button', onclick: () => location.reload() }, RELOAD);
  return [notGiven(problem?.detail ?? '', problem?.cure ?? ''), ...(problem?.status === 409 ? [' ', reload] : [])];
}
