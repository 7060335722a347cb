// The page as it stands now, or only its length where that is beyond the limit. What is shown by open shadow roots and
// by frames of the same origin is part of the page, though no plain outerHTML has it.
((limit) => {
  const BLOCKS = "address, article, aside, blockquote, details, div, dl, fieldset, footer, form, h1, h2, h3, h4, h5, h6, header, hr, li, main, nav, ol, p, pre, section, table, ul";
  const inert = document.implementation.createHTMLDocument("");
  const frameBody = (element) => {
    if (element.localName !== "iframe" && element.localName !== "frame") return null;
    try {
      const { width, height } = element.getBoundingClientRect();
      const body = width > 40 && height > 20 && element.contentDocument && element.contentDocument.body;
      return body && body.innerText.trim() ? body : null;
    } catch { return null; }
  };
  const isMore = (root) => {
    for (const element of root.querySelectorAll("*")) if (element.shadowRoot || frameBody(element)) return true;
    return false;
  };
  const boxed = (name, mark, nodes) => {
    const box = inert.createElement(name);
    box.setAttribute(mark, "");
    for (const node of nodes) box.append(copied(node));
    return box;
  };
  const copied = (node) => {
    // In a document of its own, so that no element of the page's making comes to life a second time.
    if (node.nodeType !== 1 || node.localName === "template") return inert.importNode(node, true);
    const body = frameBody(node);
    if (body) return boxed("section", "data-frame", body.childNodes);
    const twin = inert.importNode(node, false);
    let nodes = node.childNodes;
    if (node.shadowRoot) {
      // A div would end the paragraph around it.
      const box = boxed("div", "data-shadow", node.shadowRoot.childNodes);
      const span = inert.createElement("span");
      span.setAttribute("data-shadow", "");
      if (!box.querySelector(BLOCKS)) span.append(...box.childNodes);
      twin.append(span.hasChildNodes() ? span : box);
      return twin;
    }
    // A slot shows what its host was given; what the host has no slot for is not shown.
    if (node.localName === "slot" && node.assignedNodes) {
      const given = node.assignedNodes({ flatten: true });
      if (given.length) nodes = given;
    }
    for (const child of nodes) twin.append(copied(child));
    return twin;
  };
  const root = document.documentElement;
  const type = document.doctype ? "<!DOCTYPE " + document.doctype.name + ">\n" : "";
  let html = root ? root.outerHTML : "";
  try {
    if (root && html.length <= limit && isMore(root)) html = copied(root).outerHTML;
  } catch { /* too deep: the page without them */ }
  return html.length > limit ? { length: html.length } : { html: type + html, url: location.href };
})
