// How much there is to read, and whether the page is still loading. Text in shadow roots and frames counts too.
(() => {
  const inside = (root) => {
    let sum = 0;
    for (const element of root.querySelectorAll("*")) {
      if (element.shadowRoot) {
        for (const child of element.shadowRoot.children) sum += child.innerText ? child.innerText.length : 0;
        sum += inside(element.shadowRoot);
      } else if (element.localName === "iframe") {
        try { sum += element.contentDocument.body.innerText.length; } catch { /* another origin's, or not there yet */ }
      }
    }
    return sum;
  };
  return {
    text: document.body ? document.body.innerText.length + inside(document) : 0,
    loading: document.readyState === "loading",
  };
})()
