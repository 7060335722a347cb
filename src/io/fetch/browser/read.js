// The page as it stands now, or only its length where that is beyond the limit.
((limit) => {
  const type = document.doctype ? "<!DOCTYPE " + document.doctype.name + ">\n" : "";
  const html = document.documentElement ? document.documentElement.outerHTML : "";
  return html.length > limit ? { length: html.length } : { html: type + html, url: location.href };
})
