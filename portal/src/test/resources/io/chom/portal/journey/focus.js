// What has the focus: its name, whether a mark shows it, and whether it can be seen. Empty when nothing has it.
const chain = [];
for (let one = document.activeElement; one; one = one.shadowRoot?.activeElement) chain.push(one);
const last = chain.at(-1);
if (!last || last === document.body) return {};
const isMarked = (element, pseudo) => {
  const style = getComputedStyle(element, pseudo);
  return (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || (pseudo === undefined && style.boxShadow !== 'none' && style.boxShadow.includes('0px 0px'));
};
const marks = chain.flatMap((one) => [one, ...(one.shadowRoot ? one.shadowRoot.querySelectorAll('*') : []), ...(one.parentElement?.matches('vaadin-text-field, vaadin-checkbox, vaadin-side-nav-item') ? [one.parentElement, ...one.parentElement.shadowRoot.querySelectorAll('*')] : [])]);
const box = last.getBoundingClientRect();
const name = last.getAttribute('aria-label') || last.getAttribute('placeholder') || last.textContent.trim() || last.querySelector('img')?.alt || chain[0].textContent.trim();
return {
  name: name.slice(0, 40), tag: chain.map((one) => one.localName).join(' '),
  menu: chain[0].closest('.user-menu') ? 'user-menu' : '',
  marked: marks.some((one) => isMarked(one) || isMarked(one, '::before') || isMarked(one, '::after')),
  inSight: box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
};
