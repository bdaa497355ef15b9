// @vitest-environment jsdom

import { afterEach, describe, expect, it, vi } from 'vitest';
import { showProvenance } from '../../src/panels/provenance';
import type { ViewState } from '../../src/state/viewState';
import { shown, view } from '../examples/views';

afterEach(() => vi.unstubAllGlobals());

const downloads = (state: Partial<ViewState>) => {
  const footer = document.createElement('footer');
  showProvenance(footer, shown().provenance, view(state), vi.fn());
  return footer.querySelector('.downloads') as HTMLElement;
};

describe('what is downloaded', () => {
  it('is behind a link where the address says it all', () => {
    const links = [...downloads({ theme: 'tempi' }).querySelectorAll('a')];
    expect(links.map((a) => [a.textContent, a.getAttribute('href'), a.download])).toEqual([
      ['GeoJSON', 'api/v1/gaps?by=ambito&f=geojson', 'tempi-ambito.geojson'],
      ['CSV', 'api/v1/gaps?by=ambito&f=csv', 'tempi-ambito.csv'],
    ]);
  });

  it('of a trial is asked with the changes in the body, and given under its name', async () => {
    const fetched = vi.fn(async (..._: [string, RequestInit]) => new Response('pro_com_t;comune'));
    vi.stubGlobal('fetch', fetched);
    const given: { name: string; content: Blob }[] = [];
    URL.createObjectURL = (content: Blob) => {
      given.push({ name: '', content });
      return 'blob:1';
    };
    URL.revokeObjectURL = vi.fn();
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      for (const file of given) file.name = this.download;
    });
    const trial = [{ op: 'close' as const, id: 'BG01-S2' }];
    downloads({ theme: 'prova', level: 'comune', trial }).querySelectorAll('button')[1]?.click();
    await vi.waitFor(() => expect(given[0]?.name).toBe('prova-comune.csv'));
    expect(fetched.mock.calls[0]?.[0]).toBe('api/v1/what-if?changed=si&f=csv');
    expect(fetched.mock.calls[0]?.[1]).toMatchObject({ method: 'POST', body: JSON.stringify({ changes: trial }) });
    expect(await given[0]?.content.text()).toBe('pro_com_t;comune');
  });

  it('says in place why there is nothing to give', async () => {
    const problem = { title: 'Modifica non valida', detail: 'modifica 1 (X): non c’è una sede X.' };
    vi.stubGlobal('fetch', async () => new Response(JSON.stringify(problem), { status: 400 }));
    const place = downloads({ theme: 'prova', trial: [{ op: 'close', id: 'X' }] });
    place.querySelector('button')?.click();
    await vi.waitFor(() =>
      expect(place.querySelector('[role=alert]')?.textContent).toBe(
        ' Non scaricato: modifica 1 (X): non c’è una sede X.',
      ),
    );
  });
});
