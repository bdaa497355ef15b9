import { account, ownAts } from '../api/account';
import { ApiProblem } from '../api/apiClient';
import { askPreview, askReport, type ImportPreview, type PreviewChoices, writeFile } from '../api/previewRows';
import { boundsOf } from '../domain/geometry';
import { isChange, type TrialChange } from '../domain/trial';
import { byId, el, giveFile } from '../drawing/dom';
import type { CoverageMap } from '../map/coverageMap';
import { EMPTY } from '../map/features/collection';
import { previewPoints } from '../map/features/previewFeatures';
import { ImportPanel } from '../panels/importPanel';
import type { Problem } from '../panels/shared/parts';
import { choose } from '../panels/shared/question';
import type { Change } from '../state/viewState';
import { atsWords } from '../text/atsNames';
import { IMPORT, ofAts, ofEveryAts, reading, writeAsk, writing } from '../text/importWords';
import { setWords } from '../text/words';
import type { Shown } from './downloads';

/** A file that is dropped on the page, or chosen: what it would change, without changing anything. */
export class Importing {
  private readonly input = el('input', { type: 'file', hidden: true, 'aria-label': IMPORT.button });
  private readonly zone = el(
    'div',
    { class: 'drop-zone', hidden: true },
    el('p', {}, el('strong', {}, IMPORT.drop)),
    el('p', {}, IMPORT.dropNote),
  );
  private readonly panel: ImportPanel;
  private file: File | null = null;
  private turn = 0;

  constructor(
    button: HTMLButtonElement,
    private readonly map: CoverageMap,
    private readonly shown: () => Shown,
    private readonly change: Change,
    private readonly refresh: () => void,
  ) {
    this.panel = new ImportPanel({
      again: (choices) => void this.read(choices),
      tryOut: (preview) => this.tryOut(preview),
      write: (preview, choices) => void this.write(preview, choices),
      report: (format, choices) => void this.report(format, choices),
      closed: () => {
        this.turn++;
        void this.map.show('preview', EMPTY);
        button.focus();
      },
    });
    document.body.append(this.input, this.zone, this.panel.element);
    button.addEventListener('click', () => this.input.click());
    this.input.addEventListener('change', () => {
      this.take(this.input.files);
      this.input.value = '';
    });
    this.listenToDrops();
  }

  private listenToDrops(): void {
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true;
    window.addEventListener('dragenter', (event) => {
      if (hasFiles(event)) this.zone.hidden = false;
    });
    window.addEventListener('dragover', (event) => {
      if (hasFiles(event)) event.preventDefault();
    });
    window.addEventListener('dragleave', ({ relatedTarget }) => {
      if (relatedTarget === null) this.zone.hidden = true;
    });
    window.addEventListener('drop', (event) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      this.zone.hidden = true;
      this.take(event.dataTransfer?.files ?? null);
    });
  }

  private take(files: FileList | null): void {
    const [file, another] = files ?? [];
    if (!file) return;
    this.file = file;
    this.panel.open(file.name);
    if (another) this.panel.fail({ detail: IMPORT.one, cure: '' });
    else void this.read(this.panel.choices());
  }

  private async read(choices: Omit<PreviewChoices, 'sedi'>): Promise<void> {
    const { file } = this;
    if (!file) return;
    const turn = ++this.turn;
    this.panel.wait(reading(file.name));
    try {
      const preview = await askPreview(file, { ...choices, sedi: this.shown().state.sedi });
      if (turn !== this.turn) return;
      this.panel.show(preview);
      await this.map.show('preview', previewPoints(preview.points));
      this.flyTo(preview);
    } catch (error) {
      if (turn === this.turn) this.panel.fail(problemOf(error));
    }
  }

  /** What changes, where the panel leaves enough of the map to see it; a row that is refused may lie anywhere. */
  private flyTo({ points }: ImportPreview): void {
    const changed = points.filter(({ outcome }) => outcome !== 'rifiutata');
    const bounds = boundsOf(changed.map(({ lon, lat }) => ({ type: 'Point', coordinates: [lon, lat] })));
    const { right, width } = byId('mappa').getBoundingClientRect();
    const covered = Math.max(0, right - this.panel.element.getBoundingClientRect().left);
    if (bounds && covered < width / 2) void this.map.flyTo(bounds);
  }

  /** The view of the trial with what the file changes, of the set that it is about. */
  private tryOut({ changes, set }: ImportPreview): void {
    const { state, data } = this.shown();
    this.panel.close();
    const sedi = set === data?.provenance.sedi.name ? state.sedi : set;
    this.change({ theme: 'prova', sedi, selection: null, trial: changes.filter(isChange) as TrialChange[] });
  }

  /** Into the store, once it was asked for twice: what the map shows is read again. */
  private async write(preview: ImportPreview, choices: Omit<PreviewChoices, 'sedi'>): Promise<void> {
    const { file } = this;
    if (!file) return;
    const { accepted, refused } = preview.counts;
    const whose = ownAts() ? ofAts(account().ats.map(atsWords)) : ofEveryAts;
    const set = preview.set === '' ? null : setWords(preview.set);
    const question = writeAsk(file.name, accepted, refused, set, whose);
    if (!(await choose(question, [], [['yes', IMPORT.writeIt]]))) return;
    const turn = ++this.turn;
    this.panel.wait(writing(file.name));
    try {
      const report = await writeFile(file, { ...choices, sedi: this.shown().state.sedi }, preview.tag);
      if (turn === this.turn) this.panel.written(report);
      this.refresh();
    } catch (error) {
      if (turn !== this.turn) return;
      const isOutdated = error instanceof ApiProblem && error.status === 412;
      isOutdated ? this.panel.outdated(problemOf(error)) : this.panel.fail(problemOf(error));
    }
  }

  private async report(format: 'csv' | 'html', choices: Omit<PreviewChoices, 'sedi'>): Promise<void> {
    if (!this.file) return;
    try {
      const content = await askReport(this.file, { ...choices, sedi: this.shown().state.sedi }, format);
      giveFile(`rapporto-${this.file.name.replace(/\.[^.]*$/, '')}.${format}`, content);
    } catch (error) {
      this.panel.fail(problemOf(error));
    }
  }
}

const problemOf = (error: unknown): Problem =>
  error instanceof ApiProblem
    ? { detail: error.detail || error.message, cure: error.cure, isService: error.status > 0 }
    : { detail: IMPORT.failed, cure: '' };
