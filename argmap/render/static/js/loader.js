/* A page that travels packed as a whole: unpacked, it takes the place of this one, and brings its own policy. */
unpacked('am-page').then((page) => {
  document.open();
  document.write(page);
  document.close();
});
