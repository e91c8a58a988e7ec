/* vis-network travels packed, which saves 300 KB; it runs as an inline script whose hash the page's policy names. */

/** Unpack vis-network and run it. Without it the outline reads still. */
async function unpackVis() {
  const script = document.createElement('script');
  script.textContent = await unpacked('am-vis');
  document.head.append(script);
  script.remove();
}
