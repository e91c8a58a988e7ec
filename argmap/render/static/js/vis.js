/* vis-network travels packed, which saves 300 KB; it runs as an inline script whose hash the page's policy names. */

/** Unpack vis-network and run it. Throws where the browser cannot unpack (before 2023): the outline reads without it. */
async function unpackVis() {
  const packed = atob(document.getElementById('am-vis')?.textContent ?? '');
  const bytes = Uint8Array.from(packed, (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'));
  const script = document.createElement('script');
  script.textContent = await new Response(stream).text();
  document.head.append(script);
  script.remove();
}
