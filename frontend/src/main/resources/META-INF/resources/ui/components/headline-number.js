/*
 * <headline-number label="Customers" text="24" hint="All active">: a label, a large number that glows when it changes, and
 * what it means. Its parts stand in the page itself, where the style sheet of the page reaches them.
 */
if (!customElements.get('headline-number')) {
  const part = (name, className) => Object.assign(document.createElement(name), { className });

  class HeadlineNumber extends HTMLElement {
    static observedAttributes = ['label', 'text', 'hint'];

    #label = part('span', 'label');
    #number = part('live-number', 'value');
    #hint = part('p', 'hint');

    connectedCallback() {
      this.replaceChildren(this.#label, this.#number, this.#hint);
      HeadlineNumber.observedAttributes.forEach((name) => this.attributeChangedCallback(name));
    }

    attributeChangedCallback(name) {
      const words = this.getAttribute(name) ?? '';
      if (name === 'label') this.#label.textContent = words;
      else if (name === 'hint') this.#hint.textContent = words;
      else if (words && words !== this.#number.getAttribute('text')) this.#write(words);
    }

    /* The style sheet fits long numbers into their card by the count of their characters, of several the longest's. */
    #write(words) {
      this.#number.setAttribute('text', words);
      this.#number.style.setProperty('--chars', Math.max(...words.split('\n').map((line) => line.length)));
    }
  }

  customElements.define('headline-number', HeadlineNumber);
}
