/*
 * <copy-text text="portal.example.com" label="Copy the name" done="Copied">: a text as it is to be typed elsewhere, and a
 * button that copies it. Where the browser keeps the clipboard closed, the text is selected instead.
 */
if (!customElements.get('copy-text')) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    :host { display: flex; align-items: flex-start; gap: 4px; min-inline-size: 0; }
    code { flex: 1; min-inline-size: 0; padding: 6px 10px; font: 13px/20px var(--ui-mono); color: var(--ui-text); background: var(--ui-sunken); border-radius: var(--ui-radius); overflow-wrap: anywhere; user-select: all; }
    button { flex: none; display: grid; place-items: center; inline-size: 32px; block-size: 32px; padding: 0; color: var(--ui-muted); background: transparent; border: 1px solid transparent; border-radius: var(--ui-radius); cursor: pointer; }
    button:hover { color: var(--ui-text); background: var(--ui-sunken); }
    button:focus-visible { outline: 2px solid var(--ui-accent); outline-offset: 1px; }
    button.done { color: var(--ui-success); }
    svg { inline-size: 16px; block-size: 16px; fill: none; stroke: currentColor; stroke-width: 1.5; stroke-linecap: round; stroke-linejoin: round; }
    span { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
  `);
  const COPY = 'M5.800 5.800h7.400v7.400H5.800zM10.200 5.800V2.800H2.800v7.400h3';
  const CHECK = 'M3.200 8.400l3.100 3.100 6.500-7';
  const SHOWN = 2000;

  class CopyText extends HTMLElement {
    static observedAttributes = ['text', 'label'];

    constructor() {
      super();
      const root = this.attachShadow({ mode: 'open' });
      root.adoptedStyleSheets = [sheet];
      root.innerHTML = `<code></code><button type="button"><svg viewBox="0 0 16 16" aria-hidden="true"><path/></svg></button><span role="status"></span>`;
      this.code = root.querySelector('code');
      this.button = root.querySelector('button');
      this.path = root.querySelector('path');
      this.said = root.querySelector('span');
      this.path.setAttribute('d', COPY);
      this.button.addEventListener('click', () => this.#copy());
    }

    attributeChangedCallback() {
      this.code.textContent = this.getAttribute('text') ?? '';
      this.button.ariaLabel = this.getAttribute('label');
      this.button.title = this.getAttribute('label') ?? '';
    }

    async #copy() {
      try {
        await navigator.clipboard.writeText(this.code.textContent);
        this.#show(CHECK, this.getAttribute('done') ?? '');
        setTimeout(() => this.#show(COPY, ''), SHOWN);
      } catch {
        getSelection().selectAllChildren(this.code);
      }
    }

    #show(path, words) {
      this.path.setAttribute('d', path);
      this.button.classList.toggle('done', words !== '');
      this.said.textContent = words;
    }
  }

  customElements.define('copy-text', CopyText);
}
