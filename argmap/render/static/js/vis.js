/* vis-network travels packed, which saves 300 KB; it runs as an inline script whose hash the page's policy names. */

/** Unpack vis-network and run it. Throws where the browser cannot unpack (before 2023): the outline reads without it. */
async function unpackVis() {
  const packed = atob(document.getElementById('am-vis')?.textContent ?? '');
  const bytes = new Uint8Array(packed.length);
  for (let i = 0; i < packed.length; i++) bytes[i] = packed.charCodeAt(i); /* ten times as fast as a callback a letter */
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'));
  const script = document.createElement('script');
  script.textContent = await new Response(stream).text();
  document.head.append(script);
  script.remove();
}
