import { found, type Place } from '../domain/places';
import { el } from '../drawing/dom';
import { atsWords } from '../text/atsNames';
import { FIND_WORDS, inAmbito, PLACE_KINDS, PLACE_WORDS } from '../text/findWords';

/** What the box is told, and asks for. */
interface FinderEvents {
  /** The names to look in; they may take a while the first time. */
  places(): Promise<readonly Place[]>;
  choose(place: Place): void;
}

const LIST = 'trova-elenco';

/** One box for all that has a sheet: what is typed offers places grouped by kind (WAI-ARIA combobox with a listbox). */
export class Finder {
  private readonly input = el('input', {
    type: 'text',
    id: 'trova-testo',
    role: 'combobox',
    autocomplete: 'off',
    spellcheck: 'false',
    placeholder: FIND_WORDS.hint,
    'aria-label': FIND_WORDS.label,
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    'aria-controls': LIST,
  });
  private readonly list = el('div', {
    id: LIST,
    class: 'finder-list',
    role: 'listbox',
    'aria-label': FIND_WORDS.label,
    hidden: true,
  });
  private readonly nothing = el('p', { class: 'finder-nothing', hidden: true });
  private readonly said = el('span', { class: 'visually-hidden', role: 'status' });
  private offers: { place: Place; option: HTMLElement }[] = [];
  private active = -1;
  private turn = 0;

  constructor(
    container: HTMLElement,
    private readonly events: FinderEvents,
  ) {
    container.append(this.input, this.list, this.nothing, this.said);
    this.input.addEventListener('input', () => void this.look());
    this.input.addEventListener('keydown', (event) => this.press(event));
    this.input.addEventListener('focus', () => {
      // The names are on their way while the first letters are typed.
      this.events.places().catch(() => undefined);
    });
    this.input.addEventListener('blur', () => this.close());
    // A press on an option must not take the focus out of the box before its click.
    this.list.addEventListener('mousedown', (event) => event.preventDefault());
  }

  private async look(): Promise<void> {
    const turn = ++this.turn;
    const text = this.input.value;
    if (text.trim().length < 2) {
      this.close();
      return;
    }
    try {
      const slow = setTimeout(() => turn === this.turn && this.tell(FIND_WORDS.loading), 150);
      const places = await this.events.places().finally(() => clearTimeout(slow));
      if (turn === this.turn) this.offer(found(places, text), text.trim());
    } catch {
      if (turn === this.turn) this.tell(FIND_WORDS.failed);
    }
  }

  private offer(places: readonly Place[], text: string): void {
    this.offers = places.map((place, i) => ({ place, option: this.option(place, i) }));
    const groups = PLACE_KINDS.flatMap((kind) => {
      const own = this.offers.filter(({ place }) => place.kind === kind);
      if (own.length === 0) return [];
      const id = `${LIST}-${kind}`;
      const title = el('div', { id, class: 'finder-kind', role: 'presentation' }, PLACE_WORDS[kind].many);
      return [el('div', { role: 'group', 'aria-labelledby': id }, title, ...own.map(({ option }) => option))];
    });
    this.list.replaceChildren(...groups);
    if (places.length === 0) {
      this.tell(FIND_WORDS.nothing(text));
      return;
    }
    this.list.hidden = false;
    this.nothing.hidden = true;
    this.input.setAttribute('aria-expanded', 'true');
    this.said.textContent = FIND_WORDS.found(places.length);
    this.activate(-1);
  }

  private option(place: Place, index: number): HTMLElement {
    return el(
      'div',
      {
        id: `${LIST}-${index}`,
        class: 'finder-option',
        role: 'option',
        'aria-selected': 'false',
        onclick: () => this.choose(place),
      },
      el('span', {}, place.name),
      el('small', {}, whereOf(place)),
    );
  }

  private press(event: KeyboardEvent): void {
    const last = this.offers.length - 1;
    const isOpen = !this.list.hidden;
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp': {
        event.preventDefault();
        if (!isOpen) {
          void this.look();
          return;
        }
        const down = event.key === 'ArrowDown';
        this.activate(down ? (this.active === last ? 0 : this.active + 1) : this.active <= 0 ? last : this.active - 1);
        return;
      }
      case 'Enter': {
        event.preventDefault();
        const chosen = this.offers[Math.max(0, this.active)];
        if (isOpen && chosen) this.choose(chosen.place);
        return;
      }
      case 'Escape':
        // One step back at a time: the list, then the text, then what the page makes of the key.
        if (!isOpen && this.nothing.hidden && this.input.value === '') return;
        event.stopPropagation();
        if (!isOpen && this.nothing.hidden) this.input.value = '';
        this.close();
        return;
    }
  }

  private activate(index: number): void {
    this.active = index;
    for (const [i, { option }] of this.offers.entries()) option.setAttribute('aria-selected', String(i === index));
    const option = this.offers[index]?.option;
    if (!option) {
      this.input.removeAttribute('aria-activedescendant');
      return;
    }
    this.input.setAttribute('aria-activedescendant', option.id);
    option.scrollIntoView({ block: 'nearest' });
  }

  private choose(place: Place): void {
    this.input.value = '';
    this.close();
    this.events.choose(place);
  }

  /** A sentence in the place of the options. */
  private tell(text: string): void {
    this.hide();
    this.nothing.textContent = text;
    this.nothing.hidden = false;
    this.said.textContent = text;
  }

  /** What is looked for is no longer wanted. */
  private close(): void {
    this.turn++;
    this.hide();
  }

  private hide(): void {
    this.list.hidden = true;
    this.nothing.hidden = true;
    this.said.textContent = '';
    this.input.setAttribute('aria-expanded', 'false');
    this.input.removeAttribute('aria-activedescendant');
    this.active = -1;
  }
}

const whereOf = ({ kind, ambito, ats, where }: Place): string =>
  kind === 'ats' ? '' : [where, ambito && inAmbito(ambito), ats && atsWords(ats)].filter(Boolean).join(' · ');
