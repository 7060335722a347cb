// What the other scripts share: the way through shadow roots (closed ones too, once they are known) and through frames of
// the same origin, and what a reader sees and can open.
() => {
  const KEY = Symbol.for("hausrecht");
  if (!window[KEY]) {
    const value = { closed: new WeakMap(), reached: new WeakMap(), tops: new Map(), rows: false, clicked: new WeakSet() };
    Object.defineProperty(window, KEY, { value });
  }
  const kept = window[KEY];
  const shadow = (element) => element.shadowRoot || kept.closed.get(element) || null;
  const isFrame = (element) => element.localName === "iframe" || element.localName === "frame";
  // The body of a frame that is ours to read and large enough to be read.
  const frameBody = (element) => {
    if (!isFrame(element)) return null;
    try {
      const { width, height } = element.getBoundingClientRect();
      return (width > 40 && height > 20 && element.contentDocument && element.contentDocument.body) || null;
    } catch { return null; }
  };
  // The roots below one, itself first; a hostile page can make any number.
  const roots = (root, found = []) => {
    found.push(root);
    for (const element of root.querySelectorAll("*")) {
      if (found.length >= 2000) break;
      const inner = shadow(element) || frameBody(element);
      if (inner) roots(inner, found);
    }
    return found;
  };
  const all = (selector, among = roots(document)) => among.flatMap((root) => [...root.querySelectorAll(selector)]);
  const textOf = (root) => {
    if (root.nodeType === 11) return [...root.children].map((child) => child.innerText || "").join("\n");
    const body = root.nodeType === 9 ? root.body : root;
    return body && body.innerText ? body.innerText : "";
  };
  const isAway = (element) => {
    const link = element.closest("a[href]");
    return link !== null && !/^(#|javascript:)/i.test(link.getAttribute("href").trim());
  };
  return { kept, shadow, frameBody, isFrame, roots, all, textOf, isAway };
}
