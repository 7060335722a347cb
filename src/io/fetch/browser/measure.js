// How much there is to read, and whether the page is still loading.
(() => ({
  text: document.body ? document.body.innerText.length : 0,
  loading: document.readyState === "loading",
}))()
