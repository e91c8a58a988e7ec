/* What is large travels packed. */

/** The text that is packed in an element of the page. Throws where the browser cannot unpack (before 2023). @param {string} id */
async function unpacked(id) {
  const packed = atob(document.getElementById(id)?.textContent ?? '');
  const bytes = new Uint8Array(packed.length);
  for (let i = 0; i < packed.length; i++) bytes[i] = packed.charCodeAt(i); /* ten times as fast as a callback a letter */
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'));
  return new Response(stream).text();
}
