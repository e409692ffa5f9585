/*
 * <time-until at="2026-03-01T10:00:00Z" words="Next check in {0}" due="Checking now">: counts down to a moment, in the
 * language of the page; after it, the words of due. Without a moment it is empty.
 */
if (!customElements.get('time-until')) {
  const STEPS = [['day', 86400], ['hour', 3600], ['minute', 60], ['second', 1]];

  class TimeUntil extends HTMLElement {
    static observedAttributes = ['at', 'words', 'due'];

    #clock = null;

    connectedCallback() {
      this.#clock = setInterval(() => this.#render(), 1000);
      this.#render();
    }

    disconnectedCallback() { clearInterval(this.#clock); }

    attributeChangedCallback() { if (this.isConnected) this.#render(); }

    #render() {
      const at = Date.parse(this.getAttribute('at') ?? '');
      const text = Number.isNaN(at) ? '' : this.#words(Math.ceil((at - Date.now()) / 1000));
      if (this.textContent !== text) this.textContent = text;
    }

    #words(seconds) {
      if (seconds <= 0) return this.getAttribute('due') ?? '';
      const [unit, size] = STEPS.find(([, size]) => seconds >= size);
      const language = this.closest('[lang]')?.lang || navigator.language;
      const left = new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(Math.round(seconds / size));
      return (this.getAttribute('words') ?? '{0}').replace('{0}', left);
    }
  }

  customElements.define('time-until', TimeUntil);
}
