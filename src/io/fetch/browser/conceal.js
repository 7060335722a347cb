// Marks what is in the page and not to be seen, for whatever reason a style sheet, a medium or a script has: as hidden where
// no reader can open it, as folded where one can, as faint where it takes no room (words for screen readers alone).
(kit) => {
  const MARK = "data-hausrecht-shown";
  for (const element of kit.all("[" + MARK + "]")) element.removeAttribute(MARK);
  // A template that the parser took for a shadow root is one by now; what is left of them is not shown.
  for (const template of kit.all("template[shadowrootmode]")) template.removeAttribute("shadowrootmode");
  const SILENT = /^(head|script|style|link|meta|template|noscript|title|base|source|datalist|option|optgroup|area|param|track|svg|canvas|video|audio|object|iframe|frame|select|textarea|input|br|wbr|rp)$/;
  const KNOBS = 'button, summary, label, [role="button"], [role="tab"], [role="switch"], [aria-expanded], [aria-controls], [onclick], [tabindex]:not([tabindex^="-"]), [data-toggle], [data-bs-toggle]';
  const style = (element) => getComputedStyle(element);
  const everywhere = document.body && style(document.body).cursor === "pointer";
  const words = (element) => element.textContent.trim();
  const isKnob = (element) => {
    if (!element || element.nodeType !== 1 || element.disabled || kit.isAway(element)) return false;
    if (element.localName === "button" && element.form && element.type === "submit") return false;
    if (element.localName === "label") return element.control !== null && /^(checkbox|radio)$/.test(element.control.type);
    if (element.matches(KNOBS)) return true;
    // A link to a place on the page is a pointer to it, and no knob of what stands beside it.
    const link = element.closest("a[href]");
    if (link && link.getAttribute("href").trim().length > 1 && link.getAttribute("href").startsWith("#")) return false;
    return !everywhere && style(element).cursor === "pointer";
  };
  // A heading that is a knob, or holds one with most of its words.
  const isHeader = (element) => {
    if (!element || SILENT.test(element.localName)) return false;
    if (isKnob(element)) return true;
    const length = words(element).length;
    if (length === 0 || length > 400) return false;
    return [...element.querySelectorAll("*")].slice(0, 60).some((inner) => isKnob(inner) && words(inner).length * 2 >= length);
  };
  const FOLDED = /(^|[-_\s])(accordion|collaps\w*|expand\w*|faq|toggle|fold\w*)([-_\s]|$)/i;
  const names = (element) => (element.getAttribute("class") || "") + " " + element.id;
  // What knobs name: ids in any of their attributes, and scripts that they run.
  let named = null;
  const isNamed = (id) => {
    if (!id) return false;
    if (!named) {
      named = { ids: new Set(), scripts: "" };
      for (const knob of kit.all(KNOBS + ', a[href^="#"]').slice(0, 3000)) {
        for (const { name, value } of knob.attributes) {
          if (name === "onclick") named.scripts += value + "\n";
          else if (name !== "class" && name !== "style" && name !== "id" && value.length < 200) for (const word of value.split(/\s+/)) named.ids.add(word.replace(/^#/, ""));
        }
      }
    }
    return named.ids.has(id) || (id.length > 2 && named.scripts.includes(id));
  };
  // As many knobs in a row before them as there are panels: tabs.
  const isTabbed = (panel) => {
    const around = panel.parentElement;
    if (!around) return false;
    const kin = (other) => other.localName === panel.localName && words(other) && (panel.classList.length === 0 || [...panel.classList].some((name) => other.classList.contains(name)));
    const group = [...around.children].filter(kin);
    if (group.length < 2) return false;
    return [group[0].previousElementSibling, around.previousElementSibling].some((bar) => {
      if (!bar || group.includes(bar)) return false;
      const knobs = [...bar.querySelectorAll("*")].slice(0, 200).filter((one) => words(one) && isKnob(one));
      return knobs.filter((one) => !knobs.some((other) => other !== one && other.contains(one))).length === group.length;
    });
  };
  const canBeOpened = (panel, hidden) => {
    if (panel.getAttribute("role") === "tabpanel" || isNamed(panel.id)) return true;
    const label = panel.getAttribute("aria-labelledby");
    if (label && label.split(/\s+/).some((id) => isKnob(panel.getRootNode().getElementById(id)))) return true;
    const around = panel.parentElement;
    // Boxes that a style sheet asks whether they are ticked.
    if (around && [...around.children].some((one) => one.matches('input[type="checkbox"], input[type="radio"]') && one.id && one.compareDocumentPosition(panel) & Node.DOCUMENT_POSITION_FOLLOWING && one.getRootNode().querySelector('label[for="' + CSS.escape(one.id) + '"]'))) return true;
    let here = panel;
    for (let up = 0; up < 3 && here && here !== document.body; up += 1) {
      let before = here.previousElementSibling;
      for (let skipped = 0; before && skipped < 8 && (SILENT.test(before.localName) || !words(before) || hidden(before)); skipped += 1) before = before.previousElementSibling;
      if (before) {
        if (isHeader(before)) return true;
        if (/^(h[1-6]|dt)$/.test(before.localName) && (FOLDED.test(names(panel)) || (here.parentElement && FOLDED.test(names(here.parentElement))))) return true;
        break;
      }
      here = here.parentElement;
    }
    const after = panel.nextElementSibling;
    return isTabbed(panel) || (after !== null && after.matches("button, [role=button], a, span, p") && words(after).length < 60 && isHeader(after));
  };
  const isInvisible = (element, computed) => computed.visibility !== "visible" && computed.visibility !== "" && ![...element.querySelectorAll("*")].some((inner) => style(inner).visibility === "visible");
  const isFlat = (element, computed) => /hidden|clip/.test(computed.overflowY) && element.scrollHeight > 0 && element.getBoundingClientRect().height < 1 && computed.display !== "inline" && computed.display !== "contents";
  const isFaint = (computed, element) => {
    if (computed.position !== "absolute" && computed.position !== "fixed") return false;
    const { width, height, right, bottom } = element.getBoundingClientRect();
    const isCut = /hidden|clip/.test(computed.overflowX) && (width <= 2 || height <= 2);
    const isClipped = /^rect\((0|1)px,? ?(0|1)px,? ?(0|1)px,? ?(0|1)px\)$/.test(computed.clip) || /^inset\((50|100)%/.test(computed.clipPath);
    return isCut || isClipped || (width > 0 && (right + window.scrollX < -400 || bottom + window.scrollY < -400));
  };
  const DIALOG = 'dialog, [role="dialog"], [role="alertdialog"], [aria-modal="true"]';
  const FRAME = "nav, header, footer, aside, dialog, [role=dialog], [role=alertdialog], [aria-modal=true], [role=navigation]";
  const isGone = (element) => style(element).display === "none";
  const found = [];
  // Letters of the page's own text that are to be seen: neither of its frame nor of what lies over it.
  let shown = 0;
  const steps = [[document.body, false]];
  let seen = 0;
  while (steps.length && seen < 60000) {
    const [node, apart] = steps.pop();
    if (!node) continue;
    if (node.nodeType === 3) {
      if (!apart) shown += node.data.trim().length;
      continue;
    }
    if (node.nodeType === 1) {
      seen += 1;
      const frame = kit.frameBody(node);
      if (frame) { steps.push([frame, apart]); continue; }
      if (SILENT.test(node.localName)) continue;
      const computed = style(node);
      const isBody = node.localName === "body";
      if (!isBody && (computed.display === "none" || isFlat(node, computed) || isInvisible(node, computed))) {
        if (words(node) && !node.matches(DIALOG)) found.push(node);
        continue;
      }
      if (!isBody && isFaint(computed, node)) {
        if (words(node)) found.push([node, "faint"]);
        continue;
      }
      const lies = apart || node.matches(FRAME) || computed.position === "fixed";
      const root = kit.shadow(node);
      const given = node.localName === "slot" && node.assignedNodes ? node.assignedNodes({ flatten: true }) : [];
      const nodes = root ? root.childNodes : given.length ? given : node.childNodes;
      for (let index = nodes.length - 1; index >= 0; index -= 1) steps.push([nodes[index], lies]);
    }
  }
  // A page that hides its text until something happens is read as it will be.
  if (shown < 300) return { hidden: 0, shown };
  const marks = found.map((one) => (Array.isArray(one) ? one : [one, canBeOpened(one, isGone) ? "folded" : "hidden"]));
  for (const [element, mark] of marks) element.setAttribute(MARK, mark);
  return { hidden: marks.length, shown };
}
