import type { CoverageData } from '../../src/api/coverageData';
import { shapes } from './rows';

/** A service that answers every question with what is given, and with nothing otherwise; it remembers what it was asked. */
export function serviceWith(answers: Record<string, object> = {}, hash = 'f00d') {
  const asked: string[] = [];
  const service = new Proxy({} as CoverageData, {
    get:
      (_, name: string) =>
      (...of: unknown[]) => {
        const question = [name, ...of.map((o) => (typeof o === 'string' ? o : JSON.stringify(o)))].join(' ');
        asked.push(question);
        const meta = { fotografia: { hash } };
        return Promise.resolve({ ...shapes(), rows: [], meta, ...(answers[question] ?? answers[name]) });
      },
  });
  return { service, asked };
}
