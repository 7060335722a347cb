// Scrolls the page, and what scrolls inside it, from where the last call ended to the present end, slowly enough for each
// part to be seen; what grows meanwhile is for the next call. `ended` is false where the time of one call was not enough,
// `moved` where there was nothing to scroll.
async (kit, budget) => {
  const began = performance.now();
  const drawn = () => new Promise((done) => {
    const late = setTimeout(done, 150);
    requestAnimationFrame(() => { clearTimeout(late); setTimeout(done, 0); });
  });
  const APART = 'nav, header, footer, dialog:not([open]), [role="navigation"], [role="menu"], [role="listbox"], select, textarea';
  const whole = document.scrollingElement || document.documentElement;
  const scrolls = (element) => {
    if (element.scrollHeight <= element.clientHeight + 40 || element.clientHeight < 80 || element.clientWidth < 160) return false;
    return /auto|scroll|overlay/.test(getComputedStyle(element).overflowY) && !element.closest(APART);
  };
  const height = (scroller) => (scroller === whole ? window.innerHeight : scroller.clientHeight);
  const inner = kit.all("body *").filter((element) => element !== whole && element.scrollHeight > element.clientHeight + 40 && scrolls(element));
  const scrollers = [whole, ...inner.slice(0, 12)];
  // The words at an end of a list, by which a list that holds only the rows in view is known.
  const rows = (scroller) => {
    const found = [];
    const walk = document.createTreeWalker(scroller === whole ? document.body || whole : scroller, NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node && found.length < 400; node = walk.nextNode()) {
      const words = node.data.trim();
      const parent = node.parentElement;
      if (words.length > 8 && parent && !/^(script|style|noscript|template)$/.test(parent.localName) && !parent.closest(APART)) found.push(words);
    }
    return found;
  };
  let moved = false;
  for (const scroller of scrollers) {
    const end = scroller.scrollHeight - height(scroller);
    let at = kit.kept.reached.get(scroller) || 0;
    if (end <= 0 || at >= end) continue;
    if (!kit.kept.tops.has(scroller)) kit.kept.tops.set(scroller, rows(scroller));
    while (at < end) {
      if (performance.now() - began > budget) return { ended: false, moved };
      at = Math.min(at + Math.max(height(scroller) * 0.75, 60), end);
      moved = true;
      scroller.scrollTo({ top: at, behavior: "instant" });
      await drawn();
      kit.kept.reached.set(scroller, at);
    }
  }
  return { ended: true, moved };
}
