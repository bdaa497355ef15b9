import { fetchLayer, fetchTable, type LayerAnswer, type TableAnswer } from './apiClient';
import type {
  AreaLevel,
  BudgetRow,
  ComuneRow,
  CoverageRow,
  GapRow,
  IsochroneRow,
  SiteRow,
  SiteSetRow,
  SuggestionRow,
} from './rows';

/** Answers of one set of sedi, each asked for once. */
export class CoverageData {
  private readonly answers = new Map<string, Promise<unknown>>();

  constructor(readonly sedi: string | null) {}

  coverage = (level: AreaLevel) => this.layer<CoverageRow>('coverage', { level });

  gaps = (by: AreaLevel | 'regione') => this.table<GapRow>('gaps', { by });

  comuni = () => this.layer<ComuneRow>('gaps', { by: 'comune' });

  sites = () => this.layer<SiteRow>('sites', {});

  suggestions = (level: 'ambito' | 'distretto') => this.layer<SuggestionRow>('suggestions', { level });

  isochrones = (site: string, minutes: readonly number[]) =>
    this.layer<IsochroneRow>('isochrones', { site, minutes: minutes.join(',') });

  siteSets = () => this.table<SiteSetRow>('info', {});

  budget = () => this.table<BudgetRow>('budget', {});

  private layer<Row>(resource: string, query: Record<string, string>): Promise<LayerAnswer<Row>> {
    return this.once(resource + JSON.stringify(query), () => fetchLayer<Row>(resource, { ...query, sedi: this.sedi }));
  }

  private table<Row>(resource: string, query: Record<string, string>): Promise<TableAnswer<Row>> {
    return this.once(`${resource}|${JSON.stringify(query)}`, () =>
      fetchTable<Row>(resource, { ...query, sedi: this.sedi }),
    );
  }

  private once<T>(key: string, ask: () => Promise<T>): Promise<T> {
    const known = this.answers.get(key) as Promise<T> | undefined;
    if (known) return known;
    const asked = ask();
    this.answers.set(key, asked);
    // An answer that failed is asked for again the next time.
    asked.catch(() => this.answers.delete(key));
    return asked;
  }
}
