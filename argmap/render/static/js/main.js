/* The start: the state that the address asks for, then everything is shown once. */
Object.assign(AM.state, AM.hash.load());
AM.store.start();
AM.camera.open();
if (AM.state.selected) AM.camera.show(AM.state.selected);
AM.hash.start();
/* for tests and for whoever embeds the page */
Object.defineProperty(window, 'argmap', {value: AM});
document.documentElement.dataset.ready = 'true';
