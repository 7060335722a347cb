// Opens what a reader could open: <details>, accordions, tabs that hold nothing yet. Nothing that leads away, sends a form,
// or answers a dialog. Says how much was opened.
(kit) => {
  const APART = 'nav, header, footer, form, dialog, [role="dialog"], [role="alertdialog"], [aria-modal="true"], [role="navigation"], [role="menu"], [role="menubar"]';
  let opened = 0;
  const click = (knob) => {
    if (opened >= 300 || kit.kept.clicked.has(knob)) return;
    kit.kept.clicked.add(knob);
    try { knob.click(); opened += 1; } catch { /* the page's own trouble */ }
  };
  for (const details of kit.all("details:not([open])")) {
    details.open = true;
    // What listens for it may load the text.
    opened += 1;
  }
  for (const knob of kit.all('[aria-expanded="false"]')) {
    if (knob.closest(APART)) continue;
    if (knob.hasAttribute("aria-haspopup") || /^(input|select|textarea)$/i.test(knob.tagName)) continue;
    const role = knob.getAttribute("role");
    if (role === "combobox" || role === "menuitem" || role === "searchbox" || kit.isAway(knob)) continue;
    click(knob);
  }
  for (const tab of kit.all('[role="tab"][aria-selected="false"][aria-controls]')) {
    if (tab.closest(APART) || kit.isAway(tab)) continue;
    const panel = tab.getRootNode().getElementById(tab.getAttribute("aria-controls"));
    if (!panel || panel.textContent.trim()) continue;
    const list = tab.closest('[role="tablist"]');
    const chosen = list && list.querySelector('[role="tab"][aria-selected="true"]');
    click(tab);
    // What was shown is to be shown again.
    if (chosen) try { chosen.click(); } catch { /* the page's own trouble */ }
  }
  return opened;
}
