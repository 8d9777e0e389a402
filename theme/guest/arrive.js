// A site that changes only the content of a page, once it is loaded, has not loaded what this one needs. And where it
// came to this page in that way, a browser that goes back changes the address alone.
if (document.readyState !== "loading") location.reload();
else {
  const { pathname } = location;
  addEventListener("popstate", () => location.pathname !== pathname && location.reload());
}
