/*
 * <live-number value="1240.5" unit="GB">: a number with tabular figures that glows once when it changes. With currency
 * it is money; with text the words are shown as they come. With the attribute "announce" a screen reader says changes.
 */
if (!customElements.get('live-number')) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    :host { display: inline-block; font-variant-numeric: tabular-nums; border-radius: var(--ui-radius); }
    :host([hidden]) { display: none; }
    .unit { font-variant-numeric: normal; color: var(--ui-muted); font-size: 0.6em; font-weight: 500; margin-inline-start: 0.3em; letter-spacing: 0; }
  `);
  const GLOW = 900;

  class LiveNumber extends HTMLElement {
    static observedAttributes = ['value', 'text', 'unit', 'currency', 'digits', 'announce'];

    #shown = null;

    constructor() {
      super();
      const root = this.attachShadow({ mode: 'open' });
      root.adoptedStyleSheets = [sheet];
      this.figure = document.createElement('span');
      this.unit = document.createElement('span');
      this.unit.className = 'unit';
      root.append(this.figure, this.unit);
    }

    connectedCallback() { this.#render(); }

    attributeChangedCallback() { if (this.isConnected) this.#render(); }

    #text() {
      if (this.hasAttribute('text')) return this.getAttribute('text');
      const language = this.closest('[data-locale]')?.dataset.locale || this.closest('[lang]')?.lang || navigator.language;
      const currency = this.getAttribute('currency');
      const digits = Number(this.getAttribute('digits') ?? 2);
      const options = currency ? { style: 'currency', currency } : { maximumFractionDigits: digits };
      return new Intl.NumberFormat(language, options).format(Number(this.getAttribute('value') ?? 0));
    }

    #render() {
      const text = this.#text();
      const isChanged = this.#shown !== null && this.#shown !== text;
      this.#shown = text;
      this.figure.textContent = text;
      this.unit.textContent = this.getAttribute('unit') ?? '';
      this.unit.hidden = !this.unit.textContent;
      if (this.hasAttribute('announce')) this.figure.ariaLive = 'polite';
      if (isChanged) this.#glow();
    }

    #glow() {
      if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
      const soft = 'var(--ui-accent-soft, transparent)';
      this.animate(
        [{ backgroundColor: soft, boxShadow: `0 0 0 4px ${soft}` }, { backgroundColor: 'transparent', boxShadow: '0 0 0 4px transparent' }],
        { duration: GLOW, easing: 'ease-out' });
    }
  }

  customElements.define('live-number', LiveNumber);
}
