// How much there is to read, and whether the page is still loading or says that it is busy. Text in shadow roots and in
// frames counts too.
(kit) => {
  const roots = kit.roots(document);
  const text = roots.reduce((sum, root) => sum + kit.textOf(root).length, 0);
  const mains = kit.all("main, [role=main]", roots);
  const isShown = (element) => element.getClientRects().length > 0;
  return {
    text,
    // A main part that is still all but empty is a frame that waits for its text, however long menus and footer are.
    main: mains.length === 1 && isShown(mains[0]) ? (kit.shadow(mains[0]) ? null : mains[0].innerText.length) : null,
    loading: document.readyState === "loading",
    busy: kit.all('[aria-busy="true"], [role="progressbar"]:not([aria-valuenow])', roots).some(isShown),
  };
}
