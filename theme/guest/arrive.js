// A site that changes only the content of a page has not loaded what this one needs.
if (![...document.styleSheets].some((sheet) => sheet.href?.endsWith("/assets/playbook.css"))) location.reload();
