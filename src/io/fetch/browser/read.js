// The page as it stands now, or only its length where that is beyond the limit. What is shown by shadow roots and by frames
// of the same origin is part of the page, though no plain outerHTML has it; what no reader sees and none can open is marked.
(kit, limit, doubts) => {
  const BLOCKS = "address, article, aside, blockquote, details, div, dl, fieldset, footer, form, h1, h2, h3, h4, h5, h6, header, hr, li, main, nav, ol, p, pre, section, table, ul";
  const inert = document.implementation.createHTMLDocument("");
  const frameBody = (element) => {
    const body = kit.frameBody(element);
    return body && body.innerText.trim() ? body : null;
  };
  const isMore = (root) => {
    for (const element of root.querySelectorAll("*")) if (kit.shadow(element) || frameBody(element)) return true;
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
    const shadow = kit.shadow(node);
    if (shadow) {
      // A div would end the paragraph around it.
      const box = boxed("div", "data-shadow", shadow.childNodes);
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
  if (root && html.length <= limit) {
    const isElsewhere = (frame) => {
      try { if (frame.contentDocument) return false; } catch { /* another origin's */ }
      const { width, height } = frame.getBoundingClientRect();
      return width >= 300 && height >= 300 && /^https?:/.test(frame.src);
    };
    const shown = kit.roots(document).reduce((sum, one) => sum + kit.textOf(one).length, 0);
    const frames = kit.all("iframe, frame").filter(isElsewhere);
    if (frames.length && shown < 1500) doubts.push("frame");
    if (kit.kept.rows) doubts.push("rows");
    const mains = kit.all("main, [role=main]").filter((main) => main.getClientRects().length > 0);
    if (doubts.includes("loading") && mains.length === 1 && mains[0].innerText.trim().length < 300) doubts.push("hollow");
    const MARK = "data-hausrecht-unseen";
    root.removeAttribute(MARK);
    if (doubts.length) root.setAttribute(MARK, doubts.join(" "));
    html = root.outerHTML;
    try {
      if (isMore(root)) html = copied(root).outerHTML;
    } catch { /* too deep: the page without them */ }
  }
  return html.length > limit ? { length: html.length } : { html: type + html, url: location.href };
}
