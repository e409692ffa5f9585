// What stands out of the window at its side and cannot be scrolled to.
const found = [];
const parent = (node) => node.assignedSlot ?? node.parentElement ?? node.getRootNode().host;
const isClipped = (element) => {
  for (let one = element; one; one = parent(one)) {
    if (getComputedStyle(one).overflowX !== 'visible') return true;
  }
  return false;
};
const look = (root) => {
  for (const element of root.querySelectorAll('*')) {
    const box = element.getBoundingClientRect();
    if (box.width > 0 && box.right > innerWidth + 1 && getComputedStyle(element).visibility !== 'hidden' && !isClipped(element)) {
      found.push(`${element.localName}.${element.className} ends at ${Math.round(box.right)}`);
    }
    if (element.shadowRoot) look(element.shadowRoot);
  }
};
look(document);
if (document.documentElement.scrollWidth > innerWidth) found.push(`the page is ${document.documentElement.scrollWidth} wide`);
return found;
