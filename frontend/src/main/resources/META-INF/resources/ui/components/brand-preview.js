/*
 * <brand-preview surface="portal|login|mail|invoice" mode="light|dark" width="wide|tablet|phone">: what a brand would look
 * like, before anybody wears it. Property "brand": { name, promise, footer, sender, support, family, fonts, font, radius,
 * radiusCard, gap, control, light: {token: colour}, dark: {…} }. Property "logos": { light, dark }, addresses. Property "face": the
 * brand's own font in base 64, or nothing. Property "words": the sentences, by key.
 */
if (!customElements.get('brand-preview')) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    :host { display: block; min-inline-size: 0; }
    .stage { display: grid; justify-items: center; overflow: hidden; border: 1px solid var(--outer-line); border-radius: var(--outer-radius); background: var(--outer-ground); padding: 16px; }
    .screen { inline-size: 100%; box-sizing: border-box; container-type: inline-size; font-family: var(--ui-font); font-size: 13px; line-height: 1.45; color: var(--ui-text); background: var(--ui-page); border: 1px solid var(--ui-hairline); border-radius: var(--ui-radius-card); overflow: hidden; min-block-size: 380px; transition: max-inline-size 180ms ease-out; }
    :host([width="tablet"]) .screen { max-inline-size: 460px; }
    :host([width="phone"]) .screen { max-inline-size: 270px; }
    .muted { color: var(--ui-muted); }
    .logo { block-size: 22px; max-inline-size: 150px; object-fit: contain; object-position: left; display: block; }
    .card { background: var(--ui-surface); border: 1px solid var(--ui-hairline); border-radius: var(--ui-radius-card); padding: calc(var(--ui-gap) - 2px); min-inline-size: 0; }
    h3, p { margin: 0; }
    h3 { font-size: 18px; letter-spacing: -0.015em; font-weight: 600; line-height: 1.2; overflow-wrap: anywhere; }
    .button { display: inline-block; padding: calc((var(--ui-control-height) - 22px) / 2) 14px; border-radius: var(--ui-radius); background: var(--ui-accent); color: var(--ui-on-accent); font-weight: 500; }
    .field { display: block; border: 1px solid var(--ui-control); border-radius: var(--ui-radius); background: var(--ui-surface); padding: calc((var(--ui-control-height) - 22px) / 2) 10px; color: var(--ui-muted); }
    .link { color: var(--ui-accent-text); font-weight: 500; }

    .portal { display: grid; grid-template-columns: 150px minmax(0, 1fr); min-block-size: inherit; }
    .side { padding: 14px; border-inline-end: 1px solid var(--ui-hairline); display: grid; gap: 4px; align-content: start; }
    .side .logo { margin-block-end: 12px; }
    .side span { padding: calc((var(--ui-control-height) - 24px) / 2) 10px; border-radius: var(--ui-radius); color: var(--ui-muted); }
    .side .now { background: var(--ui-accent-soft); color: var(--ui-accent-text); font-weight: 500; }
    .main { padding: calc(var(--ui-gap) + 2px); display: grid; gap: calc(var(--ui-gap) * 0.75); align-content: start; min-inline-size: 0; }
    .figures { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); gap: 8px; }
    .figures b { display: block; font-size: 18px; font-weight: 600; letter-spacing: -0.02em; font-variant-numeric: tabular-nums; }
    .bars { display: flex; align-items: end; gap: 5%; block-size: 76px; }
    .bars i { flex: 1; background: var(--ui-chart-1); border-radius: 3px 3px 0 0; }
    .track { block-size: 7px; border-radius: 4px; background: var(--ui-sunken); overflow: hidden; margin-block-start: 6px; }
    .track i { display: block; block-size: 100%; inline-size: 84%; background: var(--ui-warning); }
    .between { display: flex; justify-content: space-between; gap: 12px; }
    @container (max-width: 400px) {
      .portal { grid-template-columns: minmax(0, 1fr); grid-template-rows: auto 1fr; }
      .side { border: 0; border-block-end: 1px solid var(--ui-hairline); }
      .side .logo { margin: 0; }
      .side span { display: none; }
      .figures { grid-template-columns: repeat(2, minmax(0, 1fr)); }
      .figures > :nth-child(3) { display: none; }
    }

    .login { display: grid; place-content: center; grid-template-columns: minmax(0, 300px); gap: 14px; padding: 32px 16px; min-block-size: inherit; box-sizing: border-box; }
    .login .card { display: grid; gap: calc(var(--ui-gap) * 0.75); padding: calc(var(--ui-gap) + 4px); }
    .login .logo { block-size: 28px; justify-self: center; object-position: center; }
    .login .button { text-align: center; }
    .login small { text-align: center; }

    .paper { max-inline-size: 520px; margin: 20px auto; display: grid; gap: 14px; padding: 22px; }
    .mail .from { padding: 12px 18px; border-block-end: 1px solid var(--ui-hairline); background: var(--ui-surface); }
    .paper hr { inline-size: 100%; block-size: 1px; border: 0; margin: 0; background: var(--ui-hairline); }
    small { font-size: 11px; }
    table { inline-size: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums; }
    td { padding: 7px 0; border-block-end: 1px solid var(--ui-hairline); }
    td + td { text-align: end; white-space: nowrap; padding-inline-start: 12px; }
    tr:last-child td { border: 0; font-weight: 600; }
    @media (prefers-reduced-motion: reduce) { .screen { transition: none; } }
  `);

  const SUBSETS = ['latin', 'latin-ext'];
  const faces = new Set();

  /* The page itself has only the font that the brand wears today. */
  const bringFont = ({ family, fonts }) => {
    if (!fonts || faces.has(family)) return;
    faces.add(family);
    SUBSETS.forEach((subset) => {
      const face = new FontFace(family, `url("${fonts}${subset}.woff2")`, { weight: '400 600', display: 'swap', unicodeRange: subset === 'latin' ? 'U+0000-00FF, U+2000-206F, U+20AC' : 'U+0100-02FF, U+1E00-1EFF' });
      document.fonts.add(face);
    });
  };

  /* Under the name that the brand's style sheet has for it; the page itself wears another one. */
  const OWN = 'ui own';
  let own;

  const bringOwn = (face) => {
    if (own) document.fonts.delete(own);
    own = undefined;
    if (!face) return;
    own = new FontFace(OWN, Uint8Array.from(atob(face), (letter) => letter.charCodeAt(0)), { weight: '100 900', display: 'swap' });
    document.fonts.add(own);
    own.load().catch(() => undefined);
  };

  /* box('card paper', …) makes a div of two classes, box('span.muted', …) another element. */
  const box = (kind, ...children) => {
    const [first, names] = kind.split('.');
    const node = document.createElement(names === undefined ? 'div' : first);
    node.className = names ?? first;
    node.append(...children);
    return node;
  };

  class BrandPreview extends HTMLElement {
    static observedAttributes = ['surface', 'mode', 'width'];

    #root = this.attachShadow({ mode: 'open' });
    #brand;
    #words;
    #logos;
    #face = '';

    constructor() {
      super();
      this.#root.adoptedStyleSheets = [sheet];
    }

    /* Given before this script arrived, they stand on the element itself. */
    connectedCallback() {
      ['brand', 'words', 'logos', 'face'].forEach((name) => {
        if (Object.hasOwn(this, name)) {
          const given = this[name];
          delete this[name];
          this[name] = given;
        }
      });
      this.#draw();
    }

    attributeChangedCallback() { this.#draw(); }

    get brand() { return this.#brand; }

    set brand(brand) { this.#brand = brand; this.#draw(); }

    get words() { return this.#words; }

    set words(words) { this.#words = words; this.#draw(); }

    get logos() { return this.#logos; }

    set logos(logos) { this.#logos = logos; this.#draw(); }

    get face() { return this.#face; }

    set face(face) {
      if (face !== this.#face) {
        this.#face = face;
        bringOwn(face);
      }
    }

    #draw() {
      if (!this.isConnected || !this.#brand || !this.#words || !this.#logos) return;
      bringFont(this.#brand);
      const mode = this.getAttribute('mode') === 'dark' ? 'dark' : 'light';
      const surfaces = { portal: () => this.#portal(), login: () => this.#login(), mail: () => this.#mail(), invoice: () => this.#invoice() };
      const surface = this.getAttribute('surface') in surfaces ? this.getAttribute('surface') : 'portal';
      const screen = box('screen', surfaces[surface]());
      Object.entries(this.#brand[mode]).forEach(([token, color]) => screen.style.setProperty(token, color));
      screen.style.setProperty('--ui-font', this.#brand.font);
      screen.style.setProperty('--ui-radius', this.#brand.radius);
      screen.style.setProperty('--ui-radius-card', this.#brand.radiusCard);
      screen.style.setProperty('--ui-gap', this.#brand.gap);
      screen.style.setProperty('--ui-control-height', this.#brand.control);
      const stage = box('stage', screen);
      stage.setAttribute('role', 'img');
      stage.setAttribute('aria-label', `${this.#brand.name}: ${this.#words[surface]}, ${this.#words[mode]}`);
      this.#root.replaceChildren(stage);
    }

    #logo() {
      const mode = this.getAttribute('mode') === 'dark' ? 'dark' : 'light';
      const logo = box('img.logo');
      logo.alt = '';
      logo.src = this.#logos[mode];
      return logo;
    }

    #portal() {
      const words = this.#words;
      const figure = (label, value) => box('card', box('small.muted', label), box('b.', value));
      const bars = box('bars', ...[42, 55, 48, 71, 64, 88, 79].map((height) => {
        const bar = box('i.');
        bar.style.setProperty('block-size', `${height}%`);
        return bar;
      }));
      return box('portal',
        box('side', this.#logo(), box('span.now', words.usage), box('span.', words.sites), box('span.', words.invoices)),
        box('main',
          box('between', box('h3.', words.usage), box('span.button', words.upgrade)),
          box('figures', figure(words.storage, '84 GB'), figure(words.sites, '18'), figure(words.estimate, '$92.40')),
          box('card', bars),
          box('card', box('between', box('span.', words.storage), box('span.muted', '84 / 100 GB')), box('track', box('i.')))));
    }

    #login() {
      const words = this.#words;
      return box('login', this.#logo(),
        box('card', box('h3.', words.welcome), box('span.field', words.email), box('span.field', words.password), box('span.button', words.enter), box('span.link', words.forgot)),
        box('small.muted', this.#brand.footer || this.#brand.promise));
    }

    #mail() {
      const words = this.#words;
      return box('mail',
        box('from', box('div.', box('strong.', this.#brand.sender), ' ', box('span.muted', this.#brand.support)), box('div.', words.subject)),
        box('card paper', this.#logo(), box('h3.', words.subject), box('p.', words.letter), box('div.', box('span.button', words.look)), box('hr.'),
          box('small.muted', this.#brand.footer || this.#brand.name)));
    }

    #invoice() {
      const words = this.#words;
      const row = (text, amount) => {
        const line = document.createElement('tr');
        [text, amount].forEach((cell) => { line.insertCell().textContent = cell; });
        return line;
      };
      const table = document.createElement('table');
      table.append(row(words.plan, '$79.00'), row(words.overage, '$13.40'), row(words.total, '$92.40'));
      return box('card paper', box('between', this.#logo(), box('span.muted', 'INV-2026-0042')), box('h3.', words.invoice), table,
        box('hr.'), box('small.muted', this.#brand.footer || this.#brand.name));
    }
  }

  customElements.define('brand-preview', BrandPreview);
}
