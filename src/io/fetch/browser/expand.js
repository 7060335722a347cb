// Opens what a reader could open: <details> and accordions. Nothing that leads away, sends a form, or answers a dialog.
(() => {
  const all = (root, selector) => {
    const found = [...root.querySelectorAll(selector)];
    for (const host of root.querySelectorAll("*")) if (host.shadowRoot) found.push(...all(host.shadowRoot, selector));
    return found;
  };
  for (const details of all(document, "details:not([open])")) details.open = true;
  let opened = 0;
  for (const knob of all(document, '[aria-expanded="false"]')) {
    if (opened >= 300) break;
    if (knob.closest('nav, header, footer, form, dialog, [role="dialog"], [role="alertdialog"], [aria-modal="true"], [role="navigation"], [role="menu"], [role="menubar"]')) continue;
    if (knob.hasAttribute("aria-haspopup") || /^(input|select|textarea)$/i.test(knob.tagName)) continue;
    const role = knob.getAttribute("role");
    if (role === "combobox" || role === "menuitem" || role === "searchbox") continue;
    const link = knob.closest("a[href]");
    if (link && !link.getAttribute("href").startsWith("#")) continue;
    try { knob.click(); opened += 1; } catch { /* the page's own trouble */ }
  }
  return opened;
})()
