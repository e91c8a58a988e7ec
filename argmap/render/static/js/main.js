/* The start: the state that the address asks for, then everything is shown once. */
AM.visible.start();
AM.store.start(AM.hash.load());
AM.camera.open();
if (AM.state.selected) AM.camera.show(AM.state.selected);
AM.hash.start();
/* for tests and for whoever embeds the page */
Object.defineProperty(window, 'argmap', {value: AM});
document.documentElement.dataset.ready = 'true';
