/*
 * <usage-meter label="Storage" value="84" max="100" unit="GB">: how much of an allowance is used. At 80, 90 and 100 per
 * cent colour, icon and words change together. Without max there is no limit, and it says so. With "bare" only the bar
 * is drawn, for places where the words stand beside it; "spoken" replaces what a screen reader says, with its state.
 */
if (!customElements.get('usage-meter')) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    :host { display: block; min-inline-size: 0; font-family: var(--ui-font); font-size: 14px; line-height: 1.4; color: var(--ui-text); --tone: var(--ui-accent); --words: var(--ui-muted); }
    :host([hidden]) { display: none; }
    :host([state="notice"]), :host([state="warning"]) { --tone: var(--ui-warning); --words: var(--ui-warning); }
    :host([state="over"]) { --tone: var(--ui-danger); --words: var(--ui-danger); }
    .head, .foot { display: flex; flex-wrap: wrap; align-items: baseline; justify-content: space-between; gap: 2px 16px; }
    .label { font-weight: 500; }
    .amount { font-variant-numeric: tabular-nums; color: var(--ui-muted); }
    .amount b { font-weight: 600; color: var(--ui-text); }
    .track { position: relative; block-size: 8px; margin-block: 8px 6px; border-radius: 4px; background: var(--ui-sunken); box-shadow: inset 0 0 0 1px var(--ui-hairline); overflow: hidden; }
    .fill { block-size: 100%; inline-size: 0; border-radius: inherit; background: var(--tone); transition: inline-size 200ms ease-out; }
    .tick { position: absolute; inset-block: 0; inline-size: 1px; background: var(--ui-surface); opacity: 0.9; }
    .tick.a { inset-inline-start: 80%; }
    .tick.b { inset-inline-start: 90%; }
    .foot { font-size: 12px; color: var(--words); }
    .state { display: inline-flex; align-items: center; gap: 6px; }
    .percent { font-variant-numeric: tabular-nums; }
    svg { inline-size: 14px; block-size: 14px; flex: none; }
    :host([bare]) .head, :host([bare]) .foot { display: none; }
    [hidden] { display: none !important; }
    @media (prefers-reduced-motion: reduce) { .fill { transition: none; } }
  `);

  const STATES = {
    calm: { words: 'Within the allowance', icon: 'M3.5 8.5l3 3 6-7' },
    notice: { words: 'Over 80 % used', icon: 'M8 2.5v7M8 12.5v.5' },
    warning: { words: 'Almost used up', icon: 'M8 2l6.5 11.5h-13zM8 6.5v3M8 11.5v.1' },
    over: { words: 'Over the allowance', icon: 'M5.2 1.8h5.6l3.4 3.4v5.6l-3.4 3.4H5.2l-3.4-3.4V5.2zM8 4.8v4M8 11v.1' },
    open: { words: 'No limit', icon: 'M3.5 8.5l3 3 6-7' },
  };

  const stateAt = (share) => (share >= 1 ? 'over' : share >= 0.9 ? 'warning' : share >= 0.8 ? 'notice' : 'calm');

  const box = (name, className, ...children) => {
    const node = document.createElement(name);
    node.className = className;
    node.append(...children);
    return node;
  };

  class UsageMeter extends HTMLElement {
    static observedAttributes = ['value', 'max', 'label', 'unit', 'lang', 'spoken'];

    constructor() {
      super();
      const root = this.attachShadow({ mode: 'open' });
      root.adoptedStyleSheets = [sheet];
      this.name = box('span', 'label');
      this.used = document.createElement('b');
      this.amount = box('span', 'amount', this.used, document.createTextNode(''));
      this.fill = box('div', 'fill');
      this.track = box('div', 'track', this.fill, box('i', 'tick a'), box('i', 'tick b'));
      this.path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
      this.words = document.createElement('span');
      this.percent = box('span', 'percent');
      root.append(
        box('div', 'head', this.name, this.amount), this.track,
        box('div', 'foot', box('span', 'state', this.#icon(), this.words), this.percent));
    }

    connectedCallback() { this.#render(); }

    attributeChangedCallback() { if (this.isConnected) this.#render(); }

    #icon() {
      const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
      const attributes = { viewBox: '0 0 16 16', fill: 'none', stroke: 'currentColor', 'stroke-width': '1.6', 'stroke-linecap': 'round', 'stroke-linejoin': 'round', 'aria-hidden': 'true' };
      Object.entries(attributes).forEach(([name, value]) => svg.setAttribute(name, value));
      svg.append(this.path);
      return svg;
    }

    #format(value, options = {}) {
      const language = this.closest('[data-locale]')?.dataset.locale || this.closest('[lang]')?.lang || navigator.language;
      return new Intl.NumberFormat(language, { maximumFractionDigits: 2, ...options }).format(value);
    }

    #render() {
      const value = Number(this.getAttribute('value') ?? 0);
      const max = Number(this.getAttribute('max') ?? 0);
      const unit = this.getAttribute('unit') ?? '';
      const isOpen = !(max > 0);
      const share = isOpen ? 0 : value / max;
      const state = isOpen ? 'open' : stateAt(share);
      const rest = isOpen ? ` ${unit}` : ` of ${this.#format(max)} ${unit}`;
      this.setAttribute('state', state);
      this.name.textContent = this.getAttribute('label') ?? '';
      this.used.textContent = this.#format(value);
      this.amount.lastChild.textContent = rest.trimEnd();
      this.fill.style.setProperty('inline-size', `${Math.min(1, Math.max(0, share)) * 100}%`);
      this.track.hidden = isOpen;
      this.path.setAttribute('d', STATES[state].icon);
      this.words.textContent = STATES[state].words;
      /* Rounded down: 99.6 per cent is not used up. */
      this.percent.textContent = isOpen ? '' : this.#format(Math.floor(share * 100) / 100, { style: 'percent' });
      const spoken = this.getAttribute('spoken') ?? `${this.#format(value)}${rest.trimEnd()}, ${STATES[state].words}`;
      this.#describe(value, max, isOpen, spoken);
    }

    #describe(value, max, isOpen, text) {
      if (isOpen) return;
      const attributes = { role: 'meter', 'aria-label': this.name.textContent || 'Usage', 'aria-valuemin': 0, 'aria-valuemax': max, 'aria-valuenow': Math.min(value, max), 'aria-valuetext': text };
      Object.entries(attributes).forEach(([name, content]) => this.track.setAttribute(name, content));
    }
  }

  customElements.define('usage-meter', UsageMeter);
}
