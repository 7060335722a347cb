// Looks at the places that stayed empty once more, scrolls back to the beginning, and says what a list no longer holds.
async (kit) => {
  const pause = (time) => new Promise((done) => setTimeout(done, time));
  const MEDIA = "img, picture, svg, video, audio, canvas, iframe, object, embed, input, select, textarea, button, hr";
  // A part with room for text and without any may listen for a slower reader than we are.
  const isBlank = (element) => {
    if (element.childElementCount > 6 || element.textContent.trim() || element.matches(MEDIA) || element.querySelector(MEDIA)) return false;
    if (kit.shadow(element)) return false;
    const { width, height } = element.getBoundingClientRect();
    return width >= 200 && height >= 80 && height < 5000;
  };
  const blank = [];
  for (const element of kit.all("main *, article *, [role=main] *")) {
    if (blank.length >= 12) break;
    if (!blank.some((other) => other.contains(element)) && isBlank(element)) blank.push(element);
  }
  for (const element of blank) {
    element.scrollIntoView({ block: "center", behavior: "instant" });
    await pause(250);
  }
  // What a list that holds only the rows in view no longer has: its first words, at its end.
  for (const [scroller, tops] of kit.kept.tops) {
    if (!scroller.isConnected) continue;
    const here = (scroller === document.scrollingElement ? document.body : scroller).textContent;
    const lost = tops.filter((words) => !here.includes(words)).length;
    if (lost >= 4 && lost * 10 >= Math.min(tops.length, 40) * 3) kit.kept.rows = true;
  }
  for (const scroller of kit.kept.tops.keys()) scroller.scrollTo({ top: 0, behavior: "instant" });
  return { blank: blank.length };
}
