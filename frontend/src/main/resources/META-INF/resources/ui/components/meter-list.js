/*
 * <meter-list>: who is nearest to a limit, a line each.
 *
 *   list.lines = [{name, note, figures, percent, level, label, value, max, unit, spoken}, …]
 *
 * Its parts stand in the page itself, where the style sheet of the page reaches them; a line that stays is kept, so that
 * its meter moves instead of starting anew. Data never becomes markup.
 */
if (!customElements.get('meter-list')) {
  const part = (name, className = '') => Object.assign(document.createElement(name), { className });
  const METER = ['label', 'value', 'max', 'unit', 'spoken'];
  const WORDS = ['name', 'note', 'figures', 'percent'];

  const line = () => {
    const item = part('li');
    const parts = Object.fromEntries(WORDS.map((word) => [word, part('span', `meter-list-${word}`)]));
    const who = part('div');
    const what = part('div');
    who.append(parts.name, parts.note);
    what.append(parts.figures, parts.percent);
    const meter = part('usage-meter');
    meter.setAttribute('bare', '');
    item.append(who, what, meter);
    return { item, parts, meter };
  };

  class MeterList extends HTMLElement {
    #list = part('ul');
    #lines = [];
    #given = [];

    connectedCallback() {
      this.replaceChildren(this.#list);
      /* The lines may have come before this script. */
      if (!Object.hasOwn(this, 'lines')) return;
      const { lines } = this;
      delete this.lines;
      this.lines = lines;
    }

    get lines() { return this.#given; }

    set lines(given) {
      this.#given = given ?? [];
      while (this.#lines.length < this.#given.length) this.#lines.push(line());
      this.#lines.length = this.#given.length;
      this.#lines.forEach(({ item, parts, meter }, place) => {
        const words = this.#given[place];
        item.dataset.level = words.level;
        WORDS.forEach((word) => { parts[word].textContent = words[word]; });
        METER.forEach((name) => meter.setAttribute(name, words[name]));
      });
      this.#list.replaceChildren(...this.#lines.map(({ item }) => item));
    }
  }

  customElements.define('meter-list', MeterList);
}
