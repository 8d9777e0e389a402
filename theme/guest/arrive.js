// A site that changes only the content of a page, once it is loaded, has not loaded what this one needs.
if (document.readyState !== "loading") location.reload();
